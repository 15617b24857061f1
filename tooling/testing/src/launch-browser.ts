import { chromium, type Browser } from 'playwright-core'

import { findChromium } from './chromium.ts'

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

/** A headless Chromium, on a machine with nothing installed too. The caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, environment, remove } = await findChromium()
  const env = { ...process.env, ...environment }
  const browser = await chromium.launch({ executablePath, args: ARGUMENTS, env, headless: true })
  browser.once('disconnected', () => void remove())
  return browser
}
