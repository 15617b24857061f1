import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { postmaster } from '@yilian/database/embedded-postmaster.ts'
import { testDatabase } from '@yilian/testing/test-database.ts'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

import { PATIENCE, programs, ready } from '../test/program.ts'
import { newKey } from './keys/keys.ts'

vi.setConfig({ testTimeout: PATIENCE, hookTimeout: PATIENCE })

const database = await testDatabase({ migrated: false })
const YILIAN_KEYS = newKey()

let folder: string
const start = programs()

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'yilian-main-'))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

async function failure(environment: Record<string, string>): Promise<{ code: number | null; err: string }> {
  const { ended, output } = start(environment)
  return { code: await ended, err: output.err }
}

test('without DATABASE_URL it starts its own PostgreSQL, serves, and Ctrl-C stops both', async () => {
  const home = path.join(folder, 'data')
  const program = start({ YILIAN_DATA_DIR: home })
  const url = await ready(program)
  expect((await fetch(`${url}/ready`)).status).toBe(200)
  // Nobody can sign in yet: the code for setting up from elsewhere is told, and is good.
  const [, code] = /"setUpCode":"([A-Z2-9-]{14})"/.exec(program.output.out) ?? []
  const status = await fetch(`${url}/auth/status`, { headers: { 'x-forwarded-for': '203.0.113.9' } })
  expect(await status.json()).toMatchObject({ state: 'SET_UP', setUpNeedsCode: true })
  const account = (username: string) => ({ username, name: '某', password: 'Xiang-xi 431221' })
  const administrators = { system: account('zhou'), security: account('wujun'), audit: account('zheng') }
  const setUp = await fetch(`${url}/auth/set-up`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': '203.0.113.9' },
    body: JSON.stringify({ code, administrators }),
  })
  expect(setUp.status).toBe(200)
  expect(program.output.out + program.output.err).not.toContain('Xiang-xi')
  expect(await postmaster(path.join(home, 'postgres'))).not.toBeNull()
  // As a package runner does: the terminal's signal, and its own right behind it.
  program.child.kill('SIGINT')
  program.child.kill('SIGINT')
  expect(await program.ended).toBe(0)
  expect(await postmaster(path.join(home, 'postgres'))).toBeNull()
  await expect(fetch(`${url}/ready`)).rejects.toThrow()
})

