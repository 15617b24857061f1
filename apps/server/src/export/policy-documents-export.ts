import { z } from 'zod'

import type { PolicyDocument } from '@yilian/domain/policy-document.ts'

import { citationCounts, policyDocumentPage } from '../policy-document/policy-document.queries.ts'
import { textColumn, type ExportColumn, type ExportTable } from './export-table.ts'
import { countyFilter, textFilter } from './filters.ts'
import { allPages } from './pages.ts'

const FILTER = z.strictObject({ countyCode: countyFilter, search: textFilter })

interface Row {
  readonly own: PolicyDocument
  readonly citedBy: number
}

const COLUMNS = {
  title: textColumn({ zh: '标题', en: 'Title' }, 50, ({ own }) => own.title),
  number: textColumn({ zh: '文号', en: 'Number' }, 24, ({ own }) => own.number),
  issuer: textColumn({ zh: '发文机关', en: 'Issuer' }, 28, ({ own }) => own.issuer),
  issuedOn: textColumn({ zh: '发文日期', en: 'Issued on' }, 13, ({ own }) => own.issuedOn),
  citedBy: {
    label: { zh: '被引用', en: 'Cited' },
    unit: { zh: '次', en: 'times' },
    width: 12,
    format: 'COUNT',
    cell: ({ citedBy }) => citedBy,
  },
  source: textColumn({ zh: '来源', en: 'Source' }, 18, ({ own }) => own.source),
  url: textColumn({ zh: '链接', en: 'Link' }, 40, ({ own }) => own.url),
} satisfies Record<string, ExportColumn<Row>>

/** Every document that a change can cite, as known now: documents have no day in force. */
export const policyDocumentsExport: ExportTable<z.infer<typeof FILTER>, never, Row> = {
  needs: 'policyDocument.read',
  title: { zh: '文件', en: 'Documents' },
  filter: FILTER,
  orders: [],
  columns: COLUMNS,
  days: null,
  whose: async (_, { filter: { countyCode } }) => (countyCode ? { countyCode } : null),
  async *pages(reader, { filter, columns }) {
    for await (const page of allPages((args) => policyDocumentPage(reader, filter, args))) {
      const ids = page.map(({ id }) => id)
      const counts = columns.includes('citedBy') ? await citationCounts(reader, ids) : null
      yield page.map((own) => ({ own, citedBy: counts?.get(own.id) ?? 0 }))
    }
  },
}
