import type { Actor, Change } from '@yilian/database/changes.ts'
import type { Db } from '@yilian/database/db.ts'
import { knownWithout } from '@yilian/database/undo.ts'
import { administratorIssues } from '@yilian/domain/access/administrators.ts'
import { roleGrantIssues } from '@yilian/domain/access/role-grant.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { issue, type Issue } from '@yilian/domain/issue.ts'

import { administrations, grantsTouched, lockAdministrators, roleGrantsForRules } from './role-grant.queries.ts'

/**
 * The rules over grants, judged on what a change wrote, before it is committed, whatever command made it, an undo included: nobody
 * changes their own, the administrators stay apart, and somebody can grant roles. One statement for a change that touches no grant.
 */
export async function grantStructureIssues(trx: Db, change: Change, { actor, today }: { actor: Actor; today: IsoDate }): Promise<Issue[]> {
  if (change.others.size === 0) return []
  const touched = await grantsTouched(trx, change.number)
  if (touched.length === 0) return []
  if (touched.some(({ userId }) => userId === actor.id)) return [issue('', 'NOT_FOR_ONESELF')]
  await lockAdministrators(trx)
  const issues: Issue[] = []
  for (const { userId } of touched) {
    const all = await roleGrantsForRules(trx, userId)
    issues.push(...all.flatMap((one, at) => roleGrantIssues(one, all.slice(0, at), one.reason)))
  }
  const [before, after] = [await administrations(trx, knownWithout(change.number)), await administrations(trx)]
  issues.push(...administratorIssues(['SECURITY_ADMINISTRATOR'], before, after, today))
  return issues.map((one) => ({ ...one, path: '' }))
}
