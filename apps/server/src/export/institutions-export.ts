import { z } from 'zod'

import { codeLabel } from '@yilian/domain/code-list.ts'
import { CODE_LISTS } from '@yilian/domain/code-lists/code-lists.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { dayCells } from '@yilian/domain/file-days.ts'
import { INSTITUTION_COLUMNS } from '@yilian/domain/institution-columns.ts'
import type { PolicyDocument } from '@yilian/domain/policy-document.ts'

import { alliancesByIds, type AllianceRow } from '../alliance/alliance.queries.ts'
import { institutionPage, institutionsByIds, institutionTimelines, type InstitutionRow } from '../institution/institution.queries.ts'
import { membershipsOfInstitutions, type MembershipRow } from '../membership/membership.queries.ts'
import { policyDocumentsByIds } from '../policy-document/policy-document.queries.ts'
import { regionsByCodes, type RegionRow } from '../region/region.queries.ts'
import { fileColumn, listed, textColumn, type ExportColumn, type ExportTable } from './export-table.ts'
import { codesFilter, countyFilter, idFilter, textFilter } from './filters.ts'
import { allPages, distinct } from './pages.ts'

const FILTER = z.strictObject({
  countyCode: countyFilter,
  regionCode: z
    .string()
    .regex(/^\d{12}$/)
    .nullish(),
  search: textFilter,
  categories: codesFilter(CODE_LISTS.institutionCategory),
  levels: codesFilter(CODE_LISTS.hospitalLevel),
  statuses: codesFilter(CODE_LISTS.institutionStatus),
  ownerships: codesFilter(CODE_LISTS.ownership),
  primaryCare: z.boolean().nullish(),
  allianceId: idFilter,
  inAlliance: z.boolean().nullish(),
  parentId: idFilter,
  aggregate: z.boolean().nullish(),
})
const ORDERS = ['CODE', 'NAME', 'CATEGORY', 'LEVEL', 'REGION', 'BEDS', 'SERVED_POPULATION'] as const

interface Row {
  readonly own: InstitutionRow
  readonly region: RegionRow | undefined
  readonly parent: InstitutionRow | undefined
  readonly document: PolicyDocument | undefined
  readonly openedOn: IsoDate
  readonly memberships: readonly { readonly membership: MembershipRow; readonly alliance: AllianceRow | undefined }[]
}

const FILE = INSTITUTION_COLUMNS

