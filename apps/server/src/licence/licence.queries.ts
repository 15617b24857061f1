import { sql } from 'kysely'

import { whereInForce, whereKnown } from '@yilian/database/dated.ts'
import type { Moment } from '@yilian/domain/dated.ts'
import type { Licence } from '@yilian/domain/staffing/licence.ts'

import { onDay } from '../access/days.ts'
import type { Reader } from '../access/reader.ts'
import { onlySeen, seesFact } from '../access/seen-facts.ts'
import type { AtMoment } from '../graphql/moment.ts'
import { atMoment } from '../list/at-moment.ts'

/** A stretch of a licence, read at a moment. */
export type LicenceRow = Licence & AtMoment

/** The licences these people hold at a moment, by person. */
export async function licencesOfPeople({ db, access }: Reader, ids: readonly string[], moment: Moment): Promise<Map<string, LicenceRow[]>> {
  const days = onDay(moment.asOf)
  const { rows } = await sql<Licence>`select l.* ${onlySeen(access, 'LICENCE', 'l', days)} from licence l
    where l.person_id = any(${ids}::uuid[]) and ${whereInForce('l', moment)} and ${seesFact(access, 'LICENCE', 'l', days)} order by l.valid_from, l.id`.execute(
    db,
  )
  return Map.groupBy(atMoment(rows, moment), ({ personId }) => personId)
}

/** Every stretch of the licences of these people as known at an instant, by person: those that are seen. */
export async function licenceTimelines({ db, access }: Reader, ids: readonly string[], moment: Moment): Promise<Map<string, LicenceRow[]>> {
  const { rows } = await sql<Licence>`select l.* ${onlySeen(access, 'LICENCE', 'l')} from licence l
    where l.person_id = any(${ids}::uuid[]) and ${whereKnown('l', moment.asKnownAt)} and ${seesFact(access, 'LICENCE', 'l')} order by l.valid_from, l.id`.execute(
    db,
  )
  return Map.groupBy(atMoment(rows, moment), ({ personId }) => personId)
}

/** Licences by id: the stretch in force at the moment, else the last one. */
export async function licencesByIds({ db, access }: Reader, ids: readonly string[], moment: Moment): Promise<Map<string, LicenceRow>> {
  const { rows } = await sql<Licence>`select distinct on (l.id) l.* ${onlySeen(access, 'LICENCE', 'l')} from licence l
    where l.id = any(${ids}::uuid[]) and ${whereKnown('l', moment.asKnownAt)} and ${seesFact(access, 'LICENCE', 'l')}
    order by l.id, (${whereInForce('l', moment)}) desc, l.valid_from desc`.execute(db)
  return new Map(atMoment(rows, moment).map((row) => [row.id, row]))
}
