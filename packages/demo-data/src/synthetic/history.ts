import { addDays, day, instant, type IsoDate } from '@yilian/domain/day.ts'
import { changeFrom, endFrom, type Stretch } from '@yilian/domain/dated.ts'
import { exclusiveGroupOf } from '@yilian/domain/membership.ts'
import type { AllianceKind } from '@yilian/domain/alliance-kind.ts'
import type { MembershipRole } from '@yilian/domain/membership-role.ts'
import { covers } from '@yilian/domain/period.ts'

import { stableId } from '../stable-id.ts'
import { SYNTHETIC_SOURCE, type SyntheticInstitution } from './institutions.ts'
import { begin, emptyLedger, stretchesOf, write, type Ledger, type LedgerChange, type Values } from './ledger.ts'
import type { Random } from './random.ts'

export const FIRST_YEAR = 2016
export const YEARS = 10
export const START = day(`${FIRST_YEAR}-01-01`)

/** What lasts of a synthetic alliance. */
export interface SyntheticAlliance {
  readonly id: string
  readonly code: string
  readonly countyCode: string
  readonly kind: AllianceKind
  readonly name: string
}

/** The alliances of one synthetic county. */
export interface Alliances {
  /** Three tight county alliances: every institution of the county is in one at a time. */
  readonly tight: readonly SyntheticAlliance[]
  readonly telemedicine: SyntheticAlliance
  readonly specialty: SyntheticAlliance
  readonly support: SyntheticAlliance
}

/** A county's history while it is being made: the ledger, its clock, and who is a member where. */
export interface History {
  readonly ledger: Ledger
  readonly random: Random
  readonly countyCode: string
  /** Membership ids by `alliance institution`; the last one when somebody came back. */
  readonly memberships: Map<string, string>
  clock: number
}

/** A history in which nothing has happened yet, its clock at the start of the first year. */
export function newHistory(countyCode: string, random: Random): History {
  return { ledger: emptyLedger(), random, countyCode, memberships: new Map(), clock: Date.parse(`${START}T01:00:00Z`) }
}

/** A change effective on a day and recorded three days later, or a second after the one before it. */
export function changeOn(
  history: History,
  command: string,
  effectiveOn: IsoDate,
  { correction = false, recordedOn = addDays(effectiveOn, 3), documentId = null as string | null } = {},
): LedgerChange {
  history.clock = Math.max(history.clock + 1000, Date.parse(`${recordedOn}T01:00:00Z`))
  const recordedAt = instant(`${new Date(history.clock).toISOString().slice(0, 19)}Z`)
  return begin(history.ledger, { command, correction, effectiveOn, recordedAt, documentId })
}

/** From a day on the institution has these attributes. */
export function revise(history: History, change: LedgerChange, { id }: SyntheticInstitution, from: IsoDate, patch: Values): void {
  write(history.ledger, change, 'INSTITUTION', id, {}, changeFrom(stretchesOf(history.ledger, id), from, patch))
}

/** From a day on it is in the alliance, by a membership of its own. */
export function admit(
  history: History,
  change: LedgerChange,
  alliance: SyntheticAlliance,
  institution: SyntheticInstitution,
  from: IsoDate,
  role: MembershipRole = 'MEMBER',
): void {
  const id = stableId(`synthetic ${alliance.code} ${institution.code} ${change.number}`)
  history.memberships.set(`${alliance.id} ${institution.id}`, id)
  setMembership(history, change, alliance, institution, [
    {
      role,
      exclusiveGroup: exclusiveGroupOf(alliance.kind, role),
      legalPersonKept: true,
      documentId: null,
      source: SYNTHETIC_SOURCE,
      sourceNote: null,
      validFrom: from,
      validTo: null,
    },
  ])
}

/** From a day on it is no member any more. */
export function withdraw(
  history: History,
  change: LedgerChange,
  alliance: SyntheticAlliance,
  institution: SyntheticInstitution,
  from: IsoDate,
): void {
  setMembership(history, change, alliance, institution, endFrom(membershipOf(history, alliance, institution), from))
}

/** The membership's stretches; none when it never was a member. */
export function membershipOf(
  { ledger, memberships }: History,
  alliance: SyntheticAlliance,
  institution: SyntheticInstitution,
): Stretch<Values>[] {
  const id = memberships.get(`${alliance.id} ${institution.id}`)
  return id ? stretchesOf(ledger, id) : []
}

/** Whether it is in the alliance on the day, as known so far. */
export function isMember(history: History, alliance: SyntheticAlliance, institution: SyntheticInstitution, on: IsoDate): boolean {
  return membershipOf(history, alliance, institution).some((stretch) => covers(stretch, on))
}

/** Makes the timeline of its latest membership `desired`; nothing when it never had one. */
export function setMembership(
  { ledger, memberships }: History,
  change: LedgerChange,
  alliance: SyntheticAlliance,
  institution: SyntheticInstitution,
  desired: readonly Stretch<Values>[],
): void {
  const id = memberships.get(`${alliance.id} ${institution.id}`)
  if (id) write(ledger, change, 'MEMBERSHIP', id, { allianceId: alliance.id, institutionId: institution.id }, desired)
}
