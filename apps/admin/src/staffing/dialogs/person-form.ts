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
import { MANAGEMENT_POSTS, type ManagementPost } from '@yilian/domain/code-lists/staff-flow.ts'
import type { TitleLevel } from '@yilian/domain/code-lists/title-level.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { issuesAt, type Issue } from '@yilian/domain/issue.ts'
import { normalisePersonal, personalIssues } from '@yilian/domain/personal-data.ts'
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
  /** Typed anew; empty: what is recorded stays. */
  readonly identityNumber: string
  readonly phone: string
}

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
      : personalIssues('identityNumber', 'IDENTITY_NUMBER', normalisePersonal('IDENTITY_NUMBER', identityNumber))),
    ...(phone.trim() === '' ? [] : personalIssues('phone', 'PHONE', normalisePersonal('PHONE', phone))),
  ]
}
