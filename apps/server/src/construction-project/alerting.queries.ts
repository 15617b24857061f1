import { projectAlerts, type AlertRule } from '@yilian/domain/construction/alert.ts'
import type { Moment } from '@yilian/domain/dated.ts'

import type { Reader } from '../access/reader.ts'
import { projectIds, projectsByIds, type ProjectFilter } from './construction-project.queries.ts'
import { factsOf, recordsOf } from './project-sections.ts'

/** Projects judged at once: what the statements that read them can be asked. */
export const JUDGED_AT_ONCE = 500

/** Projects judged for one list: more than the projects of any prefecture. */
export const JUDGED_AT_MOST = 20_000

/** More projects than are judged for one list pass a filter. */
export class TooManyToJudge extends Error {
  override readonly name = 'TooManyToJudge'
  constructor() {
    super(`More than ${JUDGED_AT_MOST} projects pass the filter; for alerts at most so many are judged. Narrow it.`)
  }
}

/** What a list may be asked for besides what the database can judge. */
export interface AlertingFilter extends ProjectFilter {
  /** With an alert of any of these rules that nobody acknowledged. */
  readonly alerts?: readonly AlertRule[] | null | undefined
}

/**
 * The filter with its alerts judged: those of its projects that have one. Two statements for each `JUDGED_AT_ONCE` projects. Throws
 * `TooManyToJudge`.
 */
export async function withAlertsJudged(reader: Reader, { alerts, ...filter }: AlertingFilter, moment: Moment): Promise<ProjectFilter> {
  if (!alerts?.length) return filter
  const ids = await projectIds(reader, filter, moment, JUDGED_AT_MOST + 1)
  if (ids.length > JUDGED_AT_MOST) throw new TooManyToJudge()
  const found: string[] = []
  for (let at = 0; at < ids.length; at += JUDGED_AT_ONCE)
    found.push(...(await alerting(reader, alerts, ids.slice(at, at + JUDGED_AT_ONCE), moment)))
  return { ...filter, ids: found }
}

/** Those of some projects that have an alert of these rules that nobody acknowledged. */
async function alerting(reader: Reader, rules: readonly AlertRule[], ids: readonly string[], moment: Moment): Promise<string[]> {
  // The loaders of a request, so that each kind of fact is read once; its rows are let go with it.
  const request = { ...reader, loaders: new Map<string, unknown>(), today: moment.asOf }
  const projects = [...(await projectsByIds(reader, ids, moment)).values()]
  const judged = projects.map(async (project) => {
    const [records, acknowledged] = await Promise.all([recordsOf(request, project), factsOf(request, 'ALERT_ACKNOWLEDGEMENT', project)])
    return projectAlerts(records, moment.asOf).some(
      ({ rule, subject }) => rules.includes(rule) && !acknowledged.some((one) => one.rule === rule && one.subject === subject),
    )
      ? [project.id]
      : []
  })
  return (await Promise.all(judged)).flat()
}
