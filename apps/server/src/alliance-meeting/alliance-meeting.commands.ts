import { v7 as newId } from 'uuid'

import { lockAlliances, lockInstitutions } from '@yilian/database/changes.ts'
import { writeFact } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import { allianceMeetingIssues, type AllianceMeeting, type AllianceMeetingValue } from '@yilian/domain/alliance-meeting.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { issue } from '@yilian/domain/issue.ts'

import { onDay } from '../access/days.ts'
import { unseenInstitutions } from '../access/unseen.ts'
import { lockBelonging } from '../command/belonging.ts'
import { allianceKnown, institutionKnown, notFound } from '../command/known.ts'
import { refuseOn, type CommandBody, type CommandInput } from '../command/run-command.ts'

export interface RecordMeeting extends CommandInput {
  readonly allianceId: string
  /** The meeting that is revised; left out for a new one. */
  readonly meetingId?: string | null | undefined
  readonly baseVersion?: number | null | undefined
  readonly heldOn: IsoDate
  readonly title: string
  readonly summary?: string | null | undefined
  readonly attendeeIds?: readonly string[] | null | undefined
}

/** 登记会议: a new meeting, or all that is said of a recorded one. */
export const recordMeeting =
  (input: RecordMeeting): CommandBody =>
  async (trx, begin, reader) => {
    const existing = await lockMeeting(trx, input)
    const alliance = await allianceKnown(trx, input.allianceId, 'allianceId')
    const recorded = existing?.attendeeIds ?? []
    const unseen = await unseenInstitutions(reader, recorded, onDay(existing?.heldOn ?? input.heldOn))
    const value: AllianceMeetingValue = {
      heldOn: input.heldOn,
      title: input.title.trim(),
      summary: input.summary?.trim() || null,
      attendeeIds: [...new Set([...(input.attendeeIds ?? []), ...recorded.filter((id) => unseen.has(id))])],
      documentId: input.documentId ?? existing?.documentId ?? null,
      source: existing?.source ?? null,
    }
    refuseOn(allianceMeetingIssues(value))
    await lockInstitutions(trx, value.attendeeIds)
    for (const [at, id] of value.attendeeIds.entries()) await institutionKnown(trx, id, `attendeeIds.${at}`)
    const change = await begin()
    await writeFact(trx, change, 'ALLIANCE_MEETING', input.meetingId ?? newId(), { allianceId: alliance.id }, { ...value })
  }

async function lockMeeting(trx: Db, { allianceId, meetingId, baseVersion }: RecordMeeting): Promise<AllianceMeeting | null> {
  if (!meetingId) {
    await lockAlliances(trx, [allianceId])
    return null
  }
  if (baseVersion == null) refuseOn([issue('baseVersion', 'REQUIRED')])
  const found = await lockBelonging<AllianceMeeting>(trx, 'ALLIANCE_MEETING', meetingId, baseVersion ?? 0)
  if (found.allianceId !== allianceId) throw notFound('meetingId', 'meeting', meetingId)
  return found.rows[0] ?? null
}
