import { z } from 'zod'

import { codeLabel } from '@yilian/domain/code-list.ts'
import { CODE_LISTS } from '@yilian/domain/code-lists/code-lists.ts'

import { LICENCE_DAYS, licencesExpiringPage, type LicenceExpiringRow } from '../staff-list/licences-expiring.queries.ts'
import { textColumn, type ExportColumn, type ExportTable } from './export-table.ts'
import { codesFilter } from './filters.ts'
import { allPages } from './pages.ts'
import { countColumn, DAYS, daysFilter, institutionNames, personColumn, PLACES, whosePlaces } from './staff-export.ts'

const FILTER = z.strictObject({
  ...PLACES,
  kinds: codesFilter(CODE_LISTS.licenceKind),
  expired: z.boolean().nullish(),
  withinDays: daysFilter,
})

interface Row {
  readonly own: LicenceExpiringRow
  readonly nameOf: (id: string | null) => string | null
}

const COLUMNS = {
  person: personColumn(({ own }) => own.personName),
  kind: textColumn({ zh: '证书类型', en: 'Licence' }, 22, ({ own }, locale) => codeLabel(CODE_LISTS.licenceKind, own.kind, locale)),
  number: textColumn({ zh: '证书编号', en: 'Number' }, 24, ({ own }) => own.number),
  institution: textColumn({ zh: '注册机构', en: 'Registered at' }, 28, ({ own, nameOf }) => nameOf(own.institutionId)),
  expires: textColumn({ zh: '有效期至', en: 'Good until' }, 13, ({ own }) => own.expiresOn),
  days: countColumn({ zh: '剩余天数', en: 'Days left' }, DAYS, ({ own }) => own.days),
} satisfies Record<string, ExportColumn<Row>>

/** Licences that expire, or have expired. */
export const licencesExpiringExport: ExportTable<z.infer<typeof FILTER>, never, Row> = {
  needs: 'staff.read',
  title: { zh: '到期证书', en: 'Licences expiring' },
  filter: FILTER,
  orders: [],
  columns: COLUMNS,
  whose: whosePlaces,
  async *pages(reader, { filter: { withinDays, ...filter }, moment }) {
    const which = { ...filter, withinDays: withinDays ?? LICENCE_DAYS }
    for await (const page of allPages((args) => licencesExpiringPage(reader, which, args, moment))) {
      const nameOf = await institutionNames(
        reader,
        page.map(({ institutionId }) => institutionId),
        moment,
      )
      yield page.map((own) => ({ own, nameOf }))
    }
  },
}
