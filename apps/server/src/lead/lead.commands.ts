import { v7 as newId } from 'uuid'

import { lockAlliances, lockInstitutions } from '@yilian/database/changes.ts'
import { writeTimeline } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import { endFrom, notInForceIssues, periodText, stretchIssues } from '@yilian/domain/dated.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { issue, issuesAt, type Issue } from '@yilian/domain/issue.ts'
import { leadDisputeIssues, type LeadDispute, type LeadDisputeValue, type LeadVacancy } from '@yilian/domain/lead-dispute.ts'
import { covers, overlaps, type Period } from '@yilian/domain/period.ts'

import { EVER } from '../access/days.ts'
import { unseenInstitutions } from '../access/unseen.ts'
import { keptSource, lockBelonging, periodOfInput, type StretchInput } from '../command/belonging.ts'
import { allianceDaysFrom, allianceKnown, institutionKnown, institutionOpen } from '../command/known.ts'
import { refuseOn, requireVersion, type CommandBody, type CommandInput } from '../command/run-command.ts'
import { cited } from '../membership/membership.commands.ts'

interface DisputeInput {
  readonly chosenId?: string | null | undefined
  readonly mandatedId?: string | null | undefined
  readonly authority: string
  readonly summary?: string | null | undefined
}

export interface OpenLeadDispute extends CommandInput, DisputeInput {
  readonly allianceId: string
  readonly baseVersion: number
  readonly effectiveOn: IsoDate
}

/** 登记牵头争议: from the effective day the alliance's own choice and an authority's mandate differ. Based on the alliance. */
export const openLeadDispute =
  (input: OpenLeadDispute): CommandBody =>
  async (trx, begin) => {
    await lockAlliances(trx, [input.allianceId])
    await lockInstitutions(trx, named(input))
    const alliance = await allianceKnown(trx, input.allianceId, 'allianceId')
    await requireVersion(trx, 'ALLIANCE', alliance.id, input.baseVersion)
    const days = await allianceDaysFrom(trx, alliance, input.effectiveOn)
    const value: LeadDisputeValue = { ...disputeOf(input), documentId: input.documentId ?? null, source: null, sourceNote: null }
    refuseOn(leadDisputeIssues(value))
    if (value.chosenId) await institutionOpen(trx, value.chosenId, input.effectiveOn, 'chosenId')
    if (value.mandatedId) await institutionOpen(trx, value.mandatedId, input.effectiveOn, 'mandatedId')
    refuseOn(await openIssues(trx, alliance, null, [days], 'effectiveOn'))
    const change = await begin()
    await writeTimeline(trx, change, 'LEAD_DISPUTE', newId(), { allianceId: alliance.id }, [{ ...value, ...days }])
  }

export interface ResolveLeadDispute extends CommandInput {
  readonly leadDisputeId: string
  readonly baseVersion: number
  readonly effectiveOn: IsoDate
}

/** 解决牵头争议: from the effective day it is no longer open. Where a lead is required there must then be one, or a vacancy. */
export const resolveLeadDispute =
  (input: ResolveLeadDispute): CommandBody =>
  async (trx, begin) => {
    const { allianceId, rows } = await lockBelonging<LeadDispute>(trx, 'LEAD_DISPUTE', input.leadDisputeId, input.baseVersion)
    refuseOn(notInForceIssues(rows, input.effectiveOn))
    const change = await begin()
    await writeTimeline(
      trx,
      change,
      'LEAD_DISPUTE',
      input.leadDisputeId,
      { allianceId },
      endFrom<LeadDisputeValue>(rows, input.effectiveOn),
    )
  }

export interface CorrectLeadDispute extends CommandInput {
  readonly leadDisputeId: string
  readonly baseVersion: number
  readonly stretches: readonly (DisputeInput & StretchInput)[]
}

