import { z } from 'zod'

import { AUDIT_KINDS, type AuditKind } from '@yilian/domain/audit.ts'
import { parseInstant, type Instant } from '@yilian/domain/day.ts'

import { namesInEntries } from '../audit/audit-names.ts'
import { auditPage, type AuditRow } from '../audit/audit.queries.ts'
import { entrySide, entrySubject, entrySummary } from '../audit/entry-words.ts'
import { AUDITED_TABLES, tableLabel } from '../audit/table-labels.ts'
import { clockInChina } from '../audit/values.ts'
import type { Names } from '../change/words.ts'
import { plainId } from '../graphql/node-id.ts'
import { textColumn, type ExportColumn, type ExportTable } from './export-table.ts'
import { textFilter } from './filters.ts'
import { allPages } from './pages.ts'

const instant = z
  .string()
  .transform((text) => parseInstant(text))
  .refine((at): at is Instant => at !== null)
  .nullish()
const id = z.string().max(100).transform(plainId).nullish()
const table = z
  .string()
  .transform((name) => name.toLowerCase())
  .refine((name) => AUDITED_TABLES.has(name))

const FILTER = z.strictObject({
  search: textFilter,
  kinds: z.array(z.enum(Object.keys(AUDIT_KINDS) as AuditKind[])).nullish(),
  tables: z.array(table).nullish(),
  actorId: id,
  subjectId: id,
  requestId: textFilter,
  from: instant,
  to: instant,
  outsideApplication: z.boolean().nullish(),
})

interface Row {
  readonly own: AuditRow
  readonly names: Names
}

const COLUMNS = {
  number: { label: { zh: '序号', en: 'Number' }, width: 10, format: 'COUNT', cell: ({ own }) => own.number },
  at: textColumn({ zh: '时间', en: 'At' }, 20, ({ own }) => clockInChina(own.at)),
  kind: textColumn({ zh: '类别', en: 'What' }, 14, ({ own }, locale) => AUDIT_KINDS[own.kind][locale]),
  actor: textColumn({ zh: '操作人', en: 'By' }, 16, ({ own }) => own.actorName),
  table: textColumn({ zh: '表', en: 'Table' }, 14, ({ own }, locale) =>
    own.tableName === null ? null : (tableLabel(own.tableName)?.label[locale] ?? own.tableName),
  ),
  subject: textColumn({ zh: '对象', en: 'Subject' }, 30, ({ own, names }, locale) => entrySubject(own, names)?.[locale]),
  summary: textColumn({ zh: '内容', en: 'In words' }, 60, ({ own, names }, locale) => entrySummary(own, names, locale)),
  before: textColumn({ zh: '变更前', en: 'Before' }, 44, ({ own, names }, locale) => entrySide(own, names, locale, 'before')),
  after: textColumn({ zh: '变更后', en: 'After' }, 44, ({ own, names }, locale) => entrySide(own, names, locale, 'after')),
  reason: textColumn({ zh: '事由', en: 'Reason' }, 24, ({ own }) => own.reason),
  change: { label: { zh: '变更号', en: 'Change' }, width: 10, format: 'COUNT', cell: ({ own }) => own.changeId },
  address: textColumn({ zh: '网络地址', en: 'Address' }, 18, ({ own }) => own.address),
  request: textColumn({ zh: '请求编号', en: 'Request' }, 24, ({ own }) => own.requestId),
  outside: textColumn({ zh: '应用程序之外', en: 'Outside the application' }, 10, ({ own }, locale) =>
    own.outside ? { zh: '是', en: 'Yes' }[locale] : { zh: '否', en: 'No' }[locale],
  ),
  databaseUser: textColumn({ zh: '数据库用户', en: 'Database user' }, 20, ({ own }) => own.databaseUser),
} satisfies Record<string, ExportColumn<Row>>

/** The audit, newest first. */
export const auditExport: ExportTable<z.infer<typeof FILTER>, never, Row> = {
  needs: 'audit.read',
  title: { zh: '审计记录', en: 'Audit' },
  filter: FILTER,
  orders: [],
  columns: COLUMNS,
  days: null,
  whose: async () => null,
  async *pages({ db }, { filter }) {
    for await (const page of allPages((args) => auditPage(db, filter, args))) {
      const names = await namesInEntries(db, page)
      yield page.map((own) => ({ own, names }))
    }
  },
}
