import { sql } from 'kysely'

import { lockAlliances, lockInstitutions, type Change } from '@yilian/database/changes.ts'
import { factRows, whereInForce, writeTimeline } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import { refreshSearch } from '@yilian/database/search.ts'
import { changeFrom, notInForceIssues, periodText, type Stretch } from '@yilian/domain/dated.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import {
  INSTITUTION_DEFAULTS,
  institutionCodeIssues,
  institutionIssues,
  lifeOf,
  statusIssues,
  type Institution,
  type InstitutionValue,
} from '@yilian/domain/institution.ts'
import { issue, issuesAt, naming, type Issue } from '@yilian/domain/issue.ts'
import { covers, difference, isPeriod, overlaps, type Period } from '@yilian/domain/period.ts'
import { countyCodeOf } from '@yilian/domain/region.ts'

import { EVER, onDay, type Days } from '../access/days.ts'
import type { Reader } from '../access/reader.ts'
import { unseenInstitutions } from '../access/unseen.ts'
import { keptSource } from '../command/belonging.ts'
import { claimIdentity } from '../command/identity.ts'
import { institutionKnown } from '../command/known.ts'
import { refuseOn, requireVersion, type CommandBody, type CommandInput } from '../command/run-command.ts'
import { cited } from '../membership/membership.commands.ts'
import { referenceIssues as judgeReferences } from './institution-references.ts'

/** What an operator enters: attributes left out are not reported (of a new institution) or as the defaults say. */
export type InstitutionInput = Partial<{ [K in keyof InstitutionValue]: InstitutionValue[K] | null | undefined }> &
  Pick<InstitutionValue, 'name' | 'category' | 'regionCode'> & { readonly code?: string | null | undefined }

export interface CreateInstitution extends CommandInput {
  readonly institution: InstitutionInput
  readonly effectiveOn: IsoDate
}

/** 登记机构: a new institution, open from the effective day. Without a code it gets the next one of its county. */
export const createInstitution =
  (input: CreateInstitution): CommandBody =>
  async (trx, begin) => {
    const value = { ...complete(input.institution), ...cited(input) }
    refuseOn(
      issuesAt('institution', [
        ...institutionIssues(value),
        ...statusIssues(null, value),
        ...(input.institution.code ? institutionCodeIssues(input.institution.code) : []),
      ]),
    )
    await lockInstitutions(trx, parentsOf(input.institution))
    refuseOn(issuesAt('institution', await referenceIssues(trx, null, value, { validFrom: input.effectiveOn, validTo: null })))
    const id = await claim(trx, input.institution.code, value, 'institution.code')
    const change = await begin()
    await insertInstitution(trx, change, id, value, { validFrom: input.effectiveOn, validTo: null })
  }

export interface InstitutionCommand extends CommandInput {
  readonly institutionId: string
  readonly baseVersion: number
  readonly effectiveOn: IsoDate
}
export interface ReviseInstitution extends InstitutionCommand {
  readonly institution: InstitutionInput
}

/** 变更机构信息: from the effective day its attributes are these. Whole: what is left out is no longer reported, but for a parent that is not seen. */
export const reviseInstitution = (input: ReviseInstitution): CommandBody =>
  changeAttributes(
    input,
    ({ documentId, source, sourceNote }, keptParent) => ({ ...complete(input.institution), ...keptParent, documentId, source, sourceNote }),
    'institution',
    parentsOf(input.institution),
  )

export interface RenameInstitution extends InstitutionCommand {
  readonly name: string
  readonly aliases?: readonly string[] | null | undefined
}

/** 更名: from the effective day it has another name; the former one becomes an alias, so that it is still found, unless aliases are given. */
export const renameInstitution = (input: RenameInstitution): CommandBody =>
  changeAttributes(
    input,
    ({ name, aliases }) => ({
      name: input.name.trim(),
      aliases: input.aliases ?? [...new Set([...aliases, name])].filter((one) => one !== input.name.trim()),
    }),
    '',
  )

export interface RegradeInstitution extends InstitutionCommand, Pick<InstitutionValue, 'level' | 'grade'> {
  readonly targetLevel?: InstitutionValue['targetLevel'] | undefined
  readonly targetGrade?: InstitutionValue['targetGrade'] | undefined
}

/** 变更等级: from the effective day its level and grade, and those it works towards, are these. */
export const regradeInstitution = (input: RegradeInstitution): CommandBody =>
  changeAttributes(
    input,
    () => ({ level: input.level, grade: input.grade, targetLevel: input.targetLevel ?? null, targetGrade: input.targetGrade ?? null }),
    '',
  )

