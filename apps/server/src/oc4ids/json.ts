import { isIsoDate, type IsoDate } from '@yilian/domain/day.ts'

/** A JSON object; an empty one for anything else. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : {}
}

/** What stands at the end of these fields. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, field) => fieldsOf(inner)[field], value)
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** A text with something in it. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

/** The day of an instant, as it is written there. */
export function dayOf(value: unknown): IsoDate | null {
  const day = typeof value === 'string' ? value.slice(0, 10) : ''
  return isIsoDate(day) ? day : null
}
