import type { Instant, IsoDate } from '@yilian/domain/day.ts'
import type { Period } from '@yilian/domain/period.ts'
import type { StretchState, Tone } from './tones.ts'

/** A value and the days it holds, as a timeline draws it. */
export interface TimelineStretch extends Period {
  readonly key: string
  readonly label: string
  readonly tone: Tone
  /** What the line under the picture adds: document, who recorded it. */
  readonly detail?: string | undefined
  /** Drawn with a strong edge: what a change makes new. */
  readonly changed?: boolean | undefined
  readonly recordedFrom?: Instant | undefined
  /** Set when a later change replaced this row: what was known before a correction. */
  readonly recordedTo?: Instant | null | undefined
}

/** A line of a timeline: one subject and what held of it when. */
export interface TimelineLane {
  readonly key: string
  readonly label: string
  readonly hint?: string | undefined
  readonly stretches: readonly TimelineStretch[]
}

/** A lane as drawn: the current knowledge in the first row, superseded rows stacked below it where they would overlap. */
export interface LaneRows {
  readonly lane: TimelineLane
  readonly current: readonly TimelineStretch[]
  readonly superseded: readonly (readonly TimelineStretch[])[]
}

/** Splits lanes into rows. Without histories superseded stretches are left out, and lanes that hold nothing else too. */
export function laneRows(lanes: readonly TimelineLane[], histories: boolean): LaneRows[] {
  return lanes.flatMap((lane) => {
    const current = lane.stretches.filter(({ recordedTo }) => !recordedTo).toSorted(byStart)
    const closed = lane.stretches.filter(({ recordedTo }) => recordedTo).toSorted(byStart)
    if (!histories) return current.length > 0 || closed.length === 0 ? [{ lane, current, superseded: [] }] : []
    const rows: TimelineStretch[][] = []
    for (const one of closed) {
      const row = rows.find((list) => {
        const last = list.at(-1)
        return last !== undefined && last.validTo !== null && last.validTo <= one.validFrom
      })
      if (row) row.push(one)
      else rows.push([one])
    }
    return [{ lane, current, superseded: rows }]
  })
}

export function stretchState({ validFrom, validTo, recordedTo }: TimelineStretch, today: IsoDate): StretchState {
  if (recordedTo) return 'closed'
  if (validFrom > today) return 'future'
  return validTo !== null && validTo <= today ? 'past' : 'current'
}

/** Where the keyboard goes next: left and right within a row, up and down to the nearest stretch of the next row. */
export function moveFocus(rows: readonly (readonly TimelineStretch[])[], from: string, key: string): string | null {
  const at = rows.findIndex((row) => row.some((one) => one.key === from))
  const row = rows[at]
  if (!row) return null
  const index = row.findIndex((one) => one.key === from)
  if (key === 'ArrowRight') return row[index + 1]?.key ?? null
  if (key === 'ArrowLeft') return row[index - 1]?.key ?? null
  if (key === 'Home') return row[0]?.key ?? null
  if (key === 'End') return row.at(-1)?.key ?? null
  const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
  if (step === 0) return null
  const start = row[index]!.validFrom
  for (let next = at + step; next >= 0 && next < rows.length; next += step) {
    const candidates = rows[next]!
    const best = candidates.findLast((one) => one.validFrom <= start) ?? candidates[0]
    if (best) return best.key
  }
  return null
}

function byStart(a: Period, b: Period): number {
  return a.validFrom < b.validFrom ? -1 : a.validFrom > b.validFrom ? 1 : 0
}
