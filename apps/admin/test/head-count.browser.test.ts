import { HEAD_COUNT_DIMENSIONS } from '@yilian/domain/staffing/counting/head-count.ts'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'

import { settled } from './watched-page.ts'
import { filled, LANGUAGES, wordsIn, type Language } from './words.ts'
import { yilian } from './yilian.ts'

const { open, query } = await yilian()
const PERSONNEL = 'staffing'
const COUNTY = '341821'
const HOSPITAL = '郎溪县人民医院'
const SENT = '新发镇卫生院'

/** Follows the first person of the list, and tells whether that person's page is there. */
async function openFirstPerson(page: Page): Promise<string> {
  const link = page.getByRole('main').locator('a[href^="/people/"]').first()
  const name = (await link.textContent())!
  await link.click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await settled(page)
  return name
}

/** The figures of a row of the pivot, in the order of its columns. */
async function figuresOf(page: Page, row: string): Promise<string[]> {
  const cells = page.getByRole('row', { name: new RegExp(row) }).getByRole('cell')
  return (await cells.allTextContents()).filter((text) => text !== row)
}

test.each(LANGUAGES)('in %s: from a difference in the pivot to the people behind it, and to one of them', async (language: Language) => {
  const { headCount: words } = wordsIn(language)
  const { headCount, headCountDifferences } = await query(
    'query ($filter: HeadCountFilter) { headCount(by: [INSTITUTION], filter: $filter) { home host cells { home host keys { label } } } headCountDifferences(filter: $filter) { totalCount } }',
    { filter: { countyCode: COUNTY } },
    PERSONNEL,
  )
  const cell = headCount.cells.find((one: { keys: { label: string }[] }) => one.keys[0]!.label === HOSPITAL)
  const page = await open(`/head-count?county=${COUNTY}&lang=${language}`, undefined, PERSONNEL)
  const [home, host] = await figuresOf(page, HOSPITAL)
  expect([home, host]).toEqual([String(cell.home), String(cell.host)])
  expect(await figuresOf(page, words.total)).toEqual(expect.arrayContaining([String(headCount.home), String(headCount.host)]))

  // More people work elsewhere than the hospital has on loan: it says how many fewer, and leads to whom.
  const text = `−${cell.home - cell.host}`
  await page.getByRole('link', { name: filled(words.whose, { of: HOSPITAL, text }), exact: true }).click()
  await page.getByRole('region', { name: words.view.differences }).waitFor()
  await settled(page)
  const address = new URL(page.url())
  expect([address.searchParams.get('view'), address.searchParams.get('county')]).toEqual(['differences', COUNTY])
  expect(address.searchParams.get('institution')).not.toBeNull()
  const people = page.getByRole('main').locator('a[href^="/people/"]')
  const here = await people.count()
  expect(here).toBeGreaterThanOrEqual(cell.home - cell.host)
  expect(here).toBeLessThan(headCountDifferences.totalCount)
  expect(await page.getByRole('row', { name: new RegExp(SENT) }).count()).toBeGreaterThan(0)

  const file = await page.request.get(
    `/files/export/headCount.csv?columns=institution,home,host,fte&filter=${encodeURIComponent(JSON.stringify({ countyCode: COUNTY, statistical: true }))}&locale=${language}`,
  )
  expect(await file.text()).toContain(HOSPITAL)
  await openFirstPerson(page)
})

