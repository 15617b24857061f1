import { v7 as newId } from 'uuid'

import type { Change } from '@yilian/database/changes.ts'
import type { Db } from '@yilian/database/db.ts'
import type { FlowOut } from '@yilian/domain/code-lists/staff-flow.ts'
import { changeFrom, endFrom, notInForceIssues, stretchIssues, type Stretch } from '@yilian/domain/dated.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { issue, issuesAt } from '@yilian/domain/issue.ts'
import { covers } from '@yilian/domain/period.ts'
import { appointmentKindRules, type AppointmentKind } from '@yilian/domain/staffing/appointment-kind.ts'
import { APPOINTMENT_DEFAULTS, appointmentIssues, type Appointment, type AppointmentValue } from '@yilian/domain/staffing/appointment.ts'

import { institutionOpen, notFound } from '../command/known.ts'
import { refuseOn, type CommandBody, type CommandInput } from '../command/run-command.ts'
import { cited } from '../membership/membership.commands.ts'
import { homeOn, lockPerson, stretchesOf, type PersonLocked } from '../person/lock-person.ts'
import { homeValue, placeOf, requirePost, writeAppointment, type PlaceInput } from './place.ts'

interface OnPerson extends CommandInput {
  readonly personId: string
  readonly baseVersion: number
  readonly effectiveOn: IsoDate
}

export interface AppointPerson extends OnPerson, PlaceInput {}

/** 调整岗位和职务: from the effective day, what the primary appointment is to. */
export const appointPerson =
  (input: AppointPerson): CommandBody =>
  async (trx, begin) => {
    const person = await lockPerson(trx, input.personId, input.baseVersion, { postId: input.postId })
    const home = requireHome(person, input.effectiveOn, 'PRIMARY')
    const institution = await institutionOpen(trx, home.institutionId!, input.effectiveOn, 'effectiveOn')
    await requirePost(trx, input.postId, institution, input.effectiveOn)
    const desired = changeFrom<AppointmentValue>(stretchesOf(person, home.id), input.effectiveOn, { ...placeOf(input), ...cited(input) })
    await writeAppointment(trx, await begin(), home.id, person.id, home.kind, desired)
  }

export interface AddConcurrentPost extends OnPerson, PlaceInput {
  readonly institutionId: string
  readonly plannedUntil?: IsoDate | null | undefined
}

/** 登记兼任: another post beside the primary one. */
export const addConcurrentPost = (input: AddConcurrentPost): CommandBody => assignPerson({ ...input, kind: 'CONCURRENT' })

export interface AssignPerson extends OnPerson, PlaceInput {
  readonly kind: AppointmentKind
  readonly institutionId?: string | null | undefined
  readonly elsewhere?: string | null | undefined
  readonly plannedUntil?: IsoDate | null | undefined
  readonly reviewOn?: IsoDate | null | undefined
}

/** 派驻、借调、挂职、帮扶、轮岗、进修、多点执业: from home to a host, until a day or a review. */
export function assignPerson(input: AssignPerson): CommandBody {
  return async (trx, begin) => {
    const { kind, effectiveOn, institutionId = null } = input
    const person = await lockPerson(trx, input.personId, input.baseVersion, { institutions: [institutionId], postId: input.postId })
    if (appointmentKindRules(kind).home) refuseOn([issue('kind', 'NOT_AN_ASSIGNMENT', { kind: appointmentKindRules(kind).label })])
    const home = requireHome(person, effectiveOn, kind)
    const value: Stretch<AppointmentValue> = {
      ...APPOINTMENT_DEFAULTS,
      ...placeOf(input),
      institutionId,
      elsewhere: input.elsewhere?.trim() || null,
      homeId: home.institutionId,
      plannedUntil: input.plannedUntil ?? null,
      reviewOn: input.reviewOn ?? null,
      documentId: input.documentId ?? null,
      validFrom: effectiveOn,
      validTo: null,
    }
    refuseOn(appointmentIssues(kind, value))
    if (institutionId !== null)
      await requirePost(trx, input.postId, await institutionOpen(trx, institutionId, effectiveOn, 'institutionId'), effectiveOn)
    await writeAppointment(trx, await begin(), newId(), person.id, kind, [value])
  }
}

