import { testDatabase } from '@yilian/testing/test-database.ts'
import { beforeEach, expect, test } from 'vitest'

import { totpCode } from '../../test/authenticator.ts'
import { addAccount, PASSWORD, signInServer, type Browser } from '../../test/sign-in-server.ts'
import { newKey, parseKeys } from '../keys/keys.ts'
import { removeTwoFactor } from './accounts.ts'
import { renewSecondFactors } from './renew-second-factors.ts'

const database = await testDatabase()
const { db } = database
const [oldKey, nextKey] = [newKey(), newKey()]
const server = await signInServer(database, { keys: parseKeys(oldKey, 'test'), settings: { addressFailures: 10_000 } })

let count = 0
let username: string
let userId: string
let browser: Browser
let uri: string
let recovery: string[]

/** A user who has set up an app on one browser. */
beforeEach(async () => {
  username = `user${++count}`
  userId = await addAccount(db, username)
  browser = server.browser()
  await browser.signIn(username)
  const enabled = await browser.post('/auth/two-factor/enable', { password: PASSWORD })
  uri = enabled.json['totpURI']
  recovery = enabled.json['backupCodes']
  await verify(browser, totpCode(uri))
  // No test waits for the next code.
  await db.deleteFrom('usedCode').where('userId', '=', userId).execute()
})

const verify = (who: Browser, code: string) => who.post('/auth/two-factor/verify-totp', { code })
const recover = (who: Browser, code: string) => who.post('/auth/two-factor/verify-backup-code', { code })

async function half(): Promise<Browser> {
  const other = server.browser()
  expect(await other.signIn(username)).toMatchObject({
    status: 200,
    json: { twoFactorRedirect: true, state: 'TWO_FACTOR', user: null, csrfToken: null },
  })
  return other
}

test('what the app gets says whose codes these are and where; the secret is kept encrypted', async () => {
  expect(decodeURIComponent(uri)).toMatch(new RegExp(`^otpauth://totp/医联:${username}\\?secret=[A-Z2-7]+&issuer=医联`))
  expect(recovery).toHaveLength(10)
  const kept = await db.selectFrom('userTwoFactor').selectAll().where('userId', '=', userId).executeTakeFirstOrThrow()
  expect(kept.secret).toMatch(/^\$ba\$\d+\$[0-9a-f]+$/)
  expect(kept.backupCodes).not.toContain(recovery[0])
  expect(server.logged()).not.toContain(new URL(uri).searchParams.get('secret'))
})

test('the password alone opens nothing; the code completes the sign-in', async () => {
  const other = await half()
  expect((await other.get('/auth/status')).json).toMatchObject({ state: 'TWO_FACTOR', user: null })
  expect((await other.post('/graphql', { query: '{ today }' })).status).toBe(401)
  expect((await other.get('/auth/sessions')).status).toBe(401)
  const answer = await verify(other, ` ${totpCode(uri).replace(/(...)/, '$1 ')} `)
  expect(answer).toMatchObject({ status: 200, json: { state: 'SIGNED_IN', user: { username } } })
  expect((await other.post('/graphql', { query: '{ __typename }' })).status).toBe(200)
  expect([...other.cookies.keys()]).toEqual(['yilian.session_token'])
})

test('a code is good once', async () => {
  const code = totpCode(uri)
  expect((await verify(await half(), code)).status).toBe(200)
  expect(await verify(await half(), code)).toMatchObject({ status: 401, json: { code: 'WRONG_CODE' } })
})

test('a recovery code is good once, and the others still are', async () => {
  const [first = '', second = ''] = recovery
  expect((await recover(await half(), first)).json['state']).toBe('SIGNED_IN')
  expect((await recover(await half(), first)).json['code']).toBe('WRONG_CODE')
  expect((await recover(await half(), second)).json['state']).toBe('SIGNED_IN')
})

test('wrong codes lock the account; a right password in between does not start the count anew', async () => {
  for (let round = 0; round < 2; round++) {
    const other = await half()
    for (const code of ['000001', '00000a']) expect((await verify(other, code)).json['code']).toBe('WRONG_CODE')
  }
  expect((await recover(await half(), 'aaaaa-bbbbb')).json['code']).toBe('LOCKED')
  expect((await server.browser().signIn(username)).json['code']).toBe('LOCKED')
  server.later(601)
  expect((await verify(await half(), totpCode(uri))).json['state']).toBe('SIGNED_IN')
})

