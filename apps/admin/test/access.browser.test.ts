import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'

import { openCommand, openDialog, typeDay } from './command-dialog.ts'
import { dayBefore } from './days.ts'
import { enter, newPerson, type Person, readyPerson, runAs } from './people.ts'
import { DESKTOP, settled } from './watched-page.ts'
import { filled, LANGUAGES, type Language, wordsIn } from './words.ts'
import { yilian } from './yilian.ts'

const { open, server, query, expectProblems } = await yilian()

const at = (path: string, language: Language) => (language === 'zh' ? path : `${path}${path.includes('?') ? '&' : '?'}lang=en`)

/** Takes this option of a field of the dialog that is open. */
async function take(page: Page, field: string, option: string, search?: string): Promise<void> {
  const box = openDialog(page).getByRole('combobox', { name: field, exact: true })
  if (search === undefined) await box.click()
  else await box.fill(search)
  await page.locator('.ant-select-item-option').filter({ hasText: option }).first().click()
}

/** Presses the button that says what will happen, and waits until it is said that it did. */
async function confirm(page: Page, sentence: string, done: string): Promise<void> {
  await openDialog(page).getByRole('button', { name: sentence, exact: true }).click()
  await page.locator('.ant-notification').getByText(done).waitFor()
  await openDialog(page).waitFor({ state: 'hidden' })
}

/** The window of somebody who is not of the demonstration, at this path. */
async function windowOf(person: Person, path: string, language: Language): Promise<Page> {
  const page = await open(at(path, language), DESKTOP, null)
  await enter(page, person, language)
  return page
}

test.each(LANGUAGES)('%s: a grant gives rights and the button for them; its end takes both away', async (language) => {
  const words = wordsIn(language)
  const grantWords = words.roleGrant
  const { today } = await query('{ today }')
  const person = await readyPerson(server().url)
  const theirs = await windowOf(person, '/', language)
  await theirs.getByText(words.overview.start.none).waitFor()

  const security = await open(at(`/users/${person.username}?tab=grants`, language), DESKTOP, 'security')
  const grantRole = language === 'zh' ? '授予角色' : 'Grant role'
  await openCommand(security, security.getByRole('button', { name: grantRole, exact: true }))
  const role = language === 'zh' ? '局经办人' : 'Bureau operator'
  const area = language === 'zh' ? '医共体' : 'Alliances'
  await take(security, grantWords.field.role, role)
  await take(security, grantWords.field.workArea, area)
  await take(security, grantWords.field.county, '中方县', '中方')
  await openDialog(security).getByLabel(grantWords.field.reason).fill('负责医共体工作')
  await typeDay(openDialog(security), words.command.effectiveOn, dayBefore(today))
  await openDialog(security).getByRole('region', { name: words.command.effect }).getByRole('article').waitFor()
  const grant = language === 'zh' ? '局经办人（医共体） · 中方县' : 'Bureau operator (Alliances) · 中方县'
  const blanks = { day: dayBefore(today), name: person.name, grant }
  await confirm(security, filled(grantWords.grant.confirm, blanks), words.command.done)
  await security.getByRole('button', { name: filled(grantWords.endOf, { grant }) }).waitFor()

  const create = language === 'zh' ? '登记机构' : 'Create institution'
  await theirs.goto(at('/institutions?county=431221', language))
  await settled(theirs)
  await theirs.getByRole('button', { name: create }).waitFor()
  await theirs.getByRole('link', { name: '铜鼎镇卫生院' }).waitFor()

  await openCommand(security, security.getByRole('button', { name: filled(grantWords.endOf, { grant }) }))
  await openDialog(security).getByRole('region', { name: words.command.effect }).getByRole('article').waitFor()
  await confirm(security, filled(grantWords.endDialog.confirm, { ...blanks, day: today }), words.command.done)
  await theirs.goto(at('/institutions?county=431221', language))
  await settled(theirs)
  await theirs.getByRole('heading', { level: 1, name: words.shell.notAllowed.title }).waitFor()
  expect(await theirs.getByRole('button', { name: create }).count()).toBe(0)
})

