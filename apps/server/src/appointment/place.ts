import { sql } from 'kysely'

import type { Change } from '@yilian/database/changes.ts'
import { factRows, knownNow, writeTimeline } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import type { FlowIn } from '@yilian/domain/code-lists/staff-flow.ts'
import { notInForceIssues, type Stretch } from '@yilian/domain/dated.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { issue, type Issue } from '@yilian/domain/issue.ts'
import { covers } from '@yilian/domain/period.ts'
import type { AppointmentKind } from '@yilian/domain/staffing/appointment-kind.ts'
import { APPOINTMENT_DEFAULTS, appointmentIssues, clashIssues, type AppointmentValue } from '@yilian/domain/staffing/appointment.ts'
import type { Post } from '@yilian/domain/staffing/post.ts'
import type { Leadership } from '@yilian/domain/staffing/terms.ts'

import { notFound, type InstitutionKnown } from '../command/known.ts'
import { refuseOn, type CommandInput } from '../command/run-command.ts'
import { appointmentsOf } from '../command/staffing-structure.ts'

/** What an appointment is to, as commands say it. */
export interface PlaceInput {
  readonly postId?: string | null | undefined
  readonly leadership?: Leadership | null | undefined
  readonly title?: string | null | undefined
  readonly share?: string | null | undefined
  readonly flowIn?: string | null | undefined
}

/** What is said of the place. */
export function placeOf({ postId, leadership, title, share }: PlaceInput) {
  return {
    postId: postId ?? null,
    leadership: leadership ?? null,
    title: title?.trim() || null,
    share: share == null ? null : asShare(share),
  }
}

/** A share in the form that is stored, with two decimals; text that is none stays as it is, for the domain to refuse. */
function asShare(text: string): string {
  const match = /^(0|1)(?:\.(\d{1,2}))?$/.exec(text)
  return match ? `${match[1]}.${(match[2] ?? '').padEnd(2, '0')}` : text
}

/** The value of an appointment that makes the institution a person's home. */
export function homeValue(input: PlaceInput & CommandInput, institutionId: string): AppointmentValue {
  return {
    ...APPOINTMENT_DEFAULTS,
    ...placeOf(input),
    institutionId,
    homeId: institutionId,
    flowIn: (input.flowIn ?? null) as FlowIn | null,
    documentId: input.documentId ?? null,
  }
}

/** Writes one appointment's timeline after its own rules. */
export async function writeAppointment(
  trx: Db,
  change: Change,
  id: string,
  personId: string,
  kind: AppointmentKind,
  desired: readonly Stretch<AppointmentValue>[],
): Promise<void> {
  refuseOn(desired.flatMap((one) => appointmentIssues(kind, one)))
  refuseOn(await clashes(trx, id, personId, kind, desired))
  await writeTimeline(trx, change, 'APPOINTMENT', id, { personId, kind }, desired)
}

/** What the constraints would refuse without saying with what: it is judged before the rows are written. */
async function clashes(
  trx: Db,
  id: string,
  personId: string,
  kind: AppointmentKind,
  desired: readonly Stretch<AppointmentValue>[],
): Promise<Issue[]> {
  const others = (await appointmentsOf(trx, [personId], knownNow)).filter((one) => one.id !== id)
  const own = desired.map((one) => ({ ...one, id, kind, host: one.elsewhere ?? '—', homeElsewhere: one.homeElsewhere !== null }))
  return clashIssues(others[0]?.person ?? '—', [...own, ...others]).filter(
    ({ code }) => code === 'ALREADY_PRIMARY' || code === 'ALREADY_POSTED',
  )
}

/** The post must be open and not frozen on the day, and the institution's own or of an alliance it is in then. */
export async function requirePost(
  trx: Db,
  postId: string | null | undefined,
  institution: Pick<InstitutionKnown, 'id' | 'name'>,
  day: IsoDate,
): Promise<void> {
  if (postId == null) return
  const rows = await factRows<Post>(trx, 'POST', [postId])
  if (rows.length === 0) throw notFound('postId', 'post', postId)
  const post = rows.find((one) => covers(one, day))
  if (!post) return refuseOn(notInForceIssues(rows, day, 'postId'))
  if (post.frozen) refuseOn([issue('postId', 'POST_FROZEN', { post: post.title, day })])
  if (post.institutionId === institution.id || (post.allianceId !== null && (await isMember(trx, post.allianceId, institution.id, day))))
    return
  refuseOn([issue('postId', 'POST_OF_ANOTHER', { post: post.title, institution: institution.name })])
}

async function isMember(trx: Db, allianceId: string, institutionId: string, day: IsoDate): Promise<boolean> {
  const { rows } = await sql`select from membership m where m.alliance_id = ${allianceId} and m.institution_id = ${institutionId}
    and m.recorded_to is null and m.valid_from <= ${day}::date and (m.valid_to is null or ${day}::date < m.valid_to)`.execute(trx)
  return rows.length > 0
}
