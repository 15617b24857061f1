import { type RawBuilder, sql } from 'kysely'

import type { IsoDate } from '@yilian/domain/day.ts'

/** Days in SQL, on one of which something has to hold. */
export interface Days {
  /** True for the rows of a dated table under this alias that hold on one of the days. */
  readonly during: (alias: string) => RawBuilder<boolean>
  /** The same days whatever the row that is tested: what is seen then can be found once for the whole statement. */
  readonly fixed: boolean
  /** A single day: what holds on it holds together. */
  readonly single: boolean
}

/** One day, given. */
export function onDay(day: IsoDate): Days {
  return { during: (alias) => coversDay(alias, sql`${day}::date`), fixed: true, single: true }
}

/** One day that each row says. */
export function onDayOf(day: RawBuilder<unknown>): Days {
  return { during: (alias) => coversDay(alias, day), fixed: false, single: true }
}

/** Every day there is. */
export const EVER: Days = { during: () => sql`true`, fixed: true, single: false }

/** The days on which the row under this alias holds. */
export function daysOf(alias: string): Days {
  return between(sql.ref(`${alias}.validFrom`), sql.ref(`${alias}.validTo`))
}

/** From a day until before another; null has no end. */
export function between(from: RawBuilder<unknown>, to: RawBuilder<unknown>): Days {
  return {
    during: (alias) => {
      const [begins, ends] = [sql.ref(`${alias}.validFrom`), sql.ref(`${alias}.validTo`)]
      return sql`(${to} is null or ${begins} < ${to}) and (${ends} is null or ${from} < ${ends})`
    },
    fixed: false,
    single: false,
  }
}

/**
 * Those of the days on which the row under this alias holds too; it must hold on one of them. Stretches that overlap in pairs have a day
 * in common, so that pairs are enough to ask for.
 */
export function within(days: Days, alias: string): Days {
  if (days.single) return days
  return { during: (other) => sql`${days.during(other)} and ${daysOf(alias).during(other)}`, fixed: false, single: false }
}

function coversDay(alias: string, day: RawBuilder<unknown>): RawBuilder<boolean> {
  const [begins, ends] = [sql.ref(`${alias}.validFrom`), sql.ref(`${alias}.validTo`)]
  return sql`${begins} <= ${day} and (${ends} is null or ${day} < ${ends})`
}
