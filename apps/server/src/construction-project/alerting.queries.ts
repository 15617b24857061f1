import { projectAlerts, type AlertRule } from '@yilian/domain/construction/alert.ts'
import type { Moment } from '@yilian/domain/dated.ts'

import type { Reader } from '../access/reader.ts'
import { projectIds, projectsByIds, type ProjectFilter } from './construction-project.queries.ts'
import { factsOfProjects } from './project-facts.ts'
import { recordsOfProjects } from './project-sections.ts'

/** Projects judged at once: what the statements that read them can be asked. */
export const JUDGED_AT_ONCE = 500

/** More projects than are judged at once pass a filter. */
export class TooManyToJudge extends Error {
  override readonly name = 'TooManyToJudge'
  constructor(projects: number) {
    super(`${projects} projects pass the filter; alerts are told of at most ${JUDGED_AT_ONCE}. Narrow it.`)
  }
}

/** What a list may be asked for besides what the database can judge. */
export interface AlertingFilter extends ProjectFilter {
  /** With an alert of any of these rules that nobody acknowledged. */
  readonly alerts?: readonly AlertRule[] | null | undefined
}

/** The filter with its alerts judged: those of its projects that have one. Throws `TooManyToJudge`. */
export async function withAlertsJudged(reader: Reader, { alerts, ...filter }: AlertingFilter, moment: Moment): Promise<ProjectFilter> {
  if (!alerts?.length) return filter
  const ids = await projectIds(reader, filter, moment)
  if (ids.length > JUDGED_AT_ONCE) throw new TooManyToJudge(ids.length)
  const projects = await projectsByIds(reader, ids, moment)
  const records = await recordsOfProjects(reader, [...projects.values()], moment)
  const acknowledged = await factsOfProjects(reader, 'ALERT_ACKNOWLEDGEMENT', ids, moment)
  const open = (id: string) =>
    projectAlerts(records.get(id)!, moment.asOf).some(
      ({ rule, subject }) => alerts.includes(rule) && !acknowledged.get(id)?.some((one) => one.rule === rule && one.subject === subject),
    )
  return { ...filter, ids: [...projects.keys()].filter(open) }
}
