import { sql } from 'kysely'

import { lockInstitutions, lockProjects } from '@yilian/database/changes.ts'
import { writeFact } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import { refreshSearch } from '@yilian/database/search.ts'
import { asArea } from '@yilian/domain/construction/project.ts'
import { divisionOfProjectCode, normaliseProjectCode } from '@yilian/domain/construction/project-code.ts'
import { projectIssues, type ConstructionProject, type ConstructionProjectValue } from '@yilian/domain/construction/project.ts'
import type { ProjectKind } from '@yilian/domain/construction/project-kind.ts'
import { institutionCodeIssues } from '@yilian/domain/institution.ts'
import { issue, issuesAt, naming, type Issue } from '@yilian/domain/issue.ts'
import { countyCodeOf, isRegionCode } from '@yilian/domain/region.ts'

import { EVER } from '../access/days.ts'
import { unseenInstitutions } from '../access/unseen.ts'
import { claimIdentity } from '../command/identity.ts'
import { institutionKnown, notFound, projectKnown } from '../command/known.ts'
import { refuseOn, type CommandBody, type CommandInput } from '../command/run-command.ts'
import { lockProject, ownFacts } from './lock-project.ts'

/** Everything that is said of a project; what is left out is not reported. */
export interface ProjectInput {
  readonly name: string
  readonly kind: ProjectKind
  readonly regionCode: string
  readonly nationalCode?: string | null | undefined
  readonly institutionIds?: readonly string[] | null | undefined
  readonly partOfId?: string | null | undefined
  readonly owner?: string | null | undefined
  readonly description?: string | null | undefined
  readonly unitCount?: number | null | undefined
  readonly area?: string | null | undefined
  readonly beds?: number | null | undefined
  readonly sets?: number | null | undefined
}

export interface CreateProject extends CommandInput {
  /** The bureau's code; left out: the next one of the county. */
  readonly code?: string | null | undefined
  readonly project: ProjectInput
}

/** 登记项目. It belongs to the county of its place. */
export const createProject =
  (input: CreateProject): CommandBody =>
  async (trx, begin) => {
    const value = valueOf(input, null)
    const code = input.code?.trim() || null
    refuseOn([...issuesAt('project', projectIssues(value)), ...(code === null ? [] : institutionCodeIssues(code))])
    await requireNamed(trx, value, null)
    const id = await claimIdentity(trx, 'constructionProject', { code, countyCode: countyCodeOf(value.regionCode) }, 'code')
    const change = await begin()
    await writeFact(trx, change, 'CONSTRUCTION_PROJECT', id, {}, { ...value })
    await refreshSearch(trx, 'PROJECT', [id])
  }

export interface ReviseProject extends CommandInput {
  readonly projectId: string
  readonly baseVersion: number
  readonly project: ProjectInput
}

/** 变更项目信息: all that is said of the project itself; institutions that the asker does not see stay. */
export const reviseProject =
  (input: ReviseProject): CommandBody =>
  async (trx, begin, reader) => {
    if (input.project.partOfId) await lockProjects(trx, [input.project.partOfId, input.projectId])
    const project = await lockProject(trx, input.projectId, input.baseVersion)
    const unseen = await unseenInstitutions(reader, project.institutionIds, EVER)
    const said = valueOf(input, project)
    const value = { ...said, institutionIds: [...new Set([...said.institutionIds, ...unseen])] }
    refuseOn(issuesAt('project', projectIssues(value)))
    if (countyCodeOf(value.regionCode) !== project.countyCode) refuseOn([issue('project.regionCode', 'PROJECT_COUNTY_FIXED')])
    await requireNamed(trx, value, project.id)
    if (value.unitCount < project.unitCount) refuseOn(await unitIssues(trx, project.id, value.unitCount))
    const change = await begin()
    await writeFact(trx, change, 'CONSTRUCTION_PROJECT', project.id, {}, { ...value })
    await refreshSearch(trx, 'PROJECT', [project.id])
  }

/** No more units are done, by a stage or a report, than there are. */
async function unitIssues(trx: Db, projectId: string, count: number): Promise<Issue[]> {
  const said = [...(await ownFacts(trx, 'PROJECT_STAGE', projectId)), ...(await ownFacts(trx, 'PROGRESS_REPORT', projectId))]
  const done = Math.max(0, ...said.map(({ unitsDone }) => unitsDone ?? 0))
  return done > count ? [issue('project.unitCount', 'UNITS_BEYOND', { done, count })] : []
}

/** What a project names is there and stays: institutions, whole, place, division; and its code belongs to no other. */
async function requireNamed(trx: Db, { institutionIds, parentId, regionCode, nationalCode }: ConstructionProjectValue, own: string | null) {
  await lockInstitutions(trx, institutionIds)
  for (const [at, id] of institutionIds.entries()) await institutionKnown(trx, id, `project.institutionIds.${at}`)
  if (parentId !== null) {
    await lockProjects(trx, [parentId])
    await projectKnown(trx, parentId, 'project.partOfId')
  }
  if (!(await regionExists(trx, regionCode))) throw notFound('project.regionCode', 'region', regionCode)
  if (nationalCode !== null) refuseOn(issuesAt('project', await nationalCodeIssues(trx, nationalCode, own)))
}

async function nationalCodeIssues(trx: Db, code: string, own: string | null): Promise<Issue[]> {
  const division = divisionOfProjectCode(code)!
  if (!(await regionExists(trx, `${division}000000`))) return [issue('nationalCode', 'PROJECT_CODE_DIVISION', { value: division })]
  const { rows } = await sql<{ id: string; name: string }>`select id, name from construction_project_version
    where national_code = ${code} and recorded_to is null and id is distinct from ${own}::uuid`.execute(trx)
  return rows.map(({ id, name }) => naming(issue('nationalCode', 'PROJECT_CODE_TAKEN', { value: code, name }), [id]))
}

async function regionExists(trx: Db, code: string): Promise<boolean> {
  if (!isRegionCode(code)) return false
  return (await trx.selectFrom('region').select('code').where('code', '=', code).executeTakeFirst()) !== undefined
}

function valueOf(
  input: { readonly project: ProjectInput; readonly documentId?: string | null | undefined },
  before: ConstructionProject | null,
) {
  const { project } = input
  const value: ConstructionProjectValue = {
    name: project.name.trim(),
    nationalCode: project.nationalCode?.trim() ? normaliseProjectCode(project.nationalCode) : null,
    kind: project.kind,
    institutionIds: [...new Set(project.institutionIds ?? [])],
    regionCode: project.regionCode,
    parentId: project.partOfId ?? null,
    owner: project.owner?.trim() || null,
    description: project.description?.trim() || null,
    unitCount: project.unitCount ?? 1,
    area: asArea(project.area),
    beds: project.beds ?? null,
    sets: project.sets ?? null,
    documentId: input.documentId ?? before?.documentId ?? null,
    source: before?.source ?? null,
    sourceNote: before?.sourceNote ?? null,
  }
  return value
}
