import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'

import type { Db } from '@yilian/database/db.ts'
import { dayInChina } from '@yilian/domain/day.ts'
import type { Cell } from '@yilian/domain/file-columns.ts'

import { denied, type AccessLog } from '../access/denied.ts'
import { Refused, type Asker, type Identify } from '../access/identify.ts'
import type { Reader } from '../access/reader.ts'
import { csvText } from '../files/csv.ts'
import { tableWorkbook } from '../files/workbook.ts'
import { countedExport, type ExportRequest } from '../audit/record-export.ts'
import { answer } from '../http/answers.ts'
import type { Handler } from '../http/server.ts'
import { TooManyRows, WHOLE_LIMIT } from '../list/whole-list.ts'
import type { ExportFile } from './define-export.ts'
import { BadExport, readLocale } from './export-request.ts'
import { EXPORTS } from './exports.ts'
import { readTemplate } from './template.ts'

export interface FileRoutesOptions {
  readonly db: Db
  readonly clock: () => Date
  readonly identify: Identify
  readonly log: AccessLog
}

/** Who takes nothing for this long is not waited for: an export holds a database connection. */
const PATIENCE_MILLISECONDS = 60_000
/** Exports written at a time; the database has ten connections, and screens come first. */
const AT_ONCE = 3

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const
type Format = keyof typeof TYPES

/**
 * Answers everything below `/files/`: `/files/export/<name>.<xlsx|csv>`, `/files/template/<kind>.<xlsx|csv>`. The one place that
 * decides who may: an export says what it takes, a template is everybody's who is signed in, and nothing here changes anything.
 */
export function fileRoutes({ db, clock, identify, log }: FileRoutesOptions): Handler {
  let running = 0
  return async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(response, 'methodNotAllowed', { allow: 'GET, HEAD' })
    const asker = await askerOf(identify, request)
    if (!asker) return answer(response, 'notSignedIn')
    const url = new URL(request.url ?? '/', 'http://localhost')
    const [, what, name = '', format] = /^\/files\/(export|template)\/([A-Za-z]+)\.(xlsx|csv)$/.exec(url.pathname) ?? []
    if (format !== 'xlsx' && format !== 'csv') return answer(response, 'notFound')
    try {
      if (what === 'template') return await sendTemplate(request, response, name, format, url.searchParams)
      const table = Object.hasOwn(EXPORTS, name) ? EXPORTS[name] : undefined
      if (!table) return answer(response, 'notFound')
      const requestId = String(request.headers['x-request-id'] ?? '')
      if (asker.access.own(table.needs) === null) {
        denied({ db, actor: asker.actor, requestId, log }, { file: name, permission: table.needs })
        return answer(response, 'notAllowed')
      }
      const open = table.read(url.searchParams, dayInChina(clock()))
      if (running >= AT_ONCE) return refuse(response, 503, BUSY[readLocale(url.searchParams)], { 'retry-after': '10' })
      running += 1
      try {
        await sendExport(db, open, request, response, { name, format, params: url.searchParams, asker, requestId })
      } finally {
        running -= 1
      }
    } catch (error) {
      if (error instanceof BadExport) return refuse(response, 400, error.message)
      if (error instanceof TooManyRows) return refuse(response, 400, TOO_MANY[readLocale(url.searchParams)])
      // Whoever closed the page in the middle of a download is no fault of ours.
      if (!(error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE')) throw error
    }
  }
}

/** Somebody who must change the password first reaches no file either. */
async function askerOf(identify: Identify, request: IncomingMessage): Promise<Asker | null> {
  try {
    return await identify(request)
  } catch (error) {
    if (error instanceof Refused) return null
    throw error
  }
}

const BUSY = {
  zh: '正在导出的文件较多，请稍候再试。',
  en: 'Several files are being exported; please try again in a moment.',
}

const TOO_MANY = {
  zh: `需对比的记录超过 ${WHOLE_LIMIT} 条，不能导出。请改为对比单个医共体。`,
  en: `There are more than ${WHOLE_LIMIT} records to compare. Compare a single alliance instead.`,
}

function refuse(response: ServerResponse, status: number, line: string, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers })
  response.end(`${line}\n`)
}

/** All pages are read from one snapshot, so that what is recorded meanwhile does not mix into the file. What was taken goes into the audit. */
async function sendExport(
  db: Db,
  open: (reader: Reader) => Promise<ExportFile>,
  request: IncomingMessage,
  response: ServerResponse,
  wanted: ExportRequest & { readonly format: Format },
): Promise<void> {
  const { format } = wanted
  const snapshot = await db.startTransaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute()
  try {
    const asked = await open({ db: snapshot, access: wanted.asker.access })
    if (request.method === 'HEAD') return void response.writeHead(200, headersOf(asked, format)).end()
    const { file, record } = countedExport(db, asked, wanted)
    const rows = await begun(file.rows)
    response.writeHead(200, headersOf(file, format))
    response.setTimeout(PATIENCE_MILLISECONDS, () => response.destroy())
    try {
      await pipeline(bodyOf({ ...file, rows }, format), response)
    } finally {
      await record()
    }
  } finally {
    await snapshot.rollback().execute()
  }
}

/** The same rows, the first of them read already: what fails at once is told with its status, not in the middle of a file. */
async function begun<Row>(rows: AsyncIterable<Row>): Promise<AsyncIterable<Row>> {
  const iterator = rows[Symbol.asyncIterator]()
  let first: IteratorResult<Row> | null = await iterator.next()
  return {
    [Symbol.asyncIterator]: () => ({
      next: async () => {
        const given = first ?? (await iterator.next())
        first = null
        return given
      },
      return: async () => (await iterator.return?.()) ?? { done: true, value: undefined },
    }),
  }
}

function bodyOf(
  { title, head, columns, rows }: ExportFile,
  format: Format,
): AsyncIterable<string | Uint8Array> | ReadableStream<Uint8Array> {
  if (format === 'xlsx') return tableWorkbook({ name: title, title: head, columns, rows })
  const lines: Cell[][] = [...head.map((line) => [line]), columns.map(({ heading }) => heading)]
  return csvText(lines, rows)
}

function headersOf({ fileName, plainName }: Pick<ExportFile, 'fileName' | 'plainName'>, format: Format): Record<string, string> {
  const encoded = encodeURIComponent(`${fileName.replace(/[\\/:*?"<>|\s]+/g, ' ')}.${format}`).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return {
    'content-type': TYPES[format],
    'content-disposition': `attachment; filename="${plainName}.${format}"; filename*=UTF-8''${encoded}`,
    'cache-control': 'no-store',
  }
}

async function sendTemplate(
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
  format: Format,
  params: URLSearchParams,
): Promise<void> {
  const template = await readTemplate(name, format, readLocale(params))
  if (!template) return answer(response, 'notFound')
  response.writeHead(200, { ...headersOf(template, format), 'content-length': template.data.length })
  response.end(request.method === 'HEAD' ? undefined : template.data)
}
