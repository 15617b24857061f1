import { beginChange, finishChange } from '@yilian/database/changes.ts'
import type { Db } from '@yilian/database/db.ts'
import { WHOLE_INSTALLATION } from '@yilian/domain/access/role-grant.ts'
import type { Role } from '@yilian/domain/access/role.ts'
import { normalUsername } from '@yilian/domain/access/username.ts'
import { dayInChina } from '@yilian/domain/day.ts'
import { issue, issuesAt, type Issue } from '@yilian/domain/issue.ts'
import { sql } from 'kysely'
import { z } from 'zod'

import { Refused } from '../access/identify.ts'
import { accountIssues, passwordHash, insertAccount, insertGrant, type AccountDraft } from './accounts.ts'
import { takeAddress } from './attempts.queries.ts'
import { answerStatus, InputInvalid, record, type AuthRequest, type AuthRoute, type SignInParts } from './auth-request.ts'
import { isSame } from './secrets.ts'

/** The three administrators with whom an installation begins, as the set-up names them. */
const ADMINISTRATORS = {
  system: 'SYSTEM_ADMINISTRATOR',
  security: 'SECURITY_ADMINISTRATOR',
  audit: 'AUDIT_ADMINISTRATOR',
} as const satisfies Record<string, Role>
type Administrator = keyof typeof ADMINISTRATORS
const NAMES = Object.keys(ADMINISTRATORS) as Administrator[]

const ACCOUNT = z.object({ username: z.string().max(200), name: z.string().max(1000), password: z.string().max(1000) })
const BODY = z.object({
  code: z.string().max(100).optional(),
  administrators: z.object({ system: ACCOUNT, security: ACCOUNT, audit: ACCOUNT }),
})

/**
 * `POST /auth/set-up`: makes the three administrators of an installation that has no user yet, for whoever sits at the machine or has the
 * code that the server printed. One person may sit there: the other two change the passwords they are given.
 */
export const setUp: AuthRoute = async (parts, request) => {
  const { code, administrators } = await request.body(BODY)
  const { db, clock, settings } = parts
  if (await hasUsers(db)) throw new Refused('SET_UP_DONE')
  if (!request.client.local) await requireCode(parts, request, code ?? '')
  const drafts = Object.fromEntries(
    NAMES.map((name) => [name, { ...administrators[name], username: normalUsername(administrators[name].username) }]),
  ) as Record<Administrator, AccountDraft>
  const issues = issuesOf(drafts, (draft) => accountIssues(draft, settings.passwordRules))
  if (issues.length > 0) throw new InputInvalid(issues)
  const hashes = Object.fromEntries(
    await Promise.all(NAMES.map(async (name) => [name, await passwordHash(drafts[name].password)] as const)),
  )
  await db.transaction().execute(async (trx) => {
    // Two who set up at once: the second finds it done.
    await sql`select pg_advisory_xact_lock(hashtext('yilian set-up'))`.execute(trx)
    if (await hasUsers(trx)) throw new Refused('SET_UP_DONE')
    const change = await beginChange(trx, { command: 'setUp', actor: { id: 'set-up', name: '初始设置' }, requestId: request.requestId })
    const validFrom = dayInChina(clock())
    for (const name of NAMES) {
      const userId = await insertAccount(trx, change, drafts[name], hashes[name]!, { mustChangePassword: name !== 'system' })
      const scope = { scopeKind: 'INSTALLATION', scopeId: WHOLE_INSTALLATION, workArea: null } as const
      await insertGrant(trx, change, { userId, role: ADMINISTRATORS[name], ...scope, reason: '初始设置', validFrom, validTo: null })
    }
    await finishChange(trx, change)
  })
  await record(parts, request, 'SET_UP', null)
  await answerStatus(parts, request, null)
}

async function requireCode(parts: SignInParts, request: AuthRequest, code: string): Promise<void> {
  const { db, clock, settings } = parts
  const now = clock()
  const freeAt = await takeAddress(db, request.client.address, now, settings)
  if (freeAt) throw new Refused('TOO_MANY', Math.ceil((freeAt.getTime() - now.getTime()) / 1000))
  const typed = code.toUpperCase().replaceAll(/[\s-]/g, '')
  if (!isSame(typed, (await setUpCode(parts)).replaceAll('-', ''))) throw new Refused('SET_UP_CODE')
}

/**
 * The code that lets somebody who is not at the machine set up: the same for all processes of an installation, of no use once it is set
 * up, and another one for another database.
 */
export async function setUpCode({ db, secrets }: Pick<SignInParts, 'db' | 'secrets'>): Promise<string> {
  const { rows } = await sql<{ began: string }>`select min(timestamp) as began from kysely_migration`.execute(db)
  return secrets.setUpCode(rows[0]?.began ?? '')
}

async function hasUsers(db: Db): Promise<boolean> {
  return (await db.selectFrom('userAccount').select('id').limit(1).executeTakeFirst()) !== undefined
}

function issuesOf(drafts: Readonly<Record<Administrator, AccountDraft>>, judge: (draft: AccountDraft) => Issue[]): Issue[] {
  return NAMES.flatMap((name, index) => {
    const { username } = drafts[name]
    const isTaken = NAMES.slice(0, index).some((other) => drafts[other].username === username)
    const taken = isTaken ? [issue('username', 'USERNAME_TAKEN', { username })] : []
    return issuesAt(`administrators.${name}`, [...judge(drafts[name]), ...taken])
  })
}