/** 更正: the dispute as it truly was, all its stretches; none: there never was one. */
export const correctLeadDispute =
  (input: CorrectLeadDispute): CommandBody =>
  async (trx, begin, reader) => {
    const { allianceId, rows } = await lockBelonging<LeadDispute>(trx, 'LEAD_DISPUTE', input.leadDisputeId, input.baseVersion)
    const alliance = await allianceKnown(trx, allianceId, 'leadDisputeId')
    const unseen = await unseenInstitutions(
      reader,
      rows.flatMap((row) => [row.chosenId, row.mandatedId]),
      EVER,
    )
    const desired = input.stretches.map((one) => {
      const before = rows.find((row) => covers(row, one.validFrom)) ?? rows[0]
      const kept = (id: string | null | undefined) => (id && unseen.has(id) ? id : null)
      const dispute = disputeOf({
        ...one,
        chosenId: one.chosenId ?? kept(before?.chosenId),
        mandatedId: one.mandatedId ?? kept(before?.mandatedId),
      })
      return { ...dispute, ...keptSource(rows, one.validFrom), ...cited(input), ...periodOfInput(one) }
    })
    refuseOn([...stretchIssues(desired), ...desired.flatMap((one, at) => issuesAt(`stretches.${at}`, leadDisputeIssues(one)))])
    for (const [at, one] of desired.entries()) {
      if (one.chosenId) await institutionKnown(trx, one.chosenId, `stretches.${at}.chosenId`)
      if (one.mandatedId) await institutionKnown(trx, one.mandatedId, `stretches.${at}.mandatedId`)
    }
    refuseOn(await openIssues(trx, alliance, input.leadDisputeId, desired, 'stretches'))
    const change = await begin()
    await writeTimeline(trx, change, 'LEAD_DISPUTE', input.leadDisputeId, { allianceId }, desired)
  }

export interface CorrectLeadVacancy extends CommandInput {
  readonly leadVacancyId: string
  readonly baseVersion: number
  readonly stretches: readonly ({ readonly reason: string } & StretchInput)[]
}

/** 更正: the vacancy as it truly was, all its stretches; none: the place never was vacant. */
export const correctLeadVacancy =
  (input: CorrectLeadVacancy): CommandBody =>
  async (trx, begin) => {
    const { allianceId, rows } = await lockBelonging<LeadVacancy>(trx, 'LEAD_VACANCY', input.leadVacancyId, input.baseVersion)
    const alliance = await allianceKnown(trx, allianceId, 'leadVacancyId')
    const desired = input.stretches.map((one) => ({
      reason: one.reason.trim(),
      ...keptSource(rows, one.validFrom),
      ...cited(input),
      ...periodOfInput(one),
    }))
    refuseOn([...stretchIssues(desired), ...desired.flatMap(({ reason }, at) => issuesAt(`stretches.${at}`, reasonIssues(reason)))])
    const others = await trx
      .selectFrom('leadVacancy')
      .select(['id', 'validFrom', 'validTo'])
      .where('allianceId', '=', allianceId)
      .where('recordedTo', 'is', null)
      .execute()
    for (const other of others) {
      if (other.id === input.leadVacancyId || !desired.some((one) => overlaps(one, other))) continue
      refuseOn([issue('stretches', 'VACANCY_OPEN', { alliance: alliance.name, period: periodText(other) })])
    }
    const change = await begin()
    await writeTimeline(trx, change, 'LEAD_VACANCY', input.leadVacancyId, { allianceId }, desired)
  }

/** One dispute at a time: another that is open on any of these days has to be resolved first. */
async function openIssues(
  trx: Db,
  alliance: { id: string; name: string },
  id: string | null,
  days: readonly Period[],
  path: string,
): Promise<Issue[]> {
  const rows = await trx
    .selectFrom('leadDispute')
    .select(['id', 'validFrom', 'validTo'])
    .where('allianceId', '=', alliance.id)
    .where('recordedTo', 'is', null)
    .orderBy('validFrom')
    .execute()
  const open = rows.find((other) => other.id !== id && days.some((one) => overlaps(one, other)))
  return open ? [issue(path, 'DISPUTE_OPEN', { alliance: alliance.name, since: open.validFrom })] : []
}

function reasonIssues(reason: string): Issue[] {
  if (reason === '') return [issue('reason', 'REQUIRED')]
  return reason.length > 500 ? [issue('reason', 'TOO_LONG', { max: 500 })] : []
}

function named({ chosenId, mandatedId }: DisputeInput): string[] {
  return [chosenId, mandatedId].filter((id) => id != null)
}

function disputeOf({ chosenId, mandatedId, authority, summary }: DisputeInput) {
  return { chosenId: chosenId ?? null, mandatedId: mandatedId ?? null, authority: authority.trim(), summary: summary?.trim() || null }
}
