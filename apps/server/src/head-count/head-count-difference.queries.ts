import { type RawBuilder, sql } from 'kysely'

import { whereInForce } from '@yilian/database/dated.ts'
import type { Decimal } from '@yilian/domain/decimal.ts'
import type { AppointmentKind } from '@yilian/domain/staffing/appointment-kind.ts'

import type { Reader } from '../access/reader.ts'
import type { AtMoment } from '../graphql/moment.ts'
import { byPinyin, keysetPage, type Page, type PageArgs } from '../list/keyset.ts'
import type { OfPerson } from './counted-person.ts'
import { countedSpots, withSpots, type HeadCountQuestion } from './counted.queries.ts'

/** What a person counts at a place; `institutionId` null: outside the register. */
export interface SpotRow {
  readonly institutionId: string | null
  readonly home: 0 | 1
  readonly host: 0 | 1
  readonly fte: Decimal
}

/** An appointment in force with the part of the person's time that falls to it. */
export interface ShareRow {
  readonly kind: AppointmentKind
  readonly institutionId: string | null
  readonly part: Decimal
}

/** A person of whom the three counts do not say the same, with all places and what they come from. `id` is the person's. */
export interface HeadCountDifferenceRow extends AtMoment, OfPerson {
  readonly id: string
  readonly spots: readonly SpotRow[]
  readonly shares: readonly ShareRow[]
}

/** People counted at one of the places of the question whose home, host and full-time equivalents differ, by name. One statement a page. */
export async function headCountDifferencePage(
  reader: Reader,
  question: HeadCountQuestion,
  page: PageArgs,
): Promise<Page<HeadCountDifferenceRow>> {
  const found = await keysetPage<HeadCountDifferenceRow>(
    reader.db,
    differing(reader, question),
    { key: byPinyin(sql`t.person_name`), type: 'text', descending: false },
    page,
  )
  for (const { node } of found.edges) Object.assign(node, { moment: question.moment })
  return found
}

function differing(reader: Reader, question: HeadCountQuestion): RawBuilder<unknown> {
  return sql`${withSpots(reader, question)}, counted as (${countedSpots(question, sql``)})
    select d.person_id as id, d.person_id, (select n.name from person_version n where n.id = d.person_id and ${whereInForce('n', question.moment)}) as person_name,
      (select jsonb_agg(jsonb_build_object('institutionId', x.institution_id, 'home', x.home, 'host', x.host, 'fte', trim_scale(x.fte)::text)
        order by x.home desc, x.host desc, x.fte desc, x.institution_id) from spot x where x.person_id = d.person_id) as spots,
      (select jsonb_agg(jsonb_build_object('kind', h.kind, 'institutionId', h.institution_id, 'part', trim_scale(h.part)::text)
        order by h.is_home desc, h.part desc, h.valid_from, h.id) from shared h where h.person_id = d.person_id) as shares
    from (select distinct person_id from counted) d
    where exists (select from spot x where x.person_id = d.person_id and (x.home <> x.host or x.fte <> x.home))`
}
