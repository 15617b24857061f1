import { expect, test } from 'vitest'

import { enter, leave, readyPerson, typeCredentials } from './people.ts'
import { codeOf } from './totp.ts'
import { DESKTOP, settled } from './watched-page.ts'
import { LANGUAGES, wordsIn } from './words.ts'
import { yilian } from './yilian.ts'

const { open, server, expectProblems } = await yilian()

test.each(LANGUAGES)('%s: a second factor is set up, asked for, and replaced by a recovery code once', async (language) => {
  expectProblems(/40[01]|422/)
  const { signIn, account } = wordsIn(language)
  const person = await readyPerson(server().url)
  const page = await open(`/account${language === 'en' ? '?lang=en' : ''}`, DESKTOP, null)
  await enter(page, person, language)

  await page.getByRole('button', { name: account.second.enable, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(account.password.current, { exact: true }).fill(person.password)
  await dialog.getByRole('button', { name: account.second.next, exact: true }).click()
  await dialog.getByRole('img', { name: account.second.qr }).waitFor()
  const key = (await dialog.getByTestId('totp-key').innerText()).replaceAll(/\s/g, '')
  const confirm = dialog.getByRole('button', { name: account.second.confirm })
  await dialog.getByLabel(account.second.confirmCode).fill('000000')
  await confirm.click()
  await dialog.getByRole('alert').getByText(signIn.failure.WRONG_CODE).waitFor()
  await dialog.getByLabel(account.second.confirmCode).fill(codeOf(key))
  await confirm.click()
  const list = dialog.getByRole('list', { name: account.second.codesOf })
  await list.waitFor()
  const codes = await list.getByRole('listitem').allInnerTexts()
  expect(codes.length).toBeGreaterThan(5)
  await dialog.getByRole('button', { name: account.second.saved }).click()
  await page.getByText(account.second.on, { exact: true }).waitFor()

  await leave(page, language)
  await typeCredentials(page, person, language)
  await page.getByRole('heading', { level: 1, name: signIn.second.title }).waitFor()
  await page.getByLabel(signIn.second.code, { exact: true }).fill(codeOf(key, 1))
  await page.getByRole('button', { name: signIn.second.submit }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  await settled(page)

  const withRecoveryCode = async () => {
    await leave(page, language)
    await typeCredentials(page, person, language)
    await page.getByRole('button', { name: signIn.second.useRecovery }).click()
    await page.getByLabel(signIn.second.recoveryCode, { exact: true }).fill(codes[0]!)
    await page.getByRole('button', { name: signIn.second.submit }).click()
  }
  await withRecoveryCode()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  await settled(page)
  await withRecoveryCode()
  await page.getByRole('alert').getByText(signIn.failure.WRONG_RECOVERY_CODE).waitFor()
})
