import { fenOf, ratioOf, type MoneyUnit, type Yuan } from '@yilian/domain/money.ts'
import { decimalText, MISSING } from '../i18n/format.ts'

const FEN_IN_WAN = 1_000_000n

/** An amount as the screens show it: 万元 with two decimals, or yuan to the fen; not reported is “—”. */
export function moneyText(yuan: Yuan | null | undefined, unit: MoneyUnit): string {
  if (yuan === null || yuan === undefined) return MISSING
  return decimalText(unit === 'YUAN' ? yuan : ratioOf(fenOf(yuan), FEN_IN_WAN, 2))
}

/** The length of a line in a picture, in 万元: never shown as a figure. */
export function wanNumber(yuan: Yuan): number {
  return Number(fenOf(yuan)) / Number(FEN_IN_WAN)
}
