import { sql } from 'kysely'
import { v7 as newId } from 'uuid'

import { lockInstitutions, type Change } from '@yilian/database/changes.ts'
import { factRows, factVersions, changesSince, writeTimeline } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import type { DatedFactKind } from '@yilian/database/facts.ts'
import { changeFrom, endFrom, notInForceIssues, type Stretch } from '@yilian/domain/dated.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { issue } from '@yilian/domain/issue.ts'
import { covers } from '@yilian/domain/period.ts'
import { regionCodeIssues } from '@yilian/domain/region.ts'
import {
  quotaCountIssues,
  quotaExceptionIssues,
  quotaPoolIssues,
  type QuotaExceptionValue,
  type QuotaLoan,
  type QuotaPool,
  type QuotaPoolValue,
  type QuotaValue,
} from '@yilian/domain/staffing/quota.ts'
import type { PostClass } from '@yilian/domain/staffing/terms.ts'

import { institutionOpen, notFound } from '../command/known.ts'
import { refuseOn, refuseStale, requireVersion, type CommandBody, type CommandInput } from '../command/run-command.ts'
import { cited } from '../membership/membership.commands.ts'

interface Dated extends CommandInput {
  readonly effectiveOn: IsoDate
}

export interface SetQuota extends Dated {
  readonly institutionId?: string | null | undefined
  readonly poolId?: string | null | undefined
  readonly postClass: PostClass
  /** Left out: none is set from then on. */
  readonly count?: number | null | undefined
  /** 0 where none is recorded. */
  readonly baseVersion: number
}

/** 核定编制: from the effective day so many places, until another number is set for later. */
export const setQuota =
  (input: SetQuota): CommandBody =>
  async (trx, begin) => {
    const { institutionId = null, poolId = null, postClass, count, effectiveOn } = input
    if ((institutionId === null) === (poolId === null)) refuseOn([issue('institutionId', 'QUOTA_OWNER_NEEDED')])
    if (institutionId !== null) {
      await lockInstitutions(trx, [institutionId])
      await institutionOpen(trx, institutionId, effectiveOn, 'institutionId')
    } else await lockPool(trx, poolId!, 'poolId')
    if (count != null) refuseOn(quotaCountIssues('count', count))
    const owner = institutionId === null ? sql`q.pool_id = ${poolId}` : sql`q.institution_id = ${institutionId}`
    const id = await idOf(
      trx,
      sql`select q.id from establishment_quota q where ${owner} and q.post_class = ${postClass} order by q.recorded_by desc limit 1`,
    )
    const value: QuotaValue | null = count == null ? null : { count, documentId: input.documentId ?? null, source: null, sourceNote: null }
    await setFrom(trx, begin, { fact: 'ESTABLISHMENT_QUOTA', id, keys: { institutionId, poolId, postClass }, value, input })
  }

export interface SetQuotaException extends Dated {
  readonly institutionId: string
  readonly postClass: PostClass
  /** 0: none from then on. */
  readonly count: number
  readonly reason?: string | null | undefined
  readonly baseVersion: number
}

/** 批准超编: from the effective day so many people above the quota, for a reason and on a document. */
export const setQuotaException =
  (input: SetQuotaException): CommandBody =>
  async (trx, begin) => {
    const { institutionId, postClass, count, effectiveOn } = input
    await lockInstitutions(trx, [institutionId])
    await institutionOpen(trx, institutionId, effectiveOn, 'institutionId')
    const value: QuotaExceptionValue | null =
      count === 0
        ? null
        : { count, reason: input.reason?.trim() ?? '', documentId: input.documentId ?? null, source: null, sourceNote: null }
    if (value) refuseOn(quotaExceptionIssues(value))
    const id = await idOf(
      trx,
      sql`select e.id from quota_exception e where e.institution_id = ${institutionId} and e.post_class = ${postClass}
      order by e.recorded_by desc limit 1`,
    )
    await setFrom(trx, begin, { fact: 'QUOTA_EXCEPTION', id, keys: { institutionId, postClass }, value, input })
  }

