import type { IncomingMessage, ServerResponse } from 'node:http'

import { pendingMigrations } from '@yilian/database/migrate.ts'
import type { Database } from '@yilian/database/db.ts'
import { sql } from 'kysely'

import { answer, answerJson } from './http/answers.ts'
import { acceptBody } from './http/body.ts'
import { requestId } from './http/request-id.ts'
import { isCrossSite, setSecurityHeaders } from './http/security.ts'
import type { Handler } from './http/server.ts'
import { staticFiles } from './http/static-files.ts'
import type { Log } from './log.ts'

export interface AppOptions {
  database: Database
  log: Log
  /** The folder of the built admin. */
  adminDirectory: string
  /** Answers `/graphql`. */
  graphql?: Handler
  /** Further handlers by path; one that ends in `/` answers everything below it. */
  routes?: Readonly<Record<string, Handler>>
  /** True once the program has been asked to stop: load balancers should then send requests elsewhere. */
  isStopping?: () => boolean
}

const MEGABYTE = 1024 * 1024
const LARGEST_QUERY = 4 * MEGABYTE
const LARGEST_FILE = 32 * MEGABYTE
/** What somebody sends before anybody knows who it is. */
const LARGEST_SIGN_IN = 16 * 1024

/**
 * Everything the server answers: `/health`, `/ready`, `/graphql`, further routes (`/auth/`, `/files/`), and the admin for all other paths. Every request has
 * an id, its own or a new one, in its `x-request-id` header for handlers, in the answer, and in the log.
 */
export function createApp({ database, log, adminDirectory, graphql, routes = {}, isStopping = () => false }: AppOptions): Handler {
  const admin = staticFiles(adminDirectory)
  const ready = readiness(database, isStopping)
  const find = (pathname: string): Handler | undefined =>
    routes[pathname] ?? Object.entries(routes).find(([route]) => route.endsWith('/') && pathname.startsWith(route))?.[1]

  async function route(request: IncomingMessage, response: ServerResponse, pathname: string): Promise<void> {
    if (pathname === '/health') return answerJson(response, 200, { status: 'ok' })
    if (pathname === '/ready') return ready(response)
    const handler = pathname === '/graphql' ? graphql : find(pathname)
    if (!handler) return pathname === '/graphql' ? answer(response, 'notFound') : admin(request, response, pathname)
    if (isCrossSite(request)) return answer(response, 'crossSite')
    if (acceptBody(request, response, largestBody(request, pathname))) await handler(request, response)
  }

  return async (request, response) => {
    const started = performance.now()
    const id = requestId(request)
    const pathname = (request.url ?? '/').split('?', 1)[0] ?? '/'
    request.headers['x-request-id'] = id
    response.setHeader('x-request-id', id)
    setSecurityHeaders(response, pathname)
    response.once('close', () => {
      const milliseconds = Math.round(performance.now() - started)
      const line = { requestId: id, method: request.method, path: pathname, status: response.statusCode, milliseconds }
      const isWorthALine = pathname === '/graphql' || find(pathname) !== undefined || response.statusCode >= 400
      log[isWorthALine ? 'info' : 'debug'](line, response.writableFinished ? 'answered' : 'the client went away')
    })
    try {
      await route(request, response, pathname)
    } catch (error) {
      log.error({ err: error, requestId: id }, 'a request failed')
      if (response.headersSent) response.destroy()
      else answer(response, 'failed')
    }
  }
}

/** Files come to the API as multipart/form-data, with a little around them. */
function largestBody({ headers }: IncomingMessage, pathname: string): number {
  if (pathname.startsWith('/auth/')) return LARGEST_SIGN_IN
  if (pathname !== '/graphql') return LARGEST_FILE
  return /^multipart\/form-data\b/i.test(headers['content-type'] ?? '') ? LARGEST_FILE + MEGABYTE : LARGEST_QUERY
}

/** Ready when the database answers and has every migration; 503 with the reason else. */
function readiness({ db }: Database, isStopping: () => boolean): (response: ServerResponse) => Promise<void> {
  let migrated = false
  return async (response) => {
    const reason = await notReady().catch(() => 'the database does not answer')
    if (reason) answerJson(response, 503, { status: 'not ready', reason })
    else answerJson(response, 200, { status: 'ready' })
  }

  async function notReady(): Promise<string | null> {
    if (isStopping()) return 'stopping'
    // Migrations do not go away again: asking once is enough.
    if (!migrated) migrated = (await pendingMigrations(db)).length === 0
    if (!migrated) return 'migrations are missing'
    await sql`select 1`.execute(db)
    return null
  }
}
