import { z } from 'zod'

import { EXCLUSIONS } from '@yilian/domain/staffing/counting/exclusion.ts'

import { headCountExclusionPage, type HeadCountExclusionRow } from '../head-count/head-count-exclusion.queries.ts'
import { textColumn, type ExportColumn, type ExportTable } from './export-table.ts'
import { allPages } from './pages.ts'
import { personColumn, PLACES, whosePlaces } from './staff-export.ts'

const FILTER = z.strictObject(PLACES)

const COLUMNS = {
  person: personColumn(({ personName }) => personName),
  reason: textColumn({ zh: '不计入的原因', en: 'Why not counted' }, 44, ({ exclusion }, locale) => EXCLUSIONS[exclusion][locale]),
} satisfies Record<string, ExportColumn<HeadCountExclusionRow>>

/** Who has an appointment in force and is not counted, with the reason. */
export const headCountExclusionsExport: ExportTable<z.infer<typeof FILTER>, never, HeadCountExclusionRow> = {
  needs: 'staff.read',
  title: { zh: '不计入统计的人员', en: 'Staff not counted' },
  filter: FILTER,
  orders: [],
  columns: COLUMNS,
  whose: whosePlaces,
  pages: (reader, { filter, moment }) => allPages((args) => headCountExclusionPage(reader, { filter, moment }, args)),
}
