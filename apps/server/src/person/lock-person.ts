import { sql } from 'kysely'

import { lockAlliances, lockInstitutions, lockPeople } from '@yilian/database/changes.ts'
import { factRows } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { covers } from '@yilian/domain/period.ts'
import { appointmentKindRules } from '@yilian/domain/staffing/appointment-kind.ts'
import type { Appointment } from '@yilian/domain/staffing/appointment.ts'
import type { Person } from '@yilian/domain/staffing/person.ts'

import { notFound } from '../command/known.ts'
import { requireVersion } from '../command/run-command.ts'

/** A person for a command, with all that is known of the career. */
export interface PersonLocked {
  readonly id: string
  readonly name: string
  readonly countyCode: string
  /** The stretches of the person's own record. */
  readonly stretches: readonly Person[]
  /** All stretches of all appointments, by appointment and day. */
  readonly appointments: readonly Appointment[]
}

/** Posts that a command names: those of alliances are held through the alliance. */
interface Places {
  readonly institutions?: readonly (string | null | undefined)[]
  readonly postId?: string | null | undefined
}

/**
 * Holds the alliance of a pool's post, the institutions of the person's appointments and those named, then the person, at the version that was
 * looked at: nobody else fills a place or a post of these meanwhile.
 */
export async function lockPerson(trx: Db, personId: string, baseVersion: number, places: Places = {}): Promise<PersonLocked> {
  await lockPlaces(trx, [personId], places)
  await lockPeople(trx, [personId])
  await requireVersion(trx, 'PERSON', personId, baseVersion)
  return personKnown(trx, personId)
}

/** Holds alliances and institutions that an appointment of these people could touch. */
export async function lockPlaces(trx: Db, people: readonly string[], { institutions = [], postId = null }: Places): Promise<void> {
  const { rows } = await sql<{ institutionId: string | null; allianceId: string | null }>`
    select a.institution_id, null::uuid as alliance_id from appointment a where a.person_id = any(${people}::uuid[]) and a.recorded_to is null
    union select p.institution_id, p.alliance_id from post p where p.recorded_to is null and (p.id = ${postId}::uuid
      or p.id in (select a.post_id from appointment a where a.person_id = any(${people}::uuid[]) and a.recorded_to is null))`.execute(trx)
  await lockAlliances(
    trx,
    rows.flatMap(({ allianceId }) => allianceId ?? []),
  )
  const all = [...rows.map(({ institutionId }) => institutionId), ...institutions].filter((id) => id != null)
  await lockInstitutions(trx, [...new Set(all)])
}

/** The person as known now. Refuses at `path` when there is none. */
export async function personKnown(trx: Db, personId: string, path = 'personId'): Promise<PersonLocked> {
  const identity = await trx.selectFrom('person').selectAll().where('id', '=', personId).executeTakeFirst()
  const stretches = identity ? await factRows<Person>(trx, 'PERSON', [personId]) : []
  const latest = stretches.at(-1)
  if (!identity || !latest) throw notFound(path, 'person', personId)
  const { rows } = await sql<Appointment>`select a.* from appointment a where a.person_id = ${personId} and a.recorded_to is null
    order by a.id, a.valid_from`.execute(trx)
  return { id: personId, name: latest.name, countyCode: identity.countyCode, stretches, appointments: rows }
}

/** The home (任职、返聘) in force on a day. */
export function homeOn({ appointments }: Pick<PersonLocked, 'appointments'>, day: IsoDate): Appointment | undefined {
  return appointments.find((one) => appointmentKindRules(one.kind).home && covers(one, day))
}

/** The stretches of one appointment. */
export function stretchesOf({ appointments }: Pick<PersonLocked, 'appointments'>, id: string): Appointment[] {
  return appointments.filter((one) => one.id === id)
}
