import { z } from 'zod'

import { postingsUnderWayPage, type PostingUnderWayRow } from '../staff-list/postings-under-way.queries.ts'
import { textColumn, type ExportColumn, type ExportTable } from './export-table.ts'
import { allPages } from './pages.ts'
import { institutionNames, personColumn, PLACES, whosePlaces } from './staff-export.ts'

const FILTER = z.strictObject(PLACES)

interface Row {
  readonly own: PostingUnderWayRow
  readonly nameOf: (id: string | null) => string | null
}

const COLUMNS = {
  person: personColumn(({ own }) => own.personName),
  home: textColumn({ zh: '任职单位', en: 'Home institution' }, 28, ({ own, nameOf }) => nameOf(own.homeId)),
  host: textColumn({ zh: '派驻单位', en: 'Host' }, 28, ({ own, nameOf }) => nameOf(own.institutionId)),
  from: textColumn({ zh: '派驻首日', en: 'First day' }, 13, ({ own }) => own.validFrom),
  completes: textColumn({ zh: '满六个月之日', en: 'Six months complete on' }, 16, ({ own }) => own.completesOn),
  ends: textColumn({ zh: '计划末日', en: 'Planned last day' }, 13, ({ own }) => own.endsOn),
  enough: textColumn({ zh: '能否满六个月', en: 'Reaches six months' }, 14, ({ own: { endsOn, endsBefore } }, locale) => {
    if (endsOn === null) return null
    return (endsBefore ? { zh: '不能', en: 'No' } : { zh: '能', en: 'Yes' })[locale]
  }),
} satisfies Record<string, ExportColumn<Row>>

/** Postings that do not yet reach six months. */
export const postingsUnderWayExport: ExportTable<z.infer<typeof FILTER>, never, Row> = {
  needs: 'staff.read',
  title: { zh: '派驻未满六个月人员', en: 'Postings short of six months' },
  filter: FILTER,
  orders: [],
  columns: COLUMNS,
  whose: whosePlaces,
  async *pages(reader, { filter, moment }) {
    for await (const page of allPages((args) => postingsUnderWayPage(reader, filter, args, moment))) {
      const nameOf = await institutionNames(
        reader,
        page.flatMap(({ homeId, institutionId }) => [homeId, institutionId]),
        moment,
      )
      yield page.map((own) => ({ own, nameOf }))
    }
  },
}
