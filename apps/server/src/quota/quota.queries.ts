import { type RawBuilder, sql } from 'kysely'

import { whereInForce, whereKnown } from '@yilian/database/dated.ts'
import type { Moment } from '@yilian/domain/dated.ts'
import { kindsThat } from '@yilian/domain/staffing/appointment-kind.ts'
import type { EstablishmentQuota, QuotaException, QuotaLoan, QuotaPool } from '@yilian/domain/staffing/quota.ts'
import type { PostClass } from '@yilian/domain/staffing/terms.ts'

import { onDay } from '../access/days.ts'
import type { Reader } from '../access/reader.ts'
import { seesFact } from '../access/seen-facts.ts'
import { seesStaffOf } from '../access/seen-staffing.ts'
import { seesAlliance } from '../access/seen.ts'
import { postClassSql, TAKING_QUOTA } from '../command/staffing-structure.ts'
import type { AtMoment } from '../graphql/moment.ts'
import { atMoment } from '../list/at-moment.ts'
import { keysetPage, type Page, type PageArgs } from '../list/keyset.ts'

/** One class of posts of one institution on a day. `quota` null: none is recorded, and nothing can be judged. */
export interface QuotaLine {
  readonly institutionId: string
  readonly postClass: PostClass
  readonly quota: number | null
  readonly borrowed: number
  readonly given: number
  readonly exception: number
  /** People in places of the establishment (在编、备案制) at home there. */
  readonly filled: number
  /** People at home there who take no place of it. */
  readonly outside: number
}

export interface QuotaBoardFilter {
  readonly countyCode?: string | null | undefined
  readonly allianceId?: string | null | undefined
  readonly institutionId?: string | null | undefined
  /** With more people than quota, borrowed and given places allow in some class. */
  readonly over?: boolean | null | undefined
  /** With a vacancy in some class. */
  readonly vacant?: boolean | null | undefined
}

/** A row of the board: an institution. */
export interface QuotaBoardRow extends AtMoment {
  readonly id: string
  readonly code: string
}

/** The lines of institutions as a select: by institution and class of post. */
function lines(moment: Moment, among: (id: RawBuilder<unknown>) => RawBuilder<unknown>): RawBuilder<unknown> {
  const post = sql`(select o.post_class from post o where o.id = a.post_id and ${whereInForce('o', moment)} limit 1)`
  const takes = sql`v.establishment_type = any(${TAKING_QUOTA})`
  return sql`
    select s.institution_id, s.post_class, sum(s.quota) as quota, coalesce(sum(s.borrowed), 0) as borrowed, coalesce(sum(s.given), 0) as given, coalesce(sum(s.exception), 0) as exception,
      count(*) filter (where s.takes) as filled, count(*) filter (where not s.takes) as outside
    from (
      select q.institution_id, q.post_class, q.count as quota, null::int as borrowed, null::int as given, null::int as exception, null::boolean as takes
        from establishment_quota q where ${among(sql`q.institution_id`)} and ${whereInForce('q', moment)}
      union all select l.institution_id, l.post_class, null, l.count, null, null, null from quota_loan l where ${among(sql`l.institution_id`)} and ${whereInForce('l', moment)}
      union all select l.from_id, l.post_class, null, null, l.count, null, null from quota_loan l where ${among(sql`l.from_id`)} and ${whereInForce('l', moment)}
      union all select e.institution_id, e.post_class, null, null, null, e.count, null from quota_exception e where ${among(sql`e.institution_id`)} and ${whereInForce('e', moment)}
      union all select a.institution_id, ${postClassSql(post, sql`v.work_class`)}, null, null, null, null, coalesce(${takes}, false)
        from appointment a join person_version v on v.id = a.person_id and ${whereInForce('v', moment)}
        where ${among(sql`a.institution_id`)} and a.kind = any(${kindsThat('home')}) and ${whereInForce('a', moment)}) s
    group by 1, 2`
}

