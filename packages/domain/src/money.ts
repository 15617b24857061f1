import { isDecimal, shortDecimal, type Decimal } from './decimal.ts'
import { issue, type Issue } from './issue.ts'
import type { Text } from './locale.ts'

/** An amount of yuan, exact to the fen, with both digits after the point as the database writes `numeric(16,2)`: `780000.00`. */
export type Yuan = Decimal

/** Amounts are entered in yuan or in ten thousands (万元), as reports have them. */
export type MoneyUnit = 'YUAN' | 'WAN'

const PLACES: Readonly<Record<MoneyUnit, number>> = { YUAN: 2, WAN: 6 }
/** Fourteen digits before the point: what the column holds. */
const LARGEST = 10n ** 16n

/** The amount in fen. For amounts of the form above; throws `RangeError` for anything else. */
export function fenOf(yuan: Yuan): bigint {
  const match = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(yuan)
  if (!match) throw new RangeError(`${yuan} is not an amount of yuan`)
  const fen = BigInt(match[2]!) * 100n + BigInt((match[3] ?? '').padEnd(2, '0'))
  return match[1] === '-' ? -fen : fen
}

/** An amount of fen as yuan with two digits after the point. */
export function yuanOf(fen: bigint): Yuan {
  const digits = String(fen < 0n ? -fen : fen).padStart(3, '0')
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** What somebody entered, in yuan or 万元, as yuan; `null` when it is no amount of at least zero, exact to the fen. */
export function parseYuan(text: string, unit: MoneyUnit = 'YUAN'): Yuan | null {
  const plain = text.trim()
  if (!isDecimal(plain, PLACES[unit])) return null
  const [whole, part = ''] = plain.split('.')
  const places = PLACES[unit]
  const fen = BigInt(whole! + part.padEnd(places, '0'))
  return fen < LARGEST ? yuanOf(fen) : null
}

/** An amount as 万元, without needless zeros: `78`, `0.5`, `12.345678`. */
export function wanOf(yuan: Yuan): Decimal {
  const fen = fenOf(yuan)
  const digits = String(fen < 0n ? -fen : fen).padStart(7, '0')
  const part = digits.slice(-6).replace(/0+$/, '')
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -6)}${part && `.${part}`}`
}

/**
 * An amount as sentences have it, exact to the fen: `1,234.5 万元`, in English `CNY 12.35 million` where two digits after the point say all
 * of it, else `CNY 12,345,000.01`. Less than ten thousand yuan stays yuan in Chinese where 万元 would take more than two digits.
 */
export function amountText(yuan: Yuan): Text {
  const sign = yuan.startsWith('-') ? '-' : ''
  const amount = sign ? yuan.slice(1) : yuan
  const fen = fenOf(amount)
  const inWan = fen % FEN_OF_HUNDRED_YUAN === 0n ? fen > 0n : fen >= FEN_OF_WAN
  const zh = inWan ? `${grouped(wanOf(amount))} 万元` : `${grouped(amount)} 元`
  const millions = fen >= FEN_OF_MILLION && fen % (FEN_OF_MILLION / 100n) === 0n
  const en = millions ? `${grouped(shortDecimal(ratioOf(fen, FEN_OF_MILLION, 2)!))} million` : grouped(amount)
  return { zh: `${sign}${zh}`, en: `${sign}CNY ${en}` }
}
const FEN_OF_HUNDRED_YUAN = 10_000n
const FEN_OF_WAN = 1_000_000n
const FEN_OF_MILLION = 100_000_000n

/** `1234567.50` as `1,234,567.50`, `12.00` as `12`. */
function grouped(amount: Decimal): string {
  const [whole, part = ''] = amount.split('.')
  return `${whole!.replace(/\B(?=(\d{3})+$)/g, ',')}${/^0*$/.test(part) ? '' : `.${part}`}`
}

export function sumYuan(amounts: readonly Yuan[]): Yuan {
  return yuanOf(amounts.reduce((sum, one) => sum + fenOf(one), 0n))
}

/** `a - b`; negative when `b` is more. */
export function lessYuan(a: Yuan, b: Yuan): Yuan {
  return yuanOf(fenOf(a) - fenOf(b))
}

/** Whether `a` is more than `b`. */
export function exceeds(a: Yuan, b: Yuan): boolean {
  return fenOf(a) > fenOf(b)
}

/** `NOT_AN_AMOUNT` at `path` unless the value is an amount of yuan of at least zero with at most two digits after the point. */
export function yuanIssues(path: string, value: string | null): Issue[] {
  return value === null || parseYuan(value) !== null ? [] : [issue(path, 'NOT_AN_AMOUNT', { value })]
}

/** The amounts in the form that is stored; text that is no amount stays as it is, for `yuanIssues` to refuse. */
export function asYuan(value: string | null | undefined): Yuan | null {
  return value == null || value.trim() === '' ? null : (parseYuan(value) ?? value)
}

/** `part` of `whole` in per cent with two digits after the point, half up; `null` where `whole` is zero. */
export function percentOf(part: Yuan, whole: Yuan): Decimal | null {
  return ratioOf(fenOf(part) * 100n, fenOf(whole), 2)
}

/** An exact quotient rounded half up to so many digits after the point; `null` where it divides by zero. */
export function ratioOf(numerator: bigint, denominator: bigint, places: number): Decimal | null {
  if (denominator === 0n) return null
  const negative = numerator < 0n !== denominator < 0n && numerator !== 0n
  const [n, d] = [numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator]
  const scale = 10n ** BigInt(places)
  const rounded = (2n * n * scale + d) / (2n * d)
  const digits = String(rounded).padStart(places + 1, '0')
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
  return negative && rounded !== 0n ? `-${text}` : text
}

/** An amount divided by parts, exact to the fen: what cannot be divided goes to the largest remainders, the first where they are equal. */
export function divideYuan(total: Yuan, parts: readonly number[]): Yuan[] {
  const whole = BigInt(parts.reduce((sum, part) => sum + part, 0))
  if (whole === 0n) throw new RangeError('no parts to divide by')
  const fen = fenOf(total)
  const shares = parts.map((part, at) => ({ at, fen: (fen * BigInt(part)) / whole, rest: (fen * BigInt(part)) % whole }))
  let left = fen - shares.reduce((sum, one) => sum + one.fen, 0n)
  for (const one of shares.toSorted((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1))) {
    if (left === 0n) break
    one.fen += 1n
    left -= 1n
  }
  return shares.map((one) => yuanOf(one.fen))
}
