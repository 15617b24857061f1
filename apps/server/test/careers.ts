import { randomUUID } from 'node:crypto'

import { beginChange, finishChange, type Change } from '@yilian/database/changes.ts'
import type { Db } from '@yilian/database/db.ts'
import { factRows, replaceRows, type FactRow } from '@yilian/database/dated.ts'
import { addDays, day, type Instant, type IsoDate } from '@yilian/domain/day.ts'
import type { Period } from '@yilian/domain/period.ts'
import type { AppointmentKind } from '@yilian/domain/staffing/appointment-kind.ts'
import { APPOINTMENT_DEFAULTS } from '@yilian/domain/staffing/appointment.ts'
import type { Career, CountedAppointment, CountedTraits } from '@yilian/domain/staffing/counting/career.ts'
import { PERSON_DEFAULTS } from '@yilian/domain/staffing/person.ts'
import fc from 'fast-check'

/** The days between which generated careers change. */
export const FIRST_DAY = day('2018-01-01')
const DAYS = 1200

/** Any day a little before, in or after what careers are about. */
export const anyDay = fc.integer({ min: -20, max: DAYS + 100 }).map((days) => addDays(FIRST_DAY, days))

const anyShare = fc.option(
  fc.integer({ min: 0, max: 100 }).map((hundredths) => (hundredths === 100 ? '1' : `0.${String(hundredths).padStart(2, '0')}`)),
  { nil: null, freq: 2 },
)

const anyTraits: fc.Arbitrary<CountedTraits> = fc.record({
  sex: fc.constantFrom('MALE' as const, 'FEMALE', null),
  birthDate: fc.constantFrom(day('1960-02-29'), day('1958-07-01'), day('1975-05-01'), day('1999-12-31'), null),
  education: fc.constantFrom('10' as const, '20', null),
  workClass: fc.constantFrom('1' as const, '3', null),
  profession: fc.constantFrom('11' as const, '12', '21', '80', null),
  titleAppointed: fc.constantFrom('SENIOR' as const, 'INTERMEDIATE', 'UNAPPOINTED', null),
  establishmentType: fc.constantFrom('IN_POST' as const, 'CONTRACT', 'TEMPORARY', null),
})

interface Piece {
  readonly gap: number
  readonly days: number
  /** Goes on with the appointment before it, where there is one of its kind without a gap. */
  readonly sameOne: boolean
  readonly plannedDays: number | null
  readonly value: Pick<CountedAppointment, 'kind' | 'institutionId' | 'homeElsewhere' | 'share' | 'flowOut'>
}

/**
 * Careers as the tables allow them: one home and one posting at a time, anything beside, appointments of several stretches, shares beyond
 * the whole, hosts elsewhere, people without a home. `institutions` are those they are at.
 */
export function anyCareer(institutions: readonly string[]): fc.Arbitrary<Career> {
  const anyValue = (kinds: readonly AppointmentKind[]) =>
    fc
      .record({
        kind: fc.constantFrom(...kinds),
        institutionId: fc.constantFrom(...institutions),
        elsewhere: fc.boolean(),
        homeElsewhere: fc.constantFrom(null, null, '省人民医院'),
        share: anyShare,
        flowOut: fc.constantFrom(null, '24' as const, '25'),
      })
      .map(({ elsewhere, ...value }): Piece['value'] => ({
        ...value,
        institutionId: elsewhere && (value.kind === 'STUDYING' || value.kind === 'SUPPORTING') ? null : value.institutionId,
      }))
  const anyPieces = (kinds: readonly AppointmentKind[]): fc.Arbitrary<Piece[]> =>
    fc.array(
      fc.record({
        gap: fc.constantFrom(0, 0, 1, 40, 200),
        // About half a year often, so that the limits of the rules are met.
        days: fc.oneof(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 180, max: 185 })),
        plannedDays: fc.oneof(fc.constant(null), fc.integer({ min: 10, max: 400 }), fc.integer({ min: 179, max: 184 })),
        sameOne: fc.boolean(),
        value: anyValue(kinds),
      }),
      { maxLength: 4 },
    )
  return fc
    .record({
      personId: fc.uuid({ version: 4 }),
      traits: fc.array(fc.record({ gap: fc.constantFrom(0, 0, 50), days: fc.integer({ min: 1, max: 500 }), traits: anyTraits }), {
        maxLength: 3,
      }),
      homes: anyPieces(['PRIMARY', 'PRIMARY', 'REHIRED']),
      postings: anyPieces(['POSTED_DOWN']),
      beside: fc.array(anyPieces(['CONCURRENT', 'LOANED', 'SUPPORTING', 'ROTATION', 'STUDYING', 'MULTI_SITE', 'SECONDED_LEADERSHIP']), {
        maxLength: 3,
      }),
      open: fc.boolean(),
    })
    .map(({ personId, traits, homes, postings, beside, open }) => ({
      personId,
      traits: inTurn(traits, true).map(({ piece, period }) => ({ ...piece.traits, ...period })),
      appointments: [homes, postings, ...beside].flatMap((pieces) => appointmentsOf(pieces, open)),
    }))
}

