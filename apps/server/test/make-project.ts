import type { Json, TestApi } from './api.ts'
import { globalId, recorded, versionOf, type Made } from './make.ts'

type Given = Readonly<Record<string, unknown>>

let count = 0

/** A new build in 中方镇 without anything but its name, and whatever of `ConstructionProjectInput` is given. */
export async function makeProject(api: TestApi, given: Given = {}, more: Given = {}): Promise<Made> {
  const project = { name: `测试项目${++count}`, kind: 'NEW_BUILD', regionCode: '431221100000', ...given }
  const { number, effects } = await recorded(api, 'createProject', { project, ...more })
  const uuid = effects.find(({ fact }) => fact === 'CONSTRUCTION_PROJECT')!.factId
  return { id: globalId('ConstructionProject', uuid), uuid, version: number, name: String(project.name) }
}

/** Runs a command on a project at its present version. */
export async function onProject(api: TestApi, command: string, project: { id: string }, input: Given): Promise<void> {
  await recorded(api, command, { projectId: project.id, baseVersion: await versionOf(api, project.id), ...input })
}

/** Records something of a project that is no stage or plan; answers its id. */
export async function recordOf(api: TestApi, command: string, type: string, project: { id: string }, input: Given): Promise<string> {
  const { effects } = await recorded(api, command, { projectId: project.id, ...input })
  return globalId(type, effects[0]!.factId)
}

/** Plans all years of a funding line at its present version. */
export async function planYears(api: TestApi, fundingLineId: string, years: readonly Given[], more: Given = {}): Promise<void> {
  await recorded(api, 'planFundingYears', { fundingLineId, baseVersion: await versionOf(api, fundingLineId), years, ...more })
}

/** Writes the report of a month and submits it. */
export async function submitReport(api: TestApi, project: { id: string }, input: Given): Promise<void> {
  const id = await recordOf(api, 'saveProgressReport', 'ProgressReport', project, input)
  await recorded(api, 'submitProgressReport', { progressReportId: id, baseVersion: await versionOf(api, id) })
}

/** What the API says of a project. */
export async function readProject(api: TestApi, { id }: { id: string }, fields: string, args = ''): Promise<Json> {
  return (await api.query(`query ($id: ID!) { project(id: $id ${args}) { ${fields} } }`, { id }))['project']
}
