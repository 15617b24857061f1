import { testDatabase } from '@yilian/testing/test-database.ts'
import { expect, test } from 'vitest'

import { addAccount, signInServer } from '../../test/sign-in-server.ts'
import { forgetAttempts } from './attempts.queries.ts'

const database = await testDatabase()
const { db } = database
const settings = { addressFailures: 6, addressSeconds: 60 }
const server = await signInServer(database, { settings, trustedProxies: ['127.0.0.1'] })
const from = (address: string) => server.browser({ 'x-forwarded-for': address })

test('too many failures from one address stop it for a while, for every account; other addresses go on', async () => {
  await addAccount(db, 'user')
  for (let round = 0; round < 6; round++) expect((await from('203.0.113.1').signIn(`nobody${round}`)).status).toBe(401)
  const stopped = await from('203.0.113.1').signIn('user')
  expect(stopped).toMatchObject({ status: 429, json: { code: 'TOO_MANY', retryAfterSeconds: expect.any(Number) } })
  expect(Number(stopped.headers['retry-after'])).toBeLessThanOrEqual(60)
  expect((await from('203.0.113.2').signIn('user')).status).toBe(200)
  const other = await signInServer(database, { settings, trustedProxies: ['127.0.0.1'] })
  expect((await other.browser({ 'x-forwarded-for': '203.0.113.1' }).signIn('user')).status).toBe(429)
  server.later(61)
  expect((await from('203.0.113.1').signIn('user')).status).toBe(200)
})

test('an office behind one address may sign in as often as it likes', async () => {
  for (let round = 0; round < 8; round++) expect((await from('203.0.113.3').signIn('user')).status).toBe(200)
})

test('all addresses that one IPv6 client can choose are one', async () => {
  for (let round = 0; round < 6; round++) await from(`2001:db8:1:2::${round}`).signIn(`nobody${round}`)
  expect((await from('2001:db8:1:2:ffff::1').signIn('user')).status).toBe(429)
  expect((await from('2001:db8:1:3::1').signIn('user')).status).toBe(200)
})

test('a name that nobody has is kept as a hash only, and not for ever', async () => {
  await from('203.0.113.4').signIn('typed-Password-1')
  const rows = await db.selectFrom('unknownUsername').selectAll().execute()
  expect(rows.length).toBeGreaterThan(0)
  expect(JSON.stringify(rows)).not.toContain('typed-password-1')
  expect(server.logged()).not.toMatch(/typed-password-1/i)
  await forgetAttempts(db, new Date(Date.now() + 2 * 86_400_000))
  expect(await db.selectFrom('unknownUsername').selectAll().execute()).toEqual([])
  expect(await db.selectFrom('signInAddress').selectAll().execute()).toEqual([])
})
