import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

import { afterEach, expect } from 'vitest'

/** Whole programs are started; on a busy machine that takes its time. */
export const PATIENCE = 120_000

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url))

export interface Program {
  readonly child: ChildProcess
  /** Standard output and error so far. */
  readonly output: { out: string; err: string }
  readonly ended: Promise<number | null>
}

/** Starts the server as the command line does. Programs that still run when a test ends are killed. Call it at the top of the file. */
export function programs(): (environment: Record<string, string>, args?: readonly string[]) => Program {
  const started: Program[] = []
  afterEach(async () => {
    for (const { child, ended } of started.splice(0)) {
      child.kill('SIGKILL')
      await ended
    }
  })
  return (environment, args = []) => {
    const child = spawn(process.execPath, [MAIN, ...args], {
      env: { PATH: process.env['PATH'], PORT: '0', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const output = { out: '', err: '' }
    child.stdout.on('data', (chunk) => (output.out += String(chunk)))
    child.stderr.on('data', (chunk) => (output.err += String(chunk)))
    const program = { child, output, ended: once(child, 'close').then(([code]) => code as number | null) }
    started.push(program)
    return program
  }
}

/** The address it says it is ready at. */
export async function ready({ output, ended }: Program): Promise<string> {
  const address = (): string | undefined => /"url":"([^"]+)"|open (http\S+)\/ in/.exec(output.out)?.slice(1).find(Boolean)
  const isOver = ended.then((code) => `ended with ${code}: ${output.err}`)
  await expect.poll(() => address() ?? Promise.race([isOver, Promise.resolve(undefined)]), { timeout: PATIENCE }).toMatch(/^http:/)
  return address() ?? ''
}