test('a code without a sign-in that waits for it is worth nothing; nor is one from another’s sign-in', async () => {
  expect((await verify(server.browser(), totpCode(uri))).json['code']).toBe('SIGN_IN_AGAIN')
  const other = server.browser()
  other.cookies.set('yilian.two_factor', '2fa-forged.AAAA')
  expect((await verify(other, totpCode(uri))).json['code']).toBe('SIGN_IN_AGAIN')
  expect((await other.get('/auth/status')).json['state']).toBe('SIGNED_OUT')
})

test('a sign-in that waits too long, or whose user was disabled meanwhile, has to begin anew', async () => {
  const slow = await half()
  const disabled = await half()
  await db.updateTable('userAccount').set({ status: 'DISABLED' }).where('id', '=', userId).execute()
  expect((await verify(disabled, totpCode(uri))).json['code']).toBe('SIGN_IN_AGAIN')
  await db.updateTable('userAccount').set({ status: 'ACTIVE' }).where('id', '=', userId).execute()
  server.later(601)
  expect((await verify(slow, totpCode(uri))).json['code']).toBe('SIGN_IN_AGAIN')
})

test('an app that was not shown to work changes nothing', async () => {
  const other = `${username}-b`
  await addAccount(db, other)
  const careless = server.browser()
  await careless.signIn(other)
  await careless.post('/auth/two-factor/enable', { password: PASSWORD })
  expect((await verify(careless, '000000')).json['code']).toBe('WRONG_CODE')
  expect((await server.browser().signIn(other)).json['state']).toBe('SIGNED_IN')
})

test('switching on, off and renewing the recovery codes take the password', async () => {
  for (const path of ['enable', 'disable', 'generate-backup-codes']) {
    const answer = await browser.post(`/auth/two-factor/${path}`, { password: 'Wrong-guess 1' })
    expect(answer).toMatchObject({ status: 422, json: { issues: [{ path: 'password', code: 'WRONG_PASSWORD' }] } })
  }
  expect((await browser.post('/auth/two-factor/enable', { password: PASSWORD })).json['code']).toBe('TWO_FACTOR_ON')
  const { backupCodes } = (await browser.post('/auth/two-factor/generate-backup-codes', { password: PASSWORD })).json
  expect((await recover(await half(), recovery[0] ?? '')).json['code']).toBe('WRONG_CODE')
  expect((await recover(await half(), backupCodes[0])).json['state']).toBe('SIGNED_IN')
  const before = browser.csrfToken
  expect((await browser.post('/auth/two-factor/disable', { password: PASSWORD })).json['state']).toBe('SIGNED_IN')
  expect(browser.csrfToken).not.toBe(before)
  expect((await browser.post('/auth/two-factor/generate-backup-codes', { password: PASSWORD })).json['code']).toBe('TWO_FACTOR_OFF')
  expect((await server.browser().signIn(username)).json['state']).toBe('SIGNED_IN')
})

test('after the keys are changed, apps still work, and everybody signs in anew', async () => {
  const rotated = await signInServer(database, { keys: parseKeys(`${nextKey},${oldKey}`, 'test') })
  const moved = rotated.browser()
  for (const [name, value] of browser.cookies) moved.cookies.set(name, value)
  expect((await moved.get('/auth/status')).json['state']).toBe('SIGNED_OUT')
  await moved.signIn(username)
  expect((await verify(moved, totpCode(uri))).json['state']).toBe('SIGNED_IN')
})

test('once they are renewed, the old key is needed no more; without it nothing can be renewed', async () => {
  const alone = parseKeys(nextKey, 'test')
  await expect(db.transaction().execute((trx) => renewSecondFactors(trx, alone))).rejects.toThrow()
  const both = parseKeys(`${nextKey},${oldKey}`, 'test')
  expect(await db.transaction().execute((trx) => renewSecondFactors(trx, both))).toBeGreaterThan(0)
  expect(await db.transaction().execute((trx) => renewSecondFactors(trx, both))).toBe(0)
  const later = (await signInServer(database, { keys: alone })).browser()
  await later.signIn(username)
  expect((await recover(later, recovery[0] ?? '')).json['state']).toBe('SIGNED_IN')
})

test('whoever lost everything signs in with the password, once an administrator has taken the second factor away', async () => {
  await db.transaction().execute((trx) => removeTwoFactor(trx, userId))
  expect((await browser.get('/auth/status')).json['state']).toBe('SIGNED_OUT')
  expect((await server.browser().signIn(username)).json['state']).toBe('SIGNED_IN')
})
