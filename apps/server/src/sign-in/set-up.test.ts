import { testDatabase } from '@yilian/testing/test-database.ts'
import { beforeEach, expect, test } from 'vitest'

import { PASSWORD, signInServer } from '../../test/sign-in-server.ts'
import { newKey, parseKeys } from '../keys/keys.ts'

// Accounts and grants stay for good: each test begins with a database of its own.
let database = await testDatabase()
beforeEach(async () => {
  database = await testDatabase()
})
const keys = parseKeys(newKey(), 'test')
const server = () => signInServer(database, { keys, settings: { addressFailures: 5 } })

const administrators = {
  system: { username: 'Zhou', name: '周某', password: PASSWORD },
  security: { username: 'wu.', name: '吴某', password: 'Wu-jiang 2026-1' },
  audit: { username: 'zheng', name: '郑某', password: 'Yuan-shui 2026-1' },
}
const elsewhere = { 'x-forwarded-for': '203.0.113.9' }

test('at the machine the three administrators are made, once; two of them change what they were given', async () => {
  const { browser } = await server()
  const page = browser()
  expect((await page.get('/auth/status')).json).toMatchObject({ state: 'SET_UP', setUpNeedsCode: false })
  expect((await page.post('/auth/set-up', { administrators })).json).toMatchObject({ state: 'SIGNED_OUT' })
  const roles = await database.db
    .selectFrom('userAccount')
    .innerJoin('roleGrant', 'roleGrant.userId', 'userAccount.id')
    .select(['username', 'name', 'role', 'scopeKind', 'mustChangePassword'])
    .orderBy('username')
    .execute()
  expect(roles).toEqual([
    { username: 'wu.', name: '吴某', role: 'SECURITY_ADMINISTRATOR', scopeKind: 'INSTALLATION', mustChangePassword: true },
    { username: 'zheng', name: '郑某', role: 'AUDIT_ADMINISTRATOR', scopeKind: 'INSTALLATION', mustChangePassword: true },
    { username: 'zhou', name: '周某', role: 'SYSTEM_ADMINISTRATOR', scopeKind: 'INSTALLATION', mustChangePassword: false },
  ])
  expect((await browser().signIn('zhou')).json['state']).toBe('SIGNED_IN')
  expect((await browser().signIn('wu.', 'Wu-jiang 2026-1')).json['state']).toBe('MUST_CHANGE_PASSWORD')
  expect(await page.post('/auth/set-up', { administrators })).toMatchObject({ status: 409, json: { code: 'SET_UP_DONE' } })
})

test('two who set up at once: one does, the other is told', async () => {
  const { browser } = await server()
  const answers = await Promise.all([
    browser().post('/auth/set-up', { administrators }),
    browser().post('/auth/set-up', { administrators }),
  ])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
  expect(await database.db.selectFrom('userAccount').select('id').execute()).toHaveLength(3)
})

test.each([
  ['another machine behind a proxy', elsewhere],
  ['a page of another name for this machine', { host: 'evil.example:4000' }],
])('%s needs the code that the server printed', async (_, headers) => {
  const one = await server()
  const page = one.browser(headers)
  expect((await page.get('/auth/status')).json).toMatchObject({ state: 'SET_UP', setUpNeedsCode: true })
  for (const code of [undefined, '', 'AAAA-BBBB-CCCC'])
    expect(await page.post('/auth/set-up', { code, administrators })).toMatchObject({ status: 403, json: { code: 'SET_UP_CODE' } })
  const code = await (await server()).setUpCode()
  expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/)
  expect((await page.post('/auth/set-up', { code: code?.toLowerCase(), administrators })).status).toBe(200)
  expect(await one.setUpCode()).toBeNull()
})

test('the code cannot be tried out', async () => {
  const { browser, setUpCode } = await server()
  for (let round = 0; round < 5; round++) await browser(elsewhere).post('/auth/set-up', { code: `AAAA-BBBB-CCC${round}`, administrators })
  expect(await browser(elsewhere).post('/auth/set-up', { code: await setUpCode(), administrators })).toMatchObject({ status: 429 })
})

test('another installation has another code', async () => {
  const other = await signInServer(database, { keys: parseKeys(newKey(), 'test') })
  expect(await other.setUpCode()).not.toBe(await (await server()).setUpCode())
})

test('what is wrong is told where it is, and nobody is made', async () => {
  const { browser } = await server()
  const answer = await browser().post('/auth/set-up', {
    administrators: {
      system: { username: 'Zhou', name: ' ', password: 'zhou' },
      security: { username: 'zhou', name: '吴某', password: PASSWORD },
      audit: { username: '', name: '郑某', password: PASSWORD },
    },
  })
  expect(answer.status).toBe(422)
  expect(answer.json['issues'].map(({ path, code }: { path: string; code: string }) => `${path} ${code}`)).toEqual([
    'administrators.system.name REQUIRED',
    'administrators.system.password PASSWORD_TOO_SHORT',
    'administrators.system.password PASSWORD_TOO_PLAIN',
    'administrators.system.password PASSWORD_HAS_USERNAME',
    'administrators.security.username USERNAME_TAKEN',
    'administrators.audit.username REQUIRED',
  ])
  expect(await database.db.selectFrom('userAccount').select('id').execute()).toEqual([])
})
