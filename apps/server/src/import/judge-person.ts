import type { FactRow } from '@yilian/database/dated.ts'
import { PROFESSIONS } from '@yilian/domain/code-lists/profession.ts'
import { changeFrom, notInForceIssues, periodText } from '@yilian/domain/dated.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { issue, naming, type Issue } from '@yilian/domain/issue.ts'
import { isOpen } from '@yilian/domain/institution.ts'
import { covers, union } from '@yilian/domain/period.ts'
import { normalisePersonal, personalIssues } from '@yilian/domain/personal-data.ts'
import { appointmentKindRules } from '@yilian/domain/staffing/appointment-kind.ts'
import { APPOINTMENT_DEFAULTS, type Appointment } from '@yilian/domain/staffing/appointment.ts'
import { identityAgreesIssues, identityNumberIssues, saidByIdentityNumber } from '@yilian/domain/staffing/identity-number.ts'
import { licenceKindOf, type Licence, type LicenceValue } from '@yilian/domain/staffing/licence.ts'
import { PERSON_DEFAULTS, personIssues, type Person, type PersonValue } from '@yilian/domain/staffing/person.ts'
import type { StaffCardValues } from '@yilian/domain/staffing/staff-card-columns.ts'
import type { FileRow } from '@yilian/domain/file-columns.ts'

import { possiblySame, likeliest } from '../person/same-person.queries.ts'
import { sealedNumbers, type SealedNumbers } from '../personal-data/personal-data.queries.ts'
import { lookupHashes } from '../personal-data/seal.ts'
import { THINGS } from '../command/things.ts'
import { factWrite, isUnchanged } from './fact-writer.ts'
import { openAs } from './identify-institution.ts'
import type { DatedWrite, ImportRow, ImportScope, Judgement } from './import-kind.ts'
import type { InstitutionLookup, KnownInstitution } from './institution-lookup.ts'
import { oneOf } from './one-of.ts'
import type { KnownPerson, PersonLookup } from './person-lookup.ts'

/** What rows of staff cards are judged on. */
export interface PersonPicture extends ImportScope {
  readonly institutions: InstitutionLookup
  readonly lookup: PersonLookup
  readonly newId: () => string
  readonly nextCode: () => string
}

type Values = FileRow<StaffCardValues>
/** Where somebody stands who has no code yet. */
const IN_THE_FILE = { zh: '本文件中前面的一行', en: 'an earlier row of this file' }
const CITED = { documentId: null, source: null, sourceNote: null }

/** A row with what it names found. */
interface Found {
  readonly values: Values
  readonly institution: KnownInstitution
  readonly number: string | null
  readonly phone: string | null
  readonly said: Partial<PersonValue>
}

/** The numbers of a row in their normal form. */
export function numbersOf({ identityNumber, phone }: Values): { number: string | null; phone: string | null } {
  const normal = (field: 'PHONE' | 'IDENTITY_NUMBER', text: string | undefined) =>
    // A masked number, as files have it that this product wrote, says nothing.
    text === undefined || text.includes('*') ? null : normalisePersonal(field, text)
  return { number: normal('IDENTITY_NUMBER', identityNumber), phone: normal('PHONE', phone) }
}

/** Judges a card on what is known and what earlier rows did: somebody known by the number, or by everything that can be compared, is revised; another is new. */
export function judgePerson(picture: PersonPicture, row: ImportRow<StaffCardValues>): Judgement {
  const found = findAll(picture, row.values)
  if ('issues' in found) return found
  const same = whoIs(picture, found)
  if ('issues' in same) return same
  return same.known ? revise(picture, same.known, found) : create(picture, found)
}

function findAll(picture: PersonPicture, values: Values): Found | { readonly issues: readonly Issue[] } {
  const institution = institutionOf(picture, values)
  const issues = [...(values.name === undefined ? [issue('name', 'REQUIRED')] : []), ...numberIssues(values)]
  if ('issues' in institution) return { issues: [...issues, ...institution.issues] }
  if (issues.length > 0) return { issues }
  const { number, phone } = numbersOf(values)
  return { values, institution, number, phone, said: saidOf(values, number) }
}

