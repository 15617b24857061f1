import { v7 as newId } from 'uuid'

import { lockPeople, type Change } from '@yilian/database/changes.ts'
import { writeTimeline } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import { refreshSearch } from '@yilian/database/search.ts'
import type { TitleLevel } from '@yilian/domain/code-lists/title-level.ts'
import { changeFrom, notInForceIssues, overlay } from '@yilian/domain/dated.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { institutionCodeIssues } from '@yilian/domain/institution.ts'
import { issue, issuesAt } from '@yilian/domain/issue.ts'
import { PERSONAL_FIELDS, type PersonalField } from '@yilian/domain/personal-data.ts'
import { covers } from '@yilian/domain/period.ts'
import { personIssues, type PersonValue } from '@yilian/domain/staffing/person.ts'

import { claimIdentity } from '../command/identity.ts'
import { institutionOpen } from '../command/known.ts'
import { refuseOn, type CommandBody, type CommandInput } from '../command/run-command.ts'
import type { Keys } from '../keys/keys.ts'
import { cited } from '../membership/membership.commands.ts'
import { hasPersonal, setPersonal } from '../personal-data/personal-data.queries.ts'
import { homeValue, requirePost, writeAppointment, type PlaceInput } from '../appointment/place.ts'
import { lockPerson, lockPlaces, type PersonLocked } from './lock-person.ts'
import { identityIssues, personalOf, personValue, type PersonalInput, type PersonInput } from './person-input.ts'
import { possiblySameIssues } from './same-person.queries.ts'

/** What a command on people needs of the request. */
export interface OnPeople {
  readonly keys: Keys
  readonly today: IsoDate
}

export interface HirePerson extends CommandInput, PersonalInput, PlaceInput {
  /** The bureau's code; left out: the next one of the county. */
  readonly code?: string | null | undefined
  readonly person: PersonInput
  readonly institutionId: string
  /** Somebody alike is recorded; this is another person. */
  readonly confirmedOther?: boolean | null | undefined
  readonly effectiveOn: IsoDate
}

/** 入职登记: somebody new, with the first primary appointment. The county of the institution keeps the person. */
export const hirePerson =
  (input: HirePerson, { keys, today }: OnPeople): CommandBody =>
  async (trx, begin, reader) => {
    await lockPlaces(trx, [], { institutions: [input.institutionId], postId: input.postId })
    const institution = await institutionOpen(trx, input.institutionId, input.effectiveOn, 'institutionId')
    const personal = personalOf(input, input.person.identityDocument)
    const given = { documentId: input.documentId ?? null, source: null, sourceNote: null }
    const value = personValue(input.person, given, false, personal.values.IDENTITY_NUMBER ?? null)
    const place = homeValue(input, institution.id)
    const code = input.code?.trim() || null
    refuseOn([...issuesAt('person', personIssues(value, today)), ...personal.issues, ...(code === null ? [] : institutionCodeIssues(code))])
    refuseOn(await identityIssues(trx, keys, personal.values.IDENTITY_NUMBER, value, null))
    if (!input.confirmedOther && !personal.values.IDENTITY_NUMBER)
      refuseOn(await possiblySameIssues(reader, institution.countyCode, { ...value, institutionId: institution.id }))
    await requirePost(trx, input.postId, institution, input.effectiveOn)
    const id = await claimIdentity(trx, 'person', { code, countyCode: institution.countyCode }, 'code')
    await lockPeople(trx, [id])
    const change = await begin()
    const from = { validFrom: input.effectiveOn, validTo: null }
    await writeTimeline(trx, change, 'PERSON', id, {}, [{ ...value, ...from }])
    await writeAppointment(trx, change, newId(), id, 'PRIMARY', [{ ...place, ...from }])
    await setPersonal(trx, keys, { of: 'PERSON', id }, personal.values)
    await refreshSearch(trx, 'PERSON', [id])
  }

export interface RevisePerson extends CommandInput, PersonalInput {
  readonly personId: string
  readonly baseVersion: number
  readonly person: PersonInput
  readonly effectiveOn: IsoDate
}

/** 变更人员信息: from the effective day, all that is said of the person. */
export const revisePerson =
  (input: RevisePerson, on: OnPeople): CommandBody =>
  async (trx, begin) => {
    const person = await lockPerson(trx, input.personId, input.baseVersion)
    const before = person.stretches.find((one) => covers(one, input.effectiveOn))
    if (!before) return refuseOn(notInForceIssues(person.stretches, input.effectiveOn))
    const { value, values } = await judged(trx, person, input, before, on)
    const change = await begin()
    await writePerson(trx, change, person, changeFrom<PersonValue>(person.stretches, input.effectiveOn, value))
    await keepPersonal(trx, change, on.keys, person.id, values)
  }

export interface CorrectPerson extends CommandInput, PersonalInput {
  readonly personId: string
  readonly baseVersion: number
  readonly person: PersonInput
  /** The days on which it was truly so; left out: all. */
  readonly validFrom?: IsoDate | null | undefined
  readonly validTo?: IsoDate | null | undefined
}