interface Setting {
  readonly fact: DatedFactKind
  readonly id: string | null
  readonly keys: Readonly<Record<string, unknown>>
  /** `null`: nothing from the day on. */
  readonly value: object | null
  readonly input: { readonly effectiveOn: IsoDate; readonly baseVersion: number }
}

/** From a day on the one fact with these keys says this, until what is planned for later. */
async function setFrom(trx: Db, begin: () => Promise<Change>, { fact, id, keys, value, input }: Setting): Promise<void> {
  const { effectiveOn, baseVersion } = input
  const currentVersion = id === null ? 0 : ((await factVersions(trx, fact, [id])).get(id) ?? 0)
  if (currentVersion !== baseVersion)
    refuseStale({
      of: 'THING',
      baseVersion,
      currentVersion,
      changeNumbers: id === null ? [] : await changesSince(trx, fact, id, baseVersion),
    })
  const rows = id === null ? [] : await factRows(trx, fact, [id])
  const later = rows.find(({ validFrom }) => validFrom > effectiveOn)
  const kept = rows.flatMap((one): Stretch<object>[] =>
    one.validFrom >= effectiveOn
      ? one.validFrom > effectiveOn && value !== null
        ? [one]
        : []
      : [one.validTo === null || one.validTo > effectiveOn ? { ...one, validTo: effectiveOn } : one],
  )
  if (value === null && !rows.some(({ validTo }) => validTo === null || validTo > effectiveOn)) refuseOn([issue('', 'NOTHING_CHANGES')])
  const until = later?.validFrom ?? null
  const desired = value === null ? kept : [...kept, { ...value, validFrom: effectiveOn, validTo: until }]
  await writeTimeline(trx, await begin(), fact, id ?? newId(), keys, desired)
}

async function idOf(trx: Db, select: ReturnType<typeof sql>): Promise<string | null> {
  return (await sql<{ id: string }>`${select}`.execute(trx)).rows[0]?.id ?? null
}

export interface CreateQuotaPool extends Dated {
  readonly regionCode: string
  readonly name: string
  readonly total: number
}

/** 设立编制周转池 of a county. */
export const createQuotaPool =
  (input: CreateQuotaPool): CommandBody =>
  async (trx, begin) => {
    const value = { name: input.name.trim(), total: input.total, documentId: input.documentId ?? null, source: null, sourceNote: null }
    refuseOn([...regionCodeIssues('regionCode', input.regionCode), ...quotaPoolIssues(value)])
    await requireRegion(trx, input.regionCode)
    await writeTimeline(trx, await begin(), 'QUOTA_POOL', newId(), { regionCode: input.regionCode }, [
      { ...value, validFrom: input.effectiveOn, validTo: null },
    ])
  }

/** The region exists. */
export async function requireRegion(trx: Db, code: string): Promise<void> {
  const found = await trx.selectFrom('region').select('code').where('code', '=', code).executeTakeFirst()
  if (!found) throw notFound('regionCode', 'region', code)
}

export interface SetQuotaPool extends Dated {
  readonly poolId: string
  readonly name?: string | null | undefined
  readonly total: number
  readonly baseVersion: number
}

/** 调整编制周转池: from the effective day another total or name. */
export const setQuotaPool =
  (input: SetQuotaPool): CommandBody =>
  async (trx, begin) => {
    const rows = await lockPool(trx, input.poolId, 'poolId')
    await requireVersion(trx, 'QUOTA_POOL', input.poolId, input.baseVersion)
    const before = rows.find((one) => covers(one, input.effectiveOn))
    if (!before) return refuseOn(notInForceIssues(rows, input.effectiveOn))
    const patch = { total: input.total, ...(input.name?.trim() && { name: input.name.trim() }), ...cited(input) }
    refuseOn(quotaPoolIssues({ ...before, ...patch }))
    const desired = changeFrom<QuotaPoolValue>(rows, input.effectiveOn, patch)
    const change = await begin()
    await writeTimeline(trx, change, 'QUOTA_POOL', input.poolId, { regionCode: before.regionCode }, desired)
  }

