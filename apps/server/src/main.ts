import { existsSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { DatabaseUnavailable } from '@yilian/database/database-unavailable.ts'
import type { Database } from '@yilian/database/db.ts'
import { migrate, MigrationFailed } from '@yilian/database/migrate.ts'
import { openDatabase } from '@yilian/database/open-database.ts'
import { loadReference } from '@yilian/database/reference.ts'
import { loadDemo } from '@yilian/demo-data/load.ts'

import type { Identify } from './access/identify.ts'
import { identifyToken } from './api-token/identify-token.ts'
import { denialsWritten } from './access/denied.ts'
import { createApp } from './app.ts'
import { noteHeads, type NotedHeads } from './audit/audit-head.ts'
import { fileRoutes } from './export/file-routes.ts'
import { createGraphqlHandler } from './graphql/handler.ts'
import { answer, answerJson } from './http/answers.ts'
import { clientReader } from './http/client.ts'
import { createImports } from './import/imports.ts'
import { takeUpImports } from './import/take-up.ts'
import { CannotListen, createHttpServer, drain, type Handler, listen } from './http/server.ts'
import { createJobs, type Jobs } from './job/jobs.ts'
import { KeysUnavailable, readKeys } from './keys/keys.ts'
import { createLog, type Log, withoutSecrets } from './log.ts'
import { usernameOfPhone } from './personal-data/personal-data.queries.ts'
import { readSettings, type Settings, SettingsInvalid } from './settings.ts'
import { createSignIn } from './sign-in/sign-in.ts'
import { DemonstrationInProduction, prepareAccounts, welcome } from './sign-in/start-up.ts'
import { onStop } from './stop.ts'

const ADMIN = fileURLToPath(new URL('../../admin/dist', import.meta.url))
const DRAIN_MILLISECONDS = 10_000
/** What takes longer is stopped by PostgreSQL: nobody waits for the answer any more. */
const STATEMENT_SECONDS = 60

/** `node main.ts [--demo]`: starts, says where to look, and runs until it is told to stop. */
try {
  await run(readSettings(process.env), process.argv.includes('--demo'))
} catch (error) {
  const expected = [SettingsInvalid, CannotListen, DatabaseUnavailable, MigrationFailed, KeysUnavailable, DemonstrationInProduction]
  const isExpected = expected.some((kind) => error instanceof kind)
  process.stderr.write(`${withoutSecrets(isExpected && error instanceof Error ? error.message : describe(error))}\n`)
  process.exitCode = 1
}

async function run(settings: Settings, isDemo: boolean): Promise<void> {
  const readable = isDemo || process.stdout.isTTY
  const log = createLog({ level: settings.logLevel, readable })
  const stop = onStop(log)
  const server = createHttpServer()
  // The port is taken before the slow work, so that a wrong one is known at once.
  let handler: Handler = answerStarting
  server.on('request', (request, response) => void handler(request, response))
  const url = await listen(server, settings)
  let database: Database | null = null
  let jobs: Jobs | null = null
  let heads: NotedHeads | null = null
  // Stopped while it starts, it need not wait for the start to be done; PostgreSQL undoes what was not finished.
  void stop.wanted.then(() => handler === answerStarting && process.exit(0))
  try {
    database = await open(settings, log)
    const keys = await readKeys(settings)
    await prepare(database, isDemo, log)
    await prepareAccounts(database.db, { isDemo, production: settings.production, log })
    if (!existsSync(path.join(ADMIN, 'index.html'))) log.warn('The pages are not built: run pnpm build.')
    const { db } = database
    heads = await noteHeads(db, log)
    const clock = (): Date => new Date()
    jobs = createJobs({ db, log })
    await takeUpImports(db)
    const { trustedProxies, signIn: limits, budgetPercent } = settings
    const signIn = createSignIn({
      db,
      log,
      clock,
      keys,
      trustedProxies,
      settings: limits,
      showDemonstration: isDemo,
      usernameOfPhone: (phone) => usernameOfPhone(db, keys, phone),
    })
    const clientOf = clientReader(trustedProxies)
    const byToken = identifyToken({ db, clock, clientOf, settings: limits })
    const identify: Identify = async (request) => (await byToken(request)) ?? signIn.identify(request)
    const graphql = createGraphqlHandler({
      db,
      log,
      clock,
      identify,
      keys,
      budgetPercent,
      csrfToken: signIn.csrfToken,
      passwordRules: limits.passwordRules,
      addressOf: (request) => clientOf(request).address,
      imports: createImports({ db, jobs, log, clock, keys }),
    })
    const routes = { '/auth/': signIn.handler, '/files/': fileRoutes({ db, clock, identify, log, keys }) }
    handler = createApp({ database, log, adminDirectory: ADMIN, graphql, routes, isStopping: () => stop.asked })
    const setUpCode = await signIn.setUpCode()
    if (readable) process.stdout.write(await welcome(db, { url, setUpCode, isDemo }))
    else log.info({ url, ...(setUpCode && { setUpCode }) }, setUpCode ? 'ready; there is no user yet: open the address to set up' : 'ready')
    await stop.wanted
  } finally {
    await Promise.all([drain(server, DRAIN_MILLISECONDS), jobs?.close()])
    if (database) await denialsWritten(database.db)
    await heads?.stop()
    await database?.close()
  }
  log.info('stopped')
}

async function open({ databaseUrl, databaseAppUrl, dataDirectory }: Settings, log: Log): Promise<Database> {
  const tell = (message: string): void => log.info(message)
  const common = { log: tell, statementSeconds: STATEMENT_SECONDS }
  return openDatabase(databaseUrl ? { url: databaseUrl, appUrl: databaseAppUrl ?? undefined, ...common } : { dataDirectory, ...common })
}

/** What changes the tables or loads them is the owner's work, not the application's. */
async function prepare({ owner }: Database, isDemo: boolean, log: Log): Promise<void> {
  const applied = await migrate(owner)
  if (applied.length > 0) log.info({ count: applied.length }, 'migrated the database')
  const regions = await loadReference(owner)
  if (regions > 0) log.info({ regions }, 'loaded the reference data')
  if (!isDemo) return
  const loaded = await loadDemo(owner, (message) => log.info(message))
  if (loaded) log.info('loaded the demonstration counties')
}

function answerStarting(request: IncomingMessage, response: ServerResponse): void {
  if (request.url === '/health') answerJson(response, 200, { status: 'ok' })
  else if (request.url === '/ready') answerJson(response, 503, { status: 'not ready', reason: 'starting' })
  else answer(response, 'starting', { refresh: '2' })
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
