import { z } from 'zod'

import { codeLabel } from '@yilian/domain/code-list.ts'
import { CODE_LISTS } from '@yilian/domain/code-lists/code-lists.ts'
import { RETIREMENT_RULES } from '@yilian/domain/staffing/retirement.ts'

import { RETIREMENT_YEARS, retirementPage, type RetirementRow } from '../staff-list/retirements.queries.ts'
import { textColumn, type ExportColumn, type ExportTable } from './export-table.ts'
import { codesFilter } from './filters.ts'
import { allPages } from './pages.ts'
import { institutionNames, personColumn, PLACES, whosePlaces } from './staff-export.ts'

const FILTER = z.strictObject({
  ...PLACES,
  professions: codesFilter(CODE_LISTS.profession),
  past: z.boolean().nullish(),
  withinYears: z.int().min(1).max(50).nullish(),
})

interface Row {
  readonly own: RetirementRow
  readonly institution: string | null
}

const COLUMNS = {
  person: personColumn(({ own }) => own.personName),
  institution: textColumn({ zh: '任职单位', en: 'Home institution' }, 28, ({ institution }) => institution),
  profession: textColumn({ zh: '从事专业', en: 'Profession' }, 18, ({ own: { profession } }, locale) =>
    profession === null ? null : codeLabel(CODE_LISTS.profession, profession, locale),
  ),
  retires: textColumn({ zh: '法定退休日期', en: 'Retires on' }, 14, ({ own }) => own.retiresOn),
  rule: textColumn({ zh: '适用规定', en: 'Rule' }, 26, ({ own: { group } }, locale) => RETIREMENT_RULES[group].label[locale]),
} satisfies Record<string, ExportColumn<Row>>

/** Who retires in the years to come, or should have. */
export const retirementsExport: ExportTable<z.infer<typeof FILTER>, never, Row> = {
  needs: 'staff.read',
  title: { zh: '退休预测', en: 'Retirements to come' },
  filter: FILTER,
  orders: [],
  columns: COLUMNS,
  whose: whosePlaces,
  async *pages(reader, { filter: { withinYears, ...filter }, moment }) {
    const which = { ...filter, withinYears: withinYears ?? RETIREMENT_YEARS }
    for await (const page of allPages((args) => retirementPage(reader, which, args, moment))) {
      const nameOf = await institutionNames(
        reader,
        page.map(({ institutionId }) => institutionId),
        moment,
      )
      yield page.map((own) => ({ own, institution: nameOf(own.institutionId) }))
    }
  },
}
