import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

import { postmaster } from '@yilian/database/embedded-postmaster.ts'
import { migrate } from '@yilian/database/migrate.ts'
import { openDatabase } from '@yilian/database/open-database.ts'
import { testDatabase } from '@yilian/testing/test-database.ts'
import { afterAll, expect, test, vi } from 'vitest'

import { PASSWORD, signInServer } from '../../test/sign-in-server.ts'
import { newKey, parseKeys } from '../keys/keys.ts'
import { personalValue, setPersonal } from '../personal-data/personal-data.queries.ts'
import { addDemonstrationAccounts, hasActiveDemonstration } from '../sign-in/demonstration.ts'
import { loadDemo } from '@yilian/demo-data/load.ts'

// Whole programs are started here; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 120_000 })

const YILIAN = fileURLToPath(new URL('yilian.ts', import.meta.url))
const database = await testDatabase()
const { db } = database
const folder = await mkdtemp(path.join(tmpdir(), 'yilian-cli-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

interface Result {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs `yilian` with these words; what is piped in is the password. */
async function yilian(
  words: string,
  { piped = '', environment = {} }: { piped?: string; environment?: Record<string, string> } = {},
): Promise<Result> {
  const child = spawn(process.execPath, [YILIAN, ...words.split(' ')], {
    env: { PATH: process.env['PATH'], DATABASE_URL: database.url, ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  // One that ends without reading is no fault.
  child.stdin.on('error', () => undefined)
  child.stdin.end(piped)
  const [[code], out, err] = await Promise.all([once(child, 'close') as Promise<[number | null]>, text(child.stdout), text(child.stderr)])
  return { code, out, err }
}

test('an account is added with a piped password, gets a role, is shown, locked, unlocked, reset, disabled and enabled', async () => {
  expect(await yilian('user create Zhou --name 周某', { piped: `${PASSWORD}\n` })).toEqual({
    code: 0,
    out: 'zhou may sign in and must change the password first. Grant a role with: pnpm yilian user grant zhou …\n',
    err: '',
  })
  expect((await yilian('user grant zhou system-administrator --reason 首次设置 --from 2026-01-01')).out).toBe(
    'zhou is 系统管理员 (SYSTEM_ADMINISTRATOR) from 2026-01-01.\n',
  )
  const server = await signInServer(database)
  expect((await server.browser().signIn('zhou')).json['state']).toBe('MUST_CHANGE_PASSWORD')
  for (let round = 0; round < 5; round++) await server.browser().signIn('zhou', 'Wrong-guess 1')
  expect((await yilian('user list')).out).toMatch(/^zhou +周某 {2}ACTIVE LOCKED {2}\d{4}-\d\d-\d\d \d\d:\d\d {2}SYSTEM_ADMINISTRATOR\n$/)
  expect((await yilian('user unlock zhou')).out).toBe('zhou may try again.\n')
  const signedIn = server.browser()
  await signedIn.signIn('zhou')
  expect((await yilian('user reset-password zhou', { piped: 'Yuan-jiang 2026' })).code).toBe(0)
  expect((await signedIn.get('/auth/status')).json['state']).toBe('SIGNED_OUT')
  expect((await server.browser().signIn('zhou', 'Yuan-jiang 2026')).json['state']).toBe('MUST_CHANGE_PASSWORD')
  expect((await yilian('user disable zhou')).out).toBe('Disabled: zhou.\n')
  expect((await server.browser().signIn('zhou', 'Yuan-jiang 2026')).json['code']).toBe('DISABLED')
  expect((await yilian('user enable zhou')).code).toBe(0)
  expect((await server.browser().signIn('zhou', 'Yuan-jiang 2026')).status).toBe(200)
  const changes = await db.selectFrom('change').select('command').where('actorId', '=', 'command-line').orderBy('id').execute()
  expect(changes.map(({ command }) => command)).toEqual([
    'createUser',
    'grantRole',
    'unlockUser',
    'resetPassword',
    'disableUser',
    'enableUser',
  ])
})

test('a grant may be over a county, a department or an institution, and is judged by the same rules', async () => {
  await yilian('user create lina --name 李某 --no-change', { piped: PASSWORD })
  await db.insertInto('department').values({ countyCode: '431221', name: '体改股' }).execute()
  expect((await yilian('user grant lina LEADER --county 431221 --reason 分管')).code).toBe(0)
  expect(
    (
      await yilian(
        'user grant lina BUREAU_OPERATOR --county 431221 --department 体改股 --work-area alliance --reason 经办 --until 2099-12-31',
      )
    ).out,
  ).toMatch(/ to 2099-12-31\.\n$/)
  expect((await yilian('user list')).out).toMatch(/^lina .* BUREAU_OPERATOR\/ALLIANCE\/[0-9a-f-]{36} LEADER\/431221$/m)
  for (const [words, line] of [
    ['user grant lina LEADER --county 431221 --reason 再', /^role: 该用户自 .* The user already has this grant/],
    ['user grant lina AUDIT_ADMINISTRATOR --reason 兼', /^role: .*不能同时担任/],
    ['user grant lina KING --reason x', /^KING is no role: write one of SYSTEM_ADMINISTRATOR, /],
    ['user grant lina LEADER --county 43 --reason x', /^43 is no county/],
    ['user grant lina REPORTER --institution 431221-9999 --reason x', /^There is no institution with the code 431221-9999\.$/m],
    ['user grant lina LEADER --county 431221 --institution x --reason x', /^Name one of --county/],
    ['user grant lina LEADER --department 体改股 --reason x', /^Say with --county whose department it is\.$/m],
    ['user grant lina LEADER --county 431221 --from soon --reason x', /^soon is no day/],
    ['user grant nobody LEADER --county 431221 --reason x', /^There is no user nobody: /],
  ] as const) {
    const { code, err } = await yilian(words)
    expect({ words, code, err }).toEqual({ words, code: 1, err: expect.stringMatching(line) })
  }
})

test('what is wrong is one line, and a password is nowhere in it', async () => {
  await yilian('user create wang --name 王某', { piped: PASSWORD })
  expect(await yilian('user create wang --name 王某', { piped: PASSWORD })).toEqual({
    code: 1,
    out: '',
    err: 'username: 用户名“wang”已被使用，请另选。 The user name “wang” is taken. Choose another one.\n',
  })
  const weak = await yilian('user create chen --name 陈某', { piped: 'hush12' })
  expect(weak.err.split('\n')).toEqual([
    expect.stringContaining('password: 密码至少 10 位'),
    expect.stringContaining('password: 密码须含'),
    '',
  ])
  expect(weak.err).not.toContain('hush12')
  expect((await yilian('user reset-password wang', { piped: PASSWORD })).err).toMatch(/^password: 新密码不能与原密码相同/)
  expect((await yilian('user create zhao --name 赵某')).err).toBe('There is no password: type it, or pipe it in.\n')
  expect((await yilian('user create zhao --name 赵某 --password x')).err).toBe("error: unknown option '--password'\n")
  expect((await yilian('user disable')).err).toBe('Name one user, or say --demonstration.\n')
  const away = { environment: { DATABASE_URL: 'postgresql://county:hush@127.0.0.1:1/yilian' } }
  expect((await yilian('user list', away)).err).toBe(
    'The database at 127.0.0.1:1 cannot be used: nothing answers there. Check DATABASE_URL and that the server runs.\n',
  )
})

test('a database that no server has prepared is not touched', async () => {
  const bare = await testDatabase({ migrated: false })
  expect((await yilian('user list', { environment: { DATABASE_URL: bare.url } })).err).toBe(
    'The database is not up to date: start the server once, then try again.\n',
  )
})

test('the accounts of the demonstration are disabled together', async () => {
  const demo = await testDatabase()
  await loadDemo(demo.owner, () => undefined)
  await addDemonstrationAccounts(demo.db)
  const { out } = await yilian('user disable --demonstration', { environment: { DATABASE_URL: demo.url } })
  expect(out).toMatch(/^Disabled: .*\balliance\b.*\.\n$/)
  expect(await hasActiveDemonstration(demo.db)).toBe(false)
})

test('a new key is one that the server takes', async () => {
  const { out } = await yilian('keys new')
  expect(out).toMatch(/^k[0-9a-f]{8}:[\w-]{43}\n$/)
})

test('what older keys encrypted is encrypted with the current one, and the older ones are needed no more', async () => {
  const [older, current] = [newKey(), newKey()]
  const { id } = await db.selectFrom('userAccount').select('id').limit(1).executeTakeFirstOrThrow()
  await setPersonal(db, parseKeys(older, 'test'), { of: 'USER', id }, { PHONE: '13800138000', IDENTITY_NUMBER: undefined })
  const rotate = (keys: string) => yilian('keys rotate', { environment: { YILIAN_KEYS: keys } })
  expect((await rotate(current)).err).toMatch(/^The key k\w{8} is needed and not here/)
  const { code, out, err } = await rotate(`${current},${older}`)
  expect([code, err]).toEqual([0, ''])
  expect(out).toContain(`Encrypted with the key ${current.split(':')[0]}: personal data of 1 users, second factors of 0.\n`)
  expect(out).toContain(`Nothing needs ${older.split(':')[0]} any more.`)
  expect(await personalValue(db, parseKeys(current, 'test'), 'PHONE', { of: 'USER', id })).toBe('13800138000')
  expect((await rotate(current)).out).toContain('personal data of 0 users')
})

test('the embedded database is used while a server has it, and else started and stopped again', async () => {
  const environment = { DATABASE_URL: '', YILIAN_DATA_DIR: path.join(folder, 'data') }
  const embedded = await openDatabase({ dataDirectory: environment.YILIAN_DATA_DIR, durable: false })
  await migrate(embedded.owner)
  expect((await yilian('user create sun --name 孙某', { piped: PASSWORD, environment })).code).toBe(0)
  expect(await embedded.db.selectFrom('userAccount').select('username').execute()).toEqual([{ username: 'sun' }])
  await embedded.close()
  const cluster = path.join(environment.YILIAN_DATA_DIR, 'postgres')
  expect(await postmaster(cluster)).toBeNull()
  expect((await yilian('user list', { environment })).out).toMatch(/^sun /)
  expect(await postmaster(cluster)).toBeNull()
  expect(await readdir(environment.YILIAN_DATA_DIR)).not.toContain('keys')
})
