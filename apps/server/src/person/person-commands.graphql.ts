import { baseVersionField, defineCommand, type Fields } from '../command/command.graphql.ts'
import { builder } from '../graphql/builder.ts'
import { EstablishmentTypeEnum, GpKindEnum, LeadershipEnum, SexEnum, TitleLevelEnum } from '../graphql/staffing-enums.ts'
import { PersonalFieldEnum } from '../personal-data/personal-data.graphql.ts'
import * as people from './person.commands.ts'

const code = (list: string) => `Code of the national staff card, see \`codeList(name: "${list}")\`.`

export const PersonInputType = builder.inputType('PersonInput', {
  description: 'Everything that is said of a person; what is left out is not known.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Name, at most 60 characters.' }),
    sex: t.field({ type: SexEnum, description: 'Taken from the identity number where it is left out.' }),
    identityDocument: t.string({
      description: `Of which kind the identity number is; a resident identity card’s where it is left out. ${code('identityDocument')}`,
    }),
    birthDate: t.field({ type: 'Date', description: 'Taken from the identity number where it is left out.' }),
    ethnicity: t.string({ description: 'As written, at most 20 characters.' }),
    education: t.string({ description: code('education') }),
    degree: t.string({ description: code('degree') }),
    major: t.string({ description: 'Subject studied, at most 100 characters.' }),
    workClass: t.string({ description: `By actual work; that of the profession where it is left out. ${code('workClass')}` }),
    profession: t.string({ description: `By actual work. ${code('profession')}` }),
    physicianCategory: t.string({ description: code('physicianCategory') }),
    titleQualified: t.field({ type: TitleLevelEnum, description: 'Title qualified for (评).' }),
    titleQualifiedOn: t.field({ type: 'Date', description: 'Since when.' }),
    titleAppointed: t.field({ type: TitleLevelEnum, description: 'Title appointed to (聘).' }),
    titleAppointedOn: t.field({ type: 'Date', description: 'Since when.' }),
    establishmentType: t.field({ type: EstablishmentTypeEnum, description: 'How the person is employed.' }),
    managementPost: t.string({ description: code('managementPost') }),
    departmentCode: t.string({ description: 'Code of the department (所在科室代码), at most 20 characters.' }),
    department: t.string({ description: 'Department (科室), at most 60 characters.' }),
    officePhone: t.string({ description: 'Office phone (办公室电话), at most 30 characters. Not sealed: it is the institution’s.' }),
    workStartedOn: t.field({ type: 'Date', description: 'When work began.' }),
    specialty: t.string({ description: 'Special skills (专业特长1), at most 200 characters.' }),
    specialty2: t.string({ description: 'Second special skills (专业特长2), at most 200 characters.' }),
    specialty3: t.string({ description: 'Third special skills (专业特长3), at most 200 characters.' }),
    multiSite: t.boolean({ description: 'Practises at several sites (是否多地点执业医师).' }),
    secondSite: t.string({ description: 'Kind of the second site (第2执业单位机构类别), at most 40 characters.' }),
    thirdSite: t.string({ description: 'Kind of the third site (第3执业单位机构类别), at most 40 characters.' }),
    residencyCertified: t.boolean({ description: 'Holds the certificate of standardised residency (住院医师规范化培训合格证书).' }),
    residencyCertificate: t.string({ description: 'Its number, at most 40 characters.' }),
    gpRegistered: t.boolean({ description: 'Registered in general practice (是否注册为全科医学专业).' }),
    gpCertificate: t.string({
      description: 'Certificate of training in general practice (全科医生培训合格证书情况), at most 60 characters.',
    }),
    postedToVillage: t.boolean({ description: 'Posted by a township hospital or community to a village clinic (派驻村卫生室工作).' }),
    statisticsWork: t.boolean({ description: 'Works in statistics or information technology (从事统计信息化工作).' }),
    generalPractitioner: t.field({ type: GpKindEnum, description: 'What makes the person a general practitioner.' }),
  }),
})

