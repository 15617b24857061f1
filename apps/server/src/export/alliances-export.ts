import { z } from 'zod'

import { codeLabel } from '@yilian/domain/code-list.ts'
import { CODE_LISTS, type CodeListName } from '@yilian/domain/code-lists/code-lists.ts'
import type { LeadState } from '@yilian/domain/alliance.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { dayCells } from '@yilian/domain/file-days.ts'
import type { Locale } from '@yilian/domain/locale.ts'

import { alliancePage, allianceTimelines, leadStates, type AllianceRow } from '../alliance/alliance.queries.ts'
import { institutionsByIds } from '../institution/institution.queries.ts'
import { memberCounts, membershipsOfAlliances } from '../membership/membership.queries.ts'
import { textColumn, type ExportColumn, type ExportTable } from './export-table.ts'
import { codesFilter, countyFilter, idFilter, textFilter } from './filters.ts'
import { allPages, distinct } from './pages.ts'

const FILTER = z.strictObject({
  countyCode: countyFilter,
  search: textFilter,
  kinds: codesFilter(CODE_LISTS.allianceKind),
  stages: codesFilter(CODE_LISTS.allianceStage),
  leadStates: codesFilter(CODE_LISTS.leadState),
  institutionId: idFilter,
})
const ORDERS = ['CODE', 'NAME', 'KIND', 'FOUNDED_ON', 'MEMBER_COUNT'] as const

interface Row {
  readonly own: AllianceRow
  readonly leadState: LeadState | null
  readonly leadName: string | null
  readonly members: number
  readonly foundedOn: IsoDate
}

const inWords = (list: CodeListName, code: string | null, locale: Locale): string | null =>
  code === null ? null : codeLabel(CODE_LISTS[list], code, locale)

const COLUMNS = {
  name: textColumn({ zh: '名称', en: 'Name' }, 30, ({ own }) => own.name),
  kind: textColumn({ zh: '类型', en: 'Kind' }, 22, ({ own }, locale) => inWords('allianceKind', own.kind, locale)),
  stage: textColumn({ zh: '阶段', en: 'Stage' }, 10, ({ own }, locale) => inWords('allianceStage', own.stage, locale)),
  leadState: textColumn({ zh: '牵头情况', en: 'Lead' }, 12, ({ leadState }, locale) => inWords('leadState', leadState, locale)),
  lead: textColumn({ zh: '牵头单位', en: 'Lead institution' }, 28, ({ leadName }) => leadName),
  members: { label: { zh: '成员数', en: 'Members' }, width: 10, format: 'COUNT', cell: ({ members }) => members },
  founded: textColumn({ zh: '成立日期', en: 'Founded' }, 13, ({ foundedOn }, locale) => String(dayCells.write(foundedOn, locale))),
  specialty: textColumn({ zh: '专科', en: 'Specialty' }, 14, ({ own }) => own.specialty),
  code: textColumn({ zh: '编码', en: 'Code' }, 16, ({ own }) => own.code),
  source: textColumn({ zh: '来源', en: 'Source' }, 18, ({ own }) => own.source),
} satisfies Record<string, ExportColumn<Row>>

/** The list of alliances in force on the day, with who leads each. */
export const alliancesExport: ExportTable<z.infer<typeof FILTER>, (typeof ORDERS)[number], Row> = {
  needs: 'alliance.read',
  title: { zh: '医共体', en: 'Alliances' },
  filter: FILTER,
  orders: ORDERS,
  columns: COLUMNS,
  whose: async (_, { filter: { countyCode } }) => (countyCode ? { countyCode } : null),
  async *pages(reader, { filter, orderBy, descending, moment, columns }) {
    const wants = (name: keyof typeof COLUMNS) => columns.includes(name)
    for await (const page of allPages((args) => alliancePage(reader, filter, orderBy ?? 'CODE', descending, args, moment))) {
      const ids = page.map(({ id }) => id)
      const states = wants('leadState') ? await leadStates(reader, ids, moment) : null
      const counts = wants('members') ? await memberCounts(reader, ids, moment) : null
      const timelines = wants('founded') ? await allianceTimelines(reader, ids, moment.asKnownAt) : null
      const memberships = wants('lead') ? await membershipsOfAlliances(reader, ids, moment) : null
      const leadOf = (id: string) => memberships?.get(id)?.find(({ role }) => role === 'LEAD')?.institutionId
      const leads = await institutionsByIds(reader, distinct(ids.map(leadOf)), moment)
      yield page.map((own) => ({
        own,
        leadState: states?.get(own.id) ?? null,
        leadName: leads.get(leadOf(own.id) ?? '')?.name ?? null,
        members: counts?.get(own.id) ?? 0,
        foundedOn: timelines?.get(own.id)?.[0]?.validFrom ?? own.validFrom,
      }))
    }
  },
}