test.each(LANGUAGES)('in %s: rows and columns chosen are in the address, and who opens it sees the same', async (language: Language) => {
  const { headCount: words } = wordsIn(language)
  const page = await open(`/head-count?county=${COUNTY}&lang=${language}`, undefined, PERSONNEL)
  for (const [field, dimension] of [
    [words.rows, 'TITLE_LEVEL'],
    [words.columns, 'SEX'],
  ] as const) {
    await page.getByRole('combobox', { name: field, exact: true }).click()
    await page.locator('.ant-select-dropdown:visible').getByTitle(HEAD_COUNT_DIMENSIONS[dimension][language], { exact: true }).click()
    await settled(page)
  }
  await page.getByRole('columnheader', { name: HEAD_COUNT_DIMENSIONS.TITLE_LEVEL[language], exact: true }).waitFor()
  const shown = await figuresOf(page, words.total)
  const again = await open(page.url(), undefined, PERSONNEL)
  expect(new URL(again.url()).searchParams.get('columns')).toBe('SEX')
  expect(await figuresOf(again, words.total)).toEqual(shown)

  // One within the other, in rows and in columns: each row has its parts below it, and the whole stays what it was.
  for (const [field, dimension] of [
    [words.rows2, 'EDUCATION'],
    [words.columns2, 'ESTABLISHMENT_TYPE'],
  ] as const) {
    await again.getByRole('combobox', { name: field, exact: true }).click()
    await again.locator('.ant-select-dropdown:visible').getByTitle(HEAD_COUNT_DIMENSIONS[dimension][language], { exact: true }).click()
    await settled(again)
  }
  const both = `${HEAD_COUNT_DIMENSIONS.TITLE_LEVEL[language]} / ${HEAD_COUNT_DIMENSIONS.EDUCATION[language]}`
  await again.getByRole('columnheader', { name: both, exact: true }).waitFor()
  await again.getByRole('columnheader', { name: words.subtotal, exact: true }).first().waitFor()
  const { searchParams } = new URL(again.url())
  expect(['rows', 'rows2', 'columns', 'columns2'].map((key) => searchParams.get(key))).toEqual([
    'TITLE_LEVEL',
    'EDUCATION',
    'SEX',
    'ESTABLISHMENT_TYPE',
  ])
  expect((await figuresOf(again, words.total)).slice(-4)).toEqual(shown.slice(-4))
})

test.each(LANGUAGES)('in %s: from the card of a work list to its people, and to one of them', async (language: Language) => {
  const { staffList: words } = wordsIn(language)
  const { retirements } = await query(
    'query ($filter: RetirementsFilter) { retirements(filter: $filter) { totalCount } }',
    { filter: { countyCode: COUNTY } },
    PERSONNEL,
  )
  const page = await open(`/staff-lists?county=${COUNTY}&lang=${language}`, undefined, PERSONNEL)
  const card = page.getByRole('main').getByRole('link', { name: new RegExp(`^${words.list.retirements}`) })
  expect(await card.textContent()).toContain(filled(words.unit.retirements_other, { text: retirements.totalCount }))
  await card.click()
  await page.getByRole('heading', { level: 1, name: words.list.retirements }).waitFor()
  await settled(page)
  expect(await page.getByRole('main').locator('a[href^="/people/"]').count()).toBe(Math.min(50, retirements.totalCount))
  await openFirstPerson(page)
})

test.each(LANGUAGES)('in %s: the figure of posted physicians says its rule, and what it lacks', async (language: Language) => {
  const { headCount: words } = wordsIn(language)
  const page = await open(`/head-count?view=posted&county=${COUNTY}&year=2025&lang=${language}`, undefined, PERSONNEL)
  await page.getByText(words.unverified, { exact: true }).waitFor()
  await page.getByText(filled(words.noResidents, { year: 2025 })).waitFor()
  // The hospitals of the demonstration have no level on record: each leads to where it is recorded.
  await page.getByText(words.recordLevels).getByRole('link', { name: HOSPITAL, exact: true }).waitFor()
  const all = await page.getByRole('row').count()
  expect(all).toBeGreaterThan(1)
  await page.getByRole('combobox', { name: words.counts, exact: true }).click()
  await page.locator('.ant-select-dropdown:visible').getByTitle(words.countsNo, { exact: true }).click()
  await settled(page)
  expect(new URL(page.url()).searchParams.get('counted')).toBe('false')
})
