import type { Person as PersonStretchRow } from '@yilian/domain/staffing/person.ts'
import { retirementOf, RETIREMENT_RULES, type Retirement as RetirementRow } from '@yilian/domain/staffing/retirement.ts'

import { Change, ChangeConnection } from '../change/change.graphql.ts'
import { changePage } from '../change/change.queries.ts'
import { ChangeRecordedType, firstArg, firstOf } from '../command/command.graphql.ts'
import { builder, type Types } from '../graphql/builder.ts'
import { pageOf, PAGE_NOTE } from '../graphql/connection.ts'
import type { Context } from '../graphql/context.ts'
import { citedFields, datedFields } from '../graphql/dated-fields.ts'
import { knownArg, loaderFor, momentOf, now } from '../graphql/moment.ts'
import { uuidOf } from '../graphql/node-id.ts'
import { EstablishmentTypeEnum, GpKindEnum, RetirementGroupEnum, SexEnum, TitleLevelEnum } from '../graphql/staffing-enums.ts'
import { inLocale, localeArg } from '../graphql/text.ts'
import { versionOf } from '../graphql/version.ts'
import { unsealMasked } from '../personal-data/seal.ts'
import { personLoader } from './person-loader.ts'
import { peopleByIds, personalOfPeople, personTimelines, type PersonRow } from './person.queries.ts'
import { Person } from './person.ref.ts'

const Retirement = builder.objectRef<RetirementRow>('Retirement').implement({
  description: 'The statutory retirement by the rule in force then. Earlier or later ones by choice are not in it.',
  fields: (t) => ({
    on: t.expose('on', { type: 'Date', description: 'The day.' }),
    group: t.field({ type: RetirementGroupEnum, description: 'By which rule.', resolve: ({ group }) => group }),
    years: t.exposeInt('years', { description: 'Years of age then.' }),
    months: t.exposeInt('months', { description: 'And months.' }),
    source: t.string({ description: 'Where the rule was read.', resolve: ({ group }) => RETIREMENT_RULES[group].source }),
    label: t.string({
      description: 'The rule in words.',
      args: localeArg,
      resolve: ({ group }, args) => inLocale(RETIREMENT_RULES[group].label, args),
    }),
  }),
})

const NATIONAL = (list: string) => `Code of the national staff card, see \`codeList(name: "${list}")\`; null when not known.`

// What is said of a person at a moment and in each stretch alike.
function attributeFields<R extends PersonStretchRow>(t: PothosSchemaTypes.ObjectFieldBuilder<Types, R>) {
  return {
    name: t.string({ description: 'Name. Where a report names nobody, what it says instead.', resolve: ({ name }) => name }),
    sex: t.field({ type: SexEnum, nullable: true, description: 'Null when not known.', resolve: ({ sex }) => sex }),
    identityDocument: t.string({
      nullable: true,
      description: `Of which kind the identity number is. ${NATIONAL('identityDocument')}`,
      resolve: (one) => one.identityDocument,
    }),
    birthDate: t.field({ type: 'Date', nullable: true, description: 'Null when not known.', resolve: ({ birthDate }) => birthDate }),
    ethnicity: t.string({ nullable: true, description: 'As written.', resolve: ({ ethnicity }) => ethnicity }),
    education: t.string({ nullable: true, description: NATIONAL('education'), resolve: ({ education }) => education }),
    degree: t.string({ nullable: true, description: NATIONAL('degree'), resolve: ({ degree }) => degree }),
    major: t.string({ nullable: true, description: 'Subject studied (所学专业), as written.', resolve: ({ major }) => major }),
    workClass: t.string({ nullable: true, description: NATIONAL('workClass'), resolve: ({ workClass }) => workClass }),
    profession: t.string({
      nullable: true,
      description: `By actual work. ${NATIONAL('profession')}`,
      resolve: ({ profession }) => profession,
    }),
    physicianCategory: t.string({
      nullable: true,
      description: NATIONAL('physicianCategory'),
      resolve: ({ physicianCategory }) => physicianCategory,
    }),
    titleQualified: t.field({
      type: TitleLevelEnum,
      nullable: true,
      description: 'Title qualified for (评); null when not known.',
      resolve: ({ titleQualified }) => titleQualified,
    }),
    titleQualifiedOn: t.field({ type: 'Date', nullable: true, description: 'Since when.', resolve: (one) => one.titleQualifiedOn }),
    titleAppointed: t.field({
      type: TitleLevelEnum,
      nullable: true,
      description: 'Title appointed to (聘); null when not known.',
      resolve: ({ titleAppointed }) => titleAppointed,
    }),
    titleAppointedOn: t.field({ type: 'Date', nullable: true, description: 'Since when.', resolve: (one) => one.titleAppointedOn }),
    establishmentType: t.field({
      type: EstablishmentTypeEnum,
      nullable: true,
      description: 'How the person is employed (编制情况); null when not known.',
      resolve: ({ establishmentType }) => establishmentType,
    }),
    managementPost: t.string({ nullable: true, description: NATIONAL('managementPost'), resolve: ({ managementPost }) => managementPost }),
    departmentCode: t.string({ nullable: true, description: 'Code of the department, as written.', resolve: (one) => one.departmentCode }),
    department: t.string({ nullable: true, description: 'Department (科室), as written.', resolve: ({ department }) => department }),
    officePhone: t.string({ nullable: true, description: 'Office phone, as written.', resolve: ({ officePhone }) => officePhone }),
    workStartedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'When work began.',
      resolve: ({ workStartedOn }) => workStartedOn,
    }),
    specialty: t.string({ nullable: true, description: 'Special skills, as written.', resolve: ({ specialty }) => specialty }),
    specialty2: t.string({ nullable: true, description: 'Second special skills, as written.', resolve: ({ specialty2 }) => specialty2 }),
    specialty3: t.string({ nullable: true, description: 'Third special skills, as written.', resolve: ({ specialty3 }) => specialty3 }),
    multiSite: t.boolean({
      nullable: true,
      description: 'Practises at several sites (是否多地点执业医师); null when not known.',
      resolve: ({ multiSite }) => multiSite,
    }),
    secondSite: t.string({ nullable: true, description: 'Kind of the second site, as written.', resolve: ({ secondSite }) => secondSite }),
    thirdSite: t.string({ nullable: true, description: 'Kind of the third site, as written.', resolve: ({ thirdSite }) => thirdSite }),
    residencyCertified: t.boolean({
      nullable: true,
      description: 'Holds the certificate of standardised residency (住院医师规范化培训合格证书); null when not known.',
      resolve: (one) => one.residencyCertified,
    }),
    residencyCertificate: t.string({ nullable: true, description: 'Its number, as written.', resolve: (one) => one.residencyCertificate }),
    gpRegistered: t.boolean({
      nullable: true,
      description: 'Registered in general practice (是否注册为全科医学专业); null when not known.',
      resolve: ({ gpRegistered }) => gpRegistered,
    }),
    gpCertificate: t.string({
      nullable: true,
      description: 'Certificate of training in general practice (全科医生培训合格证书情况), as written.',
      resolve: ({ gpCertificate }) => gpCertificate,
    }),
    postedToVillage: t.boolean({
      nullable: true,
      description: 'Posted by a township hospital or community to a village clinic; null when not known.',
      resolve: ({ postedToVillage }) => postedToVillage,
    }),
    statisticsWork: t.boolean({
      nullable: true,
      description: 'Works in statistics or information technology; null when not known.',
      resolve: ({ statisticsWork }) => statisticsWork,
    }),
    generalPractitioner: t.field({
      type: GpKindEnum,
      nullable: true,
      description: 'What makes the person a general practitioner; null: none, or not known.',
      resolve: ({ generalPractitioner }) => generalPractitioner,
    }),
    synthetic: t.boolean({ description: 'Made by the generator of sample data (示例数据).', resolve: ({ synthetic }) => synthetic }),
    retirement: t.field({
      type: Retirement,
      nullable: true,
      description: 'When the person retires by rule; null where birth date, sex or work are not known, and for village doctors.',
      resolve: (one) => retirementOf(one),
    }),
  }
}

