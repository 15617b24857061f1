import type { Change } from '@yilian/database/changes.ts'
import { replaceRows } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import type { FactKind } from '@yilian/database/facts.ts'
import { refreshSearch } from '@yilian/database/search.ts'
import { PROJECT_DEFAULTS } from '@yilian/domain/construction/project.ts'
import { UNKNOWN_START } from '@yilian/domain/region.ts'

import type { ReportFacts } from './facts/fact.ts'
import type { FundingFact, ProjectFact } from './facts/project-fact.ts'
import { institutionIdOf, stableId } from './stable-id.ts'

const CITED = { documentId: null, source: null, sourceNote: null }

/** Loads a project with all that its report says of it; a day the report does not give stays not known. */
export async function loadProject(trx: Db, change: Change, project: ProjectFact, { countyCode, describedOn }: ReportFacts): Promise<void> {
  const { code, institutions = [], partOf, source, stages = [], suspensions = [], milestones = [], funding = [], problems = [] } = project
  const projectId = projectIdOf(code)
  const own = (what: string) => ({ ...CITED, source, id: stableId(`${code} ${what}`), projectId })
  const insert = (fact: FactKind, rows: readonly Readonly<Record<string, unknown>>[]) => replaceRows(trx, change, fact, [], rows)
  await trx.insertInto('constructionProject').values({ id: projectId, code, countyCode }).execute()
  const ids = { id: projectId, institutionIds: institutions.map(institutionIdOf), parentId: partOf ? projectIdOf(partOf) : null }
  await insert('CONSTRUCTION_PROJECT', [{ ...PROJECT_DEFAULTS, ...project, ...ids }])
  await insert(
    'PROJECT_STAGE',
    stages.map(({ from, ...value }, at) => ({
      ...own('stage'),
      ...value,
      startKnown: from !== undefined,
      validFrom: from ?? describedOn,
      validTo: at + 1 < stages.length ? (stages[at + 1]!.from ?? describedOn) : null,
    })),
  )
  await insert(
    'PROJECT_SUSPENSION',
    suspensions.map(({ resumedOn, ...value }, at) => ({
      ...own(`suspension ${at}`),
      ...value,
      startKnown: false,
      endKnown: true,
      observedOn: resumedOn ? null : describedOn,
      validFrom: UNKNOWN_START,
      validTo: resumedOn ?? null,
    })),
  )
  await insert(
    'PROJECT_MILESTONE',
    milestones.map((value) => ({ ...own(`milestone ${value.stage}`), ...value })),
  )
  for (const [at, line] of funding.entries()) await loadFunding(insert, own, line, String(at), describedOn)
  await insert(
    'PROJECT_PROBLEM',
    problems.map((text, at) => ({ ...own(`problem ${at}`), text })),
  )
  await loadReport(insert, own, project, describedOn)
  await refreshSearch(trx, 'PROJECT', [projectId])
}

type Insert = (fact: FactKind, rows: readonly Readonly<Record<string, unknown>>[]) => Promise<void>
type Own = (what: string) => Readonly<Record<string, unknown>>

async function loadFunding(insert: Insert, own: Own, line: FundingFact, key: string, describedOn: string): Promise<void> {
  const { fundingSource, planned, share, year, arrived, sourceNote } = line
  const base = own(`funding ${key}`)
  const fundingLineId = base['id']
  const noted = { sourceNote: sourceNote ?? null }
  await insert('FUNDING_LINE', [{ ...base, ...noted, fundingSource, planned, shareGroup: share?.group, sharePart: share?.part }])
  if (year !== undefined && planned !== undefined)
    await insert('FUNDING_YEAR', [{ ...own(`year ${key} ${year}`), ...noted, fundingLineId, year, amount: planned }])
  if (arrived !== undefined)
    await insert('FUND_RECEIPT', [
      { ...own(`receipt ${key}`), ...noted, fundingLineId, receivedOn: describedOn, dayKnown: false, amount: arrived },
    ])
}

// A published report was accepted: what it says of its last month, where it says what comes next.
async function loadReport(insert: Insert, own: Own, { stages = [], nextSteps }: ProjectFact, describedOn: string): Promise<void> {
  const last = stages.at(-1)
  if (!last || nextSteps === undefined) return
  const { stage, wording, unitsDone } = last
  await insert('PROGRESS_REPORT', [
    { ...own('report'), month: describedOn.slice(0, 7), state: 'ACCEPTED', stage, wording, unitsDone, nextSteps },
  ])
}

function projectIdOf(code: string): string {
  return stableId(`project ${code}`)
}
