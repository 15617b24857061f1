import { z } from 'zod'

import { allianceDifferences, type FactDifference } from '../alliance-change/alliance-change.queries.ts'
import { alliancesByIds, alliancesNamed } from '../alliance/alliance.queries.ts'
import { FACT_LABELS } from '../change/fact-labels.ts'
import { textColumn, type ExportColumn, type ExportTable } from './export-table.ts'
import { countyFilter, dayFilter, idFilter } from './filters.ts'

const FILTER = z
  .strictObject({ countyCode: countyFilter, allianceId: idFilter, from: dayFilter, to: dayFilter })
  .refine(({ countyCode, allianceId }) => countyCode || allianceId)
  .refine(({ from, to }) => from < to)

interface Row {
  readonly alliance: string
  readonly one: FactDifference
}

const KINDS = {
  added: { zh: '新增', en: 'Added' },
  ended: { zh: '终止', en: 'Ended' },
  changed: { zh: '变更', en: 'Changed' },
} as const

const COLUMNS = {
  alliance: textColumn({ zh: '医共体', en: 'Alliance' }, 28, ({ alliance }) => alliance),
  kind: textColumn({ zh: '类别', en: 'Type' }, 12, ({ one }, locale) => FACT_LABELS[one.fact][locale]),
  subject: textColumn({ zh: '事项', en: 'Subject' }, 40, ({ one }, locale) => one.subject[locale]),
  what: textColumn(
    { zh: '变化', en: 'Change' },
    8,
    ({ one: { before, after } }, locale) => KINDS[before === null ? 'added' : after === null ? 'ended' : 'changed'][locale],
  ),
  before: textColumn({ zh: '较早日期的情况', en: 'On the earlier date' }, 40, ({ one }, locale) => one.before?.[locale]),
  after: textColumn({ zh: '较晚日期的情况', en: 'On the later date' }, 40, ({ one }, locale) => one.after?.[locale]),
} satisfies Record<string, ExportColumn<Row>>

/** What differs between two days in the alliances of a county, or in one; a row for each fact. */
export const allianceChangesExport: ExportTable<z.infer<typeof FILTER>, never, Row> = {
  needs: 'alliance.read',
  title: { zh: '医共体变化', en: 'Changes of alliances' },
  filter: FILTER,
  orders: [],
  columns: COLUMNS,
  async whose(reader, { filter: { countyCode, allianceId, to }, moment: { asKnownAt } }) {
    const one = allianceId ? (await alliancesByIds(reader, [allianceId], { asOf: to, asKnownAt })).get(allianceId) : undefined
    return one ? { name: one.name } : countyCode ? { countyCode } : null
  },
  days: ({ filter: { from, to } }) => ({ zh: `${from} 与 ${to} 对比`, en: `${from} compared with ${to}` }),
  async *pages(reader, { filter: { countyCode = null, allianceId = null, from, to }, moment: { asKnownAt } }) {
    const found = await allianceDifferences(reader, { countyCode, allianceId, from, to, asKnownAt })
    const ids = found.map((one) => one.allianceId)
    const alliances = await alliancesNamed(reader, ids, { asOf: to, asKnownAt })
    yield found.flatMap(({ allianceId: id, differences }) => differences.map((one) => ({ alliance: alliances.get(id)?.name ?? '', one })))
  },
}
