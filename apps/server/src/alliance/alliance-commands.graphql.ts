import { baseVersionField, defineCommand } from '../command/command.graphql.ts'
import { builder } from '../graphql/builder.ts'
import { AllianceKindEnum, AllianceStageEnum, MembershipRoleEnum } from '../graphql/enums.ts'
import { changeLead, type ChangeLead } from '../lead/change-lead.commands.ts'
import * as commands from './alliance.commands.ts'

defineCommand<commands.CreateAlliance>({
  name: 'createAlliance',
  description: '成立医共体: from the effective day it exists. Kinds that require a lead need one, or a reason why the place is vacant.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Full name, at most 100 characters.' }),
    kind: t.field({ type: AllianceKindEnum, required: true, description: 'Its kind, for good.' }),
    countyCode: t.string({ required: true, description: 'Six digits: the county it belongs to.' }),
    code: t.string({ description: 'The bureau’s code; the next one of the county when left out.' }),
    stage: t.field({ type: AllianceStageEnum, description: 'How far it has come; OPERATING when left out.' }),
    specialty: t.string({ description: 'For specialty alliances.' }),
    purpose: t.string({ description: 'What it is for.' }),
    leadId: t.id({ description: 'The institution that leads it.' }),
    leadVacancyReason: t.string({ description: 'Why nobody leads it yet.' }),
  }),
  body: commands.createAlliance,
})

defineCommand<commands.ReviseAlliance>({
  name: 'reviseAlliance',
  description: '变更医共体信息: from the effective day its name, stage, specialty and purpose are these.',
  fields: (t) => ({
    allianceId: t.id({ required: true, description: 'The alliance.' }),
    name: t.string({ required: true, description: 'Full name.' }),
    stage: t.field({ type: AllianceStageEnum, required: true, description: 'How far it has come.' }),
    specialty: t.string({ description: 'For specialty alliances.' }),
    purpose: t.string({ description: 'What it is for.' }),
    baseVersion: baseVersionField(t, 'alliance'),
  }),
  body: commands.reviseAlliance,
})

defineCommand<commands.AllianceCommand>({
  name: 'dissolveAlliance',
  description: '撤销医共体: from the effective day it no longer exists; memberships and all that belongs to it end with it.',
  fields: (t) => ({ allianceId: t.id({ required: true, description: 'The alliance.' }), baseVersion: baseVersionField(t, 'alliance') }),
  body: commands.dissolveAlliance,
})

const AllianceStretchInput = builder.inputType('AllianceStretchInput', {
  description: 'A stretch as it truly was.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Full name.' }),
    stage: t.field({ type: AllianceStageEnum, required: true, description: 'How far it had come.' }),
    specialty: t.string({ description: 'For specialty alliances.' }),
    purpose: t.string({ description: 'What it was for.' }),
    validFrom: t.field({ type: 'Date', required: true, description: 'First day.' }),
    validTo: t.field({ type: 'Date', description: 'First day no longer; null for an open end.' }),
  }),
})

defineCommand<commands.CorrectAlliance>({
  name: 'correctAlliance',
  description:
    '更正医共体记录: the alliance’s own timeline as it truly was. What began on its first day or ended on its last moves with these. What was known before stays readable as known then.',
  correction: true,
  fields: (t) => ({
    allianceId: t.id({ required: true, description: 'The alliance.' }),
    stretches: t.field({ type: [AllianceStretchInput], required: true, description: 'Its whole timeline, at least one stretch.' }),
    baseVersion: baseVersionField(t, 'alliance'),
  }),
  body: commands.correctAlliance,
})

defineCommand<ChangeLead>({
  name: 'changeLead',
  description:
    '更换牵头单位: the alliance stays the same; another institution, or nobody for a reason, leads it from the effective day, until the next change of lead that is planned already.',
  fields: (t) => ({
    allianceId: t.id({ required: true, description: 'The alliance.' }),
    leadId: t.id({ description: 'Who leads; null leaves the place vacant.' }),
    vacancyReason: t.string({ description: 'Why the place is vacant, at most 500 characters.' }),
    formerLeadRole: t.field({ type: MembershipRoleEnum, description: 'What the former lead is from then on; null: it leaves.' }),
    baseVersion: baseVersionField(t, 'alliance'),
  }),
  body: changeLead,
})
