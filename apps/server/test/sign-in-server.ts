import { type IncomingHttpHeaders, request as httpRequest } from 'node:http'
import { text } from 'node:stream/consumers'

import { beginChange, finishChange } from '@yilian/database/changes.ts'
import type { Database, Db } from '@yilian/database/db.ts'
import type { RoleGrantKey } from '@yilian/domain/access/role-grant.ts'
import { day } from '@yilian/domain/day.ts'
import { afterAll } from 'vitest'

import { createApp } from '../src/app.ts'
import { fileRoutes } from '../src/export/file-routes.ts'
import { createGraphqlHandler } from '../src/graphql/handler.ts'
import { createHttpServer, listen } from '../src/http/server.ts'
import { newKey, parseKeys, type Keys } from '../src/keys/keys.ts'
import { createLog } from '../src/log.ts'
import { insertAccount, insertGrant, passwordHash } from '../src/sign-in/accounts.ts'
import { SIGN_IN_SETTINGS, type SignInSettings } from '../src/sign-in/sign-in-settings.ts'
import { createSignIn } from '../src/sign-in/sign-in.ts'
import type { Json } from './api.ts'

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
  /** The body, where it is a JSON object. */
  readonly json: Json
  /** The body, where it is a JSON list. */
  readonly list: readonly Json[]
}

export interface SignInServer {
  readonly url: string
  /** What was logged. */
  readonly logged: () => string
  /** Lets time go by, for the server only. */
  later(seconds: number): void
  setUpCode(): Promise<string | null>
  /** A browser of its own: it keeps cookies and the token of its pages. */
  browser(headers?: Readonly<Record<string, string>>): Browser
}

export interface Browser {
  readonly cookies: Map<string, string>
  /** The token of its pages, as the last answer gave it; a test may put another one in its place. */
  csrfToken: string | null
  ask(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>
  post(path: string, body?: unknown): Promise<Answer>
  signIn(username: string, password?: string): Promise<Answer>
}

/** A password that will do. */
export const PASSWORD = 'Xiang-xi 431221'

export interface SignInServerOptions {
  readonly settings?: Partial<SignInSettings>
  readonly keys?: Keys
  readonly trustedProxies?: readonly string[]
  readonly showDemonstration?: boolean
  readonly usernameOfPhone?: (phone: string) => Promise<string | null>
}

/** The whole server with signing in on a port of its own. Several on one database are several processes of one installation. */
export async function signInServer(database: Database, options: SignInServerOptions = {}): Promise<SignInServer> {
  const { settings = {}, keys = parseKeys(newKey(), 'test'), trustedProxies = [], ...more } = options
  const { db } = database
  let ahead = 0
  const clock = (): Date => new Date(Date.now() + ahead)
  let logged = ''
  const log = createLog({ level: 'debug', readable: false, write: (line) => (logged += line) })
  const signIn = createSignIn({ db, log, clock, keys, settings: { ...SIGN_IN_SETTINGS, ...settings }, trustedProxies, ...more })
  const { identify, csrfToken } = signIn
  const graphql = createGraphqlHandler({ db, log, clock, identify, keys, csrfToken })
  const routes = { '/auth/': signIn.handler, '/files/': fileRoutes({ db, clock, identify, log, keys }) }
  const app = createApp({ database, log, adminDirectory: '/nowhere', graphql, routes })
  const server = createHttpServer().on('request', (request, response) => void app(request, response))
  const url = await listen(server, { host: '127.0.0.1', port: 0 })
  afterAll(() => new Promise((closed) => server.close(closed)))
  return {
    url,
    logged: () => logged,
    later: (seconds) => void (ahead += seconds * 1000),
    setUpCode: signIn.setUpCode,
    browser: (headers) => browser(url, headers),
  }
}

/** A browser at this address: it keeps cookies and the token of its pages. */
export function browser(url: string, ownHeaders: Readonly<Record<string, string>> = {}): Browser {
  const cookies = new Map<string, string>()
  const self: Browser = {
    cookies,
    csrfToken: null,
    async ask(method, path, body, headers = {}) {
      const answer = await send(url + path, method, body, {
        ...(cookies.size > 0 && { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') }),
        ...(self.csrfToken !== null && { 'x-csrf-token': self.csrfToken }),
        ...ownHeaders,
        ...headers,
      })
      for (const cookie of answer.headers['set-cookie'] ?? []) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
        if (value === '') cookies.delete(name)
        else cookies.set(name, value)
      }
      if ('csrfToken' in answer.json) self.csrfToken = answer.json['csrfToken']
      return answer
    },
    get: (path, headers) => self.ask('GET', path, undefined, headers),
    post: (path, body = {}) => self.ask('POST', path, body),
    signIn: (username, password = PASSWORD) => self.post('/auth/sign-in/username', { username, password }),
  }
  return self
}

/** As `fetch` does it, but with whatever host and other headers a test wants to send. */
async function send(url: string, method: string, body: unknown, headers: Readonly<Record<string, string>>): Promise<Answer> {
  const payload = body === undefined ? null : JSON.stringify(body)
  const length = payload === null ? {} : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(payload)) }
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { method, headers: { ...length, ...headers } }, (response) => {
      void text(response).then((content) => {
        const body: Json | Json[] = response.headers['content-type']?.startsWith('application/json') ? JSON.parse(content) : {}
        const [json, list] = Array.isArray(body) ? [{}, body] : [body, []]
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text: content, json, list })
      }, reject)
    })
    request.once('error', reject)
    request.end(payload)
  })
}

let hashOfPassword: Promise<string> | null = null

/** Adds an account with this password and role; answers its id. */
export async function addAccount(
  db: Db,
  username: string,
  { mustChangePassword = false, grant }: { mustChangePassword?: boolean; grant?: Omit<RoleGrantKey, 'userId'> } = {},
): Promise<string> {
  // Slow on purpose: once is enough for a file.
  const hash = await (hashOfPassword ??= passwordHash(PASSWORD))
  return db.transaction().execute(async (trx) => {
    const change = await beginChange(trx, { command: 'createUser', actor: { id: 'test', name: '测试' } })
    const userId = await insertAccount(trx, change, { username, name: `姓名${username}` }, hash, { mustChangePassword })
    if (grant) await insertGrant(trx, change, { ...grant, userId, reason: '测试', validFrom: day('2020-01-01'), validTo: null })
    await finishChange(trx, change)
    return userId
  })
}
