import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A Chromium that can be started, with what its process needs in its environment. */
export interface Chromium {
  readonly executablePath: string
  readonly environment: Readonly<Record<string, string>>
  /** Deletes what was unpacked for it, if anything. */
  remove(): Promise<void>
}

const INSTALLED = '/usr/bin/chromium'

/** The Chromium of `CHROMIUM_PATH`, else the installed one, else the one from our packages, unpacked (3 s) to a temporary folder. */
export async function findChromium(): Promise<Chromium> {
  const { CHROMIUM_PATH: given, CHROMIUM_FOLDER: unpacked } = process.env
  const nothingToRemove = (): Promise<void> => Promise.resolve()
  if (given) return { executablePath: given, environment: unpacked ? environmentIn(unpacked) : {}, remove: nothingToRemove }
  if (existsSync(INSTALLED)) return { executablePath: INSTALLED, environment: {}, remove: nothingToRemove }
  return unpackChromium()
}

/** Unpacks the Chromium of `@sparticuz/chromium` together with its libraries and a font: for a machine that has nothing. */
export async function unpackChromium(): Promise<Chromium> {
  const folder = await mkdtemp(path.join(tmpdir(), 'yilian-chromium-'))
  const before = { ...process.env }
  // The package unpacks to fixed names in the temporary folder, and its own libraries only where it believes to be on Lambda.
  Object.assign(process.env, { TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' })
  try {
    const { default: chromium } = await import('@sparticuz/chromium')
    const executablePath = await chromium.executablePath()
    await writeFile(path.join(folder, 'fonts', 'fonts.conf'), fontConfiguration(folder))
    return { executablePath, environment: environmentIn(folder), remove: () => rm(folder, { recursive: true, force: true }) }
  } finally {
    for (const name of Object.keys(process.env)) if (before[name] === undefined) delete process.env[name]
    Object.assign(process.env, before)
  }
}

/** The package's own configuration looks for fonts in fixed folders; where it finds none, Chromium ends at the first text field. */
function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path.join(folder, 'fonts')}</dir>
  <cachedir>${path.join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`
}

function environmentIn(folder: string): Record<string, string> {
  return { LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: path.join(folder, 'fonts') }
}
