import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/**
 * `pnpm dev`: the server, started again when its sources change, on port 4000, and the admin with live reload on port 5173, which passes
 * API requests on. An empty database gets the demonstration counties. Ctrl-C stops both; when one ends by itself, so does the other.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const children = [
  start('.', ['--watch', '--watch-preserve-output', 'apps/server/src/main.ts', '--demo']),
  start('apps/admin', ['node_modules/vite/bin/vite.js']),
]

// The terminal sends Ctrl-C to all of us; the children end themselves and we wait for them.
process.on('SIGINT', () => undefined)
for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, stopAll)

const codes = await Promise.all(
  children.map(async (child) => {
    const [code] = (await once(child, 'exit')) as [number | null]
    stopAll()
    return code
  }),
)
process.exitCode = codes.find((code) => code !== 0 && code !== null && code !== 130) ?? 0

function start(folder: string, args: readonly string[]): ChildProcess {
  return spawn(process.execPath, args, { cwd: `${root}${folder}`, stdio: 'inherit' })
}

function stopAll(): void {
  for (const child of children) if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
}
