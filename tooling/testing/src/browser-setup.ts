import path from 'node:path'

import { findChromium } from './chromium.ts'

/** Finds or unpacks the browser once for the whole run; the test processes inherit where it is. */
export default async function setup(): Promise<() => Promise<void>> {
  const { executablePath, environment, remove } = await findChromium()
  process.env['CHROMIUM_PATH'] = executablePath
  if (environment['LD_LIBRARY_PATH']) process.env['CHROMIUM_FOLDER'] = path.dirname(executablePath)
  return remove
}
