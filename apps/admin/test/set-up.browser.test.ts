import { launchBrowser } from '@yilian/testing/launch-browser.ts'
import { testDatabase } from '@yilian/testing/test-database.ts'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { enter, leave, typeCredentials } from './people.ts'
import { type RunningServer, startServer } from './server.ts'
import { settled, watchedPage } from './watched-page.ts'
import { wordsIn } from './words.ts'

const database = await testDatabase()
let server: RunningServer
let browser: Browser
beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer({ DATABASE_URL: database.url }, false), launchBrowser()])
})
afterAll(() => Promise.all([browser?.close(), server?.kill()]))

const ADMINISTRATORS = [
  { role: '系统管理员', name: '周某', username: 'zhou', password: 'Xiang-xi 4312' },
  { role: '安全管理员', name: '吴某', username: 'wujian', password: 'Xiang-xi 4313' },
  { role: '审计管理员', name: '郑某', username: 'zheng', password: 'Xiang-xi 4314' },
]

test('an installation without users is set up with three administrators, who then do what only they may', async () => {
  const { page, problems } = await watchedPage(browser, server.url)
  const { signIn: words, shell } = wordsIn('zh')
  await page.goto('/institutions?lang=en')
  await page.getByRole('heading', { level: 1, name: wordsIn('en').signIn.setUp.title }).waitFor()
  await page.getByRole('button', { name: '中文' }).click()
  await page.getByRole('heading', { level: 1, name: words.setUp.title }).waitFor()
  await page.getByRole('button', { name: words.setUp.submit }).click()
  expect(await page.locator('[aria-invalid="true"]').count()).toBe(9)
  for (const { role, name, username, password } of ADMINISTRATORS) {
    const group = page.getByRole('group', { name: role })
    await group.getByLabel(words.setUp.name, { exact: true }).fill(name)
    await group.getByLabel(words.setUp.username, { exact: true }).fill(username)
    await group.getByLabel(words.setUp.password, { exact: true }).fill(password)
  }
  await page.getByRole('group', { name: '审计管理员' }).getByLabel(words.setUp.username, { exact: true }).fill('zhou')
  await page.getByRole('button', { name: words.setUp.submit }).click()
  await page.getByText(/已被使用/).waitFor()
  await page.getByRole('group', { name: '审计管理员' }).getByLabel(words.setUp.username, { exact: true }).fill('zheng')
  await page.getByRole('button', { name: words.setUp.submit }).click()
  await page.getByRole('heading', { level: 1, name: words.setUp.done }).waitFor()
  await page.getByRole('link', { name: words.setUp.goOn }).click()

  const [system, security] = ADMINISTRATORS
  await enter(page, system!)
  const navigation = page.getByRole('navigation', { name: shell.nav.label })
  await navigation.getByRole('link', { name: shell.nav.departments }).waitFor()
  expect(await navigation.getByRole('link', { name: shell.nav.audit }).count()).toBe(0)
  await leave(page)
  // The other two were given their passwords by whoever set up.
  await typeCredentials(page, security!)
  await page.getByRole('heading', { level: 1, name: words.forced.title }).waitFor()
  await page.goto('/set-up')
  await page.getByRole('heading', { level: 1, name: words.forced.title }).waitFor()
  await settled(page)
  expect(problems.filter((problem) => !/422|403/.test(problem))).toEqual([])
})
