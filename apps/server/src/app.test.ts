import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync, brotliDecompressSync } from 'node:zlib'

import { testDatabase } from '@yilian/testing/test-database.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { createApp } from './app.ts'
import { buffer } from 'node:stream/consumers'
import { createHttpServer, drain, listen } from './http/server.ts'
import { createLog } from './log.ts'

const database = await testDatabase()
const empty = await testDatabase({ migrated: false })
const script = `export const text = '${'医联'.repeat(800)}'\n`
const written: string[] = []
const log = createLog({ level: 'info', readable: false, write: (line) => written.push(line) })
const servers: ReturnType<typeof createHttpServer>[] = []

let folder: string
let url: string
let stopping = false

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'yilian-app-'))
  await mkdir(path.join(folder, 'dist', 'assets'), { recursive: true })
  await writeFile(path.join(folder, 'dist', 'index.html'), '<!doctype html><title>医联</title>')
  await writeFile(path.join(folder, 'dist', 'assets', 'main-abc123.js'), script)
  await writeFile(path.join(folder, 'dist', 'assets', 'font-abc123.woff2'), 'font')
  await writeFile(path.join(folder, 'secret.txt'), 'secret')
  url = await serve({
    database,
    log,
    adminDirectory: path.join(folder, 'dist'),
    isStopping: () => stopping,
    graphql: async (request, response) => void response.end(await buffer(request)),
    routes: {
      '/files/': (request, response) => void response.end(`file for ${request.headers['x-request-id']}`),
      '/broken': () => Promise.reject(new Error('a fault with a secret inside')),
    },
  })
})

afterAll(async () => {
  await Promise.all(servers.map((server) => drain(server, 1000)))
  await rm(folder, { recursive: true, force: true })
})

async function serve(options: Parameters<typeof createApp>[0]): Promise<string> {
  const app = createApp(options)
  const server = createHttpServer().on('request', (request, response) => void app(request, response))
  servers.push(server)
  return listen(server, { host: '127.0.0.1', port: 0 })
}

/** Sends the path as it stands, which `fetch` would tidy up first. */
function send(
  method: string,
  target: string,
  headers: IncomingHttpHeaders = {},
  body?: string,
): Promise<{ status: number | undefined; headers: IncomingHttpHeaders; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url)
    const request = httpRequest({ hostname, port, method, path: target, headers: { ...headers } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }))
    })
    request.on('error', reject)
    request.end(body)
  })
}

test('/health answers while the process lives, /ready while the database answers and it is not stopping', async () => {
  expect(await (await fetch(`${url}/health`)).json()).toEqual({ status: 'ok' })
  expect(await (await fetch(`${url}/ready`)).json()).toEqual({ status: 'ready' })
  stopping = true
  const ready = await fetch(`${url}/ready`)
  stopping = false
  expect([ready.status, await ready.json()]).toEqual([503, { status: 'not ready', reason: 'stopping' }])
})

test('/ready refuses a database without the migrations', async () => {
  const other = await serve({ database: empty, log, adminDirectory: folder })
  const ready = await fetch(`${other}/ready`)
  expect([ready.status, await ready.json()]).toEqual([503, { status: 'not ready', reason: 'migrations are missing' }])
})

test('a sane request id is kept, another replaced; handler, answer and log have the same', async () => {
  const kept = await fetch(`${url}/files/list.csv`, { headers: { 'x-request-id': 'gateway:12345678' } })
  expect(kept.headers.get('x-request-id')).toBe('gateway:12345678')
  expect(await kept.text()).toBe('file for gateway:12345678')
  await expect.poll(() => written.join('')).toContain('"requestId":"gateway:12345678","method":"GET","path":"/files/list.csv","status":200')
  const replaced = await fetch(`${url}/files/list.csv`, { headers: { 'x-request-id': 'a"b c' } })
  expect(replaced.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
})

test('every path of the application gets the page, fresh; a missing file is not found', async () => {
  for (const target of ['/', '/alliances/36?asOf=2020-07-31', '/机构']) {
    const page = await fetch(url + target)
    expect([page.status, page.headers.get('content-type'), page.headers.get('cache-control')]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-cache',
    ])
    expect(await page.text()).toContain('医联')
  }
  expect((await fetch(`${url}/assets/gone.js`)).status).toBe(404)
})

