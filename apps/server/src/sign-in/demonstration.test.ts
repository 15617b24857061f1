import { loadDemo } from '@yilian/demo-data/load.ts'
import { testDatabase } from '@yilian/testing/test-database.ts'
import { expect, test } from 'vitest'

import { addAccount, signInServer } from '../../test/sign-in-server.ts'
import { createLog } from '../log.ts'
import { addDemonstrationAccounts, demonstrationAccounts } from './demonstration.ts'
import { DemonstrationInProduction, prepareAccounts, welcome } from './start-up.ts'

const database = await testDatabase()
const { db } = database
await loadDemo(database.owner, () => undefined)
let logged = ''
const log = createLog({ level: 'info', readable: false, write: (line) => (logged += line) })
const start = (isDemo: boolean, production = false) => prepareAccounts(db, { isDemo, production, log })

test('the demonstration has one account per role, made once, shown and good for signing in', async () => {
  await start(true)
  const accounts = await demonstrationAccounts(db)
  await start(true)
  expect(await demonstrationAccounts(db)).toEqual(accounts)
  const roles = await db.selectFrom('roleGrant').select('role').distinct().execute()
  expect(roles).toHaveLength(8)
  const server = await signInServer(database, { showDemonstration: true })
  expect((await server.browser().get('/auth/status')).json['demonstration']).toEqual(accounts)
  for (const { username, password, name } of accounts) {
    expect((await server.browser().signIn(username, password)).json).toMatchObject({ state: 'SIGNED_IN', user: { username, name } })
    expect(name).toMatch(/^.某$/)
  }
  const text = await welcome(db, { url: 'http://127.0.0.1:4000', setUpCode: null, isDemo: true })
  for (const { username, password, role } of accounts)
    expect(text).toMatch(new RegExp(`^ {2}${username} +${password} .*${role.zh} / ${role.en}$`, 'm'))
})

test('roles reach what they are for: an administrator no business data, an operator the county', async () => {
  const server = await signInServer(database)
  const asked = async (username: string) => {
    const browser = server.browser()
    await browser.signIn(username, 'Yl-demo-2026')
    return (await browser.post('/graphql', { query: '{ institutions(filter: { countyCode: "431221" }) { totalCount } }' })).json
  }
  expect((await asked('alliance'))['data'].institutions.totalCount).toBeGreaterThan(100)
  expect((await asked('system'))['errors']).toBeDefined()
})

test('a server not started with --demo does not show them, warns, and in production does not start', async () => {
  const server = await signInServer(database)
  expect((await server.browser().get('/auth/status')).json['demonstration']).toBeNull()
  await start(false)
  expect(logged).toContain('There are active accounts of the demonstration')
  await expect(start(false, true)).rejects.toThrow(DemonstrationInProduction)
  await expect(start(false, true)).rejects.toThrow(/pnpm yilian user disable --demonstration/)
  await start(true, true)
})

test('an account whose password was changed is no longer shown', async () => {
  const server = await signInServer(database, { showDemonstration: true })
  const browser = server.browser()
  await browser.signIn('analyst', 'Yl-demo-2026')
  await browser.post('/auth/change-password', { currentPassword: 'Yl-demo-2026', newPassword: 'Yuan-jiang 2026' })
  expect((await demonstrationAccounts(db)).map(({ username }) => username)).not.toContain('analyst')
})

test('disabled, they stop nobody', async () => {
  await db.updateTable('userAccount').set({ status: 'DISABLED' }).where('demonstration', '=', true).execute()
  await start(false, true)
  expect(await demonstrationAccounts(db)).toEqual([])
})

test('no account that everybody can open is put beside real ones, or into a database without the demonstration', async () => {
  const real = await testDatabase()
  expect(await addDemonstrationAccounts(real.db)).toBe(false)
  await loadDemo(real.owner, () => undefined)
  await addAccount(real.db, 'zhou')
  expect(await addDemonstrationAccounts(real.db)).toBe(false)
  expect(await real.db.selectFrom('userAccount').select('username').execute()).toEqual([{ username: 'zhou' }])
})
