import { z } from 'zod'

import { codeLabel } from '@yilian/domain/code-list.ts'
import { CODE_LISTS } from '@yilian/domain/code-lists/code-lists.ts'

import { RETURN_DAYS, returnsDuePage, type ReturnDueRow } from '../staff-list/returns-due.queries.ts'
import { textColumn, type ExportColumn, type ExportTable } from './export-table.ts'
import { codesFilter } from './filters.ts'
import { allPages } from './pages.ts'
import { countColumn, DAYS, daysFilter, institutionNames, personColumn, PLACES, whosePlaces } from './staff-export.ts'

const FILTER = z.strictObject({
  ...PLACES,
  kinds: codesFilter(CODE_LISTS.appointmentKind),
  overdue: z.boolean().nullish(),
  withinDays: daysFilter,
})

interface Row {
  readonly own: ReturnDueRow
  readonly nameOf: (id: string | null) => string | null
}

const COLUMNS = {
  person: personColumn(({ own }) => own.personName),
  kind: textColumn({ zh: '任职类型', en: 'Kind' }, 14, ({ own }, locale) => codeLabel(CODE_LISTS.appointmentKind, own.kind, locale)),
  home: textColumn({ zh: '任职单位', en: 'Home institution' }, 28, ({ own, nameOf }) => own.homeElsewhere ?? nameOf(own.homeId)),
  host: textColumn({ zh: '工作单位', en: 'Working institution' }, 28, ({ own, nameOf }) => own.elsewhere ?? nameOf(own.institutionId)),
  from: textColumn({ zh: '起始日', en: 'First day' }, 13, ({ own }) => own.validFrom),
  due: textColumn({ zh: '应返回或复核日', en: 'Return or review due' }, 16, ({ own }) => own.dueOn),
  days: countColumn({ zh: '剩余天数', en: 'Days left' }, DAYS, ({ own }) => own.days),
} satisfies Record<string, ExportColumn<Row>>

/** Returns due, or overdue. */
export const returnsDueExport: ExportTable<z.infer<typeof FILTER>, never, Row> = {
  needs: 'staff.read',
  title: { zh: '到期返回人员', en: 'Returns due' },
  filter: FILTER,
  orders: [],
  columns: COLUMNS,
  whose: whosePlaces,
  async *pages(reader, { filter: { withinDays, ...filter }, moment }) {
    const which = { ...filter, withinDays: withinDays ?? RETURN_DAYS }
    for await (const page of allPages((args) => returnsDuePage(reader, which, args, moment))) {
      const nameOf = await institutionNames(
        reader,
        page.flatMap(({ homeId, institutionId }) => [homeId, institutionId]),
        moment,
      )
      yield page.map((own) => ({ own, nameOf }))
    }
  },
}