export interface CorrectInstitution extends CommandInput, Period {
  readonly institutionId: string
  /** What it truly was; left out: it did not exist then. */
  readonly institution?: InstitutionInput | null | undefined
  readonly baseVersion: number
}

/**
 * 更正机构记录: in the period it was truly so, whatever was recorded, or did not exist. Days before its first are recorded too, so
 * that an opening can be moved either way; what was known before stays readable as known then.
 */
export const correctInstitution =
  (input: CorrectInstitution): CommandBody =>
  async (trx, begin, reader) => {
    const period = { validFrom: input.validFrom, validTo: input.validTo ?? null }
    if (!isPeriod(period)) refuseOn([issue('validTo', 'END_BEFORE_START', { validFrom: period.validFrom, validTo: period.validTo })])
    const { institution, stretches } = await lockInstitution(trx, input, input.institution ? parentsOf(input.institution) : [])
    const before = stretches.find((one) => covers(one, input.validFrom))
    const keptParent = input.institution?.parentId ? {} : await keepParent(reader, before, EVER)
    const kept = { ...keptParent, ...keptSource(stretches, input.validFrom), ...cited(input) }
    const value = input.institution ? { ...complete(input.institution), ...kept } : null
    if (value) refuseOn(issuesAt('institution', institutionIssues(value)))
    if (value) refuseOn(issuesAt('institution', await referenceIssues(trx, { ...institution, before: null }, value, period)))
    const desired = fill<InstitutionValue>(stretches, period, value)
    if (desired.length === 0) refuseOn([issue('institution', 'REQUIRED')])
    const change = await begin()
    await writeTimeline(trx, change, 'INSTITUTION', institution.id, {}, desired)
    await refreshSearch(trx, 'INSTITUTION', [institution.id])
  }

/** Within the period the value, or nothing (`null`), also on days for which nothing was recorded; outside it what was. */
export function fill<V extends object>(stretches: readonly Stretch<V>[], period: Period, value: V | null): Stretch<V>[] {
  const outside = stretches.flatMap((one) => difference(one, [period]).map((rest) => ({ ...one, ...rest })))
  return value === null ? outside : [...outside, { ...value, ...period }]
}

type KeptParent = Partial<Pick<InstitutionValue, 'parentId'>>

/** The recorded parent where whoever left it out does not see it. */
async function keepParent(reader: Reader, before: InstitutionValue | undefined, days: Days): Promise<KeptParent> {
  const parentId = before?.parentId ?? null
  return parentId !== null && (await unseenInstitutions(reader, [parentId], days)).has(parentId) ? { parentId } : {}
}

function changeAttributes(
  input: InstitutionCommand,
  patchOf: (now: InstitutionValue, keptParent: KeptParent) => Partial<InstitutionValue>,
  prefix: string,
  parents: readonly string[] = [],
): CommandBody {
  return async (trx, begin, reader) => {
    const { institution, stretches } = await lockInstitution(trx, input, parents)
    refuseOn(notInForceIssues(stretches, input.effectiveOn))
    const before = stretches.find((one) => covers(one, input.effectiveOn))!
    const keptParent = parents.length > 0 ? {} : await keepParent(reader, before, onDay(input.effectiveOn))
    const patch = { ...patchOf(before, keptParent), ...cited(input) }
    const value: InstitutionValue = { ...before, ...patch }
    const own = [
      ...institutionIssues(value),
      ...statusIssues(before, value),
      ...(await referenceIssues(trx, { ...institution, before }, value, { validFrom: input.effectiveOn, validTo: before.validTo })),
    ]
    refuseOn(prefix ? issuesAt(prefix, own) : own)
    const change = await begin()
    await writeTimeline(trx, change, 'INSTITUTION', institution.id, {}, changeFrom<InstitutionValue>(stretches, input.effectiveOn, patch))
    await refreshSearch(trx, 'INSTITUTION', [institution.id])
  }
}

/**
 * The institution at the version the command was based on, with all that is recorded of it. Locks it and `others`, and before them
 * the alliances that it is in or whose services it runs or receives.
 */
