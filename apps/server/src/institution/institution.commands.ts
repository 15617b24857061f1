import { v7 as newId } from 'uuid'

import { lockAlliances, lockInstitutions, type Change } from '@yilian/database/changes.ts'
import { factRows, writeFact, writeTimeline, type FactRow } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import { refreshSearch } from '@yilian/database/search.ts'
import { changeFrom, endFrom, notInForceIssues, overlay, type Stretch } from '@yilian/domain/dated.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import {
  INSTITUTION_DEFAULTS,
  institutionCodeIssues,
  institutionIssues,
  type Institution,
  type InstitutionValue,
} from '@yilian/domain/institution.ts'
import { issue, issuesAt, type Issue } from '@yilian/domain/issue.ts'
import { closeIssues, mergeIssues, parentIssues, splitIssues, type Lineage } from '@yilian/domain/lineage.ts'
import type { Membership } from '@yilian/domain/membership.ts'
import { contains, covers, isPeriod, type Period } from '@yilian/domain/period.ts'
import { countyCodeOf } from '@yilian/domain/region.ts'

import { claimIdentity } from '../command/identity.ts'
import { allianceKnown, institutionKnown, notFound } from '../command/known.ts'
import { refuseOn, requireVersion, type CommandBody, type CommandInput } from '../command/run-command.ts'
import { THINGS } from '../command/things.ts'
import { cited, writeMembership } from '../membership/membership.commands.ts'
import { membershipsForRules } from '../membership/membership.queries.ts'

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