/** 更正人员信息: what truly was, on all days or on some. What was known before stays readable as known then. */
export const correctPerson =
  (input: CorrectPerson, on: OnPeople): CommandBody =>
  async (trx, begin) => {
    const person = await lockPerson(trx, input.personId, input.baseVersion)
    const first = person.stretches[0]!
    const days = { validFrom: input.validFrom ?? first.validFrom, validTo: input.validTo ?? null }
    if (days.validTo !== null && days.validTo <= days.validFrom) refuseOn([issue('validTo', 'END_BEFORE_START', days)])
    const { value, values } = await judged(trx, person, input, first, on)
    const change = await begin()
    await writePerson(trx, change, person, overlay<PersonValue>(person.stretches, days, value))
    await keepPersonal(trx, change, on.keys, person.id, values)
  }

async function judged(
  trx: Db,
  person: PersonLocked,
  input: PersonalInput & CommandInput & { readonly person: PersonInput },
  before: PersonValue,
  { keys, today }: OnPeople,
) {
  const { values, issues } = personalOf(input, input.person.identityDocument)
  const { documentId, source, sourceNote } = before
  const value = personValue(
    input.person,
    { documentId, source, sourceNote, ...cited(input) },
    before.synthetic,
    values.IDENTITY_NUMBER ?? null,
  )
  refuseOn([...issuesAt('person', personIssues(value, today)), ...issues])
  refuseOn(await identityIssues(trx, keys, values.IDENTITY_NUMBER, value, person.id))
  return { value, values }
}

/** Writes the person's own record and under which names the person is found. */
export async function writePerson(
  trx: Db,
  change: Change,
  { id }: { id: string },
  desired: Parameters<typeof writeTimeline>[5],
): Promise<void> {
  await writeTimeline(trx, change, 'PERSON', id, {}, desired)
  await refreshSearch(trx, 'PERSON', [id])
}

export interface RemovePersonalNumber extends CommandInput {
  readonly personId: string
  readonly baseVersion: number
  readonly field: PersonalField
}

/**
 * 删除证件号码或手机号: one that was recorded wrongly is taken away, for a reason. It cannot be undone: the sealed text and its hash go, and neither
 * history nor audit ever had the number.
 */
export const removePersonalNumber =
  (input: RemovePersonalNumber, { keys }: OnPeople): CommandBody =>
  async (trx, begin) => {
    const person = await lockPerson(trx, input.personId, input.baseVersion)
    if (!input.note?.trim()) refuseOn([issue('note', 'REQUIRED')])
    const owner = { of: 'PERSON', id: person.id } as const
    if (!(await hasPersonal(trx, input.field, owner))) refuseOn([issue('field', 'NOT_RECORDED', { field: PERSONAL_FIELDS[input.field] })])
    const change = await begin()
    const values = { PHONE: undefined, IDENTITY_NUMBER: undefined, [input.field]: null }
    await keepPersonal(trx, change, keys, person.id, values)
  }

/** Personal numbers are no facts: the audit has that they changed, the history that something was recorded of the person. */
async function keepPersonal(
  trx: Db,
  change: Change,
  keys: Keys,
  id: string,
  values: ReturnType<typeof personalOf>['values'],
): Promise<void> {
  if (values.PHONE === undefined && values.IDENTITY_NUMBER === undefined) return
  await setPersonal(trx, keys, { of: 'PERSON', id }, values)
  change.people.add(id)
}

export interface PromotePerson extends CommandInput {
  readonly personId: string
  readonly baseVersion: number
  readonly titleQualified?: TitleLevel | null | undefined
  readonly titleQualifiedOn?: IsoDate | null | undefined
  readonly titleAppointed?: TitleLevel | null | undefined
  readonly titleAppointedOn?: IsoDate | null | undefined
  readonly effectiveOn: IsoDate
}

/** 职称评聘: a title qualified for (评), one appointed to (聘), or both; what is left out stays. */
export const promotePerson =
  (input: PromotePerson, { today }: OnPeople): CommandBody =>
  async (trx, begin) => {
    const person = await lockPerson(trx, input.personId, input.baseVersion)
    const before = person.stretches.find((one) => covers(one, input.effectiveOn))
    if (!before) return refuseOn(notInForceIssues(person.stretches, input.effectiveOn))
    const { titleQualified, titleAppointed } = input
    if (!titleQualified && !titleAppointed) refuseOn([issue('titleAppointed', 'REQUIRED')])
    const patch: Partial<PersonValue> = {
      ...(titleQualified && { titleQualified, titleQualifiedOn: input.titleQualifiedOn ?? input.effectiveOn }),
      ...(titleAppointed && { titleAppointed, titleAppointedOn: input.titleAppointedOn ?? input.effectiveOn }),
      ...cited(input),
    }
    refuseOn(personIssues({ ...before, ...patch }, today))
    await writePerson(trx, await begin(), person, changeFrom<PersonValue>(person.stretches, input.effectiveOn, patch))
  }