test.each(LANGUAGES)('%s: a phone number is shown in full for a reason, and the audit says who looked and why', async (language) => {
  const words = wordsIn(language)
  const phone = language === 'zh' ? '13800001111' : '13800002222'
  const person = await newPerson(server().url, { phone })
  const system = await open(at(`/users/${person.username}`, language), DESKTOP, 'system')
  const masked = phone.replace(/^(...)....(....)$/, '$1****$2')
  await system.getByText(masked).first().waitFor()
  expect(await system.getByText(phone).count()).toBe(0)
  const field = language === 'zh' ? '手机号' : 'Phone number'
  await system.getByRole('button', { name: filled(words.user.reveal.buttonOf, { field }) }).click()
  await openDialog(system)
    .getByRole('button', { name: filled(words.user.reveal.confirm, { field }) })
    .click()
  await openDialog(system).locator('[aria-invalid="true"]').waitFor()
  const reason = `电话核对 ${person.username}`
  await openDialog(system).getByLabel(words.user.reveal.reason).fill(reason)
  await openDialog(system)
    .getByRole('button', { name: filled(words.user.reveal.confirm, { field }) })
    .click()
  await system.getByText(phone).waitFor()

  const audit = await open(at('/audit?kind=REVEALED', language), DESKTOP, 'audit')
  const row = audit.getByRole('row').filter({ hasText: person.name })
  await row.first().waitFor()
  await row.first().getByRole('button', { expanded: false }).click()
  await audit.getByText(filled(words.audit.detail.reason, { reason })).waitFor()
  expect(await audit.getByText(phone).count()).toBe(0)
})

test.each(LANGUAGES)('%s: the audit is searched and read from what to what, and found whole', async (language) => {
  const { audit: words } = wordsIn(language)
  const person = await newPerson(server().url)
  const { user } = await runAs(server().url, 'system', 'query ($username: String!) { user(username: $username) { id version } }', {
    username: person.username,
  })
  const name = `${person.name}改`
  await runAs(server().url, 'system', 'mutation ($input: ReviseUserInput!) { reviseUser(input: $input) { __typename } }', {
    input: { userId: user.id, baseVersion: user.version, name },
  })
  const page = await open(at('/audit?kind=UPDATED', language), DESKTOP, 'audit')
  await page.getByRole('textbox', { name: words.search }).fill(name)
  await page.waitForURL(/q=/)
  await settled(page)
  const row = page.getByRole('row').filter({ hasText: name }).first()
  await row.getByRole('button', { expanded: false }).click()
  const changed = page.getByRole('table', { name: words.detail.fields }).getByRole('row').filter({ hasText: name })
  expect((await changed.getByRole('cell').allInnerTexts()).slice(1)).toEqual([person.name, name])
  await page.getByRole('button', { name: words.verify.button }).click()
  await openDialog(page).getByText(words.verify.okTitle).waitFor()
  expect(await openDialog(page).getByText(words.verify.brokenTitle).count()).toBe(0)
})

test.each(LANGUAGES)('%s: a token is made, used from outside, seen to be used, and revoked', async (language) => {
  expectProblems(/401/)
  const { apiToken: words } = wordsIn(language)
  const page = await open(at('/account?tab=tokens', language), DESKTOP, 'analyst')
  const name = `月报取数 ${language}${Date.now()}`
  await page.getByRole('button', { name: words.create }).click()
  await openDialog(page).getByLabel(words.name, { exact: true }).fill(name)
  await openDialog(page)
    .getByRole('button', { name: filled(words.confirmCreate, { name }) })
    .click()
  const secret = await openDialog(page).getByTestId('token-secret').innerText()
  expect(secret).toMatch(/^yln_/)
  await openDialog(page).getByRole('button', { name: words.saved }).click()
  await openDialog(page).waitFor({ state: 'hidden' })
  const use = () =>
    fetch(`${server().url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
      body: JSON.stringify({ query: '{ viewer { username viaToken } }' }),
    })
  expect(await (await use()).json()).toMatchObject({ data: { viewer: { username: 'analyst', viaToken: true } } })
  await page.reload()
  await settled(page)
  const row = page.getByRole('row').filter({ hasText: name })
  await row.getByText(filled(words.from, { address: '127.0.0.1' })).waitFor()
  expect(await page.getByText(secret).count()).toBe(0)
  await row.getByRole('button', { name: filled(words.revokeOf, { name }) }).click()
  await openDialog(page).getByRole('button', { name: words.revoke, exact: true }).click()
  await row.getByText(words.revoked).waitFor()
  expect((await use()).status).toBe(401)
})
