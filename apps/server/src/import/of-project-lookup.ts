import { lockProjects } from '@yilian/database/changes.ts'
import { factVersions } from '@yilian/database/dated.ts'
import type { Recorded } from '@yilian/domain/dated.ts'
import { instant } from '@yilian/domain/day.ts'

import type { Reader } from '../access/reader.ts'
import { factsOfProjects, type ProjectFactKind, type ProjectFacts } from '../construction-project/project-facts.ts'
import { documentsNamed } from './documents-named.ts'
import type { ImportRow, ImportScope, ImportSession } from './import-kind.ts'
import { createProjectLookup, type ProjectLookup } from './project-lookup.ts'

/** The records of one kind that the projects at hand have, kept up to date with what rows do. */
export interface RecordLookup<K extends ProjectFactKind> extends AnyRecords {
  of(projectId: string): readonly ProjectFacts[K][]
  /** Takes in a record as a row writes it, in the place of the one with its id. Whoever writes it again reads it then. */
  put(record: Omit<ProjectFacts[K], keyof Recorded | 'rowId'>): void
}

/** Records of whatever kind. */
export interface AnyRecords {
  clear(): void
  /** Reads those of these projects anew. */
  read(projectIds: readonly string[]): Promise<void>
  readVersions(): Promise<void>
  projectOf(id: string): string | undefined
  version(id: string): number | undefined
}

export function recordLookup<K extends ProjectFactKind>(reader: Reader, fact: K): RecordLookup<K> {
  let records = new Map<string, ProjectFacts[K]>()
  let versions = new Map<string, number>()
  const bookkeeping: Recorded & { rowId: string } = { rowId: '', recordedFrom: UNKNOWN, recordedTo: null, recordedBy: 0, closedBy: null }
  return {
    of: (projectId) => [...records.values()].filter((one) => one.projectId === projectId),
    put: (record) => void records.set(record.id, { ...record, ...bookkeeping } as ProjectFacts[K]),
    clear: () => records.clear(),
    async read(projectIds) {
      records = new Map([...records].filter(([, { projectId }]) => !projectIds.includes(projectId)))
      const found = await factsOfProjects(reader, fact, projectIds, { asKnownAt: null })
      for (const one of [...found.values()].flat()) records.set(one.id, one)
    },
    async readVersions() {
      versions = await factVersions(reader.db, fact, [...records.keys()])
    },
    projectOf: (id) => records.get(id)?.projectId,
    version: (id) => versions.get(id),
  }
}

/** Of rows that are not written yet nothing is asked but what they say. */
const UNKNOWN = instant('0001-01-01T00:00:00Z')

interface Named {
  readonly projectId: string
  readonly documentId: string | null
}

/** What rows about projects are judged on: the projects, and the documents they name. */
export interface ProjectsOfRows {
  readonly projects: ProjectLookup
  readonly documentOf: Awaited<ReturnType<typeof documentsNamed>>
  readonly session: Pick<ImportSession<Named>, 'load' | 'refuse' | 'version' | 'refresh'>
}

/** Locks the projects of all rows, and keeps these records of those at hand. */
export async function projectsOfRows(
  reader: Reader,
  scope: ImportScope,
  outline: readonly ImportRow<Named>[],
  records: readonly AnyRecords[],
): Promise<ProjectsOfRows> {
  const projects = createProjectLookup(reader, scope)
  await lockProjects(reader.db, await projects.ids(textsOf(outline)))
  let documentOf: ProjectsOfRows['documentOf'] = () => ({ issues: [] })
  return {
    projects,
    documentOf: (text) => documentOf(text),
    session: {
      async load(rows) {
        await projects.load(textsOf(rows))
        const ids = projects.all().map(({ id }) => id)
        for (const one of records) {
          one.clear()
          await one.read(ids)
          await one.readVersions()
        }
        documentOf = await documentsNamed(
          reader,
          rows.flatMap(({ values: { documentId } }) => documentId ?? []),
        )
      },
      refuse: () => {},
      version: (id) => records.flatMap((one) => one.version(id) ?? [])[0] ?? null,
      async refresh(id) {
        for (const one of records) {
          const owner = one.projectOf(id)
          if (owner !== undefined) await one.read([owner])
        }
      },
    },
  }
}

function textsOf(rows: readonly ImportRow<Named>[]): string[] {
  return rows.flatMap(({ values: { projectId } }) => projectId ?? [])
}
