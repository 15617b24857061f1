import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, expect, test, vi } from 'vitest'

import { totpCode } from './authenticator.ts'
import { PATIENCE, programs, ready } from './program.ts'
import { browser, type Browser } from './sign-in-server.ts'

vi.setConfig({ testTimeout: PATIENCE, hookTimeout: PATIENCE })

const start = programs()
const folder = await mkdtemp(path.join(tmpdir(), 'yilian-logs-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const [FIRST, SECOND, GIVEN, MISTYPED] = ['Wu-shui 2026-1', 'Yuan-shui 2026-2', 'You-shui 2026-3', 'Li-shui 2026-4']
const [PHONE, IDENTITY_NUMBER] = ['13600004321', '11010519491231002X']

async function command(page: Browser, name: string, input: object): Promise<void> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { __typename } }`
  const { json } = await page.post('/graphql', { query, variables: { input } })
  expect(json, JSON.stringify(json)).toMatchObject({ data: { [name]: { __typename: 'ChangeRecorded' } } })
}

test('no secret of a full run is in what the server writes, however much it is told to say', async () => {
  const program = start({ YILIAN_DATA_DIR: folder, LOG_LEVEL: 'trace' })
  const url = await ready(program)
  const secrets: string[] = [
    FIRST,
    SECOND,
    GIVEN,
    MISTYPED,
    PHONE,
    IDENTITY_NUMBER,
    (await readFile(path.join(folder, 'keys'), 'utf8')).trim(),
  ]

  // Set up, sign in wrongly and rightly, with a second factor.
  const page = browser(url)
  const administrators = {
    system: { username: 'zhou', name: '周某', password: FIRST },
    security: { username: 'wu.', name: '吴某', password: SECOND },
    audit: { username: 'zheng', name: '郑某', password: SECOND },
  }
  expect((await page.post('/auth/set-up', { administrators })).status).toBe(200)
  expect((await page.signIn('zhou', MISTYPED)).status).toBe(401)
  expect((await page.signIn(MISTYPED, FIRST)).status).toBe(401)
  expect((await page.signIn('zhou', FIRST)).json).toMatchObject({ state: 'SIGNED_IN' })
  const { json: enrolment } = await page.post('/auth/two-factor/enable', { password: FIRST })
  const code = totpCode(enrolment['totpURI'] as string)
  expect((await page.post('/auth/two-factor/verify-totp', { code })).json).toMatchObject({ state: 'SIGNED_IN' })
  secrets.push(new URL(enrolment['totpURI'] as string).searchParams.get('secret')!, ...(enrolment['backupCodes'] as string[]))

  // An account with personal data, revealed; a password given; a token made, used, and one that is none.
  const today = new Date().toISOString().slice(0, 10)
  await command(page, 'createUser', { username: 'ding', name: '丁某', phone: PHONE, identityNumber: IDENTITY_NUMBER, password: GIVEN })
  const found = await page.post('/graphql', { query: '{ user(username: "ding") { id } }' })
  const userId = String(found.json['data'].user.id)
  const reveal = 'mutation ($input: RevealPersonalDataInput!) { revealPersonalData(input: $input) { ... on Revealed { value } } }'
  const revealed = await page.post('/graphql', { query: reveal, variables: { input: { userId, field: 'PHONE', reason: '核对' } } })
  expect(revealed.json).toMatchObject({ data: { revealPersonalData: { value: PHONE } } })
  const make = 'mutation ($input: CreateTokenInput!) { createToken(input: $input) { ... on TokenCreated { secret } } }'
  const expiresOn = `${Number(today.slice(0, 4)) + 1}${today.slice(4, 8)}01`
  const made = await page.post('/graphql', { query: make, variables: { input: { name: '脚本', readOnly: true, expiresOn } } })
  const token = String(made.json['data'].createToken.secret)
  expect(token).toMatch(/^yln_/)
  const wrong = `yln_${'x'.repeat(43)}`
  for (const [given, status] of [
    [token, 200],
    [wrong, 401],
  ] as const)
    expect((await browser(url, { authorization: `Bearer ${given}` }).post('/graphql', { query: '{ today }' })).status).toBe(status)
  secrets.push(token.slice('yln_'.length), wrong.slice('yln_'.length), ...page.cookies.values(), page.csrfToken!)

  // A file, a request that fails, and the end.
  await page.get('/files/export/audit.csv')
  await page.post('/graphql', { query: '{ nothing }' })
  program.child.kill('SIGTERM')
  expect(await program.ended).toBe(0)

  const written = program.output.out + program.output.err + (await readFile(path.join(folder, 'postgres.log'), 'utf8'))
  expect(written).toContain('"path":"/auth/sign-in/username"')
  expect(secrets.filter((secret) => secret.length < 6)).toEqual([])
  expect(secrets.filter((secret) => written.includes(secret) || written.includes(encodeURIComponent(secret)))).toEqual([])
})
