import { z } from 'zod'

import { codeLabel } from '@yilian/domain/code-list.ts'
import { CODE_LISTS } from '@yilian/domain/code-lists/code-lists.ts'
import { lastDay } from '@yilian/domain/period.ts'
import { POSTING_FAULTS, SIX_MONTH_RULES, type SixMonthRule } from '@yilian/domain/staffing/counting/posting.ts'

import { postedPhysicians, type JudgedRow } from '../head-count/posted-physicians.ts'
import { textColumn, type ExportColumn, type ExportTable } from './export-table.ts'
import { countColumn, DAYS, institutionNames, personColumn } from './staff-export.ts'

const FILTER = z.strictObject({
  countyCode: z.string().regex(/^\d{6}$/),
  year: z.int().min(1949).max(2100),
  rule: z.enum(Object.keys(SIX_MONTH_RULES) as SixMonthRule[]).nullish(),
})

interface Row {
  readonly own: JudgedRow
  readonly nameOf: (id: string | null) => string | null
}

const COLUMNS = {
  person: personColumn(({ own }) => own.posting.personName),
  home: textColumn({ zh: '任职单位', en: 'Home institution' }, 28, ({ own, nameOf }) => nameOf(own.posting.homeId)),
  host: textColumn({ zh: '派驻单位', en: 'Host' }, 28, ({ own, nameOf }) => nameOf(own.posting.hostId)),
  profession: textColumn({ zh: '从事专业', en: 'Profession' }, 16, ({ own: { posting } }, locale) =>
    posting.profession === null ? null : codeLabel(CODE_LISTS.profession, posting.profession, locale),
  ),
  title: textColumn({ zh: '聘任职务', en: 'Title appointed' }, 14, ({ own: { posting } }, locale) =>
    posting.titleAppointed === null ? null : codeLabel(CODE_LISTS.titleLevel, posting.titleAppointed, locale),
  ),
  from: textColumn({ zh: '派驻首日', en: 'First day' }, 13, ({ own }) => own.posting.validFrom),
  last: textColumn({ zh: '派驻末日', en: 'Last day' }, 13, ({ own }) => lastDay(own.posting)),
  days: countColumn({ zh: '年内天数', en: 'Days in the year' }, DAYS, ({ own }) => own.days),
  completed: textColumn({ zh: '满六个月之日', en: 'Six months complete on' }, 16, ({ own }) => own.completedOn),
  counts: textColumn({ zh: '是否计入', en: 'Counts' }, 10, ({ own }, locale) =>
    own.fault === null ? { zh: '计入', en: 'Yes' }[locale] : { zh: '不计', en: 'No' }[locale],
  ),
  reason: textColumn({ zh: '不计入的原因', en: 'Why not' }, 36, ({ own: { fault } }, locale) =>
    fault === null ? null : POSTING_FAULTS[fault][locale],
  ),
} satisfies Record<string, ExportColumn<Row>>

/** The postings behind the national indicator T2.1 of a county and year. */
export const postedPhysiciansExport: ExportTable<z.infer<typeof FILTER>, never, Row> = {
  needs: 'staff.read',
  title: { zh: '医师派驻基层明细', en: 'Physicians posted to primary care' },
  filter: FILTER,
  orders: [],
  columns: COLUMNS,
  whose: async (_, { filter: { countyCode } }) => ({ countyCode }),
  days: ({ filter: { year, rule }, moment: { asOf } }) => {
    const { label } = SIX_MONTH_RULES[rule ?? 'WITHIN_YEAR']
    return { zh: `${year}年，截至 ${asOf}，六个月${label.zh}`, en: `${year}, as of ${asOf}; six months: ${label.en.toLowerCase()}` }
  },
  async *pages(reader, { filter: { countyCode, year, rule }, moment }) {
    const { postings } = await postedPhysicians(reader, { countyCode, year, rule: rule ?? 'WITHIN_YEAR' }, moment)
    const nameOf = await institutionNames(
      reader,
      postings.flatMap(({ posting: { homeId, hostId } }) => [homeId, hostId]),
      moment,
    )
    yield postings.map((own) => ({ own, nameOf }))
  },
}
