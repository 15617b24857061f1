import type { Db } from '@yilian/database/db.ts'
import type { Cited } from '@yilian/domain/cited.ts'
import type { Degree, Education, Sex } from '@yilian/domain/code-lists/education.ts'
import type { EstablishmentType } from '@yilian/domain/code-lists/establishment-type.ts'
import { PROFESSIONS, type PhysicianCategory, type Profession, type WorkClass } from '@yilian/domain/code-lists/profession.ts'
import type { IdentityDocument } from '@yilian/domain/code-lists/identity-document.ts'
import type { ManagementPost } from '@yilian/domain/code-lists/staff-flow.ts'
import type { TitleLevel } from '@yilian/domain/code-lists/title-level.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { issue, naming, type Issue } from '@yilian/domain/issue.ts'
import { normalisePersonal, personalIssues } from '@yilian/domain/personal-data.ts'
import { identityAgreesIssues, identityNumberIssues, saidByIdentityNumber } from '@yilian/domain/staffing/identity-number.ts'
import { PERSON_DEFAULTS, type PersonValue } from '@yilian/domain/staffing/person.ts'
import type { GpKind } from '@yilian/domain/staffing/terms.ts'

import type { Keys } from '../keys/keys.ts'
import { peopleWithPersonal } from '../personal-data/personal-data.queries.ts'
import { personKnown } from './lock-person.ts'

type Optional<T> = T | null | undefined

/** Everything that is said of a person; what is left out is not known. */
export interface PersonInput {
  readonly name: string
  readonly sex?: Optional<Sex>
  readonly identityDocument?: Optional<string>
  readonly birthDate?: Optional<IsoDate>
  readonly ethnicity?: Optional<string>
  readonly education?: Optional<string>
  readonly degree?: Optional<string>
  readonly major?: Optional<string>
  readonly workClass?: Optional<string>
  readonly profession?: Optional<string>
  readonly physicianCategory?: Optional<string>
  readonly titleQualified?: Optional<TitleLevel>
  readonly titleQualifiedOn?: Optional<IsoDate>
  readonly titleAppointed?: Optional<TitleLevel>
  readonly titleAppointedOn?: Optional<IsoDate>
  readonly establishmentType?: Optional<EstablishmentType>
  readonly managementPost?: Optional<string>
  readonly departmentCode?: Optional<string>
  readonly department?: Optional<string>
  readonly officePhone?: Optional<string>
  readonly workStartedOn?: Optional<IsoDate>
  readonly specialty?: Optional<string>
  readonly specialty2?: Optional<string>
  readonly specialty3?: Optional<string>
  readonly multiSite?: Optional<boolean>
  readonly secondSite?: Optional<string>
  readonly thirdSite?: Optional<string>
  readonly residencyCertified?: Optional<boolean>
  readonly residencyCertificate?: Optional<string>
  readonly gpRegistered?: Optional<boolean>
  readonly gpCertificate?: Optional<string>
  readonly postedToVillage?: Optional<boolean>
  readonly statisticsWork?: Optional<boolean>
  readonly generalPractitioner?: Optional<GpKind>
}

const text = (value: Optional<string>): string | null => value?.trim() || null

/** The value that an input says. National codes stay text; `personIssues` refuses those of no list. The work class follows from the profession. */
export function personValue(input: PersonInput, cited: Cited, synthetic: boolean, identityNumber: string | null = null): PersonValue {
  const identityDocument = text(input.identityDocument) as IdentityDocument | null
  const said = identityNumber === null ? null : saidByIdentityNumber(identityNumber, identityDocument)
  const profession = text(input.profession) as Profession | null
  return {
    ...PERSON_DEFAULTS,
    ...cited,
    synthetic,
    name: input.name.trim(),
    sex: input.sex ?? said?.sex ?? null,
    identityDocument,
    birthDate: input.birthDate ?? said?.birthDate ?? null,
    ethnicity: text(input.ethnicity),
    education: text(input.education) as Education | null,
    degree: text(input.degree) as Degree | null,
    major: text(input.major),
    workClass: (text(input.workClass) ??
      (profession === null ? null : PROFESSIONS.items[profession]?.workClass) ??
      null) as WorkClass | null,
    profession,
    physicianCategory: text(input.physicianCategory) as PhysicianCategory | null,
    titleQualified: input.titleQualified ?? null,
    titleQualifiedOn: input.titleQualifiedOn ?? null,
    titleAppointed: input.titleAppointed ?? null,
    titleAppointedOn: input.titleAppointedOn ?? null,
    establishmentType: input.establishmentType ?? null,
    managementPost: text(input.managementPost) as ManagementPost | null,
    departmentCode: text(input.departmentCode),
    department: text(input.department),
    officePhone: text(input.officePhone),
    workStartedOn: input.workStartedOn ?? null,
    specialty: text(input.specialty),
    specialty2: text(input.specialty2),
    specialty3: text(input.specialty3),
    multiSite: input.multiSite ?? null,
    secondSite: text(input.secondSite),
    thirdSite: text(input.thirdSite),
    residencyCertified: input.residencyCertified ?? null,
    residencyCertificate: text(input.residencyCertificate),
    gpRegistered: input.gpRegistered ?? null,
    gpCertificate: text(input.gpCertificate),
    postedToVillage: input.postedToVillage ?? null,
    statisticsWork: input.statisticsWork ?? null,
    generalPractitioner: input.generalPractitioner ?? null,
  }
}

/** Identity and phone number as given: left out they stay, null takes them away. */
export interface PersonalInput {
  readonly identityNumber?: Optional<string>
  readonly phone?: Optional<string>
}

/** In their normal form, with what is wrong with them alone; the number is one of this document. */
export function personalOf({ identityNumber, phone }: PersonalInput, document: string | null | undefined) {
  const normal = (field: 'PHONE' | 'IDENTITY_NUMBER', given: Optional<string>) =>
    given === undefined ? undefined : given?.trim() ? normalisePersonal(field, given) : null
  const values = { PHONE: normal('PHONE', phone), IDENTITY_NUMBER: normal('IDENTITY_NUMBER', identityNumber) }
  const issues = [
    ...(values.PHONE ? personalIssues('phone', 'PHONE', values.PHONE) : []),
    ...(values.IDENTITY_NUMBER
      ? identityNumberIssues('identityNumber', text(document) as IdentityDocument | null, values.IDENTITY_NUMBER)
      : []),
  ]
  return { values, issues }
}

/** An identity number belongs to one person, and agrees with birth date and sex. */
export async function identityIssues(
  trx: Db,
  keys: Keys,
  number: string | null | undefined,
  value: PersonValue,
  self: string | null,
): Promise<Issue[]> {
  if (!number) return []
  const issues = identityAgreesIssues(number, value).map((one) => ({ ...one, path: `person.${one.path}` }))
  const holder = (await peopleWithPersonal(trx, keys, 'IDENTITY_NUMBER', [number])).get(number)
  if (holder === undefined || holder === self) return issues
  const { name } = await personKnown(trx, holder, 'identityNumber')
  return [...issues, naming(issue('identityNumber', 'PERSON_IDENTITY_TAKEN', { name }), [holder])]
}
