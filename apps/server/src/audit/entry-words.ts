import type { FactRow } from '@yilian/database/dated.ts'
import { AUDIT_KINDS } from '@yilian/domain/audit.ts'
import type { Locale, Text } from '@yilian/domain/locale.ts'

import { factSubject } from '../change/describe.ts'
import type { Names } from '../change/words.ts'
import type { AuditRow } from './audit.queries.ts'
import { detailLabel, detailRank } from './event-labels.ts'
import { columnLabel, columnRank, tableLabel } from './table-labels.ts'
import { valueInWords } from './values.ts'

/** One column of a row, or one detail of an event, before and after. */
export interface EntryField {
  readonly name: string
  readonly label: string
  readonly before: string | null
  readonly after: string | null
}

/** What tells nothing to a reader: the entry says it otherwise. */
const TECHNICAL = ['id', 'rowId', 'recordedFrom', 'recordedBy', 'createdAt', 'updatedAt', 'export']

/** The columns an entry is about: what changed, or everything of a row that began or ended; of an event its details. */
export function entryFields({ kind, tableName, before, after }: AuditRow, names: Names, locale: Locale): EntryField[] {
  const table = tableName === null ? null : tableLabel(tableName)
  const columns = kind === 'UPDATED' ? Object.keys(before ?? {}) : Object.keys(after ?? before ?? {})
  const rank = (name: string): number => (tableName === null ? detailRank(name) : columnRank(table, name))
  return columns
    .filter((name) => kind === 'UPDATED' || !TECHNICAL.includes(name))
    .toSorted((a, b) => rank(a) - rank(b))
    .map((name) => {
      const column = tableName === null ? detailLabel(name) : columnLabel(table, name)
      const inWords = (image: AuditRow['before']) => valueInWords(image?.[name], column, names, locale)
      return { name, label: column[locale], before: inWords(before), after: inWords(after) }
    })
    .filter((field) => field.before !== null || field.after !== null)
}

/** What was, or what is since, field by field in one line; `null` where there is nothing to say. */
export function entrySide(row: AuditRow, names: Names, locale: Locale, side: 'before' | 'after'): string | null {
  const parts = entryFields(row, names, locale).flatMap((field) => (field[side] === null ? [] : [`${field.label}: ${field[side]}`]))
  return parts.length === 0 ? null : parts.join(locale === 'zh' ? '；' : '; ')
}

/** The row in words, or whom an event concerned; `null` where there is nothing to say. */
export function entrySubject({ tableName, rowKey, subjectIds: [subjectId], before, after }: AuditRow, names: Names): Text | null {
  const image = after ?? before ?? {}
  const subject = subjectId === undefined ? null : (names.get(subjectId) ?? subjectId)
  if (tableName === null) return subject === null ? null : same(subject)
  const table = tableLabel(tableName)
  if (table?.fact) return factSubject(table.fact, image as FactRow, names)
  const own = ['name', 'title', 'fileName', 'command'].map((column) => image[column]).find((value) => typeof value === 'string')
  if (typeof own === 'string') {
    const column = columnLabel(table, image['command'] === own ? 'command' : 'name')
    return { zh: valueInWords(own, column, names, 'zh') ?? own, en: valueInWords(own, column, names, 'en') ?? own }
  }
  return same(subject ?? rowKey ?? '')
}

/** Who did what to what, from what to what, in one sentence. */
export function entrySummary(row: AuditRow, names: Names, locale: Locale): string {
  const { kind, tableName } = row
  const who = row.actorName ?? (row.outside ? row.databaseUser : { zh: '应用程序', en: 'The application' }[locale])
  const what = entrySubject(row, names)?.[locale]
  if (tableName === null) return eventSentence(row, who, what, names, locale)
  const table = (tableLabel(tableName)?.label ?? same(tableName))[locale]
  const thing = what ? { zh: `${table}“${what}”`, en: `${table} “${what}”` }[locale] : table
  if (isSuperseded(row)) {
    const change = String(row.after?.['closedBy'])
    return { zh: `${who} 以变更 ${change} 取代 ${thing}的原记录`, en: `${who} superseded the record of ${thing} by change ${change}` }[
      locale
    ]
  }
  const said = kind === 'UPDATED' ? changes(entryFields(row, names, locale), locale) : ''
  const verb = AUDIT_KINDS[kind][locale]
  const outside = row.outside ? { zh: '（应用程序之外）', en: ' (outside the application)' }[locale] : ''
  return locale === 'zh' ? `${who}${outside} ${verb} ${thing}${said}` : `${who}${outside}: ${verb.toLowerCase()} ${thing}${said}`
}

/** A row of a fact that only stopped being what is known. */
function isSuperseded({ kind, before }: AuditRow): boolean {
  return kind === 'UPDATED' && before !== null && Object.keys(before).every((column) => column === 'recordedTo' || column === 'closedBy')
}

const FIELDS_TOLD = 3

function changes(fields: readonly EntryField[], locale: Locale): string {
  const none = { zh: '无', en: 'none' }[locale]
  const told = fields
    .slice(0, FIELDS_TOLD)
    .map(({ label, before, after }) =>
      locale === 'zh' ? `${label}由“${before ?? none}”改为“${after ?? none}”` : `${label} from “${before ?? none}” to “${after ?? none}”`,
    )
  const more = fields.length - told.length
  if (locale === 'zh') return `：${told.join('，')}${more > 0 ? `，另有 ${more} 项` : ''}`
  return `: ${told.join(', ')}${more > 0 ? `, and ${more} more` : ''}`
}

function eventSentence(row: AuditRow, who: string, what: string | undefined, names: Names, locale: Locale): string {
  const label = AUDIT_KINDS[row.kind][locale]
  const details = entryFields(row, names, locale)
    .filter(({ after }) => after !== null)
    .slice(0, FIELDS_TOLD)
    .map((field) => `${field.label} ${field.after}`)
  const about = [...(what === undefined || row.subjectIds[0] === row.actorId ? [] : [what]), ...details]
  const nobody = row.actorName === null && !row.outside
  if (locale === 'zh') return `${nobody ? '' : `${who} `}${label}${about.length > 0 ? `：${about.join('，')}` : ''}`
  return `${nobody ? label : `${who}: ${label.toLowerCase()}`}${about.length > 0 ? ` — ${about.join(', ')}` : ''}`
}

function same(words: string): Text {
  return { zh: words, en: words }
}
