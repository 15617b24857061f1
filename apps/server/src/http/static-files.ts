import { readFile, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

import { answer } from './answers.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

const COMPRESSIBLE = /^(text\/|application\/(json|manifest)|image\/svg)/
const WORTH_COMPRESSING = 1024

interface File {
  readonly etag: string
  readonly type: string
  readonly body: Buffer
  readonly br: Buffer | null
  readonly gzip: Buffer | null
}

/**
 * Answers GET and HEAD from the files of `directory`, compressed once and kept in memory; a path that names no file and has no
 * extension is a page of the application and gets `index.html`. Names under `assets/` carry a hash and never change.
 */
export function staticFiles(directory: string): (request: IncomingMessage, response: ServerResponse, pathname: string) => Promise<void> {
  const root = path.resolve(directory)
  const kept = new Map<string, File>()

  async function find(name: string): Promise<File | null> {
    const file = path.join(root, name)
    if (file !== root && !file.startsWith(root + path.sep)) return null
    const found = await stat(file).catch(() => null)
    if (!found?.isFile()) return null
    const etag = `"${found.size.toString(36)}-${found.mtimeMs.toString(36)}"`
    const before = kept.get(file)
    if (before?.etag === etag) return before
    const made = await readFileCompressed(file, etag)
    kept.set(file, made)
    return made
  }

  return async (request, response, pathname) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(response, 'methodNotAllowed', { allow: 'GET, HEAD' })
    const name = decodePath(pathname)
    if (name === null) return answer(response, 'badRequest')
    const isPage = path.extname(name) === ''
    const file = (isPage ? null : await find(name)) ?? (isPage ? await find('index.html') : null)
    if (!file) return answer(response, isPage ? 'adminMissing' : 'notFound')
    const isHashed = name.startsWith('/assets/') && !isPage
    response.setHeader('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    send(request, response, file)
  }
}

function send(request: IncomingMessage, response: ServerResponse, file: File): void {
  response.setHeader('etag', file.etag)
  response.setHeader('vary', 'accept-encoding')
  if (request.headers['if-none-match'] === file.etag) {
    response.writeHead(304).end()
    return
  }
  const encoding = acceptedEncoding(String(request.headers['accept-encoding'] ?? ''), file)
  const body = encoding ? (file[encoding] ?? file.body) : file.body
  if (encoding) response.setHeader('content-encoding', encoding)
  response.writeHead(200, { 'content-type': file.type, 'content-length': body.length })
  response.end(request.method === 'HEAD' ? undefined : body)
}

function acceptedEncoding(accepted: string, file: File): 'br' | 'gzip' | null {
  if (file.br && /\bbr\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(accepted)) return 'br'
  return file.gzip && /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(accepted) ? 'gzip' : null
}

async function readFileCompressed(file: string, etag: string): Promise<File> {
  const body = await readFile(file)
  const type = TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream'
  if (!COMPRESSIBLE.test(type) || body.length < WORTH_COMPRESSING) return { etag, type, body, br: null, gzip: null }
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
    promisify(gzip)(body),
  ])
  return { etag, type, body, br, gzip: gz }
}

/** The path with its escapes resolved, or `null` where it is malformed or hides something. */
function decodePath(pathname: string): string | null {
  try {
    const name = decodeURIComponent(pathname)
    return name.includes('\0') || name.split('/').some((part) => part.startsWith('.') && part !== '') ? null : name
  } catch {
    return null
  }
}