export async function lockInstitution(
  trx: Db,
  { institutionId, baseVersion }: { institutionId: string; baseVersion: number },
  others: readonly string[] = [],
) {
  const { rows } = await sql<{ allianceId: string }>`
    select alliance_id from membership where recorded_to is null and institution_id = ${institutionId}
    union select alliance_id from shared_service where recorded_to is null and (provider_id = ${institutionId} or recipient_ids @> array[${institutionId}::uuid])`.execute(
    trx,
  )
  await lockAlliances(
    trx,
    rows.map(({ allianceId }) => allianceId),
  )
  await lockInstitutions(trx, [institutionId, ...others])
  const institution = await institutionKnown(trx, institutionId, 'institutionId')
  await requireVersion(trx, 'INSTITUTION', institutionId, baseVersion)
  return { institution, stretches: await factRows<Institution>(trx, 'INSTITUTION', [institutionId]) }
}

/** Writes what a new institution is, under a change. Its id comes from `claimIdentity`. */
export async function insertInstitution(trx: Db, change: Change, id: string, value: InstitutionValue, period: Period): Promise<void> {
  await writeTimeline(trx, change, 'INSTITUTION', id, {}, [{ ...value, ...period }])
  await refreshSearch(trx, 'INSTITUTION', [id])
}

/** The identity of an institution that is to be created: under the county of its region. */
export function claim(trx: Db, code: string | null | undefined, { regionCode }: InstitutionValue, path: string): Promise<string> {
  return claimIdentity(trx, 'institution', { code: code ?? null, countyCode: countyCodeOf(regionCode) }, path)
}

/** An institution as it is judged: itself, unless it is new, and the stretch it replaces, which was judged when it was recorded. */
export interface Judged {
  readonly id: string
  readonly name: string
  readonly before: Institution | null
}

/** Whether region and parent are there on these days, the parent does not stand below it, and the credit code is no other's. */
export async function referenceIssues(trx: Db, judged: Judged | null, value: InstitutionValue, days: Period): Promise<Issue[]> {
  const { regionCode, parentId } = value
  const regions = await trx
    .selectFrom('regionVersion')
    .select(['validFrom', 'validTo'])
    .where('code', '=', regionCode)
    .where('recordedTo', 'is', null)
    .execute()
  const parent = parentId === null ? [] : await factRows<Institution>(trx, 'INSTITUTION', [parentId])
  const above = parentId === null || judged === null ? new Map<string, string>() : await parentsAbove(trx, parentId, days.validFrom)
  const asBefore = judged?.before && judged.before.parentId === parentId
  const issues = judgeReferences(judged, value, days, {
    regionPeriods: () => regions,
    institution: () => (parent.length === 0 ? null : { name: parent.at(-1)!.name, life: asBefore ? [days] : lifeOf(parent) }),
    parentOf: (id) => above.get(id) ?? null,
  })
  return [...issues, ...(await creditCodeIssues(trx, judged, value, days))]
}

async function creditCodeIssues(trx: Db, judged: Judged | null, { creditCode }: InstitutionValue, days: Period): Promise<Issue[]> {
  if (creditCode === null) return []
  const holders = await trx
    .selectFrom('institutionVersion')
    .select(['id', 'name', 'validFrom', 'validTo'])
    .where('creditCode', '=', creditCode)
    .where('recordedTo', 'is', null)
    .execute()
  const holder = holders.find((one) => one.id !== judged?.id && overlaps(one, days))
  return holder
    ? [
        naming(issue('creditCode', 'CREDIT_CODE_TAKEN', { value: creditCode, institution: holder.name, period: periodText(holder) }), [
          holder.id,
        ]),
      ]
    : []
}

/** The parents on a day of an institution and of everything above it, by id. */
export async function parentsAbove(trx: Db, id: string, day: IsoDate): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; parentId: string }>`
    with recursive above (id, parent_id) as (
      select v.id, v.parent_id from institution_version v where v.id = ${id} and v.parent_id is not null and ${whereInForce('v', { asOf: day, asKnownAt: null })}
      union select v.id, v.parent_id from institution_version v join above a on v.id = a.parent_id
        where v.parent_id is not null and ${whereInForce('v', { asOf: day, asKnownAt: null })})
    select * from above`.execute(trx)
  return new Map(rows.map((row) => [row.id, row.parentId]))
}

// Locked with it, so that the parent is there when it is named.
export function parentsOf({ parentId }: Pick<InstitutionInput, 'parentId'>): string[] {
  return parentId ? [parentId] : []
}

export function complete({ code: _, ...input }: InstitutionInput): InstitutionValue {
  const given = Object.fromEntries(Object.entries(input).filter(([, one]) => one !== null && one !== undefined))
  return { ...INSTITUTION_DEFAULTS, ...given, name: input.name.trim(), category: input.category, regionCode: input.regionCode }
}
