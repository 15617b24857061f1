import { addDays, type IsoDate } from '@yilian/domain/day.ts'
import type { Period } from '@yilian/domain/period.ts'
import { appointmentKindRules, type AppointmentKind } from '@yilian/domain/staffing/appointment-kind.ts'
import type { TimelineLane, TimelineStretch } from '../dated/lanes.ts'
import type { Tone } from '../dated/tones.ts'

/** A stretch of an appointment, with its words. */
export interface CareerStretch extends Period {
  readonly id: string
  readonly rowId: string
  readonly kind: AppointmentKind
  /** The host, and what the person is there. */
  readonly label: string
  readonly plannedUntil: IsoDate | null
  readonly reviewOn: IsoDate | null
}

/** A stretch of a licence, with its words. */
export interface LicenceStretch extends Period {
  readonly id: string
  readonly rowId: string
  readonly name: string
  readonly label: string
  readonly expiresOn: IsoDate | null
}

/** The words that lanes need. */
export interface CareerWords {
  readonly kind: (kind: AppointmentKind) => string
  readonly overdue: string
  readonly expired: string
  readonly planned: (day: IsoDate) => string
}

const TONES: Partial<Record<AppointmentKind, Tone>> = { PRIMARY: 'strong', REHIRED: 'strong', CONCURRENT: 'outline', MULTI_SITE: 'outline' }

/**
 * A career as lanes: the homes in one, then a lane for each kind of appointment, then one for each licence. Days beyond the planned end, and
 * beyond a licence's last day, are drawn as what they are: overdue up to the day shown, and not at all after it.
 */
export function careerLanes(
  career: readonly CareerStretch[],
  licences: readonly LicenceStretch[],
  day: IsoDate,
  words: CareerWords,
): TimelineLane[] {
  const homes = career.filter(({ kind }) => appointmentKindRules(kind).home)
  const others = Map.groupBy(
    career.filter((one) => !homes.includes(one)),
    ({ kind }) => kind,
  )
  const lane = (kind: AppointmentKind, rows: readonly CareerStretch[]): TimelineLane => ({
    key: kind,
    label: words.kind(kind),
    stretches: rows.flatMap((row) =>
      limited(row, row.rowId, TONES[row.kind] ?? 'normal', row.plannedUntil ?? row.reviewOn, day, words.overdue).map((one) => ({
        ...one,
        ...(row.plannedUntil === null ? {} : { detail: words.planned(row.plannedUntil) }),
      })),
    ),
  })
  const held = Map.groupBy(licences, ({ id }) => id)
  return [
    ...(homes.length > 0 ? [lane('PRIMARY', homes)] : []),
    ...[...others].map(([kind, rows]) => lane(kind, rows)),
    ...[...held].map(([id, rows]) => ({
      key: id,
      label: rows[0]!.name,
      stretches: rows.flatMap((row) => limited(row, row.rowId, 'good', row.expiresOn, day, words.expired)),
    })),
  ]
}

/** A stretch up to the last day it is meant to last; an open one goes on as late, up to the day shown. */
function limited(
  { validFrom, validTo, label }: Period & { readonly label: string },
  key: string,
  tone: Tone,
  last: IsoDate | null,
  day: IsoDate,
  late: string,
): TimelineStretch[] {
  const whole = { key, label, tone, validFrom, validTo }
  if (last === null || last < validFrom) return [whole]
  const end = addDays(last, 1)
  if (validTo !== null && validTo <= end) return [whole]
  const beyond = validTo ?? addDays(day, 1)
  const own = { ...whole, validTo: end }
  return beyond > end ? [own, { key: `${key} late`, label: late, tone: 'bad', validFrom: end, validTo: beyond }] : [own]
}
