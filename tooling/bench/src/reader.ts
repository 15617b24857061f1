import { beginChange, finishChange } from '@yilian/database/changes.ts'
import type { Db } from '@yilian/database/db.ts'
import { newKey } from '@yilian/server/keys/keys.ts'
import { insertAccount, insertGrant, passwordHash, type GrantDraft } from '@yilian/server/sign-in/accounts.ts'

/** The keys of the server that is measured. */
export const BENCH_KEYS = newKey()

const USERNAME = 'bench'
const SINCE = '2000-01-01' as GrantDraft['validFrom']
const PASSWORD = 'Bench-reader 2026'

/** The account that reads while it is measured, an analyst of every county; made once. */
export async function addReader(db: Db): Promise<void> {
  if (await db.selectFrom('userAccount').select('id').where('username', '=', USERNAME).executeTakeFirst()) return
  const counties = await db.selectFrom('institution').select('countyCode').distinct().orderBy('countyCode').execute()
  const hash = await passwordHash(PASSWORD)
  await db.transaction().execute(async (trx) => {
    const change = await beginChange(trx, { command: 'createUser', actor: { id: USERNAME, name: USERNAME } })
    const userId = await insertAccount(trx, change, { username: USERNAME, name: USERNAME }, hash, { mustChangePassword: false })
    for (const { countyCode } of counties) {
      const over = { role: 'ANALYST', scopeKind: 'COUNTY', scopeId: countyCode, workArea: null } as const
      await insertGrant(trx, change, { userId, ...over, reason: USERNAME, validFrom: SINCE, validTo: null })
    }
    await finishChange(trx, change)
  })
}

/** Signs in at the server that is measured; answers what its requests carry. */
export async function signInReader(origin: string): Promise<Record<string, string>> {
  const answer = await fetch(`${origin}/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: USERNAME, password: PASSWORD }),
  })
  const { csrfToken } = (await answer.json()) as { csrfToken?: string }
  const cookie = answer.headers.getSetCookie()[0]?.split(';', 1)[0]
  if (!csrfToken || !cookie) throw new Error(`the account for measuring cannot sign in: ${answer.status}`)
  return { cookie, 'x-csrf-token': csrfToken }
}
