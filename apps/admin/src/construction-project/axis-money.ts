import type { Yuan } from '@yilian/domain/money.ts'
import type { Locale } from '@yilian/domain/locale.ts'
import { wanNumber } from './money.ts'

/** In what the axis of a picture is written: 万元, 亿元 from one 亿元 on, in English millions of CNY. */
export type AxisUnit = 'WAN' | 'YI' | 'MILLION'

const WAN_IN: Record<AxisUnit, number> = { WAN: 1, YI: 10_000, MILLION: 100 }

export function axisUnit(amounts: readonly Yuan[], locale: Locale): AxisUnit {
  if (locale === 'en') return 'MILLION'
  return amounts.some((amount) => Math.abs(wanNumber(amount)) >= WAN_IN.YI) ? 'YI' : 'WAN'
}

/** How high an amount stands on the axis: never shown as a figure. */
export function heightIn(unit: AxisUnit, yuan: Yuan): number {
  return wanNumber(yuan) / WAN_IN[unit]
}
