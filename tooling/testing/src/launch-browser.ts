import { chromium, type Browser } from 'playwright-core'

import { type Chromium, findChromium } from './chromium.ts'

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
]

/** Starts a headless Chromium: the one given, else as `findChromium` chooses. The caller closes it. */
export async function launchBrowser(given?: Chromium): Promise<Browser> {
  const { executablePath, environment, remove } = given ?? (await findChromium())
  const env = { ...process.env, ...environment }
  const browser = await chromium.launch({ executablePath, args: ARGUMENTS, env, headless: true })
  browser.once('disconnected', () => void remove())
  return browser
}
