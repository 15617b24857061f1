import { z } from 'zod'

import { codeLabel } from '@yilian/domain/code-list.ts'
import { CODE_LISTS } from '@yilian/domain/code-lists/code-lists.ts'

import { leadershipOverlapPage, type LeadershipHeld } from '../staff-list/leadership-overlaps.queries.ts'
import { textColumn, type ExportColumn, type ExportTable } from './export-table.ts'
import { allPages } from './pages.ts'
import { institutionNames, personColumn, PLACES, whosePlaces } from './staff-export.ts'

const FILTER = z.strictObject(PLACES)

interface Row {
  readonly personName: string | null
  readonly post: LeadershipHeld
  readonly institution: string | null
}

const COLUMNS = {
  person: personColumn(({ personName }) => personName),
  institution: textColumn({ zh: '机构', en: 'Institution' }, 28, ({ institution }) => institution),
  leadership: textColumn({ zh: '领导职务', en: 'Leadership post' }, 22, ({ post }, locale) =>
    codeLabel(CODE_LISTS.leadership, post.leadership, locale),
  ),
  kind: textColumn({ zh: '任职类型', en: 'Kind' }, 14, ({ post }, locale) => codeLabel(CODE_LISTS.appointmentKind, post.kind, locale)),
  from: textColumn({ zh: '起始日', en: 'Since' }, 13, ({ post }) => post.validFrom),
} satisfies Record<string, ExportColumn<Row>>

/** People with more than one leadership post: one row per post. */
export const leadershipOverlapsExport: ExportTable<z.infer<typeof FILTER>, never, Row> = {
  needs: 'staff.read',
  title: { zh: '身兼多个领导职务人员', en: 'People with several leadership posts' },
  filter: FILTER,
  orders: [],
  columns: COLUMNS,
  whose: whosePlaces,
  async *pages(reader, { filter, moment }) {
    for await (const page of allPages((args) => leadershipOverlapPage(reader, filter, args, moment))) {
      const nameOf = await institutionNames(
        reader,
        page.flatMap(({ posts }) => posts.map(({ institutionId }) => institutionId)),
        moment,
      )
      yield page.flatMap(({ personName, posts }) => posts.map((post) => ({ personName, post, institution: nameOf(post.institutionId) })))
    }
  },
}
