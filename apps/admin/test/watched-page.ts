import type { Browser, Page } from 'playwright-core'

/** A page in a window of its own, and everything on it that should not have happened. */
export interface WatchedPage {
  readonly page: Page
  /** Errors of the console, exceptions, breaches of the content security policy, answers that failed. */
  readonly problems: string[]
}

/** The screen of most offices. */
export const DESKTOP = { width: 1366, height: 768 } as const

/** Opens a window with a memory of its own: nothing of another test is remembered in it. */
export async function watchedPage(
  browser: Browser,
  baseURL: string,
  viewport: { width: number; height: number } = DESKTOP,
): Promise<WatchedPage> {
  const context = await browser.newContext({ baseURL, viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  const problems: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(`${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => problems.push(`exception: ${error.stack ?? error.message}`))
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`)
  })
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      console.error(`content security policy: ${violatedDirective} forbids ${blockedURI}`)
    })
  })
  return { page, problems }
}

/** Waits until the screen stands: its title is there, nothing is being read, no skeleton is left. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor()
  await page.waitForFunction(() => document.querySelector('.ant-skeleton-active, main [aria-busy="true"], [role="progressbar"]') === null)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await atRest(page)
}

/** Waits until nothing moves or fades any more; what turns for ever is not waited for. */
export async function atRest(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(({ playState, effect }) => playState !== 'running' || effect?.getComputedTiming().iterations === Infinity),
  )
}
