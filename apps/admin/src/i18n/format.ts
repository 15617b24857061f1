import type { TFunction } from 'i18next'
import type { Instant, IsoDate } from '@yilian/domain/day.ts'
import { lastDay, type Period } from '@yilian/domain/period.ts'
import { UNKNOWN_START } from '@yilian/domain/region.ts'

/** What stands where nothing is recorded. Never 0: zero is a figure, missing is not. */
export const MISSING = '—'

/** `1,234,567`; missing is "—". */
export function countText(value: number | null | undefined): string {
  return value === null || value === undefined ? MISSING : grouped(String(value))
}

/** An exact decimal as recorded, with thousands grouped and no digit lost: `31233.50` is `31,233.50`. */
export function decimalText(value: string | null | undefined): string {
  return value === null || value === undefined ? MISSING : grouped(value)
}

function grouped(number: string): string {
  const [, sign, whole, rest] = /^([-+]?)(\d+)(.*)$/.exec(number) ?? []
  return whole === undefined ? number : sign + whole.replace(/\B(?=(\d{3})+$)/g, ',') + rest
}

/** The days something holds, with the last day in force: `2019-06-01 至 2026-08-31`, `2019-06-01 起`, `至 2026-08-31（起始日不详）`. */
export function periodText(period: Period, t: TFunction<'shell'>): string {
  const last = lastDay(period)
  if (period.validFrom === UNKNOWN_START) return last === null ? t('period.unknownStart') : t('period.until', { last })
  return last === null ? t('period.open', { from: period.validFrom }) : t('period.closed', { from: period.validFrom, last })
}

/** A day on the screen; the mark for “not known since when” is never shown as a day. */
export function dayText(day: IsoDate, t: TFunction<'shell'>): string {
  return day === UNKNOWN_START ? t('period.unknownDay') : day
}

/** An instant as the clock in China showed it, to the minute: `2026-01-31 16:05`. */
export function instantText(at: Instant | string): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}
