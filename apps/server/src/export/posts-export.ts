import { z } from 'zod'

import { codeLabel } from '@yilian/domain/code-list.ts'
import { CODE_LISTS } from '@yilian/domain/code-lists/code-lists.ts'

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

const PLACES = { zh: '名', en: 'places' }
const FROZEN = { zh: '已冻结', en: 'Frozen' }
const OPEN = { zh: '开放', en: 'Open' }
const POOLED = { zh: '岗位池', en: 'Post pool' }

const COLUMNS = {
  title: textColumn({ zh: '岗位名称', en: 'Post' }, 22, ({ own }) => own.title),
  owner: textColumn({ zh: '所在机构或医共体', en: 'Institution or alliance' }, 28, ({ owner }) => owner),
  pool: textColumn({ zh: '岗位池', en: 'Pool' }, 12, ({ own }, locale) => (own.allianceId === null ? null : POOLED[locale])),
  postClass: textColumn({ zh: '岗位类别', en: 'Class of post' }, 16, ({ own }, locale) =>
    codeLabel(CODE_LISTS.postClass, own.postClass, locale),
  ),
  grade: textColumn({ zh: '岗位等级', en: 'Grade' }, 14, ({ own }) => own.grade),
  leadership: textColumn({ zh: '领导职务', en: 'Leadership' }, 18, ({ own }, locale) =>
    own.leadership === null ? null : codeLabel(CODE_LISTS.leadership, own.leadership, locale),
  ),
  count: countColumn({ zh: '岗位数', en: 'Places' }, PLACES, ({ own }) => own.count),
  filled: countColumn({ zh: '已任用', en: 'Filled' }, PEOPLE, ({ filled }) => filled),
  // Nobody is to be appointed to what is frozen: nothing of it is vacant.
  vacancies: countColumn({ zh: '空缺', en: 'Vacancies' }, PLACES, ({ own, filled }) =>
    own.frozen ? null : Math.max(0, own.count - filled),
  ),
  state: textColumn({ zh: '状态', en: 'State' }, 10, ({ own }, locale) => (own.frozen ? FROZEN : OPEN)[locale]),
  since: textColumn({ zh: '起始日', en: 'First day' }, 13, ({ own }) => own.validFrom),
} satisfies Record<string, ExportColumn<Row>>

/** Posts of institutions and in the pools of alliances, with how many are filled and vacant on the day. */
export const postsExport: ExportTable<z.infer<typeof FILTER>, never, Row> = {
  needs: 'staff.read',
  title: { zh: '岗位', en: 'Posts' },
  filter: FILTER,
  orders: [],
  columns: COLUMNS,
  whose: whosePlaces,
  async *pages(reader, { filter, moment }) {
    for await (const page of allPages((args) => postPage(reader, filter, args, moment))) {
      const filled = await filledPosts(
        reader,
        page.map(({ id }) => id),
        moment,
      )
      const nameOf = await institutionNames(
        reader,
        page.map(({ institutionId }) => institutionId),
        moment,
      )
      const alliances = await alliancesByIds(reader, distinct(page.map(({ allianceId }) => allianceId)), moment)
      yield page.map((own) => ({
        own,
        owner: own.allianceId === null ? nameOf(own.institutionId) : (alliances.get(own.allianceId)?.name ?? null),
        filled: filled.get(own.id) ?? 0,
      }))
    }
  },
}