export interface EndAssignment extends CommandInput {
  readonly appointmentId: string
  /** The version of the person. */
  readonly baseVersion: number
  readonly effectiveOn: IsoDate
}

export interface ExtendAssignment extends EndAssignment {
  readonly plannedUntil?: IsoDate | null | undefined
  readonly reviewOn?: IsoDate | null | undefined
}

/** 延期: from the effective day another return or review is planned. */
export const extendAssignment =
  (input: ExtendAssignment): CommandBody =>
  async (trx, begin) => {
    const { person, rows, one } = await lockAppointment(trx, input, input.effectiveOn)
    if (appointmentKindRules(one.kind).home)
      refuseOn([issue('appointmentId', 'NOT_PLANNED', { kind: appointmentKindRules(one.kind).label })])
    const patch = { plannedUntil: input.plannedUntil ?? null, reviewOn: input.reviewOn ?? null, ...cited(input) }
    if (patch.plannedUntil === null && patch.reviewOn === null)
      refuseOn([issue('plannedUntil', 'RETURN_NEEDED', { kind: appointmentKindRules(one.kind).label })])
    const desired = changeFrom<AppointmentValue>(rows, input.effectiveOn, patch)
    await writeAppointment(trx, await begin(), one.id, person.id, one.kind, desired)
  }

/** 返回、结束: from the effective day the person is back, or no longer holds the concurrent post. */
export const endAssignment =
  (input: EndAssignment): CommandBody =>
  async (trx, begin) => {
    const { person, rows, one } = await lockAppointment(trx, input, null)
    if (appointmentKindRules(one.kind).home) refuseOn([issue('appointmentId', 'ENDS_HOME', { kind: appointmentKindRules(one.kind).label })])
    if (!rows.some(({ validFrom, validTo }) => validFrom < input.effectiveOn && (validTo === null || input.effectiveOn <= validTo)))
      refuseOn(notInForceIssues(rows, input.effectiveOn))
    await writeAppointment(trx, await begin(), one.id, person.id, one.kind, endFrom(rows, input.effectiveOn))
  }

export interface TransferPerson extends OnPerson, PlaceInput {
  readonly institutionId: string
}

/**
 * 调动: leaves one institution and is appointed at another on the same day. What the person did at the new one before (借调、兼任) ends with
 * it; other assignments go on.
 */
export const transferPerson =
  (input: TransferPerson): CommandBody =>
  async (trx, begin) => {
    const { effectiveOn, institutionId } = input
    const person = await lockPerson(trx, input.personId, input.baseVersion, { institutions: [institutionId], postId: input.postId })
    const home = requireHome(person, effectiveOn, 'PRIMARY')
    const institution = await institutionOpen(trx, institutionId, effectiveOn, 'institutionId')
    if (home.institutionId === institutionId)
      refuseOn([issue('institutionId', 'SAME_INSTITUTION', { person: person.name, institution: institution.name })])
    await requirePost(trx, input.postId, institution, effectiveOn)
    const change = await begin()
    await endWith(trx, change, person, [home.id], effectiveOn, '21')
    const there = person.appointments.filter((one) => one.institutionId === institutionId && one.id !== home.id)
    await endWith(trx, change, person, [...new Set(there.map(({ id }) => id))], effectiveOn, null)
    const value = { ...homeValue({ flowIn: '12', ...input }, institutionId), validFrom: effectiveOn, validTo: null }
    await writeAppointment(trx, change, newId(), person.id, 'PRIMARY', [value])
  }

