import { sql } from 'kysely'

import { whereKnown } from '@yilian/database/dated.ts'
import type { AllianceMeeting } from '@yilian/domain/alliance-meeting.ts'
import type { Moment } from '@yilian/domain/dated.ts'

import type { Reader } from '../access/reader.ts'
import { onlySeen, seesFact } from '../access/seen-facts.ts'
import type { AtMoment } from '../graphql/moment.ts'
import { asMoment } from '../institution/institution.queries.ts'

/** A meeting, read at a moment: who attended is shown as of the same. */
export type AllianceMeetingRow = AllianceMeeting & AtMoment

/** The meetings as known at an instant, latest first, by alliance. */
export async function meetingsOfAlliances(
  { db, access }: Reader,
  allianceIds: readonly string[],
  moment: Moment,
): Promise<Map<string, AllianceMeetingRow[]>> {
  const { rows } =
    await sql<AllianceMeetingRow>`select m.*, ${asMoment(moment)} ${onlySeen(access, 'ALLIANCE_MEETING', 'm')} from alliance_meeting m
    where m.alliance_id = any(${allianceIds}::uuid[]) and ${whereKnown('m', moment.asKnownAt)} and ${seesFact(access, 'ALLIANCE_MEETING', 'm')} order by m.held_on desc, m.id desc`.execute(
      db,
    )
  return Map.groupBy(rows, ({ allianceId }) => allianceId)
}

export async function meetingsByIds(
  { db, access }: Reader,
  ids: readonly string[],
  moment: Moment,
): Promise<Map<string, AllianceMeetingRow>> {
  const { rows } =
    await sql<AllianceMeetingRow>`select m.*, ${asMoment(moment)} ${onlySeen(access, 'ALLIANCE_MEETING', 'm')} from alliance_meeting m
    where m.id = any(${ids}::uuid[]) and ${whereKnown('m', moment.asKnownAt)} and ${seesFact(access, 'ALLIANCE_MEETING', 'm')}`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}
