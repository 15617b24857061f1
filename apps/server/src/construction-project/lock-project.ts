import { lockProjects } from '@yilian/database/changes.ts'
import type { Db } from '@yilian/database/db.ts'
import type { ConstructionProject } from '@yilian/domain/construction/project.ts'

import { unlimited } from '../access/reader.ts'
import { projectKnown } from '../command/known.ts'
import { requireVersion } from '../command/run-command.ts'
import { factsOfProjects, type ProjectFactKind, type ProjectFacts } from './project-facts.ts'

/** A project for a command: locked, known, and at the version the command was based on, where it says one. */
export async function lockProject(
  trx: Db,
  id: string,
  baseVersion: number | null | undefined,
  path = 'projectId',
): Promise<ConstructionProject> {
  await lockProjects(trx, [id])
  const project = await projectKnown(trx, id, path)
  if (baseVersion != null) await requireVersion(trx, 'CONSTRUCTION_PROJECT', id, baseVersion)
  return project
}

/** The rows of a kind of fact that one project has now. */
export async function ownFacts<K extends ProjectFactKind>(trx: Db, fact: K, projectId: string): Promise<ProjectFacts[K][]> {
  return (await factsOfProjects(unlimited(trx), fact, [projectId], { asKnownAt: null })).get(projectId) ?? []
}
