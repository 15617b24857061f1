import { existsSync } from 'node:fs'

import { expect, test } from 'vitest'

import { unpackChromium } from './chromium.ts'
import { launchBrowser } from './launch-browser.ts'

test('the browser from our packages starts where none is installed, runs several pages, and leaves nothing behind', async () => {
  const environment = { ...process.env }
  const chromium = await unpackChromium()
  expect(process.env).toEqual(environment)
  const browser = await launchBrowser(chromium)
  for (const text of ['医共体', 'alliance', '一二三']) {
    const page = await browser.newPage()
    await page.setContent(`<h1>${text}</h1><input value="${text}">`)
    expect(await page.evaluate('document.querySelector("h1").textContent')).toBe(text)
    expect(await page.evaluate('document.querySelector("input").offsetHeight')).toBeGreaterThan(0)
  }
  await browser.close()
  await chromium.remove()
  expect(existsSync(chromium.executablePath)).toBe(false)
})
