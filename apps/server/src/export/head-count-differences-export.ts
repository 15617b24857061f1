import type { z } from 'zod'

import { COUNTING_RULES } from '@yilian/domain/staffing/counting/head-count.ts'

import { explainShares } from '../head-count/explain-shares.ts'
import { headCountDifferencePage, type HeadCountDifferenceRow, type SpotRow } from '../head-count/head-count-difference.queries.ts'
import { textColumn, type ExportColumn, type ExportTable } from './export-table.ts'
import { HEAD_COUNT_FILTER } from './head-count-export.ts'
import { allPages } from './pages.ts'
import { countColumn, equivalentsColumn, institutionNames, OUTSIDE, PEOPLE, personColumn, whosePlaces } from './staff-export.ts'

interface Row {
  readonly own: HeadCountDifferenceRow
  readonly spot: SpotRow
  readonly nameOf: (id: string | null) => string | null
}

const COLUMNS = {
  person: personColumn(({ own }) => own.personName),
  institution: textColumn({ zh: '机构', en: 'Institution' }, 28, ({ spot: { institutionId }, nameOf }, locale) =>
    institutionId === null ? OUTSIDE[locale] : (nameOf(institutionId) ?? { zh: '其他机构', en: 'Another institution' }[locale]),
  ),
  home: countColumn(COUNTING_RULES.HOME, PEOPLE, ({ spot }) => spot.home),
  host: countColumn(COUNTING_RULES.HOST, PEOPLE, ({ spot }) => spot.host),
  fte: equivalentsColumn(COUNTING_RULES.FTE, ({ spot }) => spot.fte),
  explanation: textColumn({ zh: '任职情况', en: 'Appointments' }, 50, ({ own, nameOf }, locale) =>
    explainShares(own.shares, locale, nameOf),
  ),
} satisfies Record<string, ExportColumn<Row>>

/** Whose three counts differ: one row per person and place, all places of the person. */
export const headCountDifferencesExport: ExportTable<z.infer<typeof HEAD_COUNT_FILTER>, never, Row> = {
  needs: 'staff.read',
  title: { zh: '人员统计差异', en: 'Differences of the head count' },
  filter: HEAD_COUNT_FILTER,
  orders: [],
  columns: COLUMNS,
  whose: whosePlaces,
  async *pages(reader, { filter: { statistical, ...filter }, moment }) {
    const question = { filter, moment, statistical: statistical ?? true }
    for await (const page of allPages((args) => headCountDifferencePage(reader, question, args))) {
      const ids = page.flatMap(({ spots, shares }) => [...spots, ...shares].map(({ institutionId }) => institutionId))
      const nameOf = await institutionNames(reader, ids, moment)
      yield page.flatMap((own) => own.spots.map((spot) => ({ own, spot, nameOf })))
    }
  },
}
