import { v7 as newId } from 'uuid'

import { lockInstitutions, lockProjects } from '@yilian/database/changes.ts'
import type { Db } from '@yilian/database/db.ts'
import { divisionOfProjectCode, normaliseProjectCode } from '@yilian/domain/construction/project-code.ts'
import { PROJECT_COLUMNS, type ProjectFileValues } from '@yilian/domain/construction/project-columns.ts'
import { issue, type Issue } from '@yilian/domain/issue.ts'

import { EVER } from '../access/days.ts'
import type { Reader } from '../access/reader.ts'
import { unseenInstitutions } from '../access/unseen.ts'
import { codeGiver } from './code-giver.ts'
import { documentsNamed } from './documents-named.ts'
import type { ImportKindDefinition, ImportRow, ImportScope, ImportSession } from './import-kind.ts'
import { createInstitutionLookup } from './institution-lookup.ts'
import { judgeProject, type ProjectPicture } from './judge-project.ts'
import { parentsFirst } from './parents-first.ts'
import { createProjectLookup } from './project-lookup.ts'
import { regionsNamed } from './regions-named.ts'

type Row = ImportRow<ProjectFileValues>

/** 导入建设项目: rows with a known code, national code, or exact name within the county, revise it; others make new ones. */
export const PROJECT_IMPORT: ImportKindDefinition<ProjectFileValues> = {
  columns: PROJECT_COLUMNS,
  fieldOf: { 'project.partOfId': 'parentId' },
  keyFields: ['code', 'nationalCode', 'name', 'parentId', 'institutionIds'],
  columnIssues: (fields): Issue[] =>
    ['code', 'nationalCode', 'name'].some((field) => fields.has(field))
      ? []
      : [issue('name', 'COLUMN_MISSING', { column: PROJECT_COLUMNS.name.label })],
  begin,
}

async function begin(reader: Reader, scope: ImportScope, outline: readonly Row[]): Promise<ImportSession<ProjectFileValues>> {
  const trx = reader.db
  const institutions = createInstitutionLookup(reader)
  const lookup = createProjectLookup(reader, scope)
  const { order, circular } = parentsFirst(outline)
  const named = outline.flatMap(({ values }) => [...(values.institutionIds ?? [])])
  await lockInstitutions(trx, await institutions.ids({ codes: named, names: named, counties: [scope.countyCode] }))
  await lockProjects(trx, await lookup.ids(outline.flatMap(textsOf)))
  const regions = await regionsNamed(trx, scope.countyCode)
  const codes = codeGiver(trx, 'constructionProject', scope.countyCode, new Set(outline.flatMap(({ values: { code } }) => code ?? [])))
  const picture: ProjectPicture = {
    ...scope,
    lookup,
    institutions,
    regions,
    documentOf: () => ({ issues: [] }),
    divisions: new Set(),
    unseen: new Set(),
    touched: new Map(),
    circular,
    newId,
    nextCode: () => codes.take(),
  }
  return {
    order,
    async load(rows) {
      const values = rows.map((row) => row.values)
      const texts = values.flatMap(({ institutionIds }) => [...(institutionIds ?? [])])
      await institutions.load({ codes: texts, names: texts, anywhere: texts, counties: [scope.countyCode], parents: [], creditCodes: [] })
      await regions.load(values.flatMap(({ regionCode }) => regionCode ?? []))
      await lookup.load(rows.flatMap(textsOf))
      picture.divisions = await divisionsOf(trx, values)
      picture.unseen = await unseenInstitutions(
        reader,
        lookup.all().flatMap(({ institutionIds }) => [...institutionIds]),
        EVER,
      )
      picture.documentOf = await documentsNamed(
        reader,
        values.flatMap(({ documentId }) => documentId ?? []),
      )
      await codes.prepare(values.filter(({ code }) => code === undefined).length)
    },
    judge: (row) => judgeProject(picture, row),
    refuse: () => {},
    version: (id) => lookup.version(id),
    refresh: (id) => lookup.refresh(id),
  }
}

function textsOf({ values: { code, nationalCode, name, parentId } }: Row): string[] {
  return [code, nationalCode && normaliseProjectCode(nationalCode), name, parentId].filter((text) => typeof text === 'string')
}

/** The divisions in national codes that there are. One statement. */
export async function divisionsOf(
  trx: Db,
  values: readonly { readonly nationalCode?: string | null | undefined }[],
): Promise<ReadonlySet<string>> {
  const said = values.flatMap(({ nationalCode }) => (nationalCode && divisionOfProjectCode(normaliseProjectCode(nationalCode))) ?? [])
  if (said.length === 0) return new Set()
  const found = trx
    .selectFrom('region')
    .select('code')
    .where(
      'code',
      'in',
      [...new Set(said)].map((division) => `${division}000000`),
    )
  return new Set((await found.execute()).map(({ code }) => code.slice(0, 6)))
}
