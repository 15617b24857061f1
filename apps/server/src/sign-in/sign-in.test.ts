import { testDatabase } from '@yilian/testing/test-database.ts'
import { beforeEach, expect, test } from 'vitest'

import { newKey, parseKeys } from '../keys/keys.ts'
import { addAccount, PASSWORD, signInServer } from '../../test/sign-in-server.ts'
import { endSessionsOf } from './sessions.queries.ts'

const database = await testDatabase()
const { db } = database
const keys = parseKeys(newKey(), 'test')
const server = await signInServer(database, {
  keys,
  settings: { addressFailures: 10_000 },
  usernameOfPhone: async (phone) => (phone === '13800000000' ? 'phone-owner' : null),
})

let count = 0
let username: string
let userId: string
beforeEach(async () => {
  username = `user${++count}`
  userId = await addAccount(db, username)
})

const wrong = 'Wrong-guess 431221'

test('the right password signs in; the cookie is out of reach of scripts, and its value is answered nowhere', async () => {
  const browser = server.browser()
  const answer = await browser.signIn(` ${username.toUpperCase()} `)
  expect(answer).toMatchObject({ status: 200, json: { state: 'SIGNED_IN', user: { id: userId, username, name: `姓名${username}` } } })
  expect(answer.headers['set-cookie']).toEqual([
    expect.stringMatching(/^yilian\.session_token=[^;]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/),
  ])
  const [token = ''] = decodeURIComponent(browser.cookies.get('yilian.session_token') ?? '').split('.')
  expect(token).toHaveLength(32)
  expect(answer.text).not.toContain(token)
  expect(server.logged()).not.toContain(token)
  expect(server.logged()).not.toContain(PASSWORD)
  expect((await browser.get('/auth/status')).json).toMatchObject({ state: 'SIGNED_IN', user: { id: userId }, csrfToken: browser.csrfToken })
  const row = await db.selectFrom('userAccount').selectAll().where('id', '=', userId).executeTakeFirstOrThrow()
  expect(row).toMatchObject({ failedSignIns: 0, lockedUntil: null, lastSignInAt: expect.stringContaining('T') })
})

test('a phone number does instead of the user name', async () => {
  const owner = await addAccount(db, 'phone-owner')
  expect((await server.browser().signIn('+86 138-0000-0000')).json).toMatchObject({ state: 'SIGNED_IN', user: { id: owner } })
  expect((await server.browser().signIn('13900000000')).json['code']).toBe('WRONG_CREDENTIALS')
})

