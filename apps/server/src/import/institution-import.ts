import { v7 as newId } from 'uuid'

import { lockAlliances, lockInstitutions } from '@yilian/database/changes.ts'
import type { Db } from '@yilian/database/db.ts'
import type { FileRow } from '@yilian/domain/file-columns.ts'
import { INSTITUTION_COLUMNS, type InstitutionFileValues } from '@yilian/domain/institution-columns.ts'
import { issue, type Issue } from '@yilian/domain/issue.ts'

import type { Reader } from '../access/reader.ts'
import { codeGiver } from './code-giver.ts'
import { documentsNamed } from './documents-named.ts'
import type { ImportKindDefinition, ImportRow, ImportScope, ImportSession } from './import-kind.ts'
import { createInstitutionLookup, type InstitutionLookup } from './institution-lookup.ts'
import { judgeInstitution, type InstitutionPicture } from './judge-institution.ts'
import { parentsFirst } from './parents-first.ts'
import { regionsNamed } from './regions-named.ts'

/** 导入机构: rows with a known code, or the exact name within the county, revise it from the effective day; others make new ones. */
export const INSTITUTION_IMPORT: ImportKindDefinition<InstitutionFileValues> = {
  columns: INSTITUTION_COLUMNS,
  fieldOf: {},
  keyFields: ['code', 'name', 'parentId'],
  columnIssues: (fields): Issue[] =>
    fields.has('code') || fields.has('name') ? [] : [issue('name', 'COLUMN_MISSING', { column: INSTITUTION_COLUMNS.name.label })],
  begin,
}

async function begin(
  reader: Reader,
  scope: ImportScope,
  outline: readonly ImportRow<InstitutionFileValues>[],
): Promise<ImportSession<InstitutionFileValues>> {
  const trx = reader.db
  const { order, rowOf, circular } = parentsFirst(outline)
  const regions = await regionsNamed(trx, scope.countyCode)
  const lookup = createInstitutionLookup(reader)
  await lockAll(trx, lookup, scope, outline)
  const refused = new Set<number>()
  const codes = codeGiver(trx, 'institution', scope.countyCode, new Set(outline.flatMap(({ values: { code } }) => code ?? [])))
  const picture: InstitutionPicture = {
    ...scope,
    lookup,
    regions,
    documentOf: () => ({ issues: [] }),
    newId,
    nextCode: () => codes.take(),
    touched: new Map(),
    parentRow: (text) => {
      const row = rowOf(text)
      return row === null ? null : { row, circular: circular.has(row), refused: refused.has(row) }
    },
  }
  return {
    order,
    async load(rows) {
      const values = rows.map((row) => row.values)
      await regions.load(values.flatMap(({ regionCode }) => regionCode ?? []))
      const parents = values.flatMap(({ parentId }) => parentId ?? [])
      await lookup.load({
        codes: [...values.flatMap(({ code }) => code ?? []), ...parents],
        names: [...values.flatMap(({ name }) => name ?? []), ...parents],
        anywhere: parents.filter((text) => rowOf(text) === null),
        parents,
        counties: [...new Set([scope.countyCode, ...values.flatMap((row) => countyOf(row, picture) ?? [])])],
        creditCodes: values.flatMap(({ creditCode }) => creditCode ?? []),
      })
      picture.documentOf = await documentsNamed(
        reader,
        values.flatMap(({ documentId }) => documentId ?? []),
      )
      await codes.prepare(values.filter(({ code }) => code === undefined).length)
    },
    judge: (row) => judgeInstitution(picture, row),
    refuse: (row) => void refused.add(row),
    version: (id) => lookup.version(id),
    refresh: (id) => lookup.refresh(id),
  }
}

function countyOf({ regionCode }: FileRow<InstitutionFileValues>, { regions }: InstitutionPicture): string | null {
  const found = regionCode === undefined ? null : regions.find(regionCode)
  return found && 'id' in found ? found.id.slice(0, 6) : null
}

/** Holds what the rows are about, in the order in which everybody does: alliances, then institutions by id. */
async function lockAll(
  trx: Db,
  lookup: InstitutionLookup,
  { countyCode }: ImportScope,
  outline: readonly ImportRow<InstitutionFileValues>[],
): Promise<void> {
  const texts = outline.flatMap(({ values: { code, name, parentId } }) => [code, name, parentId]).filter((text) => typeof text === 'string')
  const ids = await lookup.ids({ codes: texts, names: texts, counties: [countyCode] })
  const alliances = await trx
    .selectFrom('membership')
    .select('allianceId')
    .distinct()
    .where('recordedTo', 'is', null)
    .where((eb) => eb('institutionId', '=', eb.fn.any(eb.val(ids))))
    .execute()
  await lockAlliances(
    trx,
    alliances.map(({ allianceId }) => allianceId),
  )
  await lockInstitutions(trx, ids)
}