/** The institutions of the board, by code: those of which a quota, a loan or somebody in post is recorded on the day. One statement. */
export async function quotaBoardPage(
  { db, access }: Reader,
  { countyCode, allianceId, institutionId, over, vacant }: QuotaBoardFilter,
  page: PageArgs,
  moment: Moment,
): Promise<Page<QuotaBoardRow>> {
  const days = onDay(moment.asOf)
  const all: RawBuilder<unknown>[] = [seesStaffOf(access, sql`i.id`, days)]
  if (countyCode) all.push(sql`i.county_code = ${countyCode}`)
  if (institutionId) all.push(sql`i.id = ${institutionId}`)
  if (allianceId)
    all.push(sql`i.id in (select m.institution_id from membership m where m.alliance_id = ${allianceId} and m.role <> 'SUPPORTING'
      and ${whereInForce('m', moment)} and ${seesAlliance(access, sql`m.alliance_id`, days)})`)
  const where = sql.join(all, sql` and `)
  const wanted = sql`select i.id from institution i where ${where}`
  const available = sql`(b.quota + b.borrowed - b.given)`
  const having: RawBuilder<unknown>[] = [sql`true`]
  if (over != null) having.push(sql`coalesce(bool_or(b.filled > ${available}), false) = ${over}`)
  if (vacant != null) having.push(sql`coalesce(bool_or(b.filled < ${available}), false) = ${vacant}`)
  const list = sql`select i.id, i.code from (${lines(moment, (id) => sql`${id} in (${wanted})`)}) b join institution i on i.id = b.institution_id
    group by i.id, i.code having ${sql.join(having, sql` and `)}`
  const found = await keysetPage<QuotaBoardRow>(db, list, { key: sql`t.code`, type: 'text', descending: false }, page)
  for (const { node } of found.edges) Object.assign(node, { moment })
  return found
}

/** The lines of these institutions at a moment, by institution. One statement. */
export async function quotaLines(
  { db, access }: Reader,
  ids: readonly string[],
  moment: Moment,
): Promise<Map<string, (QuotaLine & AtMoment)[]>> {
  const select = lines(moment, (id) => sql`${id} = any(${ids}::uuid[])`)
  const { rows } =
    await sql<QuotaLine>`select b.* from (${select}) b where ${seesStaffOf(access, sql`b.institution_id`, onDay(moment.asOf))}
    order by b.institution_id, array_position(array['MANAGEMENT', 'TECHNICAL', 'WORKER'], b.post_class)`.execute(db)
  return Map.groupBy(atMoment(rows, moment), (row) => row.institutionId)
}

/** What allows these institutions more people than places at a moment, by institution. One statement. */
export async function exceptionsOf(
  { db, access }: Reader,
  ids: readonly string[],
  moment: Moment,
): Promise<Map<string, QuotaExceptionRow[]>> {
  const { rows } = await sql<QuotaException>`select e.* from quota_exception e
    where e.institution_id = any(${ids}::uuid[]) and ${whereInForce('e', moment)}
    and ${seesFact(access, 'QUOTA_EXCEPTION', 'e', onDay(moment.asOf))}`.execute(db)
  return Map.groupBy(atMoment(rows, moment), ({ institutionId }) => institutionId)
}

/** The version of what is recorded per institution and class, by `<institution> <class>`: what setting it is based on. */
export async function versionsByClass(
  { db }: Reader,
  table: 'establishment_quota' | 'quota_exception',
  keys: readonly string[],
): Promise<Map<string, number>> {
  const ids = [...new Set(keys.map((key) => key.split(' ')[0]!))]
  const { rows } = await sql<{ key: string; version: number }>`
    select f.institution_id || ' ' || f.post_class as key, greatest(max(f.recorded_by), max(f.closed_by)) as version
    from ${sql.table(table)} f where f.institution_id = any(${ids}::uuid[]) group by 1`.execute(db)
  return new Map(rows.map(({ key, version }) => [key, version]))
}

export type QuotaPoolRow = QuotaPool & AtMoment
export type QuotaLoanRow = QuotaLoan & AtMoment
export type QuotaExceptionRow = QuotaException & AtMoment

/** The pools in force at a moment, by name; of a county when it is given. */
export async function quotaPools({ db, access }: Reader, countyCode: string | null, moment: Moment): Promise<QuotaPoolRow[]> {
  const within = countyCode === null ? sql`true` : sql`p.region_code like ${`${countyCode}%`}`
  const { rows } = await sql<QuotaPool>`select p.* from quota_pool p where ${within} and ${whereInForce('p', moment)}
    and ${seesFact(access, 'QUOTA_POOL', 'p', onDay(moment.asOf))} order by p.name, p.id limit 500`.execute(db)
  return atMoment(rows, moment)
}

