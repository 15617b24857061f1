import { v7 as newId } from 'uuid'

import { lockAlliances, lockInstitutions } from '@yilian/database/changes.ts'
import { issue } from '@yilian/domain/issue.ts'
import { MEMBERSHIP_COLUMNS, type MembershipFileValues } from '@yilian/domain/membership-columns.ts'

import type { Reader } from '../access/reader.ts'
import { documentsNamed } from './documents-named.ts'
import type { ImportKindDefinition, ImportRow, ImportScope, ImportSession } from './import-kind.ts'
import { createInstitutionLookup, type InstitutionLookup } from './institution-lookup.ts'
import { findInstitution, judgeMembership, type MembershipPicture } from './judge-membership.ts'
import { allianceIdsNamed, createMembershipLookup } from './membership-lookup.ts'

const NEEDED = ['institutionId', 'allianceId', 'role', 'validFrom'] as const

/** 导入成员关系: rows admit institutions to alliances, change their role, or end their membership after its last day. */
export const MEMBERSHIP_IMPORT: ImportKindDefinition<MembershipFileValues> = {
  columns: MEMBERSHIP_COLUMNS,
  fieldOf: { until: 'validTo', effectiveOn: 'validFrom', leadId: 'role', vacancyReason: 'role' },
  keyFields: ['institutionId', 'allianceId', 'validFrom'],
  columnIssues: (fields) =>
    NEEDED.filter((field) => !fields.has(field)).map((field) =>
      issue(field, 'COLUMN_MISSING', { column: MEMBERSHIP_COLUMNS[field].label }),
    ),
  begin,
}

async function begin(
  reader: Reader,
  scope: ImportScope,
  outline: readonly ImportRow<MembershipFileValues>[],
): Promise<ImportSession<MembershipFileValues>> {
  const institutions = createInstitutionLookup(reader)
  await lockAll(reader, institutions, scope, outline)
  const lookup = createMembershipLookup(reader)
  const picture: MembershipPicture = { ...scope, institutions, lookup, documentOf: () => ({ issues: [] }), newId }
  return {
    // As it happened: what ended makes room for what began after it, wherever it stands in the file.
    order: outline.toSorted((a, b) => compare(a.values.validFrom, b.values.validFrom) || a.row - b.row).map(({ row }) => row),
    async load(rows) {
      const values = rows.map((row) => row.values)
      const texts = values.flatMap(({ institutionId }) => institutionId ?? [])
      await institutions.load({ codes: texts, names: texts, anywhere: texts, counties: [scope.countyCode], parents: [], creditCodes: [] })
      const found = rows.flatMap((row) => findInstitution(institutions, row))
      await lookup.load({
        alliances: values.flatMap(({ allianceId }) => allianceId ?? []),
        institutionIds: found.flatMap((one) => ('issues' in one ? [] : [one.id])),
        countyCode: scope.countyCode,
      })
      picture.documentOf = await documentsNamed(
        reader,
        values.flatMap(({ documentId }) => documentId ?? []),
      )
    },
    judge: (row) => judgeMembership(picture, row),
    refuse: () => undefined,
    version: (id) => lookup.version(id),
    refresh: (id) => lookup.refresh(id),
  }
}

function compare(a: string = '', b: string = ''): number {
  return a < b ? -1 : a > b ? 1 : 0
}

async function lockAll(
  reader: Reader,
  lookup: InstitutionLookup,
  { countyCode }: ImportScope,
  outline: readonly ImportRow<MembershipFileValues>[],
): Promise<void> {
  const alliances = outline.flatMap(({ values: { allianceId } }) => allianceId ?? [])
  const institutions = [...new Set(outline.flatMap(({ values: { institutionId } }) => institutionId ?? []))]
  await lockAlliances(reader.db, await allianceIdsNamed(reader, [...new Set(alliances)]))
  await lockInstitutions(reader.db, await lookup.ids({ codes: institutions, names: institutions, counties: [countyCode] }))
}
