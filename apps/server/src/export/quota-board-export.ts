import { z } from 'zod'

import { POST_CLASSES } from '@yilian/domain/staffing/terms.ts'

import { quotaBoardPage, quotaLines, type QuotaLine } from '../quota/quota.queries.ts'
import { textColumn, type ExportColumn, type ExportTable } from './export-table.ts'
import { countyFilter, idFilter } from './filters.ts'
import { allPages } from './pages.ts'
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
}

const PLACES = { zh: '名', en: 'places' }

/** Places there are; null without a quota, and then nothing is vacant or over. */
const available = ({ line: { quota, borrowed, given } }: Row) => (quota === null ? null : quota + borrowed - given)
const beyond = (row: Row, by: 1 | -1) => {
  const places = available(row)
  return places === null ? null : Math.max(0, by * (row.line.filled - places))
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
      yield ids.flatMap((id) => (lines.get(id) ?? []).map((line) => ({ line, institution: nameOf(id) })))
    }
  },
}
