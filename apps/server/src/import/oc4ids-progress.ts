import { approvalIssues } from '@yilian/domain/construction/approval.ts'
import { planIssues, plannedOn } from '@yilian/domain/construction/milestone.ts'
import { monthIssues, progressReportIssues, type ProgressReport } from '@yilian/domain/construction/progress-report.ts'
import { stageOrder } from '@yilian/domain/construction/stage.ts'
import { stageTimelineIssues, type StageValue } from '@yilian/domain/construction/stage-timeline.ts'
import { PROGRESS_REPORT_STATES } from '@yilian/domain/construction/terms.ts'
import type { Stretch } from '@yilian/domain/dated.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { issue } from '@yilian/domain/issue.ts'
import { UNKNOWN_START } from '@yilian/domain/region.ts'

import { factWrite, recordWrite } from './fact-writer.ts'
import { FROM_PACKAGE, type OwnWrites, type Written } from './oc4ids-picture.ts'
import type { ToldProject, ToldReport } from './oc4ids-told.ts'

/** Stages, a stop, plan, approvals and months that a package tells and that are not on record. */
export function progressWrites(own: OwnWrites): Written {
  const parts = [stageWrites(own), milestoneWrites(own), approvalWrites(own), ...own.told.reports.map((one) => reportWrites(own, one))]
  return { writes: parts.flatMap(({ writes }) => writes), issues: parts.flatMap(({ issues }) => issues) }
}

function stageWrites({ picture, told, projectId, path, on }: OwnWrites): Written {
  const { stages, suspensions } = picture.records
  const written: Written = { writes: [], issues: [] }
  const desired = stages.of(projectId).length > 0 ? [] : stretchesOf(told, on)
  if (desired.length > 0) {
    written.issues.push(...stageTimelineIssues(desired).map((one) => ({ ...one, path: `${path}/milestones` })))
    written.writes.push(factWrite({ fact: 'PROJECT_STAGE', id: picture.newId(), keys: { projectId }, rows: [], desired }))
  }
  if (told.suspended && suspensions.of(projectId).length === 0) {
    const stop = {
      cause: 'NOT_STATED',
      responsibleParty: null,
      detail: null,
      startKnown: false,
      endKnown: false,
      observedOn: on,
      ...FROM_PACKAGE,
    }
    const whole = [{ ...stop, validFrom: UNKNOWN_START, validTo: null }]
    written.writes.push(factWrite({ fact: 'PROJECT_SUSPENSION', id: picture.newId(), keys: { projectId }, rows: [], desired: whole }))
  }
  return written
}

/** Stages reached on their days, and the one it is in, known to be so by the day of the package. */
function stretchesOf({ milestones, stage }: ToldProject, on: IsoDate): Stretch<StageValue>[] {
  const value = { wording: null, unitsDone: null, reason: null, ...FROM_PACKAGE }
  const reached = milestones
    .flatMap((one) => (one.reachedOn === null || one.reachedOn > on ? [] : [{ stage: one.stage, day: one.reachedOn, startKnown: true }]))
    .toSorted((a, b) => (a.day === b.day ? stageOrder(a.stage) - stageOrder(b.stage) : a.day < b.day ? -1 : 1))
  const now = stage !== undefined && reached.at(-1)?.stage !== stage ? [{ stage, day: on, startKnown: false }] : []
  // Of two on one day the later stage holds.
  const days = [...reached, ...now].filter((one, index, all) => all[index + 1]?.day !== one.day)
  return days.map(({ stage: own, day, startKnown }, index) => ({
    ...value,
    stage: own,
    basis: 'STATED' as const,
    startKnown,
    validFrom: day,
    validTo: days[index + 1]?.day ?? null,
  }))
}

function milestoneWrites({ picture, told, projectId, path }: OwnWrites): Written {
  const known = picture.records.milestones.of(projectId)
  const planned = told.milestones.filter((one) => one.plannedOn !== null && !known.some(({ stage }) => stage === one.stage))
  if (planned.length === 0) return { writes: [], issues: [] }
  const days = [
    ...known.map((one) => ({ stage: one.stage, day: plannedOn(one) })),
    ...planned.map((one) => ({ stage: one.stage, day: one.plannedOn })),
  ]
  const rest = { replannedOn: null, forecastOn: null, reason: null, ...FROM_PACKAGE }
  return {
    issues: planIssues(days).map((one) => ({ ...one, path: `${path}/milestones` })),
    writes: planned.map(({ stage, plannedOn: baselineOn, wording }) =>
      recordWrite('PROJECT_MILESTONE', { id: picture.newId(), projectId, stage }, null, { baselineOn, wording, ...rest }),
    ),
  }
}

function approvalWrites({ picture, told, projectId }: OwnWrites): Written {
  const known = picture.records.approvals.of(projectId)
  const written: Written = { writes: [], issues: [] }
  for (const { path, id, stage, number, approvedOn, investment } of told.approvals) {
    const there = known.some(
      (one) =>
        one.id === id ||
        (one.stage === stage && one.number === number && one.approvedOn === approvedOn) ||
        (number === null && investment !== null && one.investment === investment),
    )
    if (there) continue
    const value = { stage, number, authority: null, approvedOn, investment, area: null, beds: null, ...FROM_PACKAGE }
    written.issues.push(...approvalIssues(value, picture.today).map((one) => ({ ...one, path })))
    written.writes.push(recordWrite('PROJECT_APPROVAL', { id: picture.newId(), projectId }, null, value))
  }
  return written
}

/** A month counts as handed in where it says in words how works stand; figures alone are a draft, to be completed. */
function reportWrites({ picture, projectId, unitCount }: OwnWrites, told: ToldReport): Written {
  const { path, month, percent, investmentToDate, wording } = told
  const before = picture.records.reports.of(projectId).find((one) => one.month === month) ?? null
  if (before && saysTheSame(before, told)) return { writes: [], issues: [] }
  if (before && (before.state === 'SUBMITTED' || before.state === 'ACCEPTED'))
    return { writes: [], issues: [issue(path, 'REPORT_CLOSED', { month, state: PROGRESS_REPORT_STATES[before.state] })] }
  const value = {
    ...EMPTY_REPORT,
    ...before,
    ...(percent !== null && { percent }),
    ...(investmentToDate !== null && { investmentToDate }),
    ...(wording !== null && { wording }),
    source: FROM_PACKAGE.source,
    state: (wording ?? before?.wording ?? before?.stage) == null ? 'DRAFT' : 'SUBMITTED',
    returnReason: before?.returnReason ?? null,
  }
  const wrong = [...monthIssues(month, picture.today.slice(0, 7)), ...progressReportIssues(value, unitCount)]
  return {
    issues: wrong.map((one) => ({ ...one, path })),
    writes: [recordWrite('PROGRESS_REPORT', { id: before?.id ?? picture.newId(), projectId, month }, before, value)],
  }
}

function saysTheSame(before: ProgressReport, { percent, investmentToDate, wording }: ToldReport): boolean {
  const same = <T>(said: T | null, known: T | null) => said === null || said === known
  return same(percent, before.percent) && same(investmentToDate, before.investmentToDate) && same(wording, before.wording)
}

const EMPTY_REPORT = {
  stage: null,
  wording: null,
  percent: null,
  investmentMonth: null,
  investmentToDate: null,
  unitsDone: null,
  workers: null,
  safety: null,
  nextSteps: null,
  documentId: null,
} as const
