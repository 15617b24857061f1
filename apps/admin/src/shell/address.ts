/**
 * The address as plain text: `a=1&kind=AREA&kind=SPECIALTY` is `{ a: '1', kind: ['AREA', 'SPECIALTY'] }`. The router's
 * own serializer guesses numbers and quotes text as JSON, which turns region codes into numbers and days into noise.
 * Screens read parameters with the functions below in `validateSearch`; what is not allowed is dropped, never an error.
 */
export type Params = Readonly<Record<string, unknown>>

export function parseAddress(search: string): Record<string, string | string[]> {
  const result: Record<string, string | string[]> = {}
  const params = new URLSearchParams(search)
  for (const key of new Set(params.keys())) {
    const values = params.getAll(key)
    result[key] = values.length === 1 ? values[0]! : values
  }
  return result
}

/** The `?…` of an address, or nothing. Undefined, empty text and empty lists are left out. */
export function writeAddress(search: Params): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(search)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one === undefined || one === null || one === '') continue
      params.append(key, String(one))
    }
  }
  const text = params.toString()
  return text === '' ? '' : `?${text}`
}

/** One text, without the blanks around it. */
export function text(value: unknown): string | undefined {
  const one: unknown = Array.isArray(value) ? value[0] : value
  if (typeof one === 'number') return String(one)
  return typeof one === 'string' && one.trim() !== '' ? one.trim() : undefined
}

/** One of the allowed values. */
export function oneOf<const V extends string>(value: unknown, allowed: readonly V[]): V | undefined {
  return allowed.find((one) => one === text(value))
}

/** The allowed values among those given, in the order given; undefined instead of an empty list. */
export function someOf<const V extends string>(value: unknown, allowed: readonly V[]): V[] | undefined {
  const given: readonly unknown[] = Array.isArray(value) ? value : [value]
  const found = given.flatMap((one) => allowed.filter((each) => each === one))
  return found.length === 0 ? undefined : [...new Set(found)]
}

/** A whole number within the bounds. */
export function count(value: unknown, min: number, max: number): number | undefined {
  const number = Number(text(value))
  return Number.isInteger(number) && number >= min && number <= max ? number : undefined
}

/** `true` and `false` as words; anything else says nothing. */
export function flag(value: unknown): boolean | undefined {
  const one = typeof value === 'boolean' ? String(value) : text(value)
  return one === 'true' ? true : one === 'false' ? false : undefined
}