const PersonStretch = builder.objectRef<PersonRow>('PersonStretch').implement({
  description: 'What is said of a person for a stretch of days.',
  fields: (t) => ({ ...attributeFields(t), ...datedFields(t), ...citedFields(t) }),
})

async function personal(context: Context, id: string) {
  return loaderFor(context, 'personalOfPeople', null, (ids) => personalOfPeople(context.db, ids)).load(id)
}

builder.node(Person, {
  description: 'Somebody on the staff (人员), at a moment. Personal numbers are masked.',
  id: { resolve: ({ id }) => id, parse: uuidOf },
  loadManyWithoutCache: async (ids, context) => {
    const found = await peopleByIds(context, ids, now(context))
    return ids.map((id) => found.get(id) ?? null)
  },
  fields: (t) => ({
    code: t.exposeString('code', { description: 'The bureau’s code.' }),
    countyCode: t.exposeString('countyCode', { description: 'Six digits: the county that keeps the person.' }),
    version: t.int({
      description: 'What commands on the person and the appointments are based on.',
      resolve: ({ id }, _, context) => versionOf(context, 'PERSON', id),
    }),
    inForce: t.boolean({
      description: 'The record holds on the day; otherwise the nearest stretch is shown.',
      resolve: ({ inForce }) => inForce,
    }),
    ...attributeFields(t),
    phone: t.string({
      nullable: true,
      description: 'Mobile number, masked: 138****5678. `revealPersonalData` answers it whole.',
      resolve: async ({ id }, _, context) =>
        unsealMasked(context.keys, { field: 'PHONE', ownerId: id }, (await personal(context, id))?.phoneEncrypted ?? null),
    }),
    identityNumber: t.string({
      nullable: true,
      description: 'Citizen identity number, masked: 110105********1234. `revealPersonalData` answers it whole.',
      resolve: async ({ id }, _, context) =>
        unsealMasked(
          context.keys,
          { field: 'IDENTITY_NUMBER', ownerId: id },
          (await personal(context, id))?.identityNumberEncrypted ?? null,
        ),
    }),
    timeline: t.field({
      type: [PersonStretch],
      description: 'What is said of the person, stretch by stretch, past and future, as known at an instant.',
      args: knownArg,
      resolve: async (row, args, context) => {
        const moment = momentOf(row, args)
        return (await loaderFor(context, 'personTimelines', moment, (ids) => personTimelines(context, ids, moment)).load(row.id)) ?? []
      },
    }),
    changes: t.connection(
      {
        type: Change,
        description: `What was recorded of the person, newest first. ${PAGE_NOTE}`,
        resolve: ({ id }, args, context) => changePage(context, { subjectIds: [id] }, pageOf(args)),
      },
      ChangeConnection,
    ),
    ...datedFields(t),
    ...citedFields(t),
  }),
})

builder.objectField(ChangeRecordedType, 'people', (t) =>
  t.field({
    type: [Person],
    description: 'The people concerned, as of today.',
    args: firstArg,
    resolve: async ({ personIds }, { first }, context) =>
      firstOf(await personLoader(context, { moment: now(context) }).bring(personIds), first),
  }),
)
