import { z } from 'zod'

import { message } from '@yilian/domain/messages.ts'
import type { Locale } from '@yilian/domain/locale.ts'
import { POST_CLASSES } from '@yilian/domain/staffing/terms.ts'

import { policyDocumentsByIds } from '../policy-document/policy-document.queries.ts'
import { exceptionsOf, quotaBoardPage, quotaLines, type QuotaLine } from '../quota/quota.queries.ts'
import { textColumn, type ExportColumn, type ExportTable } from './export-table.ts'
import { countyFilter, idFilter } from './filters.ts'
import { allPages, distinct } from './pages.ts'
import { countColumn, institutionNames, PEOPLE, whosePlaces } from './staff-export.ts'

const FILTER = z.strictObject({
  countyCode: countyFilter,
  allianceId: idFilter,
  institutionId: idFilter,
  over: z.boolean().nullish(),
  vacant: z.boolean().nullish(),
})

interface Row {
  readonly line: QuotaLine
  readonly institution: string | null
  /** What allows more people than places. */
  readonly allowedBy: { readonly count: number; readonly reason: string; readonly document: string | null } | undefined
}

const PLACES = { zh: '名', en: 'places' }

/** Places there are; null without a quota, and then nothing is vacant or over. */
const available = ({ line: { quota, borrowed, given } }: Row) => (quota === null ? null : quota + borrowed - given)
const beyond = (row: Row, by: 1 | -1) => {
  const places = available(row)
  return places === null ? null : Math.max(0, by * (row.line.filled - places))
}

/** Over the quota or not judged, and what allows it: the document and the reason. */
function standing({ line, allowedBy, ...row }: Row, locale: Locale): string | null {
  const places = available({ line, allowedBy, ...row })
  const over = places === null ? 0 : line.filled - places
  const said =
    places === null
      ? [message('NO_QUOTA_RECORDED', {}, locale)]
      : over > 0
        ? [message('IS_OVER_QUOTA', { over, exception: line.exception }, locale)]
        : []
  const allowed = allowedBy ? [message('ALLOWED_OVER_QUOTA', allowedBy, locale)] : []
  return [...said, ...allowed].join(locale === 'zh' ? '' : ' ') || null
}

const COLUMNS = {
  institution: textColumn({ zh: '机构', en: 'Institution' }, 28, ({ institution }) => institution),
  postClass: textColumn({ zh: '岗位类别', en: 'Class of posts' }, 16, ({ line }, locale) => POST_CLASSES[line.postClass][locale]),
  quota: countColumn({ zh: '核定编制', en: 'Quota' }, PLACES, ({ line }) => line.quota),
  borrowed: countColumn({ zh: '借入', en: 'Borrowed' }, PLACES, ({ line }) => line.borrowed),
  given: countColumn({ zh: '借出', en: 'Lent' }, PLACES, ({ line }) => line.given),
  available: countColumn({ zh: '可用编制', en: 'Available' }, PLACES, available),
  filled: countColumn({ zh: '在编在岗', en: 'In post' }, PEOPLE, ({ line }) => line.filled),
  vacancies: countColumn({ zh: '空编', en: 'Vacancies' }, PLACES, (row) => beyond(row, -1)),
  over: countColumn({ zh: '超编', en: 'Over quota' }, PEOPLE, (row) => beyond(row, 1)),
  exception: countColumn({ zh: '批准超编', en: 'Allowed above' }, PEOPLE, ({ line }) => line.exception),
  outside: countColumn({ zh: '编外', en: 'Outside the establishment' }, PEOPLE, ({ line }) => line.outside),
  standing: textColumn({ zh: '情况', en: 'Standing' }, 40, standing),
} satisfies Record<string, ExportColumn<Row>>

/** The establishment of institutions by class of posts: quota against in post, vacancies, over quota. */
export const quotaBoardExport: ExportTable<z.infer<typeof FILTER>, never, Row> = {
  needs: 'staff.read',
  title: { zh: '编制台账', en: 'Establishment' },
  filter: FILTER,
  orders: [],
  columns: COLUMNS,
  whose: whosePlaces,
  async *pages(reader, { filter, moment }) {
    for await (const page of allPages((args) => quotaBoardPage(reader, filter, args, moment))) {
      const ids = page.map(({ id }) => id)
      const lines = await quotaLines(reader, ids, moment)
      const nameOf = await institutionNames(reader, ids, moment)
      const exceptions = await exceptionsOf(reader, ids, moment)
      const documents = await policyDocumentsByIds(reader, distinct([...exceptions.values()].flat().map(({ documentId }) => documentId)))
      yield ids.flatMap((id) =>
        (lines.get(id) ?? []).map((line): Row => {
          const found = exceptions.get(id)?.find(({ postClass }) => postClass === line.postClass)
          const document = documents.get(found?.documentId ?? '')
          return {
            line,
            institution: nameOf(id),
            allowedBy: found && { count: found.count, reason: found.reason, document: document?.number ?? document?.title ?? null },
          }
        }),
      )
    }
  },
}
