import { expect, test } from 'vitest'

import { yilian } from './yilian.ts'

const { open } = await yilian()

test('an institution is found by the initials of its pinyin, and its alliance shown as of a day', async () => {
  const page = await open('/')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: '搜索' }).fill('twzx')
  await page.getByRole('option', { name: /铜湾镇中心卫生院/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: '铜湾镇中心卫生院' }).waitFor()
  await page.getByRole('textbox', { name: '时点' }).fill('2020-07-31')
  await page.keyboard.press('Enter')
  await page.getByText('按 2020-07-31 有效的结构显示').waitFor()
  await page.getByRole('link', { name: '铜湾片区医共体' }).first().click()
  await page.getByRole('heading', { level: 1, name: '铜湾片区医共体' }).waitFor()
  await page.screenshot({ path: '/tmp/e2e/a.png' })
  expect(page.url()).toContain('asOf=2020-07-31')
})