/** Pieces one after the other from the first day; the last without an end where `open`. */
function inTurn<P extends { gap: number; days: number }>(pieces: readonly P[], open: boolean): { piece: P; period: Period }[] {
  let from: IsoDate = FIRST_DAY
  return pieces.map((piece, at) => {
    const validFrom = addDays(from, piece.gap)
    from = addDays(validFrom, piece.days)
    return { piece, period: { validFrom, validTo: open && at === pieces.length - 1 ? null : from } }
  })
}

function appointmentsOf(pieces: readonly Piece[], open: boolean): CountedAppointment[] {
  let last: CountedAppointment | null = null
  return inTurn(pieces, open).map(({ piece, period }) => {
    const goesOn: boolean = piece.sameOne && last !== null && last.kind === piece.value.kind && last.validTo === period.validFrom
    const plannedUntil = piece.plannedDays === null ? null : addDays(period.validFrom, piece.plannedDays)
    last = { ...piece.value, ...period, plannedUntil, id: goesOn ? last!.id : randomUUID() }
    return last
  })
}

const ACTOR = { id: 'test', name: 'test' }

/** Records these careers in place of whatever is known of these people, as one change; answers when that was. */
export async function recordCareers(db: Db, careers: readonly Career[]): Promise<Instant> {
  return db.transaction().execute(async (trx) => {
    const change = await beginChange(trx, { command: 'hirePerson', actor: ACTOR })
    const people = careers.map(({ personId }) => personId)
    const there = new Set((await trx.selectFrom('person').select('id').where('id', 'in', people).execute()).map(({ id }) => id))
    const added = people.filter((id) => !there.has(id))
    if (added.length > 0)
      await trx
        .insertInto('person')
        .values(added.map((id) => ({ id, code: `431221-R${id}`, countyCode: '431221' })))
        .execute()
    await recordPeople(trx, change, careers)
    await recordAppointments(trx, change, careers)
    await finishChange(trx, change)
    return change.recordedAt
  })
}

async function recordPeople(trx: Db, change: Change, careers: readonly Career[]): Promise<void> {
  const known = await factRows(
    trx,
    'PERSON',
    careers.map(({ personId }) => personId),
  )
  const versions = careers.flatMap(({ personId, traits }) =>
    traits.map((one) => ({ ...PERSON_DEFAULTS, ...one, id: personId, name: `人员${personId.slice(0, 8)}` })),
  )
  await replaceRows(trx, change, 'PERSON', known, versions)
}

async function recordAppointments(trx: Db, change: Change, careers: readonly Career[]): Promise<void> {
  const rows = await trx
    .selectFrom('appointment')
    .select('id')
    .where('recordedTo', 'is', null)
    .where(
      'personId',
      'in',
      careers.map(({ personId }) => personId),
    )
    .execute()
  const known: FactRow[] = await factRows(trx, 'APPOINTMENT', [...new Set(rows.map(({ id }) => id))])
  const stretches = careers.flatMap(({ personId, appointments }) =>
    appointments.map((one) => ({
      ...APPOINTMENT_DEFAULTS,
      ...one,
      personId,
      elsewhere: one.institutionId === null ? '省外医院' : null,
      homeId: one.kind === 'PRIMARY' || one.kind === 'REHIRED' ? one.institutionId : null,
    })),
  )
  await replaceRows(trx, change, 'APPOINTMENT', known, stretches)
}
