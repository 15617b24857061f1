import { sql } from 'kysely'
import { v7 as newId } from 'uuid'

import { lockPeople } from '@yilian/database/changes.ts'
import { changesSince, factRows, factVersions, writeFact, writeTimeline } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import { endFrom, notInForceIssues, type Stretch } from '@yilian/domain/dated.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { covers } from '@yilian/domain/period.ts'
import { populationIssues } from '@yilian/domain/staffing/staff-count.ts'
import type { CohortState } from '@yilian/domain/staffing/terms.ts'
import { mentorshipIssues, type CohortMember, type CohortMemberValue, type Mentorship } from '@yilian/domain/staffing/training.ts'

import { notFound } from '../command/known.ts'
import { refuseOn, refuseStale, requireVersion, type CommandBody, type CommandInput } from '../command/run-command.ts'
import { personKnown } from '../person/lock-person.ts'
import { requireRegion } from '../quota/quota.commands.ts'
import { holdInstitutions } from './county-record.ts'

export interface SetCohortMember extends CommandInput {
  readonly cohortId: string
  readonly personId: string
  readonly state: CohortState
  readonly effectiveOn: IsoDate
}

/** 登记培养对象: from the effective day somebody of the cohort is so far, until what is recorded for later. */
export const setCohortMember =
  (input: SetCohortMember): CommandBody =>
  async (trx, begin) => {
    const { cohortId, personId, state, effectiveOn } = input
    await lockPeople(trx, [personId])
    await personKnown(trx, personId)
    await requireCohort(trx, cohortId)
    const known = await trx
      .selectFrom('cohortMember')
      .select('id')
      .where('cohortId', '=', cohortId)
      .where('personId', '=', personId)
      .limit(1)
      .executeTakeFirst()
    const rows = known ? await factRows<CohortMember>(trx, 'COHORT_MEMBER', [known.id]) : []
    const value: CohortMemberValue = { state, documentId: input.documentId ?? null, source: null, sourceNote: null }
    const before = rows.flatMap((one): Stretch<CohortMemberValue>[] =>
      one.validFrom < effectiveOn
        ? [one.validTo === null || one.validTo > effectiveOn ? { ...one, validTo: effectiveOn } : one]
        : one.validFrom > effectiveOn
          ? [one]
          : [],
    )
    const next = rows.find(({ validFrom }) => validFrom > effectiveOn)
    const desired = [...before, { ...value, validFrom: effectiveOn, validTo: next?.validFrom ?? null }]
    await writeTimeline(trx, await begin(), 'COHORT_MEMBER', known?.id ?? newId(), { cohortId, personId }, desired)
  }

async function requireCohort(trx: Db, cohortId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtext('yilian county record'), hashtext(${cohortId}))`.execute(trx)
  const found = await trx
    .selectFrom('trainingCohort')
    .select('id')
    .where('id', '=', cohortId)
    .where('recordedTo', 'is', null)
    .executeTakeFirst()
  if (!found) throw notFound('cohortId', 'cohort', cohortId)
}

export interface RecordMentorship extends CommandInput {
  readonly regionCode: string
  readonly mentorId?: string | null | undefined
  readonly menteeId?: string | null | undefined
  readonly pairs?: number | null | undefined
  readonly institutionIds?: readonly string[] | null | undefined
  readonly content?: string | null | undefined
  readonly effectiveOn: IsoDate
}

/** 登记师徒结对: of two people, or a number of pairs at institutions. */
export const recordMentorship =
  (input: RecordMentorship): CommandBody =>
  async (trx, begin) => {
    const { regionCode, mentorId = null, menteeId = null, effectiveOn } = input
    const value = {
      pairs: mentorId === null ? (input.pairs ?? null) : 1,
      institutionIds: input.institutionIds ?? [],
      content: input.content?.trim() || null,
      documentId: input.documentId ?? null,
      source: null,
      sourceNote: null,
    }
    refuseOn(mentorshipIssues({ regionCode, mentorId, menteeId }, value))
    await requireRegion(trx, regionCode)
    await holdInstitutions(trx, value.institutionIds)
    const people = [mentorId, menteeId].filter((id) => id !== null)
    await lockPeople(trx, people)
    for (const [at, id] of people.entries()) await personKnown(trx, id, at === 0 ? 'mentorId' : 'menteeId')
    await writeTimeline(trx, await begin(), 'MENTORSHIP', newId(), { regionCode, mentorId, menteeId }, [
      { ...value, validFrom: effectiveOn, validTo: null },
    ])
  }

export interface EndMentorship extends CommandInput {
  readonly mentorshipId: string
  readonly baseVersion: number
  readonly effectiveOn: IsoDate
}

/** 结束师徒结对 from the effective day. */
export const endMentorship =
  (input: EndMentorship): CommandBody =>
  async (trx, begin) => {
    await sql`select pg_advisory_xact_lock(hashtext('yilian mentorship'), hashtext(${input.mentorshipId}))`.execute(trx)
    const rows = await factRows<Mentorship>(trx, 'MENTORSHIP', [input.mentorshipId])
    const [first] = rows
    if (!first) throw notFound('mentorshipId', 'mentorship', input.mentorshipId)
    await requireVersion(trx, 'MENTORSHIP', input.mentorshipId, input.baseVersion)
    refuseOn(rows.some((one) => covers(one, input.effectiveOn)) ? [] : notInForceIssues(rows, input.effectiveOn))
    const { regionCode, mentorId, menteeId } = first
    const desired = endFrom(rows, input.effectiveOn)
    await writeTimeline(trx, await begin(), 'MENTORSHIP', input.mentorshipId, { regionCode, mentorId, menteeId }, desired)
  }

export interface RecordPopulation extends CommandInput {
  readonly regionCode: string
  readonly year: number
  readonly residents: number
  /** 0 where none is recorded. */
  readonly baseVersion: number
}

/** 登记常住人口 of a region in a year; recorded again it is corrected. */
export const recordPopulation =
  (input: RecordPopulation): CommandBody =>
  async (trx, begin) => {
    const { regionCode, year, residents, baseVersion } = input
    refuseOn(populationIssues(regionCode, year, residents))
    await requireRegion(trx, regionCode)
    await sql`select pg_advisory_xact_lock(hashtext('yilian population'), hashtext(${`${regionCode} ${year}`}))`.execute(trx)
    const known = await trx
      .selectFrom('regionPopulation')
      .select(['id', 'documentId'])
      .where('regionCode', '=', regionCode)
      .where('year', '=', year)
      .orderBy('recordedBy', 'desc')
      .limit(1)
      .executeTakeFirst()
    const currentVersion = known ? ((await factVersions(trx, 'REGION_POPULATION', [known.id])).get(known.id) ?? 0) : 0
    if (currentVersion !== baseVersion)
      refuseStale({
        of: 'THING',
        baseVersion,
        currentVersion,
        changeNumbers: known ? await changesSince(trx, 'REGION_POPULATION', known.id, baseVersion) : [],
      })
    const value = { residents, documentId: input.documentId ?? known?.documentId ?? null, source: null, sourceNote: null }
    await writeFact(trx, await begin(), 'REGION_POPULATION', known?.id ?? newId(), { regionCode, year }, value)
  }
