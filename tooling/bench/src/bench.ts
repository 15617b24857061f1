import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

import { measureAccess } from './access.ts'
import { measureConstruction } from './construction.ts'
import { openDatabases } from './databases.ts'
import { measureStaff } from './staff.ts'
import { measureScale } from './scale.ts'
import { measureThroughput } from './throughput.ts'

const COUNTIES = 100
const POSTGRAPHILE = fileURLToPath(new URL('../postgraphile', import.meta.url))

/** `pnpm bench [--rounds 5] [--seconds 3] [--times 30]`. Method and reading: docs/benchmarks.md. */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    times: { type: 'string', default: '30' },
  },
})
const log = (message: string): void => void process.stderr.write(`${message}\n`)

const databases = await openDatabases(log)
try {
  process.stdout.write(`${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, Node ${process.versions.node}\n`)
  const many = await databases.filled(COUNTIES)
  if (!existsSync(`${POSTGRAPHILE}/node_modules`)) {
    log('installing PostGraphile')
    execFileSync('pnpm', ['install', '--frozen-lockfile'], { cwd: POSTGRAPHILE, stdio: 'inherit' })
  }
  await measureThroughput(many, { rounds: Number(values.rounds), seconds: Number(values.seconds), enginePid: databases.pid }, log)
  await measureAccess(many, { times: Number(values.times) })
  const one = await databases.filled(1)
  await measureStaff({ '1 county': one, [`${COUNTIES} counties`]: many }, { times: Number(values.times) })
  await measureConstruction(await databases.construction(), { times: Number(values.times) })
  await measureScale(one, many, { counties: COUNTIES, times: Number(values.times) }, log)
} finally {
  await databases.close()
}
