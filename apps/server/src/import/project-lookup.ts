import { sql } from 'kysely'

import { factVersions } from '@yilian/database/dated.ts'
import type { ConstructionProject } from '@yilian/domain/construction/project.ts'
import { issue, type Issue } from '@yilian/domain/issue.ts'

import { onDay } from '../access/days.ts'
import type { Reader } from '../access/reader.ts'
import { seesProjectRow } from '../access/seen-projects.ts'
import { THINGS } from '../command/things.ts'
import type { ImportScope } from './import-kind.ts'
import { oneOf } from './one-of.ts'

/** A code of the county that no project has now: it was given to one that was undone, or belongs to one that is not seen. */
export interface TakenCode {
  readonly id: string
  readonly countyCode: string
  readonly known: boolean
}

/** Projects that rows name, as far as whoever imports sees them, kept up to date with what rows do. */
export interface ProjectLookup {
  /** Reads those with these codes, national codes or names. */
  load(texts: readonly string[]): Promise<void>
  ids(texts: readonly string[]): Promise<string[]>
  all(): readonly ConstructionProject[]
  /** The one with this code, else this national code, else those of the county with this name, else those of any. */
  named(text: string): readonly ConstructionProject[]
  taken(code: string): TakenCode | undefined
  version(id: string): number | null
  put(project: ConstructionProject): void
  refresh(id: string): Promise<void>
}

export function createProjectLookup({ db, access }: Reader, { countyCode, today }: ImportScope): ProjectLookup {
  let known = new Map<string, ConstructionProject>()
  let taken = new Map<string, TakenCode>()
  let versions = new Map<string, number>()

  const seen = seesProjectRow(access, sql`p.county_code`, sql`v.institution_ids`, onDay(today))
  const projects = sql`construction_project p join construction_project_version v on v.id = p.id and v.recorded_to is null`
  const meant = (texts: readonly string[]) =>
    sql`(p.code = any(${texts}) or v.national_code = any(${texts}) or v.name = any(${texts})) and ${seen}`
  async function read(where: ReturnType<typeof sql>): Promise<void> {
    const { rows } = await sql<ConstructionProject>`select p.code, p.county_code, v.* from ${projects} where ${where}`.execute(db)
    for (const row of rows) known.set(row.id, row)
  }

  return {
    async load(texts) {
      known = new Map()
      await read(meant(texts))
      versions = await factVersions(db, 'CONSTRUCTION_PROJECT', [...known.keys()])
      const { rows } = await sql<TakenCode & { code: string }>`select p.code, p.id, p.county_code,
        exists (select from construction_project_version v where v.id = p.id and v.recorded_to is null) as known
        from construction_project p where p.code = any(${texts}) and p.id <> all(${[...known.keys()]}::uuid[])`.execute(db)
      taken = new Map(rows.map(({ code, ...one }) => [code, one]))
    },
    async ids(texts) {
      const { rows } = await sql<{ id: string }>`select p.id from ${projects} where ${meant(texts)}`.execute(db)
      return rows.map(({ id }) => id)
    },
    all: () => [...known.values()],
    named(text) {
      const all = [...known.values()]
      const steps = [
        ({ code }: ConstructionProject) => code === text,
        ({ nationalCode }: ConstructionProject) => nationalCode === text,
        (one: ConstructionProject) => one.name === text && one.countyCode === countyCode,
        ({ name }: ConstructionProject) => name === text,
      ]
      return steps.map((step) => all.filter(step)).find((some) => some.length > 0) ?? []
    },
    taken: (code) => taken.get(code),
    version: (id) => versions.get(id) ?? null,
    put: (project) => void known.set(project.id, project),
    refresh: (id) => read(sql`p.id = ${id}::uuid`),
  }
}

/** The project a row is about. */
export function projectNamed(lookup: ProjectLookup, text: string | undefined): ConstructionProject | { readonly issues: Issue[] } {
  if (text === undefined) return { issues: [issue('projectId', 'REQUIRED')] }
  return oneOf('projectId', text, THINGS.project, lookup.named(text))
}