/** What is wrong with numbers and institution of a row in which something else cannot be read. */
export function otherCells(picture: PersonPicture, values: Values): readonly Issue[] {
  const institution = values.institutionId === undefined ? null : institutionOf(picture, values)
  return [...numberIssues(values), ...(institution && 'issues' in institution ? institution.issues : [])]
}

function numberIssues(values: Values): Issue[] {
  const { number, phone } = numbersOf(values)
  return [
    ...(number === null ? [] : identityNumberIssues('identityNumber', values.identityDocument ?? null, number)),
    ...(phone === null ? [] : personalIssues('phone', 'PHONE', phone)),
  ]
}

/** The institution by its code, else by its name on the day. */
function institutionOf({ institutions, today }: PersonPicture, values: Values): KnownInstitution | { readonly issues: readonly Issue[] } {
  const text = values.institutionId
  if (text === undefined) return { issues: [issue('institutionId', 'REQUIRED')] }
  const byCode = institutions.byCode(text)
  if (byCode && byCode.stretches.length > 0) return byCode
  const open = openAs(institutions, text, values.effectiveOn ?? values.flowOn ?? today)
  return oneOf('institutionId', text, THINGS.institution, open.length > 0 ? open : institutions.named(text))
}

/** What the card says of the person, birth date and sex from the number where they are left out. */
function saidOf(values: Values, number: string | null): Partial<PersonValue> {
  const numbered = number === null ? null : saidByIdentityNumber(number, values.identityDocument ?? null)
  const said: { -readonly [K in keyof PersonValue]?: PersonValue[K] } = {}
  const take = <K extends keyof PersonValue & keyof Values>(field: K) => {
    const value = values[field] as PersonValue[K] | undefined
    if (value !== undefined) said[field] = value
  }
  for (const field of PLAIN) take(field)
  if (numbered) {
    said.birthDate ??= numbered.birthDate
    said.sex ??= numbered.sex
  }
  if (said.profession != null) said.workClass = PROFESSIONS.items[said.profession].workClass
  return said
}

const PLAIN = [
  'name',
  'birthDate',
  'sex',
  'identityDocument',
  'ethnicity',
  'workStartedOn',
  'officePhone',
  'departmentCode',
  'department',
  'profession',
  'physicianCategory',
  'managementPost',
  'titleQualified',
  'titleAppointed',
  'education',
  'degree',
  'major',
  'specialty',
  'specialty2',
  'specialty3',
  'multiSite',
  'secondSite',
  'thirdSite',
  'residencyCertified',
  'residencyCertificate',
  'gpRegistered',
  'gpCertificate',
  'postedToVillage',
  'statisticsWork',
  'establishmentType',
  'generalPractitioner',
] as const

/** Whom the card is about: known by the code, or the number, or alike in everything; alike in some it is told, unless the row says that it is another. */
function whoIs(
  { lookup }: PersonPicture,
  { number, said, institution, values }: Found,
): { readonly known: KnownPerson | null } | { readonly issues: Issue[] } {
  const numbered = number === null ? undefined : lookup.byNumber(number)
  if (values.code !== undefined) {
    const coded = lookup.byCode(values.code)
    if (!coded) return { issues: [issue('code', 'NOT_FOUND', { thing: THINGS.person, value: values.code })] }
    if (numbered && numbered.id !== coded.id)
      return {
        issues: [naming(issue('identityNumber', 'PERSON_IDENTITY_TAKEN', { name: numbered.stretches.at(-1)?.name ?? '—' }), [numbered.id])],
      }
    return { known: coded }
  }
  if (numbered) return { known: numbered }
  const one = { name: said.name!, birthDate: said.birthDate ?? null, institutionId: institution.id }
  // Whoever has another number is another person.
  const others = lookup.candidates(one.name).filter(({ id }) => number === null || lookup.byId(id)?.identityNumberHash == null)
  const alike = likeliest(one, others)
  if (alike === null) return { known: null }
  const person = lookup.byId(alike.candidate.id)
  // Said to be another, somebody alike in everything is still whom the same row made before: unless a number tells the two apart.
  const isTheOne = alike.score === 100 && (number === null || values.confirmedOther !== true)
  if (isTheOne && person) return { known: person }
  if (values.confirmedOther === true) return { known: null }
  return { issues: [possiblySame('CARD_POSSIBLY_SAME', 'name', alike)] }
}

