import { sql } from 'kysely'
import { v7 as newId } from 'uuid'

import { factRows, writeTimeline } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import {
  roleGrantIssues,
  WHOLE_INSTALLATION,
  type RoleGrant,
  type RoleGrantKey,
  type RoleGrantValue,
} from '@yilian/domain/access/role-grant.ts'
import type { Role, ScopeKind } from '@yilian/domain/access/role.ts'
import type { WorkArea } from '@yilian/domain/access/work-area.ts'
import { endFrom, notInForceIssues, stretchIssues, type Stretch } from '@yilian/domain/dated.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { issue, issuesAt } from '@yilian/domain/issue.ts'

import { allianceKnown, institutionKnown, notFound } from '../command/known.ts'
import { refuseOn, requireVersion, type CommandBody, type CommandInput } from '../command/run-command.ts'
import { lockUser } from '../user/user.commands.ts'
import { roleGrantsForRules } from './role-grant.queries.ts'

export interface GrantRole extends CommandInput {
  readonly userId: string
  readonly role: Role
  readonly scopeKind: ScopeKind
  readonly scopeId?: string | null | undefined
  readonly workArea?: WorkArea | null | undefined
  readonly reason: string
  /** The first day it is no longer in force, when known from the start. */
  readonly until?: IsoDate | null | undefined
  readonly effectiveOn: IsoDate
}

/** 授予角色: from the effective day the user has the role over the scope. Never for oneself (see `grant-structure.ts`). */
export const grantRole =
  (input: GrantRole): CommandBody =>
  async (trx, begin) => {
    const user = await lockUser(trx, input.userId)
    const key: RoleGrantKey = {
      userId: user.id,
      role: input.role,
      scopeKind: input.scopeKind,
      scopeId: input.scopeKind === 'INSTALLATION' ? WHOLE_INSTALLATION : (input.scopeId ?? ''),
      workArea: input.workArea ?? null,
    }
    const reason = input.reason.trim()
    const stretch = { reason, documentId: input.documentId ?? null, validFrom: input.effectiveOn, validTo: input.until ?? null }
    refuseOn(roleGrantIssues({ ...key, ...stretch, id: null }, await roleGrantsForRules(trx, user.id), reason))
    await requireScope(trx, key)
    const change = await begin()
    await writeTimeline(trx, change, 'ROLE_GRANT', newId(), { ...key }, [stretch])
    change.others.add(user.id)
  }

export interface EndRoleGrant extends CommandInput {
  readonly roleGrantId: string
  readonly baseVersion: number
  readonly effectiveOn: IsoDate
}

/** 收回角色: from the effective day the user no longer has it; what was planned later is cancelled. */
export const endRoleGrant =
  (input: EndRoleGrant): CommandBody =>
  async (trx, begin) => {
    const { key, rows } = await lockGrant(trx, input)
    refuseOn(notInForceIssues(rows, input.effectiveOn))
    const change = await begin()
    await writeTimeline(trx, change, 'ROLE_GRANT', input.roleGrantId, { ...key }, endFrom<RoleGrantValue>(rows, input.effectiveOn))
    change.others.add(key.userId)
  }

export interface CorrectRoleGrant extends CommandInput {
  readonly roleGrantId: string
  readonly baseVersion: number
  readonly stretches: readonly { reason: string; validFrom: IsoDate; validTo?: IsoDate | null | undefined }[]
}

/** 更正授权记录: the grant as it truly was; no stretches: it never was one. */
export const correctRoleGrant =
  (input: CorrectRoleGrant): CommandBody =>
  async (trx, begin) => {
    const { key, rows } = await lockGrant(trx, input)
    const desired: Stretch<RoleGrantValue>[] = input.stretches.map(({ reason, validFrom, validTo }) => ({
      reason: reason.trim(),
      documentId: input.documentId ?? rows[0]?.documentId ?? null,
      validFrom,
      validTo: validTo ?? null,
    }))
    const others = await roleGrantsForRules(trx, key.userId)
    refuseOn([
      ...stretchIssues(desired),
      ...desired.flatMap((one, at) =>
        issuesAt(
          `stretches.${at}`,
          roleGrantIssues({ ...key, ...one, id: input.roleGrantId }, others, one.reason).filter(({ code }) => code !== 'END_BEFORE_START'),
        ),
      ),
    ])
    const change = await begin()
    await writeTimeline(trx, change, 'ROLE_GRANT', input.roleGrantId, { ...key }, desired)
    change.others.add(key.userId)
  }

/** A grant, its user held until the transaction ends, at the version the command was based on. Refuses when there never was one. */
async function lockGrant(trx: Db, { roleGrantId, baseVersion }: { roleGrantId: string; baseVersion: number }) {
  const key = await trx
    .selectFrom('roleGrant')
    .select(['userId', 'role', 'scopeKind', 'scopeId', 'workArea'])
    .where('id', '=', roleGrantId)
    .limit(1)
    .executeTakeFirst()
  if (!key) throw notFound('roleGrantId', 'roleGrant', roleGrantId)
  await lockUser(trx, key.userId)
  await requireVersion(trx, 'ROLE_GRANT', roleGrantId, baseVersion)
  return { key, rows: await factRows<RoleGrant>(trx, 'ROLE_GRANT', [roleGrantId]) }
}

/** What a role is granted over must be there. */
async function requireScope(trx: Db, { scopeKind, scopeId }: RoleGrantKey): Promise<void> {
  if (scopeKind === 'ALLIANCE') await allianceKnown(trx, scopeId, 'scopeId')
  if (scopeKind === 'INSTITUTION') await institutionKnown(trx, scopeId, 'scopeId')
  if (scopeKind === 'DEPARTMENT') {
    const department = await trx.selectFrom('department').select(['name', 'closedOn']).where('id', '=', scopeId).executeTakeFirst()
    if (!department) throw notFound('scopeId', 'department', scopeId)
    if (department.closedOn !== null) refuseOn([issue('scopeId', 'DEPARTMENT_CLOSED', { name: department.name, day: department.closedOn })])
  }
  if (scopeKind === 'COUNTY') {
    const { rows } = await sql`select 1 from region where code = ${`${scopeId}000000`} and level = 'COUNTY'`.execute(trx)
    if (rows.length === 0) throw notFound('scopeId', 'county', scopeId)
  }
}