/** Pools by id: the stretch in force at the moment, else the last one. */
export async function quotaPoolsByIds({ db, access }: Reader, ids: readonly string[], moment: Moment): Promise<Map<string, QuotaPoolRow>> {
  const { rows } =
    await sql<QuotaPool>`select distinct on (p.id) p.* from quota_pool p where p.id = any(${ids}::uuid[]) and ${whereKnown('p', moment.asKnownAt)}
    and ${seesFact(access, 'QUOTA_POOL', 'p')} order by p.id, (${whereInForce('p', moment)}) desc, p.valid_from desc`.execute(db)
  return new Map(atMoment(rows, moment).map((row) => [row.id, row]))
}

/** What each of these pools has lent on the day, whoever sees to whom. */
export async function lentByPools({ db }: Reader, ids: readonly string[], moment: Moment): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; lent: number }>`select l.pool_id as id, sum(l.count)::int as lent from quota_loan l
    where l.pool_id = any(${ids}::uuid[]) and ${whereInForce('l', moment)} group by 1`.execute(db)
  return new Map(rows.map(({ id, lent }) => [id, lent]))
}

/** What each of these pools set aside per class of post on the day. */
export async function quotasOfPools(
  { db, access }: Reader,
  ids: readonly string[],
  moment: Moment,
): Promise<Map<string, EstablishmentQuota[]>> {
  const { rows } =
    await sql<EstablishmentQuota>`select q.* from establishment_quota q where q.pool_id = any(${ids}::uuid[]) and ${whereInForce('q', moment)}
    and ${seesFact(access, 'ESTABLISHMENT_QUOTA', 'q', onDay(moment.asOf))} order by q.post_class`.execute(db)
  return Map.groupBy(rows, ({ poolId }) => poolId!)
}

/** Loans by pool or institution. */
async function loansBy(
  { db, access }: Reader,
  column: 'pool_id' | 'institution_id' | 'from_id',
  ids: readonly string[],
  moment: Moment,
): Promise<QuotaLoanRow[]> {
  const { rows } =
    await sql<QuotaLoan>`select l.* from quota_loan l where ${sql.ref(`l.${column}`)} = any(${ids}::uuid[]) and ${whereInForce('l', moment)}
    and ${seesFact(access, 'QUOTA_LOAN', 'l', onDay(moment.asOf))} order by l.valid_from, l.id`.execute(db)
  return atMoment(rows, moment)
}

/** The loans in force of these pools that are seen, by pool. */
export async function loansOfPools(reader: Reader, ids: readonly string[], moment: Moment): Promise<Map<string, QuotaLoanRow[]>> {
  return Map.groupBy(await loansBy(reader, 'pool_id', ids, moment), ({ poolId }) => poolId!)
}

/** The loans in force to these institutions, by institution. */
export async function loansToInstitutions(reader: Reader, ids: readonly string[], moment: Moment): Promise<Map<string, QuotaLoanRow[]>> {
  return Map.groupBy(await loansBy(reader, 'institution_id', ids, moment), ({ institutionId }) => institutionId)
}

/** The loans in force by these institutions, by institution. */
export async function loansFromInstitutions(reader: Reader, ids: readonly string[], moment: Moment): Promise<Map<string, QuotaLoanRow[]>> {
  return Map.groupBy(await loansBy(reader, 'from_id', ids, moment), ({ fromId }) => fromId!)
}

/** Loans by id: the stretch in force at the moment, else the last one. */
export async function loansByIds({ db, access }: Reader, ids: readonly string[], moment: Moment): Promise<Map<string, QuotaLoanRow>> {
  const { rows } =
    await sql<QuotaLoan>`select distinct on (l.id) l.* from quota_loan l where l.id = any(${ids}::uuid[]) and ${whereKnown('l', moment.asKnownAt)}
    and ${seesFact(access, 'QUOTA_LOAN', 'l')} order by l.id, (${whereInForce('l', moment)}) desc, l.valid_from desc`.execute(db)
  return new Map(atMoment(rows, moment).map((row) => [row.id, row]))
}