function revise(picture: PersonPicture, person: KnownPerson, found: Found): Judgement {
  const { institution, said, number, phone, values } = found
  const { keys, lookup, today } = picture
  const on = values.effectiveOn ?? today
  const before = person.stretches.find((one) => covers(one, on))
  if (!before) return { issues: notInForceIssues(person.stretches, on) }
  const home = person.appointments.find((one) => appointmentKindRules(one.kind).home && covers(one, on))
  if (!home) return { issues: [issue('institutionId', 'CARD_NOT_AT_WORK', { person: before.name, day: on })] }
  if (home.institutionId !== institution.id) {
    const there = picture.institutions.byId(home.institutionId ?? '')?.stretches.at(-1)?.name ?? '—'
    return { issues: [issue('institutionId', 'CARD_OTHER_INSTITUTION', { person: before.name, day: on, institution: there })] }
  }
  const value = { ...before, ...said }
  const issues = [...personIssues(value, today), ...(number === null ? [] : identityAgreesIssues(number, value))]
  if (issues.length > 0) return { issues }
  const desired = changeFrom<PersonValue>(person.stretches, on, said)
  const own = factWrite({ fact: 'PERSON', id: person.id, keys: {}, rows: person.stretches, desired })
  const licence = licenceWrite(picture, person.id, person.licences, { ...value, institutionId: institution.id }, values, on)
  const writes = [own, ...(licence ? [licence] : [])].filter((one) => !isUnchanged([one]))
  const personal = newNumbers(keys, person, number, phone)
  if (writes.length === 0 && personal === null) return { unchanged: person.id }
  return {
    proposal: {
      factId: person.id,
      subject: before.name,
      effectiveOn: on,
      documentId: null,
      note: values.note ?? null,
      // The person's own record stands for the rest, so that what rows of the file do to one person is told.
      writes: writes.length === 0 ? [own] : writes,
      ...(personal && { personal }),
      apply: () =>
        lookup.put(
          {
            ...person,
            stretches: own.desired as readonly (Person & FactRow)[],
            ...(licence && { licences: licence.desired as readonly (Licence & FactRow)[] }),
            phoneHash: personal?.phoneHash ?? person.phoneHash,
            identityNumberHash: personal?.identityNumberHash ?? person.identityNumberHash,
          },
          null,
          number,
        ),
    },
  }
}

