import { v7 as newId } from 'uuid'

import { lockProjects } from '@yilian/database/changes.ts'
import { OC4IDS_COLUMNS, type Oc4idsFileValues } from '@yilian/domain/construction/oc4ids-columns.ts'

import type { Reader } from '../access/reader.ts'
import type { ProjectOfPackage } from '../oc4ids/read-package.ts'
import type { ImportKindDefinition, ImportRow, ImportScope, ImportSession } from './import-kind.ts'
import { judgePackagedProject, type PackagedRow } from './judge-oc4ids.ts'
import type { PackagePicture } from './oc4ids-picture.ts'
import { toldProject } from './oc4ids-told.ts'
import { recordLookup } from './of-project-lookup.ts'
import { parentsFirst } from './parents-first.ts'
import { divisionsOf } from './project-import.ts'
import { createProjectLookup } from './project-lookup.ts'
import { regionsNamed } from './regions-named.ts'

type Row = ImportRow<Oc4idsFileValues>

/**
 * 导入项目数据包: what a project of a package says of itself revises the one with its code, or makes a new one; what it says of plan, money,
 * contracts and months is recorded where it is not yet. A record that is there stays: it is corrected on the project's page.
 */
export const OC4IDS_IMPORT: ImportKindDefinition<Oc4idsFileValues> = {
  form: 'OC4IDS',
  columns: OC4IDS_COLUMNS,
  fieldOf: {},
  keyFields: ['code', 'name', 'parentId'],
  columnIssues: () => [],
  begin,
}

async function begin(reader: Reader, scope: ImportScope, outline: readonly Row[]): Promise<ImportSession<Oc4idsFileValues>> {
  const trx = reader.db
  const lookup = createProjectLookup(reader, scope)
  await lockProjects(trx, await lookup.ids(outline.flatMap(textsOf)))
  const { order, circular } = parentsFirst(outline)
  const records: PackagePicture['records'] = {
    stages: recordLookup(reader, 'PROJECT_STAGE'),
    suspensions: recordLookup(reader, 'PROJECT_SUSPENSION'),
    milestones: recordLookup(reader, 'PROJECT_MILESTONE'),
    approvals: recordLookup(reader, 'PROJECT_APPROVAL'),
    lines: recordLookup(reader, 'FUNDING_LINE'),
    years: recordLookup(reader, 'FUNDING_YEAR'),
    receipts: recordLookup(reader, 'FUND_RECEIPT'),
    payments: recordLookup(reader, 'PROJECT_PAYMENT'),
    contracts: recordLookup(reader, 'PROJECT_CONTRACT'),
    reports: recordLookup(reader, 'PROGRESS_REPORT'),
  }
  const told = new Map<number, PackagedRow>()
  const picture: PackagePicture = {
    ...scope,
    lookup,
    records,
    regions: await regionsNamed(trx, scope.countyCode),
    divisions: new Set(),
    circular,
    newId,
  }
  return {
    order,
    async load(rows) {
      told.clear()
      for (const row of rows) told.set(row.row, packaged(row))
      const projects = [...told.values()].map((one) => one.told)
      await picture.regions.load(projects.flatMap(({ regionCode }) => regionCode ?? []))
      await lookup.load([...rows.flatMap(textsOf), ...projects.flatMap(({ nationalCode }) => nationalCode ?? [])])
      const ids = lookup.all().map(({ id }) => id)
      for (const some of Object.values(records)) {
        some.clear()
        await some.read(ids)
      }
      picture.divisions = await divisionsOf(trx, projects)
    },
    judge: (row) => judgePackagedProject(picture, row, told.get(row.row)!),
    refuse: () => {},
    version: (id) => lookup.version(id),
    refresh: (id) => lookup.refresh(id),
  }
}

function textsOf({ values: { code, name, parentId } }: Row): string[] {
  return [code, name, parentId].filter((text) => typeof text === 'string')
}

/** The project of a row as the reading of its file left it. */
function packaged({ rest }: Row): PackagedRow {
  const { project, faults, path, day } = JSON.parse(rest[0] ?? '{}') as ProjectOfPackage
  return { told: toldProject(project, path), faults, path, day }
}
