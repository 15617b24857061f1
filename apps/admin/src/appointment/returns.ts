import { addDays, daysBetween, type IsoDate } from '@yilian/domain/day.ts'

/** When somebody is to be back, or is looked at again. */
export interface Planned {
  readonly plannedUntil: IsoDate | null
  readonly reviewOn: IsoDate | null
}

/** Days ahead within which a return is said to be due. */
export const SOON = 90

export function dueOn({ plannedUntil, reviewOn }: Planned): IsoDate | null {
  return plannedUntil ?? reviewOn
}

/** Days left until the last day planned; negative once it has passed; `null` where nothing is planned. */
export function daysLeft(one: Planned, day: IsoDate): number | null {
  const due = dueOn(one)
  return due === null ? null : daysBetween(day, due)
}

/** Planned to end within 90 days, not yet overdue. */
export function isDueSoon(one: Planned, day: IsoDate): boolean {
  const due = dueOn(one)
  return due !== null && due >= day && due <= addDays(day, SOON)
}

/** A month of returns; `overdue`: the last day planned has passed. */
export interface ReturnMonth<Row> {
  readonly month: string
  readonly rows: readonly Row[]
}

export interface Returns<Row> {
  readonly overdue: readonly Row[]
  readonly months: readonly ReturnMonth<Row>[]
  readonly unplanned: readonly Row[]
}

/** Those who are away, by the month in which they are to be back; what is late first, what has no plan last. */
export function returnsByMonth<Row extends Planned>(rows: readonly Row[], day: IsoDate): Returns<Row> {
  const planned = rows.filter((row) => dueOn(row) !== null).toSorted((a, b) => (dueOn(a)! < dueOn(b)! ? -1 : 1))
  const months = Map.groupBy(
    planned.filter((row) => dueOn(row)! >= day),
    (row) => dueOn(row)!.slice(0, 7),
  )
  return {
    overdue: planned.filter((row) => dueOn(row)! < day),
    months: [...months].map(([month, list]) => ({ month, rows: list })),
    unplanned: rows.filter((row) => dueOn(row) === null),
  }
}
