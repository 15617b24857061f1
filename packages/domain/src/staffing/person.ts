import type { Cited } from '../cited.ts'
import { codeIssues, type CodeList } from '../code-list.ts'
import { DEGREES, EDUCATIONS, SEXES, type Degree, type Education, type Sex } from '../code-lists/education.ts'
import { ESTABLISHMENT_TYPES, type EstablishmentType } from '../code-lists/establishment-type.ts'
import {
  PHYSICIAN_CATEGORIES,
  PROFESSIONS,
  WORK_CLASSES,
  type PhysicianCategory,
  type Profession,
  type WorkClass,
} from '../code-lists/profession.ts'
import { IDENTITY_DOCUMENTS, type IdentityDocument } from '../code-lists/identity-document.ts'
import { MANAGEMENT_POSTS, type ManagementPost } from '../code-lists/staff-flow.ts'
import { TITLE_LEVELS, type TitleLevel } from '../code-lists/title-level.ts'
import type { DatedRow } from '../dated.ts'
import type { IsoDate } from '../day.ts'
import { issue, type Issue } from '../issue.ts'
import { lengthIssues } from '../value-issues.ts'
import type { GpKind } from './terms.ts'

/** What is recorded of a person (人员) and may change; `null`: not known. Personal numbers are kept apart, sealed. */
export interface PersonValue extends Cited {
  readonly name: string
  readonly sex: Sex | null
  /** 身份证件种类: of which kind the sealed number is; not known, it is taken for a resident identity card's. */
  readonly identityDocument: IdentityDocument | null
  readonly birthDate: IsoDate | null
  /** 民族, as written. */
  readonly ethnicity: string | null
  readonly education: Education | null
  readonly degree: Degree | null
  /** 所学专业, as written. */
  readonly major: string | null
  /** By actual work, as is the profession: a manager who holds a licence is a manager. */
  readonly workClass: WorkClass | null
  readonly profession: Profession | null
  readonly physicianCategory: PhysicianCategory | null
  /** 专业技术资格（评）. */
  readonly titleQualified: TitleLevel | null
  readonly titleQualifiedOn: IsoDate | null
  /** 专业技术职务（聘）. */
  readonly titleAppointed: TitleLevel | null
  readonly titleAppointedOn: IsoDate | null
  readonly establishmentType: EstablishmentType | null
  readonly managementPost: ManagementPost | null
  /** 所在科室, its code and its actual name, as written. */
  readonly departmentCode: string | null
  readonly department: string | null
  readonly officePhone: string | null
  /** 参加工作日期. */
  readonly workStartedOn: IsoDate | null
  /** 专业特长 1 to 3. */
  readonly specialty: string | null
  readonly specialty2: string | null
  readonly specialty3: string | null
  /** 是否多地点执业医师, and the kinds of the second and third site as written. */
  readonly multiSite: boolean | null
  readonly secondSite: string | null
  readonly thirdSite: string | null
  /** 住院医师规范化培训合格证书: whether there is one, and its number. */
  readonly residencyCertified: boolean | null
  readonly residencyCertificate: string | null
  /** 是否注册为全科医学专业. */
  readonly gpRegistered: boolean | null
  /** 全科医生培训合格证书情况, as written. */
  readonly gpCertificate: string | null
  /** 是否由乡镇卫生院或社区派驻村卫生室工作. */
  readonly postedToVillage: boolean | null
  /** 是否从事统计信息化工作. */
  readonly statisticsWork: boolean | null
  readonly generalPractitioner: GpKind | null
  /** Made by the generator of demonstration data: shown as 示例数据. */
  readonly synthetic: boolean
}

/** A stretch of a person. */
export interface Person extends DatedRow, PersonValue {
  readonly code: string
  readonly countyCode: string
}

export const PERSON_DEFAULTS = {
  sex: null,
  identityDocument: null,
  birthDate: null,
  ethnicity: null,
  education: null,
  degree: null,
  major: null,
  workClass: null,
  profession: null,
  physicianCategory: null,
  titleQualified: null,
  titleQualifiedOn: null,
  titleAppointed: null,
  titleAppointedOn: null,
  establishmentType: null,
  managementPost: null,
  departmentCode: null,
  department: null,
  officePhone: null,
  workStartedOn: null,
  specialty: null,
  specialty2: null,
  specialty3: null,
  multiSite: null,
  secondSite: null,
  thirdSite: null,
  residencyCertified: null,
  residencyCertificate: null,
  gpRegistered: null,
  gpCertificate: null,
  postedToVillage: null,
  statisticsWork: null,
  generalPractitioner: null,
  synthetic: false,
  documentId: null,
  source: null,
  sourceNote: null,
} as const satisfies Omit<PersonValue, 'name'>

const LISTS = {
  sex: SEXES,
  identityDocument: IDENTITY_DOCUMENTS,
  education: EDUCATIONS,
  degree: DEGREES,
  workClass: WORK_CLASSES,
  profession: PROFESSIONS,
  physicianCategory: PHYSICIAN_CATEGORIES,
  titleQualified: TITLE_LEVELS,
  titleAppointed: TITLE_LEVELS,
  establishmentType: ESTABLISHMENT_TYPES,
  managementPost: MANAGEMENT_POSTS,
} as const satisfies Partial<Record<keyof PersonValue, CodeList>>

/** Every rule of a person's own record; `today` because nobody was born tomorrow. */
export function personIssues(person: PersonValue, today: IsoDate): Issue[] {
  const { name, birthDate, ethnicity, major, department, workStartedOn, workClass, profession } = person
  const issues: Issue[] = []
  if (name.trim() === '') issues.push(issue('name', 'REQUIRED'))
  issues.push(
    ...lengthIssues({
      name: [name, 60],
      ethnicity: [ethnicity, 20],
      major: [major, 100],
      department: [department, 60],
      departmentCode: [person.departmentCode, 20],
      officePhone: [person.officePhone, 30],
      specialty: [person.specialty, 200],
      specialty2: [person.specialty2, 200],
      specialty3: [person.specialty3, 200],
      secondSite: [person.secondSite, 40],
      thirdSite: [person.thirdSite, 40],
      residencyCertificate: [person.residencyCertificate, 40],
      gpCertificate: [person.gpCertificate, 60],
    }),
  )
  for (const [path, list] of Object.entries<CodeList>(LISTS)) {
    const value = person[path as keyof typeof LISTS]
    if (value !== null) issues.push(...codeIssues(path, list, value))
  }
  if (profession !== null && workClass !== null && PROFESSIONS.items[profession]?.workClass !== workClass)
    issues.push(issue('profession', 'PROFESSION_OF_OTHER_CLASS', { profession: PROFESSIONS.items[profession]?.label ?? profession }))
  if (birthDate !== null && birthDate > today) issues.push(issue('birthDate', 'DAY_TO_COME', { day: birthDate }))
  if (birthDate !== null && workStartedOn !== null && workStartedOn <= birthDate)
    issues.push(issue('workStartedOn', 'WORK_BEFORE_BIRTH', { birth: birthDate, day: workStartedOn }))
  if (person.physicianCategory !== null && profession !== null && !['11', '12', '13', '80', 'V1'].includes(profession))
    issues.push(issue('physicianCategory', 'NOT_A_PHYSICIAN'))
  return issues
}
