import { isCode, type CodeList } from '@yilian/domain/code-list.ts'
import { DEGREES, EDUCATIONS, type Degree, type Education, type Sex } from '@yilian/domain/code-lists/education.ts'
import type { EstablishmentType } from '@yilian/domain/code-lists/establishment-type.ts'
import {
  PHYSICIAN_CATEGORIES,
  PROFESSIONS,
  WORK_CLASSES,
  type PhysicianCategory,
  type Profession,
  type WorkClass,
} from '@yilian/domain/code-lists/profession.ts'
import { IDENTITY_DOCUMENTS, type IdentityDocument } from '@yilian/domain/code-lists/identity-document.ts'
import { MANAGEMENT_POSTS, type ManagementPost } from '@yilian/domain/code-lists/staff-flow.ts'
import type { TitleLevel } from '@yilian/domain/code-lists/title-level.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { issuesAt, type Issue } from '@yilian/domain/issue.ts'
import { normalisePersonal, personalIssues } from '@yilian/domain/personal-data.ts'
import { identityNumberIssues } from '@yilian/domain/staffing/identity-number.ts'
import { personIssues, PERSON_DEFAULTS } from '@yilian/domain/staffing/person.ts'
import type { GpKind } from '@yilian/domain/staffing/terms.ts'
import { orNull } from '../../command/fields.tsx'
import type { PersonAttributesFragment, PersonInput } from '../../graphql/graphql.ts'

/** What is said of a person, as it is typed. */
export interface PersonDraft {
  readonly name: string
  readonly sex: Sex | null
  readonly birthDate: IsoDate | null
  readonly ethnicity: string
  readonly education: Education | null
  readonly degree: Degree | null
  readonly major: string
  readonly workClass: WorkClass | null
  readonly profession: Profession | null
  readonly physicianCategory: PhysicianCategory | null
  readonly titleQualified: TitleLevel | null
  readonly titleQualifiedOn: IsoDate | null
  readonly titleAppointed: TitleLevel | null
  readonly titleAppointedOn: IsoDate | null
  readonly establishmentType: EstablishmentType | null
  readonly managementPost: ManagementPost | null
  readonly department: string
  readonly workStartedOn: IsoDate | null
  readonly specialty: string
  readonly generalPractitioner: GpKind | null
  readonly identityDocument: IdentityDocument | null
  readonly departmentCode: string
  readonly officePhone: string
  readonly specialty2: string
  readonly specialty3: string
  readonly multiSite: boolean | null
  readonly secondSite: string
  readonly thirdSite: string
  readonly residencyCertified: boolean | null
  readonly residencyCertificate: string
  readonly gpRegistered: boolean | null
  readonly gpCertificate: string
  readonly postedToVillage: boolean | null
  readonly statisticsWork: boolean | null
  /** Typed anew; empty: what is recorded stays. */
  readonly identityNumber: string
  readonly phone: string
}

/** Answers that may also be left open. */
export const YES_NO = { YES: { zh: '是', en: 'Yes' }, NO: { zh: '否', en: 'No' } } as const

export const EMPTY_PERSON: PersonDraft = {
  name: '',
  sex: null,
  birthDate: null,
  ethnicity: '',
  education: null,
  degree: null,
  major: '',
  workClass: null,
  profession: null,
  physicianCategory: null,
  titleQualified: null,
  titleQualifiedOn: null,
  titleAppointed: null,
  titleAppointedOn: null,
  establishmentType: null,
  managementPost: null,
  department: '',
  workStartedOn: null,
  specialty: '',
  generalPractitioner: null,
  identityDocument: null,
  departmentCode: '',
  officePhone: '',
  specialty2: '',
  specialty3: '',
  multiSite: null,
  secondSite: '',
  thirdSite: '',
  residencyCertified: null,
  residencyCertificate: '',
  gpRegistered: null,
  gpCertificate: '',
  postedToVillage: null,
  statisticsWork: null,
  identityNumber: '',
  phone: '',
}

