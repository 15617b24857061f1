import { sql } from 'kysely'

import { whereInForce, whereKnown } from '@yilian/database/dated.ts'
import { RETIRED, type Exclusion } from '@yilian/domain/staffing/counting/exclusion.ts'

import type { Reader } from '../access/reader.ts'
import type { AtMoment } from '../graphql/moment.ts'
import { byPinyin, keysetPage, type Page, type PageArgs } from '../list/keyset.ts'
import type { OfPerson } from './counted-person.ts'
import { isBrief, type HeadCountQuestion, withSpots } from './counted.queries.ts'

/** Somebody with an appointment at one of the places who is left out, and why. `id` is the person's. */
export interface HeadCountExclusionRow extends AtMoment, OfPerson {
  readonly id: string
  readonly exclusion: Exclusion
}

/** Whom statistics leave out, and who is not counted at all, of those with an appointment in force at one of the places; by name. One statement a page. */
export async function headCountExclusionPage(
  reader: Reader,
  question: Pick<HeadCountQuestion, 'filter' | 'moment'>,
  page: PageArgs,
): Promise<Page<HeadCountExclusionRow>> {
  const { moment } = question
  const list = sql`${withSpots(reader, question)},
    judged as (
      select here.person_id as id, here.person_id, v.name as person_name, case
        when b.person_id is null then case
          when exists (select from active x where x.person_id = here.person_id and x.home_elsewhere is not null) then 'HOME_ELSEWHERE'
          when (select r.flow_out from appointment r where r.person_id = here.person_id and r.kind = 'PRIMARY' and r.valid_to <= ${moment.asOf}::date
            and ${whereKnown('r', moment.asKnownAt)} order by r.valid_to desc limit 1) = ${RETIRED} then 'RETIRED'
          else 'NO_PRIMARY' end
        when v.establishment_type = 'TEMPORARY' then 'TEMPORARY'
        when b.kind = 'REHIRED' and ${isBrief(moment)} then 'REHIRED_BRIEFLY' end as exclusion
      from here left join belonging b on b.person_id = here.person_id
        left join person_version v on v.id = here.person_id and ${whereInForce('v', moment)})
    select id, person_id, person_name, exclusion from judged where exclusion is not null`
  const found = await keysetPage<HeadCountExclusionRow>(
    reader.db,
    list,
    { key: byPinyin(sql`t.person_name`), type: 'text', descending: false },
    page,
  )
  for (const { node } of found.edges) Object.assign(node, { moment })
  return found
}
