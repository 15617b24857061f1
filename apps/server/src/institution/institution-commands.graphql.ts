import { baseVersionField, defineCommand } from '../command/command.graphql.ts'
import { builder } from '../graphql/builder.ts'
import { HospitalGradeEnum, HospitalLevelEnum, InstitutionCategoryEnum, InstitutionStatusEnum, OwnershipEnum } from '../graphql/enums.ts'
import * as lineage from './institution-lineage.commands.ts'
import * as commands from './institution.commands.ts'

const EquipmentInput = builder.inputType('EquipmentInput', {
  description: 'A piece of equipment and how many of it.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'What it is.' }),
    count: t.int({ required: true, description: 'How many, at least 1.' }),
  }),
})

const InstitutionInput = builder.inputType('InstitutionInput', {
  description:
    'All attributes of an institution. What is left out is not reported, never zero; level and grade are then UNREPORTED, status OPERATING, units 1.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Full name, at most 100 characters.' }),
    aliases: t.stringList({ description: 'Other names it is known by.' }),
    code: t.string({ description: 'The bureau’s code; the next one of the county when left out. Only for new institutions.' }),
    category: t.field({ type: InstitutionCategoryEnum, required: true, description: 'Category of WS 218-2002.' }),
    level: t.field({ type: HospitalLevelEnum, description: 'Level (级).' }),
    grade: t.field({ type: HospitalGradeEnum, description: 'Grade (等).' }),
    targetLevel: t.field({ type: HospitalLevelEnum, description: 'The level it is working towards.' }),
    targetGrade: t.field({ type: HospitalGradeEnum, description: 'The grade it is working towards.' }),
    status: t.field({
      type: InstitutionStatusEnum,
      description: 'Preparing, operating or suspended. Closing and merging are commands of their own.',
    }),
    regionCode: t.string({ required: true, description: 'Twelve digits: the town, or the finest region known.' }),
    parentId: t.id({ description: 'The institution that runs or manages it.' }),
    ownership: t.field({ type: OwnershipEnum, description: 'Who runs it.' }),
    affiliation: t.string({ description: 'Code of GB/T 12404.' }),
    economicType: t.string({ description: 'Code of GB/T 12402.' }),
    managementClass: t.string({ description: 'Code of WS 218-2002 annex B.' }),
    creditCode: t.string({ description: 'Unified social credit code, 18 characters with its check digit.' }),
    unitCount: t.int({ description: 'How many units the entry stands for, at least 1.' }),
    beds: t.int({ description: 'Beds.' }),
    siteArea: t.field({ type: 'Decimal', description: 'Site area, m².' }),
    buildingArea: t.field({ type: 'Decimal', description: 'Building area, m².' }),
    servedPopulation: t.int({ description: 'Population served.' }),
    equipment: t.field({ type: [EquipmentInput], description: 'Main equipment.' }),
    address: t.string({ description: 'Address.' }),
  }),
})

defineCommand<commands.CreateInstitution>({
  name: 'createInstitution',
  description: '登记机构: a new institution, open from the effective day.',
  fields: (t) => ({ institution: t.field({ type: InstitutionInput, required: true, description: 'What it is.' }) }),
  body: commands.createInstitution,
})

defineCommand<commands.ReviseInstitution>({
  name: 'reviseInstitution',
  description: '变更机构信息: from the effective day its attributes are these, all of them.',
  fields: (t) => ({
    institutionId: t.id({ required: true, description: 'The institution.' }),
    institution: t.field({ type: InstitutionInput, required: true, description: 'What it is from then on.' }),
    baseVersion: baseVersionField(t, 'institution'),
  }),
  body: commands.reviseInstitution,
})

defineCommand<commands.RenameInstitution>({
  name: 'renameInstitution',
  description: '更名: from the effective day it has another name; the former one becomes an alias unless aliases are given.',
  fields: (t) => ({
    institutionId: t.id({ required: true, description: 'The institution.' }),
    name: t.string({ required: true, description: 'The new name.' }),
    aliases: t.stringList({ description: 'All its aliases from then on.' }),
    baseVersion: baseVersionField(t, 'institution'),
  }),
  body: commands.renameInstitution,
})

defineCommand<commands.RegradeInstitution>({
  name: 'regradeInstitution',
  description: '变更等级: from the effective day its level and grade, and those it works towards, are these.',
  fields: (t) => ({
    institutionId: t.id({ required: true, description: 'The institution.' }),
    level: t.field({ type: HospitalLevelEnum, required: true, description: 'Level (级).' }),
    grade: t.field({ type: HospitalGradeEnum, required: true, description: 'Grade (等).' }),
    targetLevel: t.field({ type: HospitalLevelEnum, description: 'The level it is working towards; none when left out.' }),
    targetGrade: t.field({ type: HospitalGradeEnum, description: 'The grade it is working towards; none when left out.' }),
    baseVersion: baseVersionField(t, 'institution'),
  }),
  body: commands.regradeInstitution,
})

defineCommand<commands.InstitutionCommand>({
  name: 'closeInstitution',
  description:
    '撤销机构: closed from the effective day; its memberships end. Refused while it leads an alliance that needs a lead, or runs open institutions or shared services.',
  fields: (t) => ({
    institutionId: t.id({ required: true, description: 'The institution.' }),
    baseVersion: baseVersionField(t, 'institution'),
  }),
  body: lineage.closeInstitution,
})

defineCommand<lineage.MergeInstitution>({
  name: 'mergeInstitution',
  description:
    '并入他院: closed from the effective day and going on in another, which then runs what it ran, institutions and shared services.',
  fields: (t) => ({
    institutionId: t.id({ required: true, description: 'The institution that is merged.' }),
    intoId: t.id({ required: true, description: 'The institution it goes on in.' }),
    baseVersion: baseVersionField(t, 'institution that is merged'),
  }),
  body: lineage.mergeInstitution,
})

defineCommand<lineage.SplitInstitution>({
  name: 'splitInstitution',
  description: '分设机构: new institutions come out of it on the effective day; it goes on itself.',
  fields: (t) => ({
    institutionId: t.id({ required: true, description: 'The institution that is split.' }),
    parts: t.field({ type: [InstitutionInput], required: true, description: 'The new institutions, at least one.' }),
    baseVersion: baseVersionField(t, 'institution'),
  }),
  body: lineage.splitInstitution,
})

defineCommand<commands.CorrectInstitution>({
  name: 'correctInstitution',
  description: '更正机构记录: in the period it was truly so, whatever was recorded. What was known before stays readable as known then.',
  correction: true,
  fields: (t) => ({
    institutionId: t.id({ required: true, description: 'The institution.' }),
    validFrom: t.field({ type: 'Date', required: true, description: 'First day on which it was so.' }),
    validTo: t.field({ type: 'Date', description: 'First day on which it was no longer so; null for an open end.' }),
    institution: t.field({
      type: InstitutionInput,
      description: 'What it truly was; left out: it did not exist then, as when it opened later than recorded.',
    }),
    baseVersion: baseVersionField(t, 'institution'),
  }),
  body: commands.correctInstitution,
})