/** A national code, which the API gives as text; what is in no list of this version is not offered. */
export function codeOf<Code extends string>(list: CodeList<Code>, value: string | null): Code | null {
  return isCode(list, value) ? value : null
}

/** A person on record as one would type it; the personal numbers are never sent here in clear. */
export function personDraft(person: PersonAttributesFragment): PersonDraft {
  return {
    name: person.name,
    sex: person.sex,
    birthDate: person.birthDate,
    ethnicity: person.ethnicity ?? '',
    education: codeOf(EDUCATIONS, person.education),
    degree: codeOf(DEGREES, person.degree),
    major: person.major ?? '',
    workClass: codeOf(WORK_CLASSES, person.workClass),
    profession: codeOf(PROFESSIONS, person.profession),
    physicianCategory: codeOf(PHYSICIAN_CATEGORIES, person.physicianCategory),
    titleQualified: person.titleQualified,
    titleQualifiedOn: person.titleQualifiedOn,
    titleAppointed: person.titleAppointed,
    titleAppointedOn: person.titleAppointedOn,
    establishmentType: person.establishmentType,
    managementPost: codeOf(MANAGEMENT_POSTS, person.managementPost),
    department: person.department ?? '',
    workStartedOn: person.workStartedOn,
    specialty: person.specialty ?? '',
    generalPractitioner: person.generalPractitioner,
    identityDocument: codeOf(IDENTITY_DOCUMENTS, person.identityDocument),
    departmentCode: person.departmentCode ?? '',
    officePhone: person.officePhone ?? '',
    specialty2: person.specialty2 ?? '',
    specialty3: person.specialty3 ?? '',
    multiSite: person.multiSite,
    secondSite: person.secondSite ?? '',
    thirdSite: person.thirdSite ?? '',
    residencyCertified: person.residencyCertified,
    residencyCertificate: person.residencyCertificate ?? '',
    gpRegistered: person.gpRegistered,
    gpCertificate: person.gpCertificate ?? '',
    postedToVillage: person.postedToVillage,
    statisticsWork: person.statisticsWork,
    identityNumber: '',
    phone: '',
  }
}

/** Choosing a profession says the work class; a physician's category goes with the profession. */
export function withProfession(profession: Profession | null): Partial<PersonDraft> {
  return profession === null ? { profession } : { profession, workClass: PROFESSIONS.items[profession].workClass }
}

function said(draft: PersonDraft) {
  const { identityNumber: _identity, phone: _phone, ...person } = draft
  return {
    ...person,
    name: draft.name.trim(),
    ethnicity: orNull(draft.ethnicity),
    major: orNull(draft.major),
    department: orNull(draft.department),
    specialty: orNull(draft.specialty),
    departmentCode: orNull(draft.departmentCode),
    officePhone: orNull(draft.officePhone),
    specialty2: orNull(draft.specialty2),
    specialty3: orNull(draft.specialty3),
    secondSite: orNull(draft.secondSite),
    thirdSite: orNull(draft.thirdSite),
    residencyCertificate: orNull(draft.residencyCertificate),
    gpCertificate: orNull(draft.gpCertificate),
  }
}

export function personInput(draft: PersonDraft): PersonInput {
  return said(draft)
}

/** Numbers that were typed; what was not typed is left out and stays. */
export function personalInput({ identityNumber, phone }: PersonDraft): { identityNumber?: string; phone?: string } {
  return {
    ...(identityNumber.trim() === '' ? {} : { identityNumber: identityNumber.trim() }),
    ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
  }
}

/** The rules over what is typed, at the paths of the command. */
export function personDraftIssues(draft: PersonDraft, today: IsoDate): Issue[] {
  const { identityNumber, phone } = draft
  return [
    ...issuesAt('person', personIssues({ ...PERSON_DEFAULTS, ...said(draft) }, today)),
    ...(identityNumber.trim() === ''
      ? []
      : identityNumberIssues('identityNumber', draft.identityDocument, normalisePersonal('IDENTITY_NUMBER', identityNumber))),
    ...(phone.trim() === '' ? [] : personalIssues('phone', 'PHONE', normalisePersonal('PHONE', phone))),
  ]
}
