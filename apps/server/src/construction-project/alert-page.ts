import { compareAlerts, type AlertRule } from '@yilian/domain/construction/alert.ts'
import type { Moment } from '@yilian/domain/dated.ts'

import type { Context } from '../graphql/context.ts'
import { badCursor, encodeCursor, pageOfRows, readPage, type Page, type PageArgs } from '../list/keyset.ts'
import { alertsOf, type ProjectAlertRow } from './alert.graphql.ts'
import { JUDGED_AT_ONCE } from './alerting.queries.ts'
import { projectPage, type ProjectFilter } from './construction-project.queries.ts'

/** Which alerts. */
export interface AlertsWanted {
  readonly rules?: readonly AlertRule[] | null | undefined
  /** Those that somebody acknowledged, or not. */
  readonly acknowledged?: boolean | null | undefined
}

/** An alert's place in the list: its project by code, then its rule and subject. */
interface Place extends Pick<ProjectAlertRow, 'rule' | 'subject'> {
  readonly code: string
}

/**
 * Alerts on a day over all projects that pass the filter, by project. Alerts are found and not stored, so projects are judged so many at
 * once until the page is full: as many statements for few projects as for `JUDGED_AT_ONCE`.
 */
export async function alertPage(
  context: Context,
  filter: ProjectFilter,
  wanted: AlertsWanted,
  page: PageArgs,
  moment: Moment,
): Promise<Page<ProjectAlertRow>> {
  const { backward, size, cursor } = readPage(page)
  const place = cursor === null ? null : decode(cursor)
  const rows: ProjectAlertRow[] = []
  for await (const some of judged(context, filter, moment, backward, place?.code ?? null)) {
    rows.push(...some.filter((one) => isWanted(one, wanted) && (place === null || isPast(one, place, backward))))
    if (rows.length > size) break
  }
  return {
    ...pageOfRows(page, rows, encode),
    totalCount: async () => {
      let count = 0
      for await (const some of judged(context, filter, moment, false, null)) count += some.filter((one) => isWanted(one, wanted)).length
      return count
    },
  }
}

// Ids before and after any other: a cursor of projects that takes in the project with this code.
const [FIRST, LAST] = ['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff']

/** All alerts in the order they are read, from the project with a code on, of so many projects at once. */
async function* judged(
  context: Context,
  filter: ProjectFilter,
  moment: Moment,
  backward: boolean,
  code: string | null,
): AsyncGenerator<ProjectAlertRow[]> {
  let from = code === null ? null : encodeCursor(code, backward ? LAST : FIRST)
  for (;;) {
    const place = backward ? { last: JUDGED_AT_ONCE, before: from } : { first: JUDGED_AT_ONCE, after: from }
    const { edges, pageInfo } = await projectPage(context, filter, 'CODE', false, place, moment)
    // Records of many projects are not kept for the rest of the request.
    const apart = { ...context, loaders: new Map<string, unknown>() }
    const found = await Promise.all(edges.map(async ({ node }) => (await alertsOf(apart, node)).toSorted(compareAlerts)))
    yield backward ? found.flat().toReversed() : found.flat()
    if (!(backward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) return
    from = backward ? pageInfo.startCursor : pageInfo.endCursor
  }
}

function isWanted({ rule, acknowledgement }: ProjectAlertRow, { rules, acknowledged }: AlertsWanted): boolean {
  return (!rules?.length || rules.includes(rule)) && (acknowledged == null || (acknowledgement !== null) === acknowledged)
}

function isPast(row: ProjectAlertRow, place: Place, backward: boolean): boolean {
  if (row.project.code !== place.code) return true
  const order = compareAlerts(row, place)
  return backward ? order < 0 : order > 0
}

function encode({ project, rule, subject }: ProjectAlertRow): string {
  return Buffer.from(JSON.stringify([project.code, rule, subject])).toString('base64url')
}

function decode(cursor: string): Place {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(place) && place.length === 3 && place.every((one) => typeof one === 'string')) {
      const [code, rule, subject] = place as [string, AlertRule, string]
      return { code, rule, subject }
    }
  } catch {
    // said below
  }
  throw badCursor()
}