export interface LendQuota extends Dated {
  readonly poolId?: string | null | undefined
  readonly fromId?: string | null | undefined
  readonly institutionId: string
  readonly postClass: PostClass
  readonly count: number
  readonly plannedUntil?: IsoDate | null | undefined
}

/** 借用编制: a pool, or an institution, lends places to an institution. */
export const lendQuota =
  (input: LendQuota): CommandBody =>
  async (trx, begin) => {
    const { poolId = null, fromId = null, institutionId, postClass, count, effectiveOn } = input
    if ((poolId === null) === (fromId === null)) refuseOn([issue('poolId', 'LENDER_NEEDED')])
    if (fromId === institutionId) refuseOn([issue('institutionId', 'LENT_TO_ITSELF')])
    await lockInstitutions(trx, [institutionId, ...(fromId === null ? [] : [fromId])])
    await institutionOpen(trx, institutionId, effectiveOn, 'institutionId')
    if (fromId !== null) await institutionOpen(trx, fromId, effectiveOn, 'fromId')
    if (poolId !== null) {
      const pool = await lockPool(trx, poolId, 'poolId')
      if (!pool.some((one) => covers(one, effectiveOn))) refuseOn(notInForceIssues(pool, effectiveOn))
    }
    const issues = quotaCountIssues('count', count)
    if (count === 0) issues.push(issue('count', 'NOT_A_COUNT', { value: 0, min: 1 }))
    const plannedUntil = input.plannedUntil ?? null
    if (plannedUntil !== null && plannedUntil < effectiveOn)
      issues.push(issue('plannedUntil', 'END_BEFORE_START', { validFrom: effectiveOn, validTo: plannedUntil }))
    refuseOn(issues)
    const value = { count, plannedUntil, documentId: input.documentId ?? null, source: null, sourceNote: null }
    await writeTimeline(trx, await begin(), 'QUOTA_LOAN', newId(), { poolId, fromId, institutionId, postClass }, [
      { ...value, validFrom: effectiveOn, validTo: null },
    ])
  }

export interface ReturnQuota extends Dated {
  readonly loanId: string
  /** Left out: all of it. */
  readonly count?: number | null | undefined
  readonly baseVersion: number
}

/** 归还编制: from the effective day all of a loan, or some of it, is back. */
export const returnQuota =
  (input: ReturnQuota): CommandBody =>
  async (trx, begin) => {
    const found = await trx
      .selectFrom('quotaLoan')
      .select(['institutionId', 'fromId', 'poolId', 'postClass'])
      .where('id', '=', input.loanId)
      .limit(1)
      .executeTakeFirst()
    if (!found) throw notFound('loanId', 'quotaLoan', input.loanId)
    await lockInstitutions(trx, [found.institutionId, ...(found.fromId === null ? [] : [found.fromId])])
    await requireVersion(trx, 'QUOTA_LOAN', input.loanId, input.baseVersion)
    const rows = await factRows<QuotaLoan>(trx, 'QUOTA_LOAN', [input.loanId])
    const before = rows.find((one) => covers(one, input.effectiveOn))
    if (!before) return refuseOn(notInForceIssues(rows, input.effectiveOn))
    const rest = before.count - (input.count ?? before.count)
    if (rest < 0 || (input.count != null && input.count < 1)) refuseOn([issue('count', 'RETURNS_TOO_MANY', { count: before.count })])
    const desired = rest === 0 ? endFrom(rows, input.effectiveOn) : changeFrom(rows, input.effectiveOn, { count: rest, ...cited(input) })
    await writeTimeline(trx, await begin(), 'QUOTA_LOAN', input.loanId, { ...found }, desired)
  }

/** Holds a pool until the transaction ends; its stretches. Call after `lockInstitutions`. */
async function lockPool(trx: Db, poolId: string, path: string): Promise<QuotaPool[]> {
  await sql`select pg_advisory_xact_lock(hashtext('yilian quota pool'), hashtext(${poolId}))`.execute(trx)
  const rows = await factRows<QuotaPool>(trx, 'QUOTA_POOL', [poolId])
  if (rows.length === 0) throw notFound(path, 'quotaPool', poolId)
  return rows
}
