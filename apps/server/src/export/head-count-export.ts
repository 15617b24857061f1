import { z } from 'zod'

import { CODE_LISTS } from '@yilian/domain/code-lists/code-lists.ts'
import { COUNTING_RULES, HEAD_COUNT_DIMENSIONS, type HeadCountDimension } from '@yilian/domain/staffing/counting/head-count.ts'
import { headCountLabel } from '@yilian/domain/staffing/counting/head-count-label.ts'

import { headCountCells, type HeadCountCellRow } from '../head-count/head-count.queries.ts'
import { textColumn, type ExportColumn, type ExportTable } from './export-table.ts'
import { codesFilter } from './filters.ts'
import { countColumn, equivalentsColumn, PEOPLE, PLACES, whosePlaces } from './staff-export.ts'

/** The filter of counts of staff, as the API takes it, and whether statistics' exclusions apply. */
export const HEAD_COUNT_FILTER = z.strictObject({
  ...PLACES,
  professions: codesFilter(CODE_LISTS.profession),
  workClasses: codesFilter(CODE_LISTS.workClass),
  titleLevels: codesFilter(CODE_LISTS.titleLevel),
  establishmentTypes: codesFilter(CODE_LISTS.establishmentType),
  sexes: codesFilter(CODE_LISTS.sex),
  ageBands: codesFilter(CODE_LISTS.ageBand),
  educations: codesFilter(CODE_LISTS.education),
  statistical: z.boolean().nullish(),
})

interface Row {
  readonly own: HeadCountCellRow
  /** What the cell is counted by. */
  readonly by: readonly HeadCountDimension[]
}

/** The column of a dimension, under the name that the screen has for it. */
const DIMENSION_OF: Readonly<Record<string, HeadCountDimension>> = {
  institution: 'INSTITUTION',
  alliance: 'ALLIANCE',
  county: 'COUNTY',
  region: 'REGION',
  profession: 'PROFESSION',
  workClass: 'WORK_CLASS',
  titleLevel: 'TITLE_LEVEL',
  establishmentType: 'ESTABLISHMENT_TYPE',
  sex: 'SEX',
  ageBand: 'AGE_BAND',
  education: 'EDUCATION',
}

const DIMENSION_COLUMNS = Object.fromEntries(
  Object.entries(DIMENSION_OF).map(([column, dimension]): [string, ExportColumn<Row>] => [
    column,
    textColumn(HEAD_COUNT_DIMENSIONS[dimension], 26, ({ own, by }, locale) => {
      const at = by.indexOf(dimension)
      return headCountLabel(dimension, own.keys[at] ?? null, own.names[at] ?? null)[locale]
    }),
  ]),
)

const COLUMNS: Readonly<Record<string, ExportColumn<Row>>> = {
  ...DIMENSION_COLUMNS,
  home: countColumn(COUNTING_RULES.HOME, PEOPLE, ({ own }) => own.home),
  host: countColumn(COUNTING_RULES.HOST, PEOPLE, ({ own }) => own.host),
  fte: equivalentsColumn(COUNTING_RULES.FTE, ({ own }) => own.fte),
}

/** The pivot of staff: it is counted by the dimensions whose columns are asked for, in their order. */
export const headCountExport: ExportTable<z.infer<typeof HEAD_COUNT_FILTER>, never, Row> = {
  needs: 'staff.read',
  title: { zh: '人员统计', en: 'Head count' },
  filter: HEAD_COUNT_FILTER,
  orders: [],
  columns: COLUMNS,
  usual: ['institution', 'home', 'host', 'fte'],
  whose: whosePlaces,
  async *pages(reader, { filter: { statistical, ...filter }, moment, columns }) {
    const by = columns.flatMap((column) => DIMENSION_OF[column] ?? [])
    const cells = await headCountCells(reader, by, { filter, moment, statistical: statistical ?? true })
    yield cells.map((own) => ({ own, by }))
  },
}
