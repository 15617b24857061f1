import { createServer } from 'node:http'

import type { Database } from '@yilian/database/db.ts'
import type { ImportKind } from '@yilian/domain/import-run.ts'
import { afterAll } from 'vitest'

import { LOCAL_OPERATOR, type Asker } from '../src/access/identify.ts'
import { createApp } from '../src/app.ts'
import { fileRoutes } from '../src/export/file-routes.ts'
import { createGraphqlHandler } from '../src/graphql/handler.ts'
import { createImports } from '../src/import/imports.ts'
import { createJobs } from '../src/job/jobs.ts'
import { createLog } from '../src/log.ts'
import type { Json } from './api.ts'
import { TEST_KEYS } from './keys.ts'

export interface FileServer {
  readonly url: string
  /** Runs an operation; answers its data, throws on errors. */
  query(document: string, variables?: Json): Promise<Json>
  /** Uploads a file to import and waits until it was read and checked, or failed. */
  upload(kind: ImportKind, data: Uint8Array, fileName?: string, countyCode?: string): Promise<Json>
  /** Writes the rows (all when left out) and waits until that is done. */
  commit(id: string, rows?: readonly number[]): Promise<Json>
  /** Waits until no import is under way and answers this one. */
  run(id: string): Promise<Json>
  get(path: string): Promise<Response>
}

const RUN = `id kind fileName state rowsTotal rowsDone rowsRight rowsWrong rowsUnchanged failure failureEn: failure(locale: en)
  columns { header field sample } rows(first: 500) { rows { row state cells issues { path code message } } nextAfter }`
const STARTED = `__typename ... on ImportRun { ${RUN} } ... on InputRefused { issues { path code message } }`

/** The whole server on a port of its own, told that it is `now` and who asks: pages left out, files and API as a browser reaches them. */
export async function fileServer(
  database: Database,
  now = '2026-11-22T04:00:00Z',
  whoAsks: () => Asker | null = () => LOCAL_OPERATOR,
): Promise<FileServer> {
  const { db } = database
  const log = createLog({ level: 'error', readable: true })
  const clock = (): Date => new Date(now)
  const jobs = createJobs({ db, log })
  const identify = async () => whoAsks()
  const graphql = createGraphqlHandler({
    db,
    log,
    clock,
    identify,
    keys: TEST_KEYS,
    imports: createImports({ db, jobs, clock, log, keys: TEST_KEYS }),
  })
  const app = createApp({
    database,
    log,
    adminDirectory: '/nowhere',
    graphql,
    routes: { '/files/': fileRoutes({ db, clock, identify, log, keys: TEST_KEYS }) },
  })
  const server = createServer((request, response) => void app(request, response))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  afterAll(async () => {
    await jobs.close()
    await new Promise((closed) => server.close(closed))
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the test server has no port')
  const url = `http://127.0.0.1:${address.port}`

  async function send(init: RequestInit): Promise<Json> {
    const answer = await fetch(`${url}/graphql`, { method: 'POST', ...init })
    const text = await answer.text()
    if (!answer.ok && !text.startsWith('{')) throw new Error(`${answer.status} ${text}`)
    const { data, errors } = JSON.parse(text) as { data: Json; errors?: unknown }
    if (errors) throw new Error(JSON.stringify(errors))
    return data
  }
  const query = (document: string, variables?: Json): Promise<Json> =>
    send({ headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: document, variables }) })
  const run = async (id: string): Promise<Json> => {
    await jobs.idle()
    return (await query(`query ($id: ID!) { importRun(id: $id) { ${RUN} } }`, { id }))['importRun']
  }
  const settled = async (started: Json): Promise<Json> => (started['__typename'] === 'ImportRun' ? run(started['id']) : started)

  return {
    url,
    query,
    run,
    async upload(kind, data, fileName = '导入.xlsx', countyCode = '431221') {
      const form = new FormData()
      const document = `mutation ($input: StartImportInput!) { startImport(input: $input) { ${STARTED} } }`
      form.set('operations', JSON.stringify({ query: document, variables: { input: { kind, countyCode, file: null } } }))
      form.set('map', JSON.stringify({ 0: ['variables.input.file'] }))
      form.set('0', new File([new Uint8Array(data)], fileName))
      return settled((await send({ body: form }))['startImport'])
    },
    async commit(id, rows) {
      return settled(
        (await query(`mutation ($id: ID!, $rows: [Int!]) { commitImport(id: $id, rows: $rows) { ${STARTED} } }`, { id, rows }))[
          'commitImport'
        ],
      )
    },
    get: (path) => fetch(url + path),
  }
}
