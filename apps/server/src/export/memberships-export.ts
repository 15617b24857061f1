import { z } from 'zod'

import { codeLabel } from '@yilian/domain/code-list.ts'
import { CODE_LISTS } from '@yilian/domain/code-lists/code-lists.ts'
import { levelGradeLabel } from '@yilian/domain/code-lists/hospital-level.ts'
import type { Moment } from '@yilian/domain/dated.ts'
import { MEMBERSHIP_COLUMNS } from '@yilian/domain/membership-columns.ts'
import type { PolicyDocument } from '@yilian/domain/policy-document.ts'

import type { Reader } from '../access/reader.ts'
import { alliancePage, alliancesByIds, alliancesNamed, type AllianceRow } from '../alliance/alliance.queries.ts'
import { institutionsByIds, institutionsNamed, type InstitutionRow } from '../institution/institution.queries.ts'
import {
  membershipsOfAlliances,
  membershipsOfInstitutions,
  membershipTimelinesOfAlliances,
  membershipTimelinesOfInstitutions,
  type MembershipRow,
} from '../membership/membership.queries.ts'
import { policyDocumentsByIds } from '../policy-document/policy-document.queries.ts'
import { fileColumn, textColumn, type ExportColumn, type ExportTable } from './export-table.ts'
import { countyFilter, idFilter } from './filters.ts'
import { allPages, distinct } from './pages.ts'

const FILTER = z
  .strictObject({
    countyCode: countyFilter,
    allianceId: idFilter,
    institutionId: idFilter,
    /** Those in force on the day, or every stretch, past and future, as an alliance's tab of members shows either. */
    period: z.enum(['IN_FORCE', 'ALL']).nullish(),
  })
  .refine(({ allianceId, institutionId }) => !(allianceId && institutionId))
type Filter = z.infer<typeof FILTER>

/** Alliances whose members are read at a time. */
const ALLIANCES = 100

interface Row {
  readonly own: MembershipRow
  readonly institution: InstitutionRow | undefined
  readonly alliance: AllianceRow | undefined
  readonly document: PolicyDocument | undefined
}

const FILE = MEMBERSHIP_COLUMNS

const COLUMNS = {
  alliance: fileColumn(FILE.allianceId, ({ alliance }) => alliance?.name ?? ''),
  institution: fileColumn(FILE.institutionId, ({ institution }) => institution?.name ?? ''),
  role: fileColumn(FILE.role, ({ own }) => own.role),
  category: textColumn({ zh: '类别与等级', en: 'Category and level' }, 24, ({ institution }, locale) => {
    if (!institution) return null
    const { category, level, grade } = institution
    const graded = level === 'NONE' || level === 'UNREPORTED' ? [] : [levelGradeLabel(level, grade, locale)]
    return [codeLabel(CODE_LISTS.institutionCategory, category, locale), ...graded].join(' · ')
  }),
  from: fileColumn(FILE.validFrom, ({ own }) => own.validFrom),
  last: fileColumn(FILE.validTo, ({ own }) => own.validTo),
  legalPerson: fileColumn(FILE.legalPersonKept, ({ own }) => own.legalPersonKept),
  document: fileColumn(FILE.documentId, ({ document }) => document?.number ?? document?.title ?? null),
  source: fileColumn(FILE.source, ({ own }) => own.source),
  sourceNote: fileColumn(FILE.sourceNote, ({ own }) => own.sourceNote),
  institutionCode: textColumn({ zh: '机构编码', en: 'Institution code' }, 16, ({ institution }) => institution?.code),
  allianceCode: textColumn({ zh: '医共体编码', en: 'Alliance code' }, 16, ({ alliance }) => alliance?.code),
} satisfies Record<string, ExportColumn<Row>>

/** Members of one alliance, of every alliance of a county in force on the day, or all memberships of one institution. */
export const membershipsExport: ExportTable<Filter, never, Row> = {
  needs: 'alliance.read',
  title: { zh: '医共体成员', en: 'Alliance memberships' },
  filter: FILTER,
  orders: [],
  columns: COLUMNS,
  async whose(reader, { filter: { countyCode, allianceId, institutionId }, moment }) {
    const one = allianceId
      ? (await alliancesByIds(reader, [allianceId], moment)).get(allianceId)
      : institutionId
        ? (await institutionsByIds(reader, [institutionId], moment)).get(institutionId)
        : undefined
    return one ? { name: one.name } : countyCode ? { countyCode } : null
  },
  days: ({ filter: { period }, moment: { asOf } }) =>
    period === 'ALL'
      ? { zh: `全部期间，名称按 ${asOf}`, en: `All periods, names as of ${asOf}` }
      : { zh: `按 ${asOf} 有效`, en: `In force on ${asOf}` },
  async *pages(reader, { filter, moment }) {
    for await (const rows of memberships(reader, filter, moment)) {
      const institutions = await institutionsNamed(reader, distinct(rows.map(({ institutionId }) => institutionId)), moment)
      const alliances = await alliancesNamed(reader, distinct(rows.map(({ allianceId }) => allianceId)), moment)
      const documents = await policyDocumentsByIds(reader, distinct(rows.map(({ documentId }) => documentId)))
      yield rows.map((own) => ({
        own,
        institution: institutions.get(own.institutionId),
        alliance: alliances.get(own.allianceId),
        document: own.documentId === null ? undefined : documents.get(own.documentId),
      }))
    }
  },
}

async function* memberships(reader: Reader, filter: Filter, moment: Moment): AsyncGenerator<MembershipRow[]> {
  const { countyCode, allianceId, institutionId, period } = filter
  const ofAlliances = period === 'ALL' ? membershipTimelinesOfAlliances : membershipsOfAlliances
  const ofInstitutions = period === 'ALL' ? membershipTimelinesOfInstitutions : membershipsOfInstitutions
  const inOrder = (found: ReadonlyMap<string, MembershipRow[]>, ids: readonly string[]) => ids.flatMap((id) => found.get(id) ?? [])
  if (institutionId) yield inOrder(await ofInstitutions(reader, [institutionId], moment), [institutionId])
  else if (allianceId) yield inOrder(await ofAlliances(reader, [allianceId], moment), [allianceId])
  else {
    for await (const page of allPages((args) => alliancePage(reader, { countyCode }, 'CODE', false, args, moment), ALLIANCES)) {
      const ids = page.map(({ id }) => id)
      yield inOrder(await ofAlliances(reader, ids, moment), ids)
    }
  }
}
