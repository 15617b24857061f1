import type { IncomingMessage } from 'node:http'

import { readBody } from '../http/body.ts'
import { RequestRefused } from './errors.ts'

type Json = Readonly<Record<string, unknown>>

/** What a GraphQL request says, whichever way it came. */
export interface Params {
  readonly query: string
  readonly operationName: string | null
  readonly variables: Json | null
  /** Sent by GET, so that it must not change anything. */
  readonly readOnly: boolean
}

/**
 * The parameters of a request: JSON by POST, the query of the address by GET, or a form with files after the GraphQL multipart request
 * specification. Throws `RequestRefused` with the status that the GraphQL over HTTP specification asks for.
 */
export async function readParams(request: IncomingMessage): Promise<Params> {
  if (request.method === 'GET') return paramsOfAddress(request.url ?? '/')
  if (request.method !== 'POST') throw new RequestRefused(405, 'Send the operation by POST, or a query by GET.', { allow: 'GET, POST' })
  const [type = '', ...settings] = (request.headers['content-type'] ?? '').toLowerCase().split(';')
  const charset = settings.find((setting) => setting.trim().startsWith('charset='))?.trim()
  if (type.trim() === 'application/json' && (charset === undefined || /^charset="?utf-?8"?$/.test(charset)))
    return paramsOf(jsonOf((await readBody(request)).toString(), 'The body'))
  if (type.trim() === 'multipart/form-data') return paramsOfForm(request.headers['content-type'] ?? '', await readBody(request))
  throw new RequestRefused(415, 'Send the operation as application/json in UTF-8, with files as multipart/form-data.')
}

function paramsOfAddress(address: string): Params {
  const given = new URL(address, 'http://localhost').searchParams
  const text = (name: string) => given.get(name) || null
  const json = (name: string) => jsonOf(text(name) ?? 'null', `The parameter ${name}`)
  return {
    ...paramsOf({
      query: text('query'),
      operationName: text('operationName'),
      variables: json('variables'),
      extensions: json('extensions'),
    }),
    readOnly: true,
  }
}

function paramsOf(sent: unknown): Params {
  if (!isObject(sent)) throw new RequestRefused(422, 'The request must be an object with the member query.')
  const { query, operationName = null, variables = null, extensions = null } = sent
  if (typeof query !== 'string') throw new RequestRefused(422, 'The member query must be the text of a document.')
  if (operationName !== null && typeof operationName !== 'string') throw new RequestRefused(422, 'The member operationName must be a text.')
  if (variables !== null && !isObject(variables)) throw new RequestRefused(422, 'The member variables must be an object.')
  if (extensions !== null && !isObject(extensions)) throw new RequestRefused(422, 'The member extensions must be an object.')
  return { query, operationName, variables, readOnly: false }
}

async function paramsOfForm(contentType: string, body: Buffer<ArrayBuffer>): Promise<Params> {
  const form = await new Response(body, { headers: { 'content-type': contentType } }).formData().catch(() => {
    throw new RequestRefused(400, 'The form cannot be read.')
  })
  const operations = jsonOf(String(form.get('operations')), 'The part operations')
  const map = jsonOf(String(form.get('map')), 'The part map')
  if (!isObject(map)) throw new RequestRefused(422, 'The part map must be an object.')
  for (const [part, paths] of Object.entries(map)) {
    const file = form.get(part)
    if (!(file instanceof File) || !Array.isArray(paths)) throw new RequestRefused(422, `The file ${part} of the map is missing.`)
    for (const path of paths) put(operations, String(path).split('.'), file)
  }
  return paramsOf(operations)
}

// A file stands where the operations have null; nothing else is overwritten, and nothing is added.
function put(into: unknown, path: readonly string[], file: File): void {
  const [key = '', ...further] = path
  if (typeof into === 'object' && into !== null && Object.hasOwn(into, key)) {
    const holder = into as Record<string, unknown>
    if (further.length > 0) return put(holder[key], further, file)
    if (holder[key] === null) {
      holder[key] = file
      return
    }
  }
  throw new RequestRefused(422, 'A path of the map does not lead to null in the operations.')
}

function jsonOf(text: string, what: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new RequestRefused(400, `${what} is no JSON.`)
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
