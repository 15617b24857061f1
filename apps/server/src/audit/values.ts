import type { Locale, Text } from '@yilian/domain/locale.ts'
import { addDays, isIsoDate } from '@yilian/domain/day.ts'
import { dayCells } from '@yilian/domain/file-days.ts'

import type { Names } from '../change/words.ts'
import type { ColumnLabel } from './table-labels.ts'

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/
const SECRET: Text = { zh: '（保密）', en: '(secret)' }
const YES: Text = { zh: '是', en: 'Yes' }
const NO: Text = { zh: '否', en: 'No' }

/** Everything in these images that may be the id of something with a name. */
export function idsIn(images: readonly (Readonly<Record<string, unknown>> | null)[]): string[] {
  const all = images.flatMap((image) => Object.values(image ?? {}).flat())
  return [...new Set(all.filter((value) => typeof value === 'string' && (ID.test(value) || /^\d{12}$/.test(value))))] as string[]
}

/** A value as a person reads it: codes as their labels, ids as names, days and instants as they are written; `null` for none. */
export function valueInWords(value: unknown, column: ColumnLabel, names: Names, locale: Locale): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'boolean') return (value ? YES : NO)[locale]
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) {
    const words = value.map((one) => valueInWords(one, column, names, locale)).filter((one) => one !== null)
    return words.length === 0 ? null : words.join(locale === 'zh' ? '、' : ', ')
  }
  if (typeof value === 'object') return JSON.stringify(value)
  return textInWords(String(value), column, names, locale)
}

function textInWords(text: string, { codes, end }: ColumnLabel, names: Names, locale: Locale): string {
  if (text.startsWith('sha256:')) return SECRET[locale]
  const code = codes && Object.hasOwn(codes, text) ? codes[text] : undefined
  if (code) return ('label' in code ? code.label : code)[locale]
  if (isIsoDate(text)) return end ? addDays(text, -1) : String(dayCells.write(text, locale))
  if (INSTANT.test(text)) return clockInChina(text)
  return names.get(text) ?? text
}

/** `2026-11-25 16:30:00`, as the clock in China showed it. */
export function clockInChina(at: string): string {
  const time = Date.parse(at)
  return Number.isNaN(time) ? at : new Date(time + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
}
