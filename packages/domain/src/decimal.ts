/** An exact number as text, `1234.50`: how the database writes `numeric`. Never a float. */
export type Decimal = string

/** A plain decimal of at least zero with at most `places` digits after the point; no sign, exponent, grouping or needless zeros in front. */
export function isDecimal(value: unknown, places: number): value is Decimal {
  const match = typeof value === 'string' ? /^(?:0|[1-9]\d{0,14})(?:\.(\d+))?$/.exec(value) : null
  return match !== null && (match[1]?.length ?? 0) <= places
}

/** `9000.50` and `9000.5` are one number: without zeros that say nothing. */
export function shortDecimal(decimal: Decimal): Decimal {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal
}