test('a wrong password and an unknown user are told the same, up to the lock and through it', async () => {
  const answers = { known: [] as string[], unknown: [] as string[] }
  for (const [kind, name] of [['known', username] as const, ['unknown', `nobody-${username}`] as const]) {
    for (let round = 0; round < 7; round++) {
      const { status, text, headers } = await server.browser().signIn(name, wrong)
      answers[kind].push(`${status} ${text.replace(/"retryAfterSeconds":\d+/, '')} ${Object.keys(headers).join()}`)
    }
  }
  expect(answers.unknown).toEqual(answers.known)
  expect(answers.known[0]).toMatch(/^401 \{"code":"WRONG_CREDENTIALS","message":\{"zh":"用户名或密码不正确。","en":"The user name/)
  expect(answers.known.map((answer) => answer.slice(0, 3))).toEqual(['401', '401', '401', '401', '423', '423', '423'])
})

test('a user without a password, as programs are, is told the same too', async () => {
  await db
    .insertInto('userAccount')
    .values({ username: `svc${username}`, name: '接口', kind: 'SERVICE' })
    .execute()
  expect((await server.browser().signIn(`svc${username}`, wrong)).json['code']).toBe('WRONG_CREDENTIALS')
})

test.each(['', ' ', '张伟', "' or 1=1 --", 'a'.repeat(200)])('the user name %j is unknown like any other', async (name) => {
  expect((await server.browser().signIn(name, wrong)).json['code']).toBe('WRONG_CREDENTIALS')
})

test.each([{ username: 1, password: 'x' }, { username: 'x' }, [], 'x'])('%j is no sign-in', async (body) => {
  expect((await server.browser().post('/auth/sign-in/username', body)).json['code']).toBe('BAD_REQUEST')
})

test('a password too long to be one is wrong, and a body too long is not read', async () => {
  expect((await server.browser().signIn(username, 'x'.repeat(200))).json['code']).toBe('WRONG_CREDENTIALS')
  expect((await server.browser().signIn(username, 'x'.repeat(20_000))).status).toBe(413)
})

test('five failures lock the account for ten minutes, the right password too; what was before the lock is forgotten with it', async () => {
  for (let round = 0; round < 4; round++) await server.browser().signIn(username, wrong)
  expect((await server.browser().signIn(username, wrong)).json).toMatchObject({ code: 'LOCKED', retryAfterSeconds: 600 })
  server.later(599)
  const locked = await server.browser().signIn(username)
  expect(locked).toMatchObject({ status: 423, json: { code: 'LOCKED' } })
  expect(Number(locked.headers['retry-after'])).toBe(locked.json['retryAfterSeconds'])
  server.later(2)
  for (let round = 0; round < 4; round++) expect((await server.browser().signIn(username, wrong)).status).toBe(401)
  expect((await server.browser().signIn(username)).status).toBe(200)
})

test('many tries at once are no more tries than the limit', async () => {
  const answers = await Promise.all(Array.from({ length: 12 }, () => server.browser().signIn(username, wrong)))
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(4)
  expect(answers.filter(({ status }) => status === 423)).toHaveLength(8)
})

test('a success forgets the failures before it', async () => {
  for (let round = 0; round < 4; round++) await server.browser().signIn(username, wrong)
  expect((await server.browser().signIn(username)).status).toBe(200)
  for (let round = 0; round < 4; round++) expect((await server.browser().signIn(username, wrong)).status).toBe(401)
})

test('another process of the installation knows of the lock, and of the session', async () => {
  const other = await signInServer(database, { keys })
  for (let round = 0; round < 5; round++) await server.browser().signIn(username, wrong)
  expect((await other.browser().signIn(username)).json['code']).toBe('LOCKED')
  const fresh = await addAccount(db, `${username}-b`)
  const browser = server.browser()
  await browser.signIn(`${username}-b`)
  const elsewhere = other.browser()
  for (const [name, value] of browser.cookies) elsewhere.cookies.set(name, value)
  expect((await elsewhere.get('/auth/status')).json).toMatchObject({
    state: 'SIGNED_IN',
    user: { id: fresh },
    csrfToken: browser.csrfToken,
  })
})

test('a disabled user is told so once the password is right, and their sessions are worth nothing', async () => {
  const browser = server.browser()
  await browser.signIn(username)
  await db.updateTable('userAccount').set({ status: 'DISABLED' }).where('id', '=', userId).execute()
  expect((await browser.get('/auth/status')).json).toMatchObject({ state: 'SIGNED_OUT', user: null })
  expect((await browser.post('/graphql', { query: '{ today }' })).status).toBe(401)
  expect((await server.browser().signIn(username, wrong)).json['code']).toBe('WRONG_CREDENTIALS')
  const answer = await server.browser().signIn(username)
  expect(answer).toMatchObject({ status: 403, json: { code: 'DISABLED' } })
  expect(answer.headers['set-cookie']).toBeUndefined()
})

test('whoever disables an account or resets its password ends its sessions', async () => {
  const [one, other] = [server.browser(), server.browser()]
  await one.signIn(username)
  await other.signIn(username)
  const listed = (await one.get('/auth/sessions')).list
  expect(await endSessionsOf(db, userId, listed.find(({ current }) => current)?.['id'])).toBe(1)
  expect((await one.get('/auth/status')).json['state']).toBe('SIGNED_IN')
  expect((await other.get('/auth/status')).json['state']).toBe('SIGNED_OUT')
  expect(await endSessionsOf(db, userId)).toBe(1)
  expect((await one.get('/auth/status')).json['state']).toBe('SIGNED_OUT')
})

test('signing in anew ends the session this browser had', async () => {
  const browser = server.browser()
  await browser.signIn(username)
  const before = server.browser()
  for (const [name, value] of browser.cookies) before.cookies.set(name, value)
  await browser.signIn(username)
  expect((await before.get('/auth/status')).json['state']).toBe('SIGNED_OUT')
  expect((await browser.get('/auth/status')).json['state']).toBe('SIGNED_IN')
})