const personalFields = (t: Fields) => ({
  identityNumber: t.string({ description: 'Citizen identity number; kept sealed. Left out it stays as it is, null takes it away.' }),
  phone: t.string({ description: 'Mobile number; kept sealed. Left out it stays as it is, null takes it away.' }),
})

/** What an appointment is to. */
export const placeFields = (t: Fields) => ({
  postId: t.id({ description: 'The post, of the institution or of an alliance it is in.' }),
  leadership: t.field({ type: LeadershipEnum, description: 'A post of leadership.' }),
  title: t.string({ description: 'The job as written, at most 60 characters.' }),
  share: t.field({ type: 'Decimal', description: 'Part of full time, 0 to 1 with at most two decimals; by rule when left out.' }),
})

export const flowInField = (t: Fields) => ({ flowIn: t.string({ description: `How the person came. ${code('flowIn')}` }) })

const ofPerson = (t: Fields) => ({
  personId: t.id({ required: true, description: 'The person.' }),
  baseVersion: baseVersionField(t, 'person'),
})

defineCommand<people.HirePerson>({
  name: 'hirePerson',
  description:
    '入职登记: somebody new, appointed at an institution from the effective day. Refused when the identity number is recorded, or somebody alike is and `confirmedOther` is not given; over quota without an exception.',
  fields: (t) => ({
    person: t.field({ type: PersonInputType, required: true, description: 'What is said of the person.' }),
    code: t.string({ description: 'The bureau’s code; the next one of the county when left out.' }),
    ...personalFields(t),
    institutionId: t.id({ required: true, description: 'Where the person is appointed.' }),
    ...placeFields(t),
    ...flowInField(t),
    confirmedOther: t.boolean({ description: 'Somebody alike is recorded, and this is another person.' }),
  }),
  body: people.hirePerson,
})

defineCommand<people.RevisePerson>({
  name: 'revisePerson',
  description: '变更人员信息: from the effective day, all that is said of the person.',
  fields: (t) => ({
    ...ofPerson(t),
    person: t.field({ type: PersonInputType, required: true, description: 'What is said of the person.' }),
    ...personalFields(t),
  }),
  body: people.revisePerson,
})

defineCommand<people.CorrectPerson>({
  name: 'correctPerson',
  description: '更正人员信息: what truly was, on all days or on some. What was known before stays readable as known then.',
  correction: true,
  fields: (t) => ({
    ...ofPerson(t),
    person: t.field({ type: PersonInputType, required: true, description: 'What was true of the person.' }),
    ...personalFields(t),
    validFrom: t.field({ type: 'Date', description: 'First day; the first of the record when left out.' }),
    validTo: t.field({ type: 'Date', description: 'First day no longer; null for an open end.' }),
  }),
  body: people.correctPerson,
})

defineCommand<people.RemovePersonalNumber>({
  name: 'removePersonalNumber',
  description:
    '删除证件号码或手机号: takes away a number that was recorded wrongly, with a note that says why. Refused where none is recorded. It cannot be undone: the number is nowhere any more.',
  correction: true,
  fields: (t) => ({
    ...ofPerson(t),
    field: t.field({ type: PersonalFieldEnum, required: true, description: 'Which number.' }),
  }),
  body: people.removePersonalNumber,
})

defineCommand<people.PromotePerson>({
  name: 'promotePerson',
  description: '职称评聘: a title qualified for (评), one appointed to (聘), or both; what is left out stays.',
  fields: (t) => ({
    ...ofPerson(t),
    titleQualified: t.field({ type: TitleLevelEnum, description: 'Title qualified for.' }),
    titleQualifiedOn: t.field({ type: 'Date', description: 'Since when; the effective day when left out.' }),
    titleAppointed: t.field({ type: TitleLevelEnum, description: 'Title appointed to.' }),
    titleAppointedOn: t.field({ type: 'Date', description: 'Since when; the effective day when left out.' }),
  }),
  body: people.promotePerson,
})
