import type { Cells } from '../file-cells.ts'
import { plain } from '../code-list.ts'
import { issue } from '../issue.ts'
import { parseYuan, wanOf, type MoneyUnit, type Yuan } from '../money.ts'

/** How an amount ends that says its own unit, the longest first. */
const SAID: readonly (readonly [ending: string, unit: MoneyUnit])[] = [
  ['万元', 'WAN'],
  ['元', 'YUAN'],
]

/**
 * An amount in the unit of its column, exact to the fen; thousands may be grouped. A cell that names a unit (78万元) is read in that one.
 * A column in 万元 and one in yuan are two columns: nothing is guessed.
 */
export function amountCells(unit: MoneyUnit): Cells<Yuan> {
  return {
    format: 'DECIMAL',
    parse: (text) => {
      const written = plain(text)
      const [ending, said] = SAID.find(([one]) => written.endsWith(one)) ?? ['', unit]
      const digits = written.slice(0, written.length - ending.length).replace(/(?<=\d),(?=\d{3})/g, '')
      const yuan = parseYuan(shortened(digits, said), said)
      return yuan === null ? { issues: [issue('', NO_AMOUNT[said], { value: text })] } : { value: yuan }
    },
    write: (yuan) => Number(unit === 'WAN' ? wanOf(yuan) : yuan),
  }
}

/** The same where nothing may be said. */
export function optionalAmountCells(unit: MoneyUnit): Cells<Yuan | null> {
  const { format, parse, write } = amountCells(unit)
  return { format, parse, cleared: null, write: (yuan) => (yuan === null ? null : write(yuan, 'zh')) }
}

const NO_AMOUNT = { YUAN: 'NOT_AN_AMOUNT', WAN: 'NOT_AN_AMOUNT_OF_WAN' } as const

/** Without zeros behind the point beyond a fen, as programs write them: 12.50000000. */
function shortened(digits: string, unit: MoneyUnit): string {
  const places = unit === 'WAN' ? 6 : 2
  const [whole, part = ''] = digits.split('.')
  return part.length > places && /^0*$/.test(part.slice(places)) ? `${whole}.${part.slice(0, places)}` : digits
}