/** Ends these appointments on a day, each last stretch with why. What was planned for later is cancelled. */
export async function endWith(
  trx: Db,
  change: Change,
  person: PersonLocked,
  ids: readonly string[],
  day: IsoDate,
  flowOut: FlowOut | null,
): Promise<void> {
  for (const id of ids) {
    const rows = stretchesOf(person, id)
    const ended = endFrom<AppointmentValue>(rows, day)
    const desired = ended.map((one) => (flowOut !== null && one.validTo === day ? { ...one, flowOut } : one))
    await writeAppointment(trx, change, id, person.id, rows[0]!.kind, desired)
  }
}

export interface CorrectAppointment extends CommandInput {
  readonly appointmentId: string
  readonly baseVersion: number
  /** The whole timeline as it truly was; empty: it never was. */
  readonly stretches: readonly AppointmentStretch[]
}

export interface AppointmentStretch extends PlaceInput {
  readonly institutionId?: string | null | undefined
  readonly elsewhere?: string | null | undefined
  readonly plannedUntil?: IsoDate | null | undefined
  readonly reviewOn?: IsoDate | null | undefined
  readonly flowOut?: string | null | undefined
  readonly validFrom: IsoDate
  readonly validTo?: IsoDate | null | undefined
}

/** 更正任职记录: the appointment as it truly was. */
export const correctAppointment =
  (input: CorrectAppointment): CommandBody =>
  async (trx, begin) => {
    const institutions = input.stretches.map(({ institutionId }) => institutionId)
    const { person, rows, one } = await lockAppointment(trx, input, null, institutions)
    const desired = input.stretches.map((stretch): Stretch<AppointmentValue> => {
      const before = rows.find((row) => covers(row, stretch.validFrom)) ?? rows[0]!
      const institutionId = stretch.institutionId ?? null
      return {
        ...APPOINTMENT_DEFAULTS,
        ...placeOf(stretch),
        institutionId,
        elsewhere: stretch.elsewhere?.trim() || null,
        homeId: appointmentKindRules(one.kind).home ? institutionId : before.homeId,
        homeElsewhere: before.homeElsewhere,
        plannedUntil: stretch.plannedUntil ?? null,
        reviewOn: stretch.reviewOn ?? null,
        flowIn: (stretch.flowIn ?? null) as AppointmentValue['flowIn'],
        flowOut: (stretch.flowOut ?? null) as AppointmentValue['flowOut'],
        documentId: before.documentId,
        source: before.source,
        sourceNote: before.sourceNote,
        ...cited(input),
        validFrom: stretch.validFrom,
        validTo: stretch.validTo ?? null,
      }
    })
    refuseOn(stretchIssues(desired))
    refuseOn(desired.flatMap((stretch, at) => issuesAt(`stretches.${at}`, appointmentIssues(one.kind, stretch))))
    await writeAppointment(trx, await begin(), one.id, person.id, one.kind, desired)
  }

/** The home on the day, without which nothing else can be. */
function requireHome(person: PersonLocked, day: IsoDate, kind: AppointmentKind): Appointment {
  const home = homeOn(person, day)
  if (!home) refuseOn([issue('effectiveOn', 'NO_PRIMARY', { person: person.name, day, kind: appointmentKindRules(kind).label })])
  return home!
}

/** An appointment with its person locked; `day`: on which it must be in force. */
async function lockAppointment(
  trx: Db,
  { appointmentId, baseVersion }: { readonly appointmentId: string; readonly baseVersion: number },
  day: IsoDate | null,
  institutions: readonly (string | null | undefined)[] = [],
) {
  const found = await trx.selectFrom('appointment').select(['personId', 'kind']).where('id', '=', appointmentId).limit(1).executeTakeFirst()
  if (!found) throw notFound('appointmentId', 'appointment', appointmentId)
  const person = await lockPerson(trx, found.personId, baseVersion, { institutions })
  const rows = stretchesOf(person, appointmentId)
  if (rows.length === 0) throw notFound('appointmentId', 'appointment', appointmentId)
  const one = day === null ? rows.at(-1)! : rows.find((row) => covers(row, day))
  if (!one) refuseOn(notInForceIssues(rows, day!))
  return { person, rows, one: one! }
}
