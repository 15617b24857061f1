import { expect, test } from 'vitest'

import { openCommand, openDialog, choose } from './command-dialog.ts'
import { enter, leave, newPerson, typeCredentials } from './people.ts'
import { DESKTOP, settled } from './watched-page.ts'
import { LANGUAGES, wordsIn } from './words.ts'
import { yilian } from './yilian.ts'

const { open, server, idOf, expectProblems } = await yilian()

const ANALYST = { zh: '丁某（分析员·中方县）', en: '丁某 (Analyst, Zhongfang)' } as const
const NOBODY = null

test.each(LANGUAGES)('%s: one press fills an account of the demonstration in, and one goes where one wanted to go', async (language) => {
  const words = wordsIn(language)
  const page = await open(`/alliances?kind=AREA${language === 'en' ? '&lang=en' : ''}`, DESKTOP, NOBODY)
  expect(new URL(page.url()).pathname).toBe('/sign-in')
  await page.getByRole('button', { name: (language === 'zh' ? '填入' : 'Fill in ') + ANALYST[language], exact: true }).click()
  await page.getByRole('button', { name: words.signIn.submit, exact: true }).click()
  await page.getByRole('heading', { level: 1, name: words.alliance.title }).waitFor()
  const { pathname, searchParams } = new URL(page.url())
  expect([pathname, searchParams.get('kind'), searchParams.get('to')]).toEqual(['/alliances', 'AREA', null])
  await leave(page, language)
  await page.goBack()
  await page.getByRole('heading', { level: 1, name: words.signIn.title }).waitFor()
})

test.each(LANGUAGES)(
  '%s: a wrong password and an unknown name are told the same; too many lock the account, and it is said for how long',
  async (language) => {
    expectProblems(/40[19]|423/)
    const { signIn: words } = wordsIn(language)
    const person = await newPerson(server().url)
    const page = await open(`/sign-in${language === 'en' ? '?lang=en' : ''}`, DESKTOP, NOBODY)
    const said = page.getByRole('alert')
    await typeCredentials(page, { username: 'nobody-at-all', password: 'Wrong-Pass-1234' }, language)
    await said.getByText(words.failure.WRONG_CREDENTIALS).waitFor()
    for (let tries = 1; tries < 5; tries += 1) {
      const answered = page.waitForResponse((response) => response.url().endsWith('/auth/sign-in/username'))
      await typeCredentials(page, { username: person.username, password: `Wrong-Pass-${tries}` }, language)
      expect((await answered).status()).toBe(401)
      await said.getByText(words.failure.WRONG_CREDENTIALS).waitFor()
    }
    await typeCredentials(page, { username: person.username, password: 'Wrong-Pass-5' }, language)
    await settled(page)
    // The right one does not open it now.
    await typeCredentials(page, person, language)
    await said
      .getByText(
        language === 'zh' ? /账号已锁定。请在 10 分钟后（\d\d:\d\d）再试/ : /account is locked .* Try again in 10 minutes \(\d\d:\d\d\)/,
      )
      .waitFor()
  },
)

test.each(LANGUAGES)('%s: the first password must be changed for a strong one of one’s own', async (language) => {
  const words = wordsIn(language)
  const person = await newPerson(server().url)
  const page = await open(`/alliances${language === 'en' ? '?lang=en' : ''}`, DESKTOP, NOBODY)
  await typeCredentials(page, person, language)
  await page.getByRole('heading', { level: 1, name: words.signIn.forced.title }).waitFor()
  const next = page.getByLabel(words.account.password.new, { exact: true })
  const again = page.getByLabel(words.account.password.again, { exact: true })
  await next.fill('short')
  await page.getByText(language === 'zh' ? '密码至少 10 位，请加长。' : 'A password has at least 10 characters. Make it longer.').waitFor()
  await next.fill(person.password)
  await page
    .getByText(language === 'zh' ? '新密码不能与原密码相同，请另选。' : 'The new password is the old one. Choose another one.')
    .waitFor()
  await next.fill('Xiang-xi 4312')
  await again.fill('Xiang-xi 4313')
  await page.getByText(words.account.password.different).waitFor()
  await again.fill('Xiang-xi 4312')
  await page.getByRole('button', { name: words.signIn.forced.submit }).click()
  // Nothing is granted to them: they are told so, and who can.
  await page.getByRole('heading', { level: 1, name: words.shell.notAllowed.title }).waitFor()
  await page.goto('/')
  await settled(page)
  await page.getByText(words.overview.start.none).waitFor()
  await leave(page, language)
  await enter(page, { username: person.username, password: 'Xiang-xi 4312' }, language)
  expect(new URL(page.url()).pathname).toBe('/')
})

test('Caps Lock is said while a password is typed, and a password can be looked at', async () => {
  const page = await open('/sign-in', DESKTOP, NOBODY)
  const password = page.getByLabel('密码', { exact: true })
  await password.dispatchEvent('keydown', { key: 'A', modifierCapsLock: true })
  await page.getByText('大写锁定已开启').waitFor()
  await password.fill('Look-at-me-1')
  await page.getByRole('button', { name: '显示密码' }).click()
  expect(await password.getAttribute('type')).toBe('text')
})

test('when the session ends a half-filled form stays, and goes on once the same person has signed in again', async () => {
  expectProblems(/401/)
  const alliance = await idOf('铁坡片区医共体')
  const page = await open(`/alliances/${alliance}?tab=members`, DESKTOP, NOBODY)
  await enter(page, { username: 'alliance', password: 'Yl-demo-2026' })
  await openCommand(page, page.getByRole('button', { name: '调整到… 铁坡镇锦溪卫生院' }))
  await openDialog(page).getByRole('textbox', { name: '说明 可不填' }).fill('不能丢的说明')
  await page.context().clearCookies()
  await openDialog(page).getByRole('combobox', { name: '调整到', exact: true }).fill('铜湾')
  const ended = page.getByRole('dialog').filter({ hasText: '页面和已填写的内容都还在' })
  await ended.waitFor()
  expect(await ended.getByLabel('用户名或手机号').getAttribute('readonly')).not.toBeNull()
  await ended.getByLabel('密码', { exact: true }).fill('Yl-demo-2026')
  await ended.getByRole('button', { name: '登录', exact: true }).click()
  await ended.waitFor({ state: 'hidden' })
  await choose(page, '调整到', '铜湾', '铜湾片区医共体')
  await openDialog(page).getByRole('region', { name: '变更效果' }).getByRole('article').first().waitFor()
  expect(await openDialog(page).getByRole('textbox', { name: '说明 可不填' }).inputValue()).toBe('不能丢的说明')
})

test('a session that ended is asked for anew where the page is loaded again, and leads back to the same place', async () => {
  const page = await open('/institutions?county=431221&category=C210', DESKTOP, NOBODY)
  await enter(page, { username: 'leader', password: 'Yl-demo-2026' })
  await page.context().clearCookies()
  await page.reload()
  await enter(page, { username: 'leader', password: 'Yl-demo-2026' })
  expect(new URL(page.url()).search).toBe('?county=431221&category=C210')
})
