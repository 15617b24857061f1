import { testDatabase } from '@yilian/testing/test-database.ts'
import { beforeEach, expect, test } from 'vitest'

import { addAccount, PASSWORD, signInServer, type Browser } from '../../test/sign-in-server.ts'
import { isPasswordOf, passwordHash, resetPasswordTo } from './accounts.ts'

const database = await testDatabase()
const { db } = database
const server = await signInServer(database, { settings: { addressFailures: 10_000 } })
const NEW = 'Yuan-jiang 2026'

let count = 0
let username: string
let userId: string
let browser: Browser
beforeEach(async () => {
  username = `user${++count}`
  userId = await addAccount(db, username, { mustChangePassword: true })
  browser = server.browser()
  await browser.signIn(username)
})

const change = (newPassword: string, currentPassword = PASSWORD, more = {}) =>
  browser.post('/auth/change-password', { currentPassword, newPassword, ...more })

test('who must change the password reaches nothing else first', async () => {
  expect((await browser.get('/auth/status')).json).toMatchObject({ state: 'MUST_CHANGE_PASSWORD', user: { username } })
  expect(await browser.post('/graphql', { query: '{ today }' })).toMatchObject({
    status: 403,
    json: { errors: [{ extensions: { code: 'MUST_CHANGE_PASSWORD' } }] },
  })
  expect((await browser.get('/files/template/institutions.csv')).status).toBe(401)
  expect((await browser.get('/graphql', { accept: 'text/html' })).headers.location).toBe('/sign-in?to=/graphql')
  for (const [path, body] of [
    ['/auth/two-factor/enable', { password: PASSWORD }],
    ['/auth/two-factor/verify-totp', { code: '123456' }],
    ['/auth/sessions/revoke', { id: userId }],
  ] as const)
    expect((await browser.post(path, body)).json['code']).toBe('MUST_CHANGE_PASSWORD')
  expect((await browser.get('/auth/sessions')).json['code']).toBe('MUST_CHANGE_PASSWORD')
  expect((await browser.post('/auth/sign-out')).status).toBe(200)
})

test('a changed password opens everything, ends the other sessions, and the old one is void', async () => {
  const other = server.browser()
  await other.signIn(username)
  const before = browser.csrfToken
  const answer = await change(NEW, PASSWORD, { revokeOtherSessions: false })
  expect(answer).toMatchObject({ status: 200, json: { state: 'SIGNED_IN' } })
  expect(browser.csrfToken).not.toBe(before)
  expect((await browser.post('/graphql', { query: '{ __typename }' })).status).toBe(200)
  expect((await other.get('/auth/status')).json['state']).toBe('SIGNED_OUT')
  expect((await server.browser().signIn(username, PASSWORD)).status).toBe(401)
  expect((await server.browser().signIn(username, NEW)).json['state']).toBe('SIGNED_IN')
  expect(server.logged()).not.toContain(NEW)
})

test('one who changes it freely may stay signed in elsewhere', async () => {
  await change(NEW)
  const other = server.browser()
  await other.signIn(username, NEW)
  expect((await change('Qing-jiang 2026', NEW, { revokeOtherSessions: false })).status).toBe(200)
  expect((await other.get('/auth/status')).json['state']).toBe('SIGNED_IN')
  expect((await change('Zi-jiang 2026', 'Qing-jiang 2026')).status).toBe(200)
  expect((await other.get('/auth/status')).json['state']).toBe('SIGNED_OUT')
})

test('a weak password is refused field by field, in both languages, and nothing is changed', async () => {
  const answer = await change(`${username}`)
  expect(answer).toMatchObject({
    status: 422,
    json: {
      code: 'INVALID',
      issues: [
        {
          path: 'newPassword',
          code: 'PASSWORD_TOO_SHORT',
          message: { zh: '密码至少 10 位，请加长。', en: expect.stringContaining('at least 10') },
        },
        { path: 'newPassword', code: 'PASSWORD_TOO_PLAIN' },
        { path: 'newPassword', code: 'PASSWORD_HAS_USERNAME' },
      ],
    },
  })
  expect((await change(PASSWORD)).json['issues']).toMatchObject([{ code: 'PASSWORD_SAME' }])
  expect((await change('Admin@123456')).json['issues']).toMatchObject([{ code: 'PASSWORD_USUAL' }])
  expect(await isPasswordOf(db, userId, PASSWORD)).toBe(true)
})

test('guessing the current password counts and locks, as at the door', async () => {
  for (let round = 0; round < 4; round++)
    expect((await change(NEW, 'Wrong-guess 1')).json).toMatchObject({ issues: [{ path: 'currentPassword', code: 'WRONG_PASSWORD' }] })
  expect((await change(NEW, 'Wrong-guess 1')).json['code']).toBe('LOCKED')
  expect((await change(NEW)).json['code']).toBe('LOCKED')
  expect((await server.browser().signIn(username)).json['code']).toBe('LOCKED')
  server.later(601)
  expect((await change(NEW)).status).toBe(200)
})

test('a password that somebody else set must be changed, and whoever was signed in is out', async () => {
  await change(NEW)
  const hash = await passwordHash(PASSWORD)
  await db.transaction().execute((trx) => resetPasswordTo(trx, userId, hash, new Date()))
  expect((await browser.get('/auth/status')).json['state']).toBe('SIGNED_OUT')
  expect((await browser.signIn(username)).json['state']).toBe('MUST_CHANGE_PASSWORD')
})

test('a password has no age unless the installation says so', async () => {
  await change(NEW)
  const strict = await signInServer(database, { settings: { passwordDays: 90 } })
  const [one, other] = [server.browser(), strict.browser()]
  expect((await other.signIn(username, NEW)).json['state']).toBe('SIGNED_IN')
  for (const place of [server, strict]) place.later(91 * 86_400)
  expect((await one.signIn(username, NEW)).json['state']).toBe('SIGNED_IN')
  expect((await other.signIn(username, NEW)).json['state']).toBe('MUST_CHANGE_PASSWORD')
})
