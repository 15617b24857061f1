import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'

import { typeDay } from './command-dialog.ts'
import { settled } from './watched-page.ts'
import { yilian } from './yilian.ts'

const { open, idOf } = await yilian()

/** What stands on the screen, below the top bar. */
async function shown(page: Page): Promise<string> {
  await settled(page)
  return page.locator('main').innerText()
}

test('a link reproduces what its sender saw: county, day, filters and order', async () => {
  const page = await open('/institutions')
  await page.getByRole('combobox', { name: '县区' }).click()
  await page.locator('.ant-select-item-option', { hasText: '中方县' }).click()
  await typeDay(page, '时点', '2020-07-31')
  await page
    .getByRole('textbox', { name: /搜索|名称/ })
    .first()
    .fill('wsy')
  await page.waitForURL(/q=wsy/)
  await page.getByRole('columnheader', { name: '名称' }).click()
  await page.waitForURL(/sort=/)
  const seen = await shown(page)
  expect(seen).toContain('铜鼎镇卫生院')
  expect(seen).not.toContain('郎溪')
  const { pathname, search } = new URL(page.url())
  const other = await open(pathname + search)
  await other.getByText('按 2020-07-31 有效的结构显示').waitFor()
  expect(await shown(other)).toBe(seen)
})

test('the day in the address shows an alliance as it was, the day after it was founded as well as the day before', async () => {
  const id = await idOf('铜湾片区医共体')
  const page = await open(`/alliances/${id}?asOf=2020-07-31`)
  await page.getByRole('group', { name: '铜湾片区医共体 2020-07-31 的结构' }).waitFor()
  const before = await open(`/alliances/${id}?asOf=2020-07-30`)
  await before.getByText('2020-07-30 时尚未成立').waitFor()
  await before.getByRole('button', { name: '查看 2020-07-31' }).click()
  await before.getByRole('group', { name: '铜湾片区医共体 2020-07-31 的结构' }).waitFor()
  expect(await shown(before)).toBe(await shown(page))
})

test('switching the language keeps the place, the day, the tab and the filters, and is remembered', async () => {
  const page = await open(`/alliances/${await idOf('铁坡片区医共体')}?tab=management&asOf=2020-07-31`)
  const before = new URL(page.url())
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByText('Showing the structure in force on 2020-07-31').waitFor()
  await page.getByRole('gridcell', { name: 'All members, Staff, In force' }).waitFor()
  const after = new URL(page.url())
  expect(after.pathname).toBe(before.pathname)
  expect(Object.fromEntries(after.searchParams)).toEqual({ ...Object.fromEntries(before.searchParams), lang: 'en' })
  expect(await page.getByRole('tab', { name: 'Unified management' }).getAttribute('aria-selected')).toBe('true')
  await page.goto('/institutions?category=C210')
  await page.getByRole('heading', { level: 1, name: 'Institutions' }).waitFor()
  await page.getByRole('button', { name: '中文' }).click()
  await page.getByRole('heading', { level: 1, name: '机构' }).waitFor()
  expect(new URL(page.url()).search).toBe('?category=C210')
})
