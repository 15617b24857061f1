import { createHmac } from 'node:crypto'

import { testDatabase } from '@yilian/testing/test-database.ts'
import { beforeEach, expect, test } from 'vitest'

import { addAccount, signInServer, type Browser } from '../../test/sign-in-server.ts'

const database = await testDatabase()
const { db } = database
const server = await signInServer(database, { trustedProxies: ['127.0.0.1'] })
const COUNTY = { role: 'BUREAU_OPERATOR', scopeKind: 'COUNTY', scopeId: '431221', workArea: 'ALLIANCE' } as const
const MINUTE = 60

let count = 0
let username: string
let userId: string
let browser: Browser
beforeEach(async () => {
  username = `user${++count}`
  userId = await addAccount(db, username, { grant: COUNTY })
  browser = server.browser()
})

const query = (who: Browser, headers = {}) => who.ask('POST', '/graphql', { query: '{ today viewer { id name } }' }, headers)
const state = async (who: Browser): Promise<string> => (await who.get('/auth/status')).json['state']
const COOKIE = 'yilian.session_token'

function copyOf(original: Browser): Browser {
  const copy = server.browser()
  for (const [name, value] of original.cookies) copy.cookies.set(name, value)
  copy.csrfToken = original.csrfToken
  return copy
}

test('the API knows who asks, with one statement for session, user and grants', async () => {
  await browser.signIn(username)
  const statements = await database.countStatements(async () => {
    expect((await query(browser)).json).toMatchObject({ data: { viewer: { id: userId, name: `姓名${username}` } } })
  })
  expect(statements).toHaveLength(1)
})

test('without our cookie nothing is asked of the database', async () => {
  const statements = await database.countStatements(async () => {
    browser.cookies.set('other', 'x')
    expect(await query(browser)).toMatchObject({ status: 401, json: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] } })
  })
  expect(statements).toEqual([])
})

test.each(['', 'x', 'x.y', 'x.', '.x', '%', '%E0%A4%A'])('the cookie %j is nobody’s and is not looked up', async (value) => {
  browser.cookies.set(COOKIE, value)
  expect(await database.countStatements(() => query(browser))).toEqual([])
})

test('a forged cookie opens nothing: another’s token under a signature of one’s own, or one’s token signed by nobody', async () => {
  await browser.signIn(username)
  const [token = '', signature = ''] = decodeURIComponent(browser.cookies.get(COOKIE) ?? '').split('.')
  const other = server.browser()
  const cookieWith = (text: string, sign: string) => encodeURIComponent(`${text}.${sign}`)
  const own = createHmac('sha256', 'guessed').update(token).digest('base64')
  for (const forged of [cookieWith(token, own), cookieWith(token, ''), token, cookieWith(`${token}x`, signature)]) {
    other.cookies.set(COOKIE, forged)
    other.csrfToken = browser.csrfToken
    expect((await query(other)).status).toBe(401)
    expect(await state(other)).toBe('SIGNED_OUT')
  }
})

test('nobody signed in reaches the API, its description, or a file; a browser is sent to sign in', async () => {
  expect((await browser.post('/graphql', { query: '{ __schema { types { name } } }' })).status).toBe(401)
  expect((await browser.get('/graphql?query=%7Btoday%7D')).status).toBe(401)
  expect((await browser.get('/files/export/institutions.csv?county=431221')).status).toBe(401)
  expect((await browser.get('/files/template/institutions.csv')).status).toBe(401)
  const page = await browser.get('/graphql', { accept: 'text/html' })
  expect(page).toMatchObject({ status: 303, headers: { location: '/sign-in?to=/graphql' } })
})

test('signed in, a file is served, and GraphiQL gets what its requests need', async () => {
  await browser.signIn(username)
  expect((await browser.get('/files/template/institutions.csv')).status).toBe(200)
  const page = await browser.get('/graphql', { accept: 'text/html' })
  expect(page.status).toBe(200)
  expect(page.text).toContain(String(browser.csrfToken))
  expect(page.headers['cache-control']).toBe('no-store')
})

test('a request that says nothing of its page, or carries another page’s token, is refused', async () => {
  await browser.signIn(username)
  const other = server.browser()
  await other.signIn(username)
  const own = browser.csrfToken
  for (const token of [null, '', 'x', other.csrfToken]) {
    browser.csrfToken = token
    expect(await query(browser)).toMatchObject({ status: 403, json: { errors: [{ extensions: { code: 'CSRF' } }] } })
    expect(await browser.post('/auth/sign-out-everywhere')).toMatchObject({ status: 403, json: { code: 'CSRF' } })
    expect(await browser.post('/auth/sign-out')).toMatchObject({ status: 403, json: { code: 'CSRF' } })
  }
  browser.csrfToken = own
  expect((await query(browser)).status).toBe(200)
})

