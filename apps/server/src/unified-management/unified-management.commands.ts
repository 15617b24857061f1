import { v7 as newId } from 'uuid'

import { lockAlliances, lockInstitutions } from '@yilian/database/changes.ts'
import { factVersions, writeTimeline } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import { MANAGEMENT_DOMAINS, type ManagementDomain } from '@yilian/domain/code-lists/management-domain.ts'
import { changeFrom, stretchIssues, type Stretch } from '@yilian/domain/dated.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { issue, type Issue } from '@yilian/domain/issue.ts'
import { covers, earlierEnd, type Period } from '@yilian/domain/period.ts'
import type { ManagementState, UnifiedManagement, UnifiedManagementValue } from '@yilian/domain/unified-management.ts'

import { keptSource, lockBelonging, periodOfInput, type StretchInput } from '../command/belonging.ts'
import { allianceDaysFrom, allianceKnown, institutionKnown, type AllianceKnown } from '../command/known.ts'
import { refuseOn, requireVersion, type CommandBody, type CommandInput } from '../command/run-command.ts'
import { cited } from '../membership/membership.commands.ts'
import { memberDays } from './member-days.ts'

export interface SetUnifiedManagement extends CommandInput {
  readonly allianceId: string
  /** The member where it differs from the alliance; left out for the alliance as a whole. */
  readonly institutionId?: string | null | undefined
  readonly domains: readonly ManagementDomain[]
  readonly state: ManagementState
  readonly baseVersion?: number | null | undefined
  readonly effectiveOn: IsoDate
}

/**
 * 登记统一管理: from the effective day each of these domains is in this state, until a later recorded stretch, the end of the
 * alliance, or of the member's place in it. One change for all domains.
 */
export const setUnifiedManagement =
  (input: SetUnifiedManagement): CommandBody =>
  async (trx, begin) => {
    await lockAlliances(trx, [input.allianceId])
    if (input.institutionId) await lockInstitutions(trx, [input.institutionId])
    const alliance = await allianceKnown(trx, input.allianceId, 'allianceId')
    const days = await daysOf(trx, alliance, input)
    const domains = [...new Set(input.domains)]
    if (domains.length === 0) refuseOn([issue('domains', 'REQUIRED')])
    const recorded = await recordedRows(trx, input)
    await requireLatest(
      trx,
      [...new Set(recorded.filter(({ domain }) => domains.includes(domain)).map(({ id }) => id))],
      input.baseVersion ?? null,
    )
    refuseOn(domains.flatMap((domain) => sameIssues(domain, recorded, input, input.domains.indexOf(domain))))
    const change = await begin()
    for (const domain of domains) {
      const all = recorded.filter((row) => row.domain === domain)
      const id = (all.find((row) => covers(row, input.effectiveOn)) ?? all[0])?.id ?? newId()
      const keys = { allianceId: alliance.id, institutionId: input.institutionId ?? null, domain }
      await writeTimeline(trx, change, 'UNIFIED_MANAGEMENT', id, keys, stateFrom(id, all, days, input))
    }
  }

/** The days from the effective day on: those of the alliance, or those on which the institution is a lead or member. */
async function daysOf(trx: Db, alliance: AllianceKnown, { institutionId, effectiveOn }: SetUnifiedManagement): Promise<Period> {
  const days = await allianceDaysFrom(trx, alliance, effectiveOn)
  if (!institutionId) return days
  const institution = await institutionKnown(trx, institutionId, 'institutionId')
  const membership = (await memberDays(trx, alliance.id, institutionId)).find((one) => covers(one, effectiveOn))
  if (!membership)
    refuseOn([issue('institutionId', 'NOT_A_MEMBER', { institution: institution.name, alliance: alliance.name, day: effectiveOn })])
  return { validFrom: effectiveOn, validTo: earlierEnd(days.validTo, membership?.validTo ?? null) }
}

function recordedRows(trx: Db, { allianceId, institutionId }: SetUnifiedManagement) {
  return trx
    .selectFrom('unifiedManagement')
    .selectAll()
    .where('recordedTo', 'is', null)
    .where('allianceId', '=', allianceId)
    .where('institutionId', institutionId ? '=' : 'is', institutionId ?? null)
    .orderBy('validFrom')
    .execute()
}

/** Given a base version, none of the records may have been changed after it. */
async function requireLatest(trx: Db, ids: readonly string[], baseVersion: number | null): Promise<void> {
  if (baseVersion === null) return
  for (const [id, version] of await factVersions(trx, 'UNIFIED_MANAGEMENT', ids)) {
    if (version > baseVersion) await requireVersion(trx, 'UNIFIED_MANAGEMENT', id, baseVersion)
  }
}

/** Setting what is already so would only split the record: it is said at the domain, unless another document is cited for it. */
function sameIssues(
  domain: ManagementDomain,
  recorded: readonly (UnifiedManagement & { domain: ManagementDomain })[],
  input: SetUnifiedManagement,
  at: number,
): Issue[] {
  const now = recorded.find((row) => row.domain === domain && covers(row, input.effectiveOn))
  if (!now || now.state !== input.state || (input.documentId && input.documentId !== now.documentId)) return []
  return [issue(`domains.${at}`, 'SAME_SETTING', { domain: MANAGEMENT_DOMAINS.items[domain].label, day: input.effectiveOn })]
}

/** The record's timeline with the state from the first of the days on: in place of the stretch in force, or in the gap up to the next. */
function stateFrom(
  id: string,
  all: readonly UnifiedManagement[],
  days: Period,
  input: SetUnifiedManagement,
): Stretch<UnifiedManagementValue>[] {
  const rows = all.filter((row) => row.id === id)
  if (rows.some((one) => covers(one, days.validFrom)))
    return changeFrom<UnifiedManagementValue>(rows, days.validFrom, { state: input.state, ...cited(input) })
  const next = all.find((one) => one.validFrom > days.validFrom)
  const validTo = earlierEnd(days.validTo, next?.validFrom ?? null)
  const value = { state: input.state, documentId: input.documentId ?? null, source: null, sourceNote: null }
  return [...rows, { ...value, validFrom: days.validFrom, validTo }]
}

export interface CorrectUnifiedManagement extends CommandInput {
  readonly unifiedManagementId: string
  readonly baseVersion: number
  readonly stretches: readonly ({ readonly state: ManagementState } & StretchInput)[]
}

/** 更正: the record of one domain as it truly was, all its stretches; none: it never was recorded rightly. */
export const correctUnifiedManagement =
  (input: CorrectUnifiedManagement): CommandBody =>
  async (trx, begin) => {
    const { rows } = await lockBelonging<UnifiedManagement>(trx, 'UNIFIED_MANAGEMENT', input.unifiedManagementId, input.baseVersion)
    const keys = await trx
      .selectFrom('unifiedManagement')
      .select(['allianceId', 'institutionId', 'domain'])
      .where('id', '=', input.unifiedManagementId)
      .limit(1)
      .executeTakeFirstOrThrow()
    const desired = input.stretches.map((one) => ({
      state: one.state,
      ...keptSource(rows, one.validFrom),
      ...cited(input),
      ...periodOfInput(one),
    }))
    refuseOn(stretchIssues(desired))
    const change = await begin()
    await writeTimeline(trx, change, 'UNIFIED_MANAGEMENT', input.unifiedManagementId, keys, desired)
  }