/** 变更机构信息: from the effective day its attributes are these. Whole: what is left out is no longer reported. */
export const reviseInstitution = (input: ReviseInstitution): CommandBody =>
  changeAttributes(
    input,
    ({ documentId, source, sourceNote }) => ({ ...complete(input.institution), documentId, source, sourceNote }),
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

/** 撤销机构: closed from the effective day. Its memberships end with it; what it runs must have been closed or moved before. */
export const closeInstitution =
  (input: InstitutionCommand): CommandBody =>
  async (trx, begin) => {
    const { institution, stretches } = await lockInstitution(trx, input)
    refuseOn(
      closeIssues({ id: institution.id, name: institution.name, stretches }, await childRows(trx, institution.id), input.effectiveOn),
    )
    await refuseLead(trx, institution.id, institution.name, input.effectiveOn)
    const change = await begin()
    await shut(trx, change, institution.id, stretches, input, 'CLOSED')
  }

export interface MergeInstitution extends InstitutionCommand {
  readonly intoId: string
}

/** 并入他院: closed from the effective day and going on in another, which what it ran belongs to from then on. */
export const mergeInstitution =
  (input: MergeInstitution): CommandBody =>
  async (trx, begin) => {
    const { institution, stretches } = await lockInstitution(trx, input, [input.intoId])
    const into = await institutionKnown(trx, input.intoId, 'intoId')
    const intoStretches = await factRows<Institution>(trx, 'INSTITUTION', [into.id])
    const lineage = await trx.selectFrom('institutionLineage').selectAll().where('recordedTo', 'is', null).execute()
    refuseOn(
      mergeIssues(
        { ...institution, stretches },
        { ...into, stretches: intoStretches },
        lineage satisfies readonly Lineage[],
        input.effectiveOn,
      ),
    )
    await refuseLead(trx, institution.id, institution.name, input.effectiveOn)
    const children = new Set((await childRows(trx, institution.id)).map(({ id }) => id))
    await lockInstitutions(trx, [...children])
    const change = await begin()
    await shut(trx, change, institution.id, stretches, input, 'MERGED')
    for (const id of children) {
      const rows = await factRows<Institution>(trx, 'INSTITUTION', [id])
      const moved = changeFrom<InstitutionValue>(rows, input.effectiveOn, { parentId: into.id, ...cited(input) }).map((one) =>
        one.validFrom >= input.effectiveOn && one.parentId === institution.id ? { ...one, parentId: into.id } : one,
      )
      await writeTimeline(trx, change, 'INSTITUTION', id, {}, moved)
    }
    await writeFact(
      trx,
      change,
      'INSTITUTION_LINEAGE',
      newId(),
      { kind: 'MERGED_INTO', fromId: institution.id, toId: into.id },
      { effectiveOn: input.effectiveOn },
    )
  }

export interface SplitInstitution extends InstitutionCommand {
  readonly parts: readonly InstitutionInput[]
}

/** 拆分机构: new institutions come out of it on the effective day; it goes on itself. */
export const splitInstitution =
  (input: SplitInstitution): CommandBody =>
  async (trx, begin) => {
    const { institution, stretches } = await lockInstitution(trx, input, input.parts.flatMap(parentsOf))
    const parts = input.parts.map((part) => ({ ...complete(part), ...cited(input) }))
    refuseOn(splitIssues({ ...institution, stretches }, parts, input.effectiveOn))
    const period = { validFrom: input.effectiveOn, validTo: null }
    for (const [at, part] of parts.entries()) refuseOn(issuesAt(`parts.${at}`, await referenceIssues(trx, null, part, period)))
    const ids: string[] = []
    for (const [at, part] of parts.entries()) ids.push(await claim(trx, input.parts[at]?.code, part, `parts.${at}.code`))
    const change = await begin()
    for (const [at, id] of ids.entries()) {
      await insertInstitution(trx, change, id, parts[at]!, period)
      await writeFact(
        trx,
        change,
        'INSTITUTION_LINEAGE',
        newId(),
        { kind: 'SPLIT_FROM', fromId: institution.id, toId: id },
        { effectiveOn: input.effectiveOn },
      )
    }
  }

export interface CorrectInstitution extends CommandInput, Period {
  readonly institutionId: string
  readonly institution: InstitutionInput
  readonly baseVersion: number
}

/**
 * 更正机构记录: in the period it was truly so, whatever was recorded. Days before its first are recorded too, so that an
 * opening can be moved back; what was known before stays readable as known then.
 */
export const correctInstitution =
  (input: CorrectInstitution): CommandBody =>
  async (trx, begin) => {
    const period = { validFrom: input.validFrom, validTo: input.validTo ?? null }
    if (!isPeriod(period)) refuseOn([issue('validTo', 'END_BEFORE_START', { validFrom: period.validFrom, validTo: period.validTo })])
    const { institution, stretches } = await lockInstitution(trx, input, parentsOf(input.institution))
    const nearest = stretches.findLast((one) => one.validFrom <= input.validFrom) ?? stretches[0]
    const value = {
      ...complete(input.institution),
      documentId: nearest?.documentId ?? null,
      source: nearest?.source ?? null,
      sourceNote: nearest?.sourceNote ?? null,
      ...cited(input),
    }
    refuseOn(issuesAt('institution', institutionIssues(value)))
    refuseOn(issuesAt('institution', await referenceIssues(trx, institution, value, period)))
    const change = await begin()
    await writeTimeline(trx, change, 'INSTITUTION', institution.id, {}, fill<InstitutionValue>(stretches, period, value))
    await refreshSearch(trx, 'INSTITUTION', [institution.id])
  }

/** Within the period the value, also on days for which nothing was recorded; outside it what was. */
export function fill<V extends object>(stretches: readonly Stretch<V>[], period: Period, value: V): Stretch<V>[] {
  const nothing: V = value
  const outside = overlay(stretches, period, nothing).filter((one) => !contains(period, one))
  return [...outside, { ...value, ...period }].toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
}

function changeAttributes(
  input: InstitutionCommand,
  patchOf: (now: InstitutionValue) => Partial<InstitutionValue>,
  prefix: string,
  parents: readonly string[] = [],
): CommandBody {
  return async (trx, begin) => {
    const { institution, stretches } = await lockInstitution(trx, input, parents)
    refuseOn(notInForceIssues(stretches, input.effectiveOn))
    const before = stretches.find((one) => covers(one, input.effectiveOn))!
    const patch = { ...patchOf(before), ...cited(input) }
    const value: InstitutionValue = { ...before, ...patch }
    const own = [
      ...institutionIssues(value),
      ...(await referenceIssues(trx, institution, value, { validFrom: input.effectiveOn, validTo: before.validTo })),
    ]
    refuseOn(prefix ? issuesAt(prefix, own) : own)
    const change = await begin()
    await writeTimeline(trx, change, 'INSTITUTION', institution.id, {}, changeFrom<InstitutionValue>(stretches, input.effectiveOn, patch))
    await refreshSearch(trx, 'INSTITUTION', [institution.id])
  }
}

async function lockInstitution(
  trx: Db,
  { institutionId, baseVersion }: { institutionId: string; baseVersion: number },
  others: readonly string[] = [],
) {
  const alliances = await trx
    .selectFrom('membership')
    .select('allianceId')
    .distinct()
    .where('institutionId', '=', institutionId)
    .where('recordedTo', 'is', null)
    .execute()
  await lockAlliances(
    trx,
    alliances.map(({ allianceId }) => allianceId),
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
function claim(trx: Db, code: string | null | undefined, { regionCode }: InstitutionValue, path: string): Promise<string> {
  return claimIdentity(trx, 'institution', { code: code ?? null, countyCode: countyCodeOf(regionCode) }, path)
}

/** Whether the region and the parent exist on these days, and the parent is no circle. */
async function referenceIssues(
  trx: Db,
  institution: { id: string; name: string } | null,
  value: InstitutionValue,
  period: Period,
): Promise<Issue[]> {
  const issues: Issue[] = []
  const regions = await trx
    .selectFrom('regionVersion')
    .select(['validFrom', 'validTo'])
    .where('code', '=', value.regionCode)
    .where('recordedTo', 'is', null)
    .execute()
  if (!regions.some((region) => covers(region, period.validFrom)))
    issues.push(issue('regionCode', 'NOT_FOUND', { thing: THINGS.region, value: value.regionCode }))
  if (value.parentId === null) return issues
  const parent = await factRows<Institution>(trx, 'INSTITUTION', [value.parentId])
  if (!parent.some((one) => covers(one, period.validFrom)))
    return [...issues, issue('parentId', 'NOT_FOUND', { thing: THINGS.institution, value: parent[0]?.name ?? value.parentId })]
  if (!institution) return issues
  const above = await trx
    .selectFrom('institutionVersion')
    .select(['id', 'parentId', 'validFrom', 'validTo'])
    .where('recordedTo', 'is', null)
    .where('parentId', 'is not', null)
    .execute()
  const parentOf = (id: string) => above.find((row) => row.id === id && covers(row, period.validFrom))?.parentId ?? null
  return [...issues, ...parentIssues(institution, value.parentId, parentOf)]
}

function childRows(trx: Db, parentId: string) {
  return trx
    .selectFrom('institutionVersion')
    .select(['id', 'name', 'status', 'validFrom', 'validTo'])
    .where('recordedTo', 'is', null)
    .where('parentId', '=', parentId)
    .orderBy('validFrom')
    .execute()
}

/** A lead cannot simply go: the alliance would be without. */
async function refuseLead(trx: Db, institutionId: string, name: string, from: IsoDate): Promise<void> {
  const leads = (await membershipsForRules(trx, institutionId)).filter(
    ({ role, validTo }) => role === 'LEAD' && (validTo === null || validTo > from),
  )
  for (const lead of leads) {
    const alliance = await allianceKnown(trx, lead.allianceId, 'effectiveOn')
    if (alliance.rules.leadRequired) refuseOn([issue('effectiveOn', 'LEAVES_LEAD', { institution: name, alliance: lead.allianceName })])
  }
}

// Closed or merged from the day: the last state stays readable with its new status, memberships end.
async function shut(
  trx: Db,
  change: Change,
  id: string,
  stretches: readonly (Institution & FactRow)[] | readonly Institution[],
  input: CommandInput & { effectiveOn: IsoDate },
  status: 'CLOSED' | 'MERGED',
): Promise<void> {
  const before = stretches.find((one) => covers(one, input.effectiveOn))
  if (!before) throw notFound('institutionId', 'institution', id)
  const closed = { ...before, ...cited(input), status, validFrom: input.effectiveOn, validTo: null }
  await writeTimeline(trx, change, 'INSTITUTION', id, {}, [...endFrom<InstitutionValue>(stretches, input.effectiveOn), closed])
  const memberships = await trx
    .selectFrom('membership')
    .selectAll()
    .where('institutionId', '=', id)
    .where('recordedTo', 'is', null)
    .orderBy('id')
    .execute()
  for (const [membershipId, rows] of Map.groupBy(memberships, (row) => row.id)) {
    const alliance = await allianceKnown(trx, rows[0]!.allianceId, 'institutionId')
    await writeMembership(trx, change, membershipId, alliance, id, endFrom<Membership>(rows, input.effectiveOn))
  }
}

// Locked with it, so that the parent is there when it is named.
function parentsOf({ parentId }: Pick<InstitutionInput, 'parentId'>): string[] {
  return parentId ? [parentId] : []
}

function complete({ code: _, ...input }: InstitutionInput): InstitutionValue {
  const given = Object.fromEntries(Object.entries(input).filter(([, one]) => one !== null && one !== undefined))
  return { ...INSTITUTION_DEFAULTS, ...given, name: input.name.trim(), category: input.category, regionCode: input.regionCode }
}
