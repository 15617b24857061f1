import { z } from 'zod'

import { CODE_LISTS } from '@yilian/domain/code-lists/code-lists.ts'
import { LEADERSHIPS, POST_CLASSES } from '@yilian/domain/staffing/terms.ts'

import { alliancesByIds } from '../alliance/alliance.queries.ts'
import { filledPosts, postPage, type PostRow } from '../post/post.queries.ts'
import { textColumn, type ExportColumn, type ExportTable } from './export-table.ts'
import { codesFilter, countyFilter, idFilter } from './filters.ts'
import { allPages, distinct } from './pages.ts'
import { countColumn, institutionNames, PEOPLE, whosePlaces } from './staff-export.ts'

const FILTER = z.strictObject({
  countyCode: countyFilter,
  institutionId: idFilter,
  allianceId: idFilter,
  postClasses: codesFilter(CODE_LISTS.postClass),
  pooled: z.boolean().nullish(),
  vacant: z.boolean().nullish(),
  frozen: z.boolean().nullish(),
})

interface Row {
  readonly own: PostRow
  readonly owner: string | null
  readonly filled: number
}

const POSTS = { zh: '个', en: 'posts' }

const COLUMNS = {
  title: textColumn({ zh: '岗位名称', en: 'Post' }, 24, ({ own }) => own.title),
  owner: textColumn({ zh: '所在机构或医共体', en: 'Institution or alliance' }, 28, ({ owner }) => owner),
  postClass: textColumn({ zh: '岗位类别', en: 'Class of posts' }, 16, ({ own }, locale) => POST_CLASSES[own.postClass][locale]),
  grade: textColumn({ zh: '岗位等级', en: 'Grade' }, 14, ({ own }) => own.grade),
  leadership: textColumn(
    { zh: '领导职务', en: 'Leadership' },
    18,
    ({ own }, locale) => own.leadership && LEADERSHIPS[own.leadership][locale],
  ),
  count: countColumn({ zh: '数量', en: 'Places' }, POSTS, ({ own }) => own.count),
  filled: countColumn({ zh: '已任用', en: 'Filled' }, PEOPLE, ({ filled }) => filled),
  vacancies: countColumn({ zh: '空缺', en: 'Vacancies' }, POSTS, ({ own, filled }) =>
    own.frozen ? null : Math.max(0, own.count - filled),
  ),
  state: textColumn({ zh: '状态', en: 'State' }, 10, ({ own }, locale) => (own.frozen ? { zh: '已冻结', en: 'Frozen' }[locale] : null)),
  since: textColumn({ zh: '起始日', en: 'Since' }, 13, ({ own }) => own.validFrom),
} satisfies Record<string, ExportColumn<Row>>

/** Posts of institutions and in the pools of alliances, with how many are filled. */
export const postsExport: ExportTable<z.infer<typeof FILTER>, never, Row> = {
  needs: 'staff.read',
  title: { zh: '岗位', en: 'Posts' },
  filter: FILTER,
  orders: [],
  columns: COLUMNS,
  whose: whosePlaces,
  async *pages(reader, { filter, moment }) {
    for await (const page of allPages((args) => postPage(reader, filter, args, moment))) {
      const institutions = page.map(({ institutionId }) => institutionId)
      const nameOf = await institutionNames(reader, institutions, moment)
      const alliances = await alliancesByIds(reader, distinct(page.map(({ allianceId }) => allianceId)), moment)
      const ids = page.map(({ id }) => id)
      const filled = await filledPosts(reader, ids, moment)
      yield page.map((own) => ({
        own,
        owner: own.institutionId === null ? (alliances.get(own.allianceId ?? '')?.name ?? null) : nameOf(own.institutionId),
        filled: filled.get(own.id) ?? 0,
      }))
    }
  },
}
