import type { z } from 'zod'

import { codeLabel } from '@yilian/domain/code-list.ts'
import { CODE_LISTS } from '@yilian/domain/code-lists/code-lists.ts'

import { countyPage, type CohortRow } from '../training/training.queries.ts'
import { commonColumns, COUNTY_RECORDS, named, targetText, type CountyRecord } from './county-record-export.ts'
import { textColumn, type ExportColumn, type ExportTable } from './export-table.ts'
import { allPages } from './pages.ts'
import { countColumn, PEOPLE, whosePlaces } from './staff-export.ts'

type Row = CountyRecord<CohortRow>

const POSTS = { zh: '个', en: 'posts' }
const YEARS = { zh: '年', en: 'years' }

const COLUMNS = {
  name: textColumn({ zh: '培养队列', en: 'Cohort' }, 28, ({ own }) => own.name),
  target: textColumn({ zh: '目标或实际', en: 'Target or actual' }, 12, ({ own }, locale) => targetText(own.target, locale)),
  programme: textColumn({ zh: '培养项目', en: 'Programme' }, 22, ({ own }, locale) =>
    codeLabel(CODE_LISTS.trainingProgramme, own.programme, locale),
  ),
  startYear: textColumn({ zh: '起始年份', en: 'Since' }, 10, ({ own }) => (own.startYear === null ? null : String(own.startYear))),
  planned: countColumn({ zh: '计划', en: 'Planned' }, PEOPLE, ({ own }) => own.planned),
  enrolled: countColumn({ zh: '入学', en: 'Enrolled' }, PEOPLE, ({ own }) => own.enrolled),
  interns: countColumn({ zh: '实习', en: 'Interns' }, PEOPLE, ({ own }) => own.interns),
  graduated: countColumn({ zh: '毕业', en: 'Graduated' }, PEOPLE, ({ own }) => own.graduated),
  placed: countColumn({ zh: '上岗', en: 'Placed' }, PEOPLE, ({ own }) => own.placed),
  posts: countColumn({ zh: '岗位数', en: 'Posts' }, POSTS, ({ own }) => own.posts),
  obligation: countColumn({ zh: '服务年限', en: 'Years owed' }, YEARS, ({ own }) => own.obligationYears),
  reportedFor: textColumn({ zh: '报告时点', en: 'Reported for' }, 14, ({ own }) => own.reportedFor),
  ...commonColumns<CohortRow>(),
} satisfies Record<string, ExportColumn<Row>>

/** Cohorts from enrolment to placement; what no report says is an empty cell. */
export const cohortsExport: ExportTable<z.infer<typeof COUNTY_RECORDS>, never, Row> = {
  needs: 'staff.read',
  title: { zh: '培养队列', en: 'Cohorts' },
  filter: COUNTY_RECORDS,
  orders: [],
  columns: COLUMNS,
  whose: whosePlaces,
  async *pages(reader, { filter, moment }) {
    for await (const page of allPages((args) => countyPage(reader, 'TRAINING_COHORT', filter, args, moment)))
      yield await named(reader, page, moment)
  },
}
