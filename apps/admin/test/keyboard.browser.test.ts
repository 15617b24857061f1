import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'

import { openDialog } from './command-dialog.ts'
import { firstOfMonthAfter } from './days.ts'
import { LANGUAGES } from './words.ts'
import { yilian } from './yilian.ts'

const { open, query } = await yilian()

/** What has the focus, as a screen reader would name it. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (element === document.body) return ''
    const label = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.labels?.[0]?.textContent : null
    return element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? ''
  })
}

/** Presses Tab until this has the focus, as someone without a mouse does. */
async function tabTo(page: Page, name: string): Promise<void> {
  const passed: string[] = []
  for (let steps = 0; steps < 60; steps++) {
    const now = await focused(page)
    if (now.includes(name)) return
    passed.push(now)
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${name}: ${passed.join(' → ')}`)
}

test('a member is admitted without a mouse, and the focus comes back to where it was', async () => {
  const { today } = await query('{ today }')
  const day = firstOfMonthAfter(today, 1)
  const page = await open('/')
  await page.keyboard.press('Tab')
  expect(await focused(page)).toBe('跳到正文')
  await page.keyboard.press('Control+k')
  await openDialog(page).waitFor()
  await page.keyboard.type('铁坡片区')
  await page.getByRole('option', { name: /铁坡片区医共体/, selected: true }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: '铁坡片区医共体' }).waitFor()

  await tabTo(page, '结构')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => focused(page)).toContain('成员')
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: '成员清单' }).waitFor()
  await page.keyboard.down('Shift')
  await tabTo(page, '纳入成员')
  await page.keyboard.up('Shift')
  await page.keyboard.press('Enter')

  await page.waitForFunction(() => document.activeElement?.matches('[role="dialog"] input'))
  expect(await focused(page)).toContain('机构')
  await page.keyboard.type('hqz')
  await page.locator('.ant-select-item-option-active', { hasText: '花桥镇卫生院' }).waitFor()
  await page.keyboard.press('Enter')
  await openDialog(page).getByRole('article').waitFor()
  await tabTo(page, '生效日')
  await page.keyboard.press('Control+a')
  await page.keyboard.type(day)
  await page.keyboard.press('Enter')
  await openDialog(page).getByText(`成员单位 · ${day} 起`).waitFor()
  await tabTo(page, '说明')
  await page.keyboard.type('键盘录入')
  await openDialog(page)
    .getByRole('button', { name: `自 ${day} 起将花桥镇卫生院纳入铁坡片区医共体，作为成员单位` })
    .waitFor()
  await page.keyboard.press('Control+Enter')
  await openDialog(page).waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: `花桥镇卫生院, 成员单位, ${day} 起, 未来` }).waitFor()
  expect(await focused(page)).toBe('纳入成员')
})

test('a dialog keeps the focus in it, and Escape asks before it throws away what was typed', async () => {
  const page = await open('/alliances')
  await tabTo(page, '成立医共体')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.matches('[role="dialog"] :is(input, textarea)'))
  for (let steps = 0; steps < 30; steps++) {
    await page.keyboard.press('Tab')
    // Between the last and the first it is the browser's own bar that has it: then no element of the page does.
    expect(await page.evaluate(() => document.activeElement?.matches('body, [role="dialog"] *'))).toBe(true)
  }
  await tabTo(page, '名称')
  await page.keyboard.type('试验医共体')
  await page.keyboard.press('Escape')
  const question = page.getByRole('dialog', { name: '放弃已填写的内容？' })
  await question.waitFor()
  await page.keyboard.press('Escape')
  await question.waitFor({ state: 'hidden' })
  expect(await openDialog(page).getByRole('textbox', { name: '名称' }).inputValue()).toBe('试验医共体')
})

test.each(LANGUAGES)('in %s: Ctrl K finds a person by pinyin and a project by a part of its name', async (language) => {
  const { project } = await query('{ project(code: "431221-P001") { name } }')
  for (const [username, typed, name, place] of [
    ['staffing', 'shenhuiying', '沈慧颖', /^\/people\//],
    ['construction', project.name.slice(0, -1), project.name, /^\/projects\//],
  ] as const) {
    const page = await open(`/?lang=${language}`, undefined, username)
    await page.keyboard.press('Control+k')
    await openDialog(page).waitFor()
    await page.keyboard.type(typed)
    await page.getByRole('option', { name: name, selected: true }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name }).waitFor()
    expect(new URL(page.url()).pathname).toMatch(place)
  }
})