test('after signing out neither the cookie nor the page’s token is worth anything, not even in a new session', async () => {
  await browser.signIn(username)
  const thief = copyOf(browser)
  const answer = await browser.post('/auth/sign-out')
  expect(answer).toMatchObject({ status: 200, json: { state: 'SIGNED_OUT', csrfToken: null } })
  expect(browser.cookies.size).toBe(0)
  expect((await query(thief)).status).toBe(401)
  await browser.signIn(username)
  browser.csrfToken = thief.csrfToken
  expect((await query(browser)).json).toMatchObject({ errors: [{ extensions: { code: 'CSRF' } }] })
  expect((await server.browser().post('/auth/sign-out')).status).toBe(200)
})

test('a request from another site is refused, token or not', async () => {
  await browser.signIn(username)
  expect((await query(browser, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect((await query(browser, { origin: 'http://elsewhere.example' })).status).toBe(403)
  const other = server.browser({ 'sec-fetch-site': 'cross-site' })
  expect((await other.signIn(username)).status).toBe(403)
})

test('whoever brings a token of their own is not taken for the session', async () => {
  await browser.signIn(username)
  expect((await query(browser, { authorization: 'Bearer yln_x' })).status).toBe(401)
})

test('a session in which nothing is done ends after half an hour; one that is used goes on', async () => {
  await browser.signIn(username)
  const idle = copyOf(browser)
  const used = server.browser()
  await used.signIn(username)
  for (let round = 0; round < 3; round++) {
    server.later(15 * MINUTE)
    expect((await query(used)).status).toBe(200)
  }
  expect(await state(idle)).toBe('SIGNED_OUT')
  expect((await query(idle)).status).toBe(401)
})

test('a session ends after twelve hours, whatever is done in it', async () => {
  await browser.signIn(username)
  for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
    server.later(20 * MINUTE)
    expect((await query(browser)).status).toBe(200)
  }
  server.later(21 * MINUTE)
  expect((await query(browser)).status).toBe(401)
})

test('that something was done is written once a minute, and looking where one stands is not doing something', async () => {
  await browser.signIn(username)
  expect(await database.countStatements(() => query(browser))).toHaveLength(1)
  server.later(MINUTE)
  expect(await database.countStatements(() => query(browser))).toHaveLength(2)
  expect(await database.countStatements(() => query(browser))).toHaveLength(1)
  server.later(20 * MINUTE)
  await browser.get('/auth/status')
  server.later(20 * MINUTE)
  expect(await state(browser)).toBe('SIGNED_OUT')
})

test('one sees where one is signed in, ends one of the sessions, and then all', async () => {
  await browser.signIn(username)
  const away = server.browser({
    'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/141.0.0.0 Safari/537.36',
    'x-forwarded-for': '203.0.113.9',
  })
  server.later(5)
  await away.signIn(username)
  const { list } = await browser.get('/auth/sessions')
  expect(list).toEqual([
    {
      id: expect.any(String),
      current: false,
      createdAt: expect.any(String),
      lastSeenAt: expect.any(String),
      address: '203.0.113.9',
      device: 'Chrome 141 · Windows',
    },
    {
      id: expect.any(String),
      current: true,
      createdAt: expect.any(String),
      lastSeenAt: expect.any(String),
      address: '127.0.0.1',
      device: '',
    },
  ])
  const stranger = server.browser()
  await addAccount(db, `${username}-x`)
  await stranger.signIn(`${username}-x`)
  expect((await stranger.post('/auth/sessions/revoke', { id: list[0]?.['id'] })).json['code']).toBe('NOT_FOUND')
  expect((await browser.post('/auth/sessions/revoke', { id: 'all' })).json['code']).toBe('BAD_REQUEST')
  expect((await browser.post('/auth/sessions/revoke', { id: list[0]?.['id'] })).json['state']).toBe('SIGNED_IN')
  expect(await state(away)).toBe('SIGNED_OUT')
  await away.signIn(username)
  expect((await browser.post('/auth/sign-out-everywhere')).json['state']).toBe('SIGNED_OUT')
  expect([await state(browser), await state(away), await state(stranger)]).toEqual(['SIGNED_OUT', 'SIGNED_OUT', 'SIGNED_IN'])
})

test('over https, as a trusted proxy says, the cookie is bound to host and scheme and does not count over http', async () => {
  const secure = server.browser({ 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.9' })
  const answer = await secure.signIn(username)
  expect(answer.headers['set-cookie']).toEqual([
    expect.stringMatching(/^__Host-yilian\.session_token=[^;]+; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
  ])
  expect(await state(secure)).toBe('SIGNED_IN')
  expect(await state(copyOf(secure))).toBe('SIGNED_OUT')
  const out = await secure.post('/auth/sign-out')
  expect(out.headers['set-cookie']?.[0]).toMatch(/^__Host-yilian\.session_token=; Max-Age=0; Path=\/; HttpOnly; Secure/)
})

test('without a trusted proxy such headers change nothing', async () => {
  const direct = await signInServer(database)
  const liar = direct.browser({ 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.9' })
  expect((await liar.signIn(username)).headers['set-cookie']?.[0]).toMatch(/^yilian\.session_token=/)
  expect((await liar.get('/auth/sessions')).list).toMatchObject([{ address: '127.0.0.1' }])
})
