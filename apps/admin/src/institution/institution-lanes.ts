import type { Period } from '@yilian/domain/period.ts'
import type { TimelineLane, TimelineStretch } from '../dated/lanes.ts'
import type { Tone } from '../dated/tones.ts'

/** What one attribute said and how it is coloured; null: nothing to draw for these days. */
export interface LaneValue {
  readonly label: string
  readonly tone: Tone
}

/**
 * The lane of one attribute out of the rows of a timeline, in which a row ends whenever anything changes: neighbouring
 * rows that say the same of this attribute are one stretch. Null when there is nothing to draw at all.
 */
export function attributeLane<Row extends Period>(
  key: string,
  label: string,
  rows: readonly Row[],
  valueOf: (row: Row) => LaneValue | null,
): TimelineLane | null {
  const stretches: TimelineStretch[] = []
  for (const row of rows.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))) {
    const value = valueOf(row)
    if (value === null) continue
    const last = stretches.at(-1)
    if (last && last.validTo === row.validFrom && last.label === value.label && last.tone === value.tone)
      stretches[stretches.length - 1] = { ...last, validTo: row.validTo }
    else stretches.push({ ...value, key: `${key} ${row.validFrom}`, validFrom: row.validFrom, validTo: row.validTo })
  }
  return stretches.length === 0 ? null : { key, label, stretches }
}
