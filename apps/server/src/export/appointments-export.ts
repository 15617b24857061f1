import { z } from 'zod'

import { codeLabel } from '@yilian/domain/code-list.ts'
import { CODE_LISTS } from '@yilian/domain/code-lists/code-lists.ts'
import { daysBetween } from '@yilian/domain/day.ts'

import { appointmentPage, type AppointmentRow } from '../appointment/appointment.queries.ts'
import { peopleByIds } from '../person/person.queries.ts'
import { listed, textColumn, type ExportColumn, type ExportTable } from './export-table.ts'
import { codesFilter, countyFilter, dayFilter, idFilter } from './filters.ts'
import { allPages, distinct } from './pages.ts'
import { countColumn, DAYS, institutionNames, personColumn, whosePlaces } from './staff-export.ts'

const FILTER = z.strictObject({
  countyCode: countyFilter,
  kinds: codesFilter(CODE_LISTS.appointmentKind),
  personId: idFilter,
  hostId: idFilter,
  homeId: idFilter,
  allianceId: idFilter,
  leaderships: codesFilter(CODE_LISTS.leadership),
  leading: z.boolean().nullish(),
  overdue: z.boolean().nullish(),
  dueBy: dayFilter.nullish(),
})
const ORDERS = ['PERSON', 'START', 'RETURN'] as const

interface Row {
  readonly own: AppointmentRow
  readonly person: string | null
  readonly nameOf: (id: string | null) => string | null
}

const dueOn = ({ own }: Row) => own.plannedUntil ?? own.reviewOn

const COLUMNS = {
  person: personColumn(({ person }) => person),
  kind: textColumn({ zh: '任职类型', en: 'Kind' }, 14, ({ own }, locale) => codeLabel(CODE_LISTS.appointmentKind, own.kind, locale)),
  home: textColumn({ zh: '任职单位', en: 'Home institution' }, 28, ({ own, nameOf }) => own.homeElsewhere ?? nameOf(own.homeId)),
  host: textColumn({ zh: '工作单位', en: 'Working institution' }, 28, ({ own, nameOf }) => own.elsewhere ?? nameOf(own.institutionId)),
  job: textColumn({ zh: '职务', en: 'Job' }, 18, ({ own: { leadership, title } }, locale) =>
    listed(
      [...new Set([...(leadership ? [codeLabel(CODE_LISTS.leadership, leadership, locale)] : []), ...(title ? [title] : [])])],
      locale,
    ),
  ),
  since: textColumn({ zh: '起始日', en: 'First day' }, 13, ({ own }) => own.validFrom),
  planned: textColumn({ zh: '计划返回或复核日', en: 'Return or review due' }, 18, dueOn),
  left: countColumn({ zh: '剩余天数', en: 'Days left' }, DAYS, (row) => {
    const due = dueOn(row)
    return due === null ? null : daysBetween(row.own.moment.asOf, due)
  }),
} satisfies Record<string, ExportColumn<Row>>

/** Who works where on the day: appointments, assignments and concurrent posts (任职与派驻). */
export const appointmentsExport: ExportTable<z.infer<typeof FILTER>, (typeof ORDERS)[number], Row> = {
  needs: 'staff.read',
  title: { zh: '任职与派驻', en: 'Appointments' },
  filter: FILTER,
  orders: ORDERS,
  columns: COLUMNS,
  whose: (reader, { filter, moment }) =>
    whosePlaces(reader, { filter: { ...filter, institutionId: filter.hostId ?? filter.homeId }, moment }),
  async *pages(reader, { filter, orderBy, descending, moment }) {
    for await (const page of allPages((args) => appointmentPage(reader, filter, orderBy ?? 'PERSON', descending, args, moment))) {
      const people = await peopleByIds(reader, distinct(page.map(({ personId }) => personId)), moment)
      const places = page.flatMap(({ homeId, institutionId }) => [homeId, institutionId])
      const nameOf = await institutionNames(reader, places, moment)
      yield page.map((own) => ({ own, person: people.get(own.personId)?.name ?? null, nameOf }))
    }
  },
}
