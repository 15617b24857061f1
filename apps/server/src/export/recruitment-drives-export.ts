import type { z } from 'zod'

import { codeLabel } from '@yilian/domain/code-list.ts'
import { CODE_LISTS } from '@yilian/domain/code-lists/code-lists.ts'

import { countyPage, type DriveRow } from '../training/training.queries.ts'
import { commonColumns, COUNTY_RECORDS, named, targetText, type CountyRecord } from './county-record-export.ts'
import { textColumn, type ExportColumn, type ExportTable } from './export-table.ts'
import { allPages } from './pages.ts'
import { countColumn, PEOPLE, whosePlaces } from './staff-export.ts'

type Row = CountyRecord<DriveRow>

const POSTS = { zh: '个', en: 'posts' }
const POOL = { zh: '岗位池竞聘', en: 'For posts of a pool' }

const COLUMNS = {
  name: textColumn({ zh: '招聘', en: 'Drive' }, 28, ({ own }) => own.name),
  target: textColumn({ zh: '目标或实际', en: 'Target or actual' }, 12, ({ own }, locale) => targetText(own.target, locale)),
  pool: textColumn({ zh: '岗位池', en: 'Pool' }, 14, ({ own }, locale) => (own.postPool ? POOL[locale] : null)),
  channel: textColumn({ zh: '招聘渠道', en: 'Channel' }, 22, ({ own }, locale) =>
    own.channel === null ? null : codeLabel(CODE_LISTS.recruitmentChannel, own.channel, locale),
  ),
  posts: countColumn({ zh: '岗位数', en: 'Posts' }, POSTS, ({ own }) => own.posts),
  applicants: countColumn({ zh: '报名', en: 'Applicants' }, PEOPLE, ({ own }) => own.applicants),
  hired: countColumn({ zh: '聘用', en: 'Hired' }, PEOPLE, ({ own }) => own.hired),
  openedOn: textColumn({ zh: '开始日', en: 'Opened on' }, 13, ({ own }) => own.openedOn),
  closedOn: textColumn({ zh: '截止日', en: 'Closed on' }, 13, ({ own }) => own.closedOn),
  reportedFor: textColumn({ zh: '报告时点', en: 'Reported for' }, 14, ({ own }) => own.reportedFor),
  ...commonColumns<DriveRow>(),
} satisfies Record<string, ExportColumn<Row>>

/** Recruitment drives with what they were for and how many came of them. */
export const recruitmentDrivesExport: ExportTable<z.infer<typeof COUNTY_RECORDS>, never, Row> = {
  needs: 'staff.read',
  title: { zh: '招聘', en: 'Recruitment drives' },
  filter: COUNTY_RECORDS,
  orders: [],
  columns: COLUMNS,
  whose: whosePlaces,
  async *pages(reader, { filter, moment }) {
    for await (const page of allPages((args) => countyPage(reader, 'RECRUITMENT_DRIVE', filter, args, moment)))
      yield await named(reader, page, moment)
  },
}
