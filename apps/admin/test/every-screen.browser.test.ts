import axe, { type AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'

import { countingScreens } from './counting-screens.ts'
import { choose, openCommand } from './command-dialog.ts'
import { constructionScreens, everyScreen, staffingScreens, type Screens } from './screens.ts'
import { atRest, DESKTOP, settled } from './watched-page.ts'
import { yilian } from './yilian.ts'

const it = await yilian()
const PHONE = { width: 390, height: 844 }

/** What axe finds serious or worse on what the page shows now, one line each. */
async function barriers(page: Page): Promise<string[]> {
  await atRest(page)
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(() => {
    const { axe: loaded } = window as typeof window & { axe: { run(options: object): Promise<AxeResults> } }
    return loaded.run({ resultTypes: ['violations'] })
  })
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary?.split('\n')[1]?.trim() ?? ''}`),
    )
}

/** By how much the page is wider than the screen. */
async function overflow(page: Page): Promise<number> {
  await atRest(page)
  return page.evaluate(() => {
    const boxes = [document.documentElement, document.querySelector('main')].filter((box) => box !== null)
    return Math.max(...boxes.map((box) => box.scrollWidth - box.clientWidth))
  })
}

/** Opens the screen at this address; another tab of the page that is open is pressed, which is faster than loading it all again. */
async function goTo(page: Page, address: string): Promise<void> {
  const [now, next] = [new URL(page.url()), new URL(address, page.url())]
  const tab = next.searchParams.get('tab')
  if (tab && now.pathname === next.pathname) {
    await page.locator(`.ant-tabs-tab[data-node-key="${tab}"]`).click()
    await page.locator(`.ant-tabs-tab-active[data-node-key="${tab}"]`).waitFor()
  } else await page.goto(address)
  await settled(page)
}

/** What is wrong with these screens, looked at one after the other. */
async function faultsOf({ username, paths }: Screens, locale: 'zh' | 'en'): Promise<string[]> {
  const page = await it.open('/', DESKTOP, username)
  const found: string[] = []
  for (const path of paths) {
    await page.setViewportSize(DESKTOP)
    await goTo(page, `${path}${path.includes('?') ? '&' : '?'}lang=${locale}`)
    if (!(await page.evaluate(() => document.documentElement.lang)).startsWith(locale)) found.push(`${path} is in another language`)
    found.push(...(await barriers(page)).map((barrier) => `${path} ${barrier}`))
    await page.setViewportSize(PHONE)
    await settled(page)
    const wider = await overflow(page)
    if (wider > 0) found.push(`${path} is ${wider} pixels wider than a phone`)
  }
  return found
}

test.each(['zh', 'en'] as const)('every screen in %s can be read by everyone and fits a phone', async (locale) => {
  const [first, second, ...others] = await everyScreen(it)
  const oneByOne = async (all: readonly Screens[]): Promise<string[]> => {
    const found: string[] = []
    for (const screens of all) found.push(...(await faultsOf(screens, locale)))
    return found
  }
  // In two windows at once: while one is being drawn the other one waits for its answers.
  expect((await Promise.all([oneByOne([first!]), oneByOne([second!, ...others])])).flat()).toEqual([])
})

test.each(['zh', 'en'] as const)('every screen of construction in %s can be read by everyone and fits a phone', async (locale) => {
  const screens = await constructionScreens(it)
  expect((await Promise.all(screens.map((one) => faultsOf(one, locale)))).flat()).toEqual([])
})

test.each(['zh', 'en'] as const)('every screen of staffing in %s can be read by everyone and fits a phone', async (locale) => {
  const screens = await staffingScreens(it)
  expect((await Promise.all(screens.map((one) => faultsOf(one, locale)))).flat()).toEqual([])
})

test.each(['zh', 'en'] as const)('what opens above a screen in %s can be read by everyone and fits a phone', async (locale) => {
  const found: string[] = []
  const page = await it.open(`/alliances/${await it.idOf('铜湾片区医共体')}?tab=members&lang=${locale}`)
  const check = async (name: string): Promise<void> => {
    found.push(...(await barriers(page)).map((barrier) => `${name} ${barrier}`))
    await page.setViewportSize(PHONE)
    const wider = await overflow(page)
    if (wider > 0) found.push(`${name} is ${wider} pixels wider than a phone`)
    await page.setViewportSize(DESKTOP)
  }
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type('twzx')
  await page.getByRole('option').first().waitFor()
  await check('search')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })

  const command = page.getByRole('button', { name: locale === 'zh' ? '调整到… 铜鼎镇卫生院' : 'Transfer… 铜鼎镇卫生院' })
  const dialog = await openCommand(page, command)
  await choose(page, locale === 'zh' ? '调整到' : 'Transfer to', '铁坡', '铁坡片区医共体')
  await dialog.getByRole('article').first().waitFor()
  await check('command')
  await dialog.getByRole('button', { name: locale === 'zh' ? '取消' : 'Cancel' }).click()
  await page.getByRole('button', { name: locale === 'zh' ? /^放\s*弃$/ : 'Discard' }).click()
  await dialog.first().waitFor({ state: 'hidden' })

  await page.getByRole('textbox', { name: locale === 'zh' ? '时点' : 'As of' }).click()
  await page.locator('.ant-picker-dropdown').waitFor()
  // The two buttons of the component that choose year and month are named by it.
  found.push(...(await barriers(page)).filter((barrier) => !/^label-content-name-mismatch.*ant-picker-(year|month)-btn/.test(barrier)))
  expect(found).toEqual([])
})

test.each(['zh', 'en'] as const)(
  'every screen on which staff is counted or listed in %s can be read by everyone and fits a phone',
  async (locale) => {
    const screens = await countingScreens(it)
    expect((await Promise.all(screens.map((one) => faultsOf(one, locale)))).flat()).toEqual([])
  },
)