test('a named asset is kept for ever, compressed as the browser accepts it, and not sent twice', async () => {
  const target = '/assets/main-abc123.js'
  const plain = await send('GET', target)
  expect(plain.body.toString()).toBe(script)
  expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  const br = await send('GET', target, { 'accept-encoding': 'gzip, deflate, br' })
  expect([br.headers['content-encoding'], brotliDecompressSync(br.body).toString()]).toEqual(['br', script])
  const gzip = await send('GET', target, { 'accept-encoding': 'gzip, br;q=0' })
  expect([gzip.headers['content-encoding'], gunzipSync(gzip.body).toString()]).toEqual(['gzip', script])
  const again = await send('GET', target, { 'if-none-match': String(plain.headers.etag) })
  expect([again.status, again.body.length]).toEqual([304, 0])
  const head = await send('HEAD', target)
  expect([head.headers['content-length'], head.body.length]).toEqual([String(Buffer.byteLength(script)), 0])
  expect((await send('GET', '/assets/font-abc123.woff2', { 'accept-encoding': 'br' })).headers).toMatchObject({
    'content-type': 'font/woff2',
  })
})

test.each(['/../secret.txt', '/..%2fsecret.txt', '/assets/..%2f..%2fsecret.txt', '/%00', '/%E0%A4%A', '//secret.txt/..'])(
  '%s does not leave the folder',
  async (target) => {
    const { status, body } = await send('GET', target)
    expect(body.toString()).not.toContain('secret')
    expect([400, 404]).toContain(status)
  },
)

test('every answer carries the security headers; only GraphiQL may run scripts inside a page', async () => {
  const page = await fetch(`${url}/`)
  expect(page.headers.get('x-content-type-options')).toBe('nosniff')
  expect(page.headers.get('content-security-policy')).toContain(`frame-ancestors 'none'`)
  expect(page.headers.get('content-security-policy')).toContain(`script-src 'self';`)
  expect((await fetch(`${url}/graphql`)).headers.get('content-security-policy')).toContain('unsafe-inline')
})

test('a body within the limit arrives; a larger one, or one of unstated length, is refused unread', async () => {
  const sent = await fetch(`${url}/graphql`, { method: 'POST', body: '{"query":"{ region }"}' })
  expect(await sent.text()).toBe('{"query":"{ region }"}')
  expect((await send('POST', '/graphql', { 'content-length': String(5 * 1024 * 1024) }, 'x').catch(() => ({ status: 413 }))).status).toBe(
    413,
  )
  expect((await send('POST', '/graphql', { 'transfer-encoding': 'chunked' }, 'x')).status).toBe(411)
})

test('a page of another site can neither change data nor read it; a link from there works', async () => {
  expect((await send('POST', '/graphql', { 'sec-fetch-site': 'cross-site' }, 'x')).status).toBe(403)
  expect((await send('GET', '/graphql', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' })).status).toBe(403)
  expect((await send('OPTIONS', '/graphql', { origin: 'https://elsewhere.example' })).status).toBe(403)
  expect((await send('POST', '/files/', { origin: 'https://elsewhere.example' }, 'x')).status).toBe(403)
  expect((await send('POST', '/files/', { origin: url }, 'x')).status).toBe(200)
  expect((await send('POST', '/graphql', { 'sec-fetch-site': 'same-origin' }, 'x')).status).toBe(200)
  expect((await send('GET', '/files/', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' })).status).toBe(200)
})

test('a fault is logged with the request id and not shown', async () => {
  const broken = await fetch(`${url}/broken`)
  expect(broken.status).toBe(500)
  expect(await broken.text()).not.toContain('secret inside')
  expect(written.join('')).toContain('a fault with a secret inside')
  expect(written.join('')).toContain(broken.headers.get('x-request-id'))
})
