import { type RawBuilder, sql } from 'kysely'

import { whereInForce, whereKnown } from '@yilian/database/dated.ts'
import type { Moment } from '@yilian/domain/dated.ts'
import type { Post } from '@yilian/domain/staffing/post.ts'
import type { PostClass } from '@yilian/domain/staffing/terms.ts'

import { onDay } from '../access/days.ts'
import type { Reader } from '../access/reader.ts'
import { seesFact } from '../access/seen-facts.ts'
import type { AtMoment } from '../graphql/moment.ts'
import { atMoment } from '../list/at-moment.ts'
import { byPinyin, keysetPage, type Page, type PageArgs } from '../list/keyset.ts'

/** A post at a moment. */
export type PostRow = Post & AtMoment

export interface PostFilter {
  readonly countyCode?: string | null | undefined
  readonly institutionId?: string | null | undefined
  readonly allianceId?: string | null | undefined
  readonly postClasses?: readonly PostClass[] | null | undefined
  /** Of alliances. */
  readonly pooled?: boolean | null | undefined
  readonly vacant?: boolean | null | undefined
  readonly frozen?: boolean | null | undefined
}

const filled = (moment: Moment) => sql`(select count(*) from appointment a where a.post_id = p.id and ${whereInForce('a', moment)})`

/** Posts in force at the moment that pass the filter, by title. One statement. */
export async function postPage({ db, access }: Reader, filter: PostFilter, page: PageArgs, moment: Moment): Promise<Page<PostRow>> {
  const { countyCode, institutionId, allianceId, postClasses, pooled, vacant, frozen } = filter
  const all: RawBuilder<unknown>[] = [whereInForce('p', moment), seesFact(access, 'POST', 'p', onDay(moment.asOf))]
  if (countyCode)
    all.push(sql`coalesce((select i.county_code from institution i where i.id = p.institution_id),
      (select l.county_code from alliance l where l.id = p.alliance_id)) = ${countyCode}`)
  if (institutionId) all.push(sql`p.institution_id = ${institutionId}`)
  if (allianceId) all.push(sql`p.alliance_id = ${allianceId}`)
  if (postClasses?.length) all.push(sql`p.post_class = any(${postClasses})`)
  if (pooled != null) all.push(sql`(p.alliance_id is not null) = ${pooled}`)
  if (frozen != null) all.push(sql`p.frozen = ${frozen}`)
  if (vacant != null) all.push(sql`(${filled(moment)} < p.count) = ${vacant}`)
  const list = sql`select p.* from post p where ${sql.join(all, sql` and `)}`
  const found = await keysetPage<PostRow>(db, list, { key: byPinyin(sql`t.title`), type: 'text', descending: false }, page)
  for (const { node } of found.edges) Object.assign(node, { moment })
  return found
}

/** Posts by id: the stretch in force at the moment, else the last one. */
export async function postsByIds({ db, access }: Reader, ids: readonly string[], moment: Moment): Promise<Map<string, PostRow>> {
  const { rows } = await sql<Post>`select distinct on (p.id) p.* from post p
    where p.id = any(${ids}::uuid[]) and ${whereKnown('p', moment.asKnownAt)} and ${seesFact(access, 'POST', 'p')}
    order by p.id, (${whereInForce('p', moment)}) desc, p.valid_from desc`.execute(db)
  return new Map(atMoment(rows, moment).map((row) => [row.id, row]))
}

/** Every stretch of these posts as known at an instant, by post. */
export async function postTimelines({ db, access }: Reader, ids: readonly string[], moment: Moment): Promise<Map<string, PostRow[]>> {
  const { rows } = await sql<Post>`select p.* from post p where p.id = any(${ids}::uuid[]) and ${whereKnown('p', moment.asKnownAt)}
    and ${seesFact(access, 'POST', 'p')} order by p.valid_from`.execute(db)
  return Map.groupBy(atMoment(rows, moment), ({ id }) => id)
}

/** How many people hold each of these posts on the day. */
export async function filledPosts({ db }: Reader, ids: readonly string[], moment: Moment): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; count: number }>`select a.post_id as id, count(*) as count from appointment a
    where a.post_id = any(${ids}::uuid[]) and ${whereInForce('a', moment)} group by 1`.execute(db)
  return new Map(rows.map(({ id, count }) => [id, count]))
}
