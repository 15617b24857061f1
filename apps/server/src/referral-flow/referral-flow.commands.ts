import { sql } from 'kysely'
import { v7 as newId } from 'uuid'

import { lockAlliances } from '@yilian/database/changes.ts'
import { replaceRows, type FactRow } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import { addDays, day, type IsoDate } from '@yilian/domain/day.ts'
import { issue, type Issue } from '@yilian/domain/issue.ts'
import { overlaps, type Period } from '@yilian/domain/period.ts'
import { referralIssues, type ReferralDraft, type ReferralFlow } from '@yilian/domain/referral-flow.ts'

import type { Reader } from '../access/reader.ts'
import { seesFact } from '../access/seen-facts.ts'
import { allianceKnown, institutionKnown, type AllianceKnown } from '../command/known.ts'
import { refuseOn, type CommandBody, type CommandInput } from '../command/run-command.ts'

export interface RecordReferrals extends CommandInput {
  readonly allianceId: string
  /** `YYYY-MM`. */
  readonly period: string
  readonly flows: readonly ReferralDraft[]
}

/**
 * 登记转诊人次: the whole month of the alliance. What was recorded for the month and is given again takes the new count, what is
 * not given any more is withdrawn; both stay readable as known before.
 */
export const recordReferrals =
  (input: RecordReferrals, today: IsoDate): CommandBody =>
  async (trx, begin, reader) => {
    refuseOn(referralIssues(input.period, input.flows, today))
    await lockAlliances(trx, [input.allianceId])
    const alliance = await allianceKnown(trx, input.allianceId, 'allianceId')
    refuseOn(await membershipIssues(trx, alliance, input))
    const recorded = await recordedFlows(reader, input)
    const wanted = input.flows.map((flow) => {
      const before = recorded.find((row) => keyOf(row) === keyOf(flow))
      const { fromId, toId, direction, count } = flow
      const keys = { id: before?.id ?? newId(), allianceId: alliance.id, period: input.period, fromId, toId, direction }
      return { ...keys, count, documentId: input.documentId ?? before?.documentId ?? null, source: before?.source ?? null }
    })
    const stays = (row: RecordedFlow) =>
      wanted.some((one) => one.id === row.id && one.count === row.count && one.documentId === row.documentId)
    const change = await begin()
    await replaceRows(
      trx,
      change,
      'REFERRAL_FLOW',
      recorded.filter((row) => !stays(row)),
      wanted.filter((one) => !recorded.some((row) => row.id === one.id && stays(row))),
    )
  }

type RecordedFlow = FactRow & ReferralFlow & { readonly documentId: string | null }

// Counts that are not seen stay: they could not be given again.
async function recordedFlows({ db, access }: Reader, { allianceId, period }: RecordReferrals): Promise<RecordedFlow[]> {
  const { rows } = await sql<RecordedFlow>`select f.* from referral_flow f
    where f.alliance_id = ${allianceId} and f.period = ${period} and f.recorded_to is null and ${seesFact(access, 'REFERRAL_FLOW', 'f')}`.execute(
    db,
  )
  return rows
}

/** Both ends are in the alliance, whatever the role, on some day of the month. */
async function membershipIssues(trx: Db, alliance: AllianceKnown, { period, flows }: RecordReferrals): Promise<Issue[]> {
  const memberships = await trx
    .selectFrom('membership')
    .select(['institutionId', 'validFrom', 'validTo'])
    .where('allianceId', '=', alliance.id)
    .where('recordedTo', 'is', null)
    .execute()
  const month = daysOf(period)
  const members = new Set(memberships.filter((one) => overlaps(one, month)).map(({ institutionId }) => institutionId))
  const issues: Issue[] = []
  for (const [at, flow] of flows.entries()) {
    for (const end of ['fromId', 'toId'] as const) {
      if (members.has(flow[end])) continue
      const institution = await institutionKnown(trx, flow[end], `flows.${at}.${end}`)
      issues.push(issue(`flows.${at}.${end}`, 'NOT_A_MEMBER', { institution: institution.name, alliance: alliance.name, day: period }))
    }
  }
  return issues
}

function daysOf(period: string): Period {
  const validFrom = day(`${period}-01`)
  return { validFrom, validTo: day(`${addDays(validFrom, 31).slice(0, 7)}-01`) }
}

function keyOf({ fromId, toId, direction }: Pick<ReferralDraft, 'fromId' | 'toId' | 'direction'>): string {
  return `${fromId} ${toId} ${direction}`
}
