import { type RawBuilder, sql } from 'kysely'

import { whereInForce } from '@yilian/database/dated.ts'
import type { Moment } from '@yilian/domain/dated.ts'

import type { Reader } from '../access/reader.ts'
import { placesCounted, type HeadCountFilter } from '../head-count/counted.queries.ts'

/** Which institutions a list of staff is of; all conditions must hold. */
export type StaffPlaceFilter = Pick<HeadCountFilter, 'countyCode' | 'regionCode' | 'allianceId' | 'institutionId'>

/** How many rows of a list have a code; `null`: none is recorded. */
export interface StaffCountRow {
  readonly code: string | null
  readonly count: number
}

/** Begins a statement in which `place` are the institutions of a filter whose staff is seen on the day. */
export function withPlaces(reader: Reader, filter: StaffPlaceFilter, moment: Moment): RawBuilder<unknown> {
  return sql`with place as materialized (${placesCounted(reader, filter, moment)})`
}

/** True for the appointments under this alias whose host or home is one of `place`. */
export function atPlaces(alias: string): RawBuilder<boolean> {
  const [host, home] = [sql.ref(`${alias}.institutionId`), sql.ref(`${alias}.homeId`)]
  return sql`(${host} in (select id from place) or ${home} in (select id from place))`
}

/** A select of the people with an appointment in force at one of `place`. */
export function peopleAtPlaces(moment: Moment): RawBuilder<unknown> {
  return sql`select q.person_id from appointment q where ${whereInForce('q', moment)} and ${atPlaces('q')}`
}

/** How many rows of `list`, a select, have each code of its column `code`; most first. One statement. */
export async function countsOf({ db }: Reader, list: RawBuilder<unknown>): Promise<StaffCountRow[]> {
  const { rows } =
    await sql<StaffCountRow>`select c.code, count(*) as count from (${list}) c group by c.code order by count(*) desc, c.code`.execute(db)
  return rows
}
