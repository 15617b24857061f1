import { shortDecimal, type Decimal } from '../../decimal.ts'

// Shares of a person's time are added up in whole millionths, so that they stay exact.

/** A whole person. */
export const WHOLE = 1_000_000

/** A share of 0 to 1 in millionths; `null` for no share. Throws `RangeError` on what is none, or finer than a millionth. */
export function millionths(share: Decimal | null): number | null {
  if (share === null) return null
  const match = /^(?:0(?:\.(\d{1,6}))?|1(?:\.0{1,6})?)$/.exec(share)
  if (!match) throw new RangeError(`${share} is not a share of 0 to 1`)
  return share.startsWith('1') ? WHOLE : Number((match[1] ?? '').padEnd(6, '0'))
}

/** Millionths as a decimal: `1`, `0.4`, `-12.25`. */
export function fullTimeEquivalents(parts: number): Decimal {
  const size = Math.abs(parts)
  const text = shortDecimal(`${Math.floor(size / WHOLE)}.${String(size % WHOLE).padStart(6, '0')}`)
  return parts < 0 ? `-${text}` : text
}

/** The sum of full-time equivalents, exact to the millionth. */
export function addEquivalents(all: readonly Decimal[]): Decimal {
  const parts = all.map((one) => {
    const [whole = '0', fraction = ''] = one.split('.')
    return Number(whole) * WHOLE + Number(fraction.padEnd(6, '0'))
  })
  return fullTimeEquivalents(parts.reduce((sum, one) => sum + one, 0))
}
