import { randomUUID } from 'node:crypto'

import { beginChange, finishChange } from '@yilian/database/changes.ts'
import type { Db } from '@yilian/database/db.ts'
import { replaceRows } from '@yilian/database/dated.ts'
import type { FactKind } from '@yilian/database/facts.ts'
import { APPOINTMENT_DEFAULTS, type Appointment } from '@yilian/domain/staffing/appointment.ts'
import type { Licence } from '@yilian/domain/staffing/licence.ts'
import { PERSON_DEFAULTS, type PersonValue } from '@yilian/domain/staffing/person.ts'

// Staff written as facts, without the commands: tests of what is read need histories that commands of today would refuse, and many of them.

const ACTOR = { id: 'test', name: 'test' }
const SINCE = { validFrom: '2015-01-01', validTo: null }

/** Records rows of one kind of fact as one change. */
export async function recordRows(db: Db, fact: FactKind, rows: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const change = await beginChange(trx, { command: 'hirePerson', actor: ACTOR })
    await replaceRows(trx, change, fact, [], rows)
    await finishChange(trx, change)
  })
}

type Days = Readonly<{ validFrom?: string; validTo?: string | null }>
export type GivenAppointment = Days &
  Partial<Omit<Appointment, 'validFrom' | 'validTo' | 'plannedUntil' | 'reviewOn'>> & {
    readonly plannedUntil?: string
    readonly reviewOn?: string
  }

let count = 0

/** A physician of intermediate title, in post, with whatever else is given, and these appointments since 2015 unless they say otherwise; answers the person's uuid. */
export async function staffMember(
  db: Db,
  name: string,
  appointments: readonly GivenAppointment[],
  given: Omit<Partial<PersonValue>, 'birthDate'> & { readonly birthDate?: string } = {},
): Promise<string> {
  const id = randomUUID()
  await db
    .insertInto('person')
    .values({ id, code: `431221-T${++count}`, countyCode: '431221' })
    .execute()
  const traits = { sex: 'FEMALE', workClass: '1', profession: '11', titleAppointed: 'INTERMEDIATE', establishmentType: 'IN_POST' }
  await recordRows(db, 'PERSON', [{ ...PERSON_DEFAULTS, ...traits, ...SINCE, ...given, id, name }])
  const home = appointments.find(({ kind = 'PRIMARY' }) => kind === 'PRIMARY')?.institutionId ?? null
  await recordRows(
    db,
    'APPOINTMENT',
    appointments.map((one) => ({
      ...APPOINTMENT_DEFAULTS,
      ...SINCE,
      id: randomUUID(),
      kind: 'PRIMARY',
      homeId: home,
      ...one,
      personId: id,
    })),
  )
  return id
}

/** A licence of a person. */
export async function licence(
  db: Db,
  personId: string,
  given: Days & Partial<Omit<Licence, 'validFrom' | 'validTo' | 'expiresOn'>> & { expiresOn?: string } = {},
): Promise<void> {
  await recordRows(db, 'LICENCE', [{ ...SINCE, id: randomUUID(), kind: 'PHYSICIAN', ...given, personId }])
}