test('--demo loads the demonstration counties into an empty database, once', async () => {
  const home = path.join(folder, 'demo')
  const counts: unknown[] = []
  for (const _ of ['first start', 'second start']) {
    const program = start({ YILIAN_DATA_DIR: home }, ['--demo'])
    const url = await ready(program)
    const post = (path: string, body: object, headers = {}) =>
      fetch(url + path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })
    const signedIn = await post('/auth/sign-in/username', { username: 'alliance', password: 'Yl-demo-2026' })
    const { csrfToken } = (await signedIn.json()) as { csrfToken: string }
    const cookie = signedIn.headers.getSetCookie()[0]?.split(';', 1)[0] ?? ''
    const query = '{ institutions { totalCount } alliances { totalCount } }'
    counts.push(await (await post('/graphql', { query }, { cookie, 'x-csrf-token': csrfToken })).text())
    expect(program.output.out).toContain(`请在浏览器中打开 ${url}/`)
    expect(program.output.out).toMatch(/^ {2}alliance +Yl-demo-2026 .* Bureau operator, Zhongfang, Alliances$/m)
    program.child.kill('SIGINT')
    expect(await program.ended).toBe(0)
  }
  expect(counts[0]).toMatch(/"institutions":\{"totalCount":[1-9].*"alliances":\{"totalCount":[1-9]/)
  expect(counts[1]).toEqual(counts[0])
})

test('in production it does not serve the accounts of the demonstration, unless it is told to', async () => {
  const program = start({ YILIAN_DATA_DIR: path.join(folder, 'demo'), NODE_ENV: 'production' })
  expect(await program.ended).toBe(1)
  expect(program.output.err).toMatch(
    /^This database has active accounts of the demonstration.*: disable them with pnpm yilian user disable --demonstration, or start with --demo\.\n$/,
  )
})

test('stopped while it makes its database, it ends, leaves nothing running, and the next start works', async () => {
  const home = path.join(folder, 'interrupted')
  const program = start({ YILIAN_DATA_DIR: home })
  await expect.poll(() => program.output.out, { timeout: PATIENCE }).toContain('Creating a PostgreSQL database')
  program.child.kill('SIGINT')
  expect(await program.ended).toBe(0)
  await expect.poll(() => postmaster(path.join(home, 'postgres')), { timeout: PATIENCE }).toBeNull()
  const next = start({ YILIAN_DATA_DIR: home })
  await ready(next)
  next.child.kill('SIGINT')
  expect(await next.ended).toBe(0)
})

test('with DATABASE_URL it migrates that one, logs no password, and a supervisor can stop it', async () => {
  const program = start({
    YILIAN_KEYS,
    DATABASE_URL: database.url.includes('password')
      ? database.url
      : `${database.url}${database.url.includes('?') ? '&' : '?'}password=hush`,
  })
  const url = await ready(program)
  expect(await (await fetch(`${url}/ready`)).json()).toEqual({ status: 'ready' })
  program.child.kill('SIGTERM')
  expect(await program.ended).toBe(0)
  expect(program.output.out + program.output.err).not.toContain('hush')
  expect(program.output.out + program.output.err).not.toContain(YILIAN_KEYS.split(':')[1])
})

test('with DATABASE_URL and without keys it says how to make one', async () => {
  const { code, err } = await failure({ DATABASE_URL: database.url })
  expect({ code, err }).toEqual({
    code: 1,
    err: expect.stringMatching(/^With DATABASE_URL, YILIAN_KEYS must hold .* pnpm yilian keys new, .*\n$/),
  })
})

test('a second Ctrl-C does not wait for a request that does not end', async () => {
  const program = start({ DATABASE_URL: database.url, YILIAN_KEYS })
  const { hostname, port } = new URL(await ready(program))
  const socket = connect(Number(port), hostname)
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  await new Promise((resolve) => socket.write('GET /health HTTP/1.1\r\n', resolve))
  const pressing = setInterval(() => program.child.kill('SIGINT'), 100)
  const code = await program.ended
  clearInterval(pressing)
  socket.destroy()
  expect(code).toBe(130)
})

test('a port in use is named with the remedy', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const address = other.address()
  const port = typeof address === 'object' && address ? address.port : 0
  expect(await failure({ PORT: String(port) })).toEqual({
    code: 1,
    err: `Port ${port} is in use by another program: stop that one, or set PORT to another number.\n`,
  })
  other.close()
})

test('an address that is not this machine is named with the remedy', async () => {
  const { code, err } = await failure({ HOST: '203.0.113.7' })
  expect({ code, err }).toEqual({
    code: 1,
    err: '203.0.113.7 is not an address of this machine: set HOST to one, such as 127.0.0.1 or 0.0.0.0.\n',
  })
})

test('a database that cannot be reached is one line with the remedy and without the password', async () => {
  const { code, err } = await failure({ DATABASE_URL: 'postgresql://county:hush@127.0.0.1:1/yilian' })
  expect({ code, err }).toEqual({
    code: 1,
    err: 'The database at 127.0.0.1:1 cannot be used: nothing answers there. Check DATABASE_URL and that the server runs.\n',
  })
})

test('a data folder that cannot be used is one line with the remedy', async () => {
  const file = path.join(folder, 'file')
  await writeFile(file, '')
  const { code, err } = await failure({ YILIAN_DATA_DIR: path.join(file, 'data') })
  expect(code).toBe(1)
  expect(err).toMatch(
    /^The data folder .*\/file\/data cannot be used \(ENOTDIR\): make it writable .* set YILIAN_DATA_DIR to another folder\.\n$/,
  )
})

test('wrong variables are one line each', async () => {
  const { code, err } = await failure({ PORT: 'http', LOG_LEVEL: 'loud' })
  expect(code).toBe(1)
  expect(err.split('\n')).toEqual([
    expect.stringMatching(/^PORT is "http", but must be/),
    expect.stringMatching(/^LOG_LEVEL is "loud", but must be/),
    '',
  ])
})