function create(picture: PersonPicture, found: Found): Judgement {
  const { institution, said, number, phone, values } = found
  const { keys, lookup, today, countyCode } = picture
  const on = values.flowOn ?? values.effectiveOn ?? today
  const value: PersonValue = { ...PERSON_DEFAULTS, ...said, name: said.name!, ...CITED }
  const issues = [
    ...personIssues(value, today),
    ...(number === null ? [] : identityAgreesIssues(number, value)),
    ...lifeIssues(institution, values.flowOn === undefined && values.effectiveOn !== undefined ? 'effectiveOn' : 'flowOn', on),
  ]
  if (issues.length > 0) return { issues }
  const id = picture.newId()
  const days = { validFrom: on, validTo: null }
  const own = factWrite({ fact: 'PERSON', id, keys: {}, rows: [], desired: [{ ...value, ...days }] })
  const place = { ...APPOINTMENT_DEFAULTS, institutionId: institution.id, homeId: institution.id, flowIn: values.flowIn ?? null, ...days }
  const appointment = factWrite({
    fact: 'APPOINTMENT',
    id: picture.newId(),
    keys: { personId: id, kind: 'PRIMARY' },
    rows: [],
    desired: [place],
  })
  const licence = licenceWrite(picture, id, [], { ...value, institutionId: institution.id }, values, on)
  const personal =
    number === null && phone === null ? null : sealedNumbers(keys, id, { IDENTITY_NUMBER: number ?? undefined, PHONE: phone ?? undefined })
  return {
    proposal: {
      factId: null,
      subject: value.name,
      effectiveOn: on,
      documentId: null,
      note: values.note ?? null,
      writes: [own, appointment, ...(licence ? [licence] : [])],
      identity: { table: 'person', id, code: picture.nextCode(), countyCode },
      ...(personal && { personal }),
      apply: () =>
        lookup.put(
          {
            id,
            stretches: own.desired as readonly (Person & FactRow)[],
            appointments: [{ ...place, id: appointment.id, personId: id, kind: 'PRIMARY' } as Appointment & FactRow],
            licences: (licence?.desired ?? []) as readonly (Licence & FactRow)[],
            phoneHash: personal?.phoneHash ?? null,
            identityNumberHash: personal?.identityNumberHash ?? null,
          },
          { id, code: IN_THE_FILE, name: value.name, birthDate: value.birthDate, institutionId: institution.id },
          number,
        ),
    },
  }
}

/** Nobody works at an institution before it opens or after it is closed. */
function lifeIssues({ stretches }: KnownInstitution, path: 'effectiveOn' | 'flowOn', on: IsoDate): Issue[] {
  const life = union(stretches.filter(isOpen))
  if (life.some((one) => one.validFrom <= on && one.validTo === null)) return []
  const said = {
    host: stretches.at(-1)?.name ?? '—',
    period: periodText({ validFrom: on, validTo: null }),
    life: life.map(periodText).join('、') || '—',
  }
  return [issue(path, 'APPOINTMENT_BEYOND_LIFE', said)]
}

/** Numbers that are not kept yet; `null` when there is nothing new. */
function newNumbers(keys: PersonPicture['keys'], person: KnownPerson, number: string | null, phone: string | null): SealedNumbers | null {
  const isNew = (field: 'PHONE' | 'IDENTITY_NUMBER', value: string | null, hash: string | null) =>
    value !== null && (hash === null || !lookupHashes(keys, field, value).includes(hash))
  const [newNumber, newPhone] = [isNew('IDENTITY_NUMBER', number, person.identityNumberHash), isNew('PHONE', phone, person.phoneHash)]
  if (!newNumber && !newPhone) return null
  return sealedNumbers(keys, person.id, { IDENTITY_NUMBER: newNumber ? number : undefined, PHONE: newPhone ? phone : undefined })
}

/** The licence that the card names by its number: held from the day on, or its number and scope brought up to date. */
function licenceWrite(
  { newId }: PersonPicture,
  personId: string,
  held: readonly (Licence & FactRow)[],
  {
    profession,
    physicianCategory,
    institutionId,
  }: Pick<PersonValue, 'profession' | 'physicianCategory'> & { readonly institutionId: string },
  { licenceNumber, scope }: Values,
  on: IsoDate,
): DatedWrite | null {
  const kind = licenceKindOf(profession)
  if (licenceNumber === undefined || kind === null) return null
  const now = held.find((one) => one.kind === kind && covers(one, on))
  const said = { number: licenceNumber, ...(scope !== undefined && { scope }) }
  if (!now) {
    const value: LicenceValue = {
      ...CITED,
      kind,
      category: physicianCategory,
      scope: null,
      institutionId,
      issuedOn: null,
      expiresOn: null,
      ...said,
    }
    return factWrite({ fact: 'LICENCE', id: newId(), keys: { personId }, rows: [], desired: [{ ...value, validFrom: on, validTo: null }] })
  }
  const rows = held.filter(({ id }) => id === now.id)
  return factWrite({ fact: 'LICENCE', id: now.id, keys: { personId }, rows, desired: changeFrom<LicenceValue>(rows, on, said) })
}