// First the columns of the screen under their names there; then what a file read in again needs besides.
const COLUMNS = {
  name: fileColumn(FILE.name, ({ own }) => own.name),
  category: fileColumn(FILE.category, ({ own }) => own.category),
  level: fileColumn(FILE.level, ({ own: { level, grade } }) => ({ level, grade }), { zh: '级别等次', en: 'Level and grade' }),
  region: textColumn(FILE.regionCode.label, FILE.regionCode.width, ({ own, region }) => region?.name ?? own.regionCode),
  alliances: textColumn({ zh: '所属医共体', en: 'Alliances' }, 30, ({ memberships }, locale) => {
    if (memberships.length === 0) return { zh: '未加入', en: 'None' }[locale]
    const names = memberships.map(({ membership: { role }, alliance }) => {
      const label = codeLabel(CODE_LISTS.membershipRole, role, locale)
      return (alliance?.name ?? '') + (role === 'MEMBER' ? '' : locale === 'zh' ? `（${label}）` : ` (${label})`)
    })
    return listed(names, locale)
  }),
  status: fileColumn(FILE.status, ({ own }) => own.status),
  beds: fileColumn(FILE.beds, ({ own }) => own.beds),
  servedPopulation: fileColumn(FILE.servedPopulation, ({ own }) => own.servedPopulation),
  ownership: fileColumn(FILE.ownership, ({ own }) => own.ownership),
  code: fileColumn(FILE.code, ({ own }) => own.code),
  unitCount: fileColumn(FILE.unitCount, ({ own }) => own.unitCount),
  parent: textColumn(FILE.parentId.label, FILE.parentId.width, ({ parent }) => parent?.name),
  affiliation: fileColumn(FILE.affiliation, ({ own }) => own.affiliation),
  economicType: fileColumn(FILE.economicType, ({ own }) => own.economicType),
  managementClass: fileColumn(FILE.managementClass, ({ own }) => own.managementClass),
  creditCode: fileColumn(FILE.creditCode, ({ own }) => own.creditCode),
  siteArea: fileColumn(FILE.siteArea, ({ own }) => own.siteArea),
  buildingArea: fileColumn(FILE.buildingArea, ({ own }) => own.buildingArea),
  openedOn: textColumn({ zh: '设立日期', en: 'Opened on' }, 13, ({ openedOn }, locale) => String(dayCells.write(openedOn, locale))),
  address: fileColumn(FILE.address, ({ own }) => own.address),
  source: fileColumn(FILE.source, ({ own }) => own.source),
  regionCode: textColumn({ zh: '区划代码', en: 'Region code' }, 16, ({ own }) => own.regionCode),
  parentCode: textColumn({ zh: '上级机构编码', en: 'Parent code' }, 16, ({ parent }) => parent?.code),
  aliases: fileColumn(FILE.aliases, ({ own }) => own.aliases),
  targetLevel: fileColumn(FILE.targetLevel, ({ own: { targetLevel, targetGrade } }) =>
    targetLevel === null ? null : { level: targetLevel, grade: targetGrade },
  ),
  equipment: fileColumn(FILE.equipment, ({ own }) => own.equipment),
  document: fileColumn(FILE.documentId, ({ document }) => document?.number ?? document?.title ?? null),
  sourceNote: fileColumn(FILE.sourceNote, ({ own }) => own.sourceNote),
} satisfies Record<string, ExportColumn<Row>>

/** The list of institutions in force on the day. */
export const institutionsExport: ExportTable<z.infer<typeof FILTER>, (typeof ORDERS)[number], Row> = {
  needs: 'institution.read',
  title: { zh: '机构', en: 'Institutions' },
  filter: FILTER,
  orders: ORDERS,
  columns: COLUMNS,
  whose: async (_, { filter: { countyCode } }) => (countyCode ? { countyCode } : null),
  async *pages(reader, { filter, orderBy, descending, moment, columns }) {
    const wants = (...names: readonly (keyof typeof COLUMNS)[]) => names.some((name) => columns.includes(name))
    for await (const page of allPages((args) => institutionPage(reader, filter, orderBy ?? 'CODE', descending, args, moment))) {
      const ids = page.map(({ id }) => id)
      const regions = wants('region') ? await regionsByCodes(reader.db, distinct(page.map(({ regionCode }) => regionCode)), moment) : null
      const parents = wants('parent', 'parentCode')
        ? await institutionsByIds(reader, distinct(page.map(({ parentId }) => parentId)), moment)
        : null
      const documents = wants('document') ? await policyDocumentsByIds(reader, distinct(page.map(({ documentId }) => documentId))) : null
      const timelines = wants('openedOn') ? await institutionTimelines(reader, ids, moment.asKnownAt) : null
      const memberships = wants('alliances') ? await membershipsOfInstitutions(reader, ids, moment) : null
      const alliances = await alliancesByIds(
        reader,
        distinct([...(memberships?.values() ?? [])].flat().map(({ allianceId }) => allianceId)),
        moment,
      )
      yield page.map((own) => ({
        own,
        region: regions?.get(own.regionCode),
        parent: own.parentId === null ? undefined : parents?.get(own.parentId),
        document: own.documentId === null ? undefined : documents?.get(own.documentId),
        openedOn: timelines?.get(own.id)?.[0]?.validFrom ?? own.validFrom,
        memberships: (memberships?.get(own.id) ?? []).map((membership) => ({ membership, alliance: alliances.get(membership.allianceId) })),
      }))
    }
  },
}
