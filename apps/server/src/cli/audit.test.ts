import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

import { sql } from 'kysely'
import { auditHead } from '@yilian/database/audit-verify.ts'
import { testDatabase } from '@yilian/testing/test-database.ts'
import { expect, test, vi } from 'vitest'

// Whole programs are started here; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 120_000 })

const YILIAN = fileURLToPath(new URL('yilian.ts', import.meta.url))
const { db, owner, url } = await testDatabase()

async function audit(words: string, environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, [YILIAN, 'audit', ...words.split(' ')], {
    env: { PATH: process.env['PATH'], DATABASE_URL: url, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [[code], out, err] = await Promise.all([once(child, 'close') as Promise<[number | null]>, text(child.stdout), text(child.stderr)])
  return { code, out, err }
}

test('verify says the head, and the head that was noted is looked for', async () => {
  await db.insertInto('department').values({ countyCode: '431221', name: '医政股' }).execute()
  const head = (await auditHead(db))!
  const noted = `${head.number}:${head.hash}`
  expect(await audit('verify')).toEqual({ code: 0, out: expect.stringContaining(`; head ${noted}\n`), err: '' })
  expect((await audit(`verify --head ${noted}`)).code).toBe(0)
  expect(await db.selectFrom('auditEntry').select('actorId').where('kind', '=', 'VERIFIED').execute()).toEqual([
    { actorId: 'command-line' },
    { actorId: 'command-line' },
  ])
  const other = `${head.number}:${'0'.repeat(64)}`
  expect(await audit(`verify --head ${other}`)).toMatchObject({
    code: 1,
    err: expect.stringMatching(new RegExp(`^没有所记下的第 ${head.number} 号区块.* The noted block ${head.number} is not there.*\n$`)),
  })
  expect((await audit('verify --head 12')).err).toMatch(/^12 is no head: /)
})

test('a row changed behind the back is one line with table and key, and the exit code 1', async () => {
  const { id } = await db.selectFrom('department').select('id').executeTakeFirstOrThrow()
  await owner.transaction().execute(async (trx) => {
    await sql`alter table department disable trigger audit_update`.execute(trx)
    await sql`update department set name = '改' where id = ${id}`.execute(trx)
    await sql`alter table department enable always trigger audit_update`.execute(trx)
  })
  expect(await audit('verify')).toMatchObject({
    code: 1,
    err: `股室 中的 ${id} 被绕过审计改动。 The row ${id} of Department was changed past the audit.\n`,
  })
  await sql`update department set name = '另改' where id = ${id}`.execute(owner)
  expect(await audit('verify')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/\nMade outside the application: 1 changes, the last on \S+ by \S+ in department\.\n$/),
  })
})

test('prune keeps six months, and everything while it is not told otherwise', async () => {
  expect((await audit('prune')).err).toMatch(/^All entries are kept: /)
  expect((await audit('prune', { AUDIT_KEEP_DAYS: '30' })).err).toMatch(/^AUDIT_KEEP_DAYS is "30", but must be /)
  expect((await audit('prune --before 2999-01-01')).err).toBe('Entries are kept for 183 days at least.\n')
  expect(await audit('prune', { AUDIT_KEEP_DAYS: '183' })).toEqual({ code: 0, out: 'Nothing is old enough.\n', err: '' })
})
