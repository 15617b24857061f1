import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'

import type { Db } from '@yilian/database/db.ts'
import type { Permission } from '@yilian/domain/access/permission.ts'
import { dayInChina, type IsoDate } from '@yilian/domain/day.ts'
import type { Cell } from '@yilian/domain/file-columns.ts'

import { denied, type AccessLog } from '../access/denied.ts'
import { Refused, type Asker, type Identify } from '../access/identify.ts'
import { csvText } from '../files/csv.ts'
import { TooManyWordRows, WORD_ROWS, wordTable } from '../files/word-table.ts'
import { tableWorkbook } from '../files/workbook.ts'
import { countedExport, type Counted, type ExportRequest } from '../audit/record-export.ts'
import { isPhotoPath, sendPhoto } from '../files/photo-route.ts'
import { answer } from '../http/answers.ts'
import type { Handler } from '../http/server.ts'
import type { Keys } from '../keys/keys.ts'
import { revealInFile } from '../personal-data/reveal.ts'
import { TooManyRows, WHOLE_LIMIT } from '../list/whole-list.ts'
import type { ExportFile } from './define-export.ts'
import { DOCUMENTS } from './documents.ts'
import { BadExport, readLocale, REVEAL } from './export-request.ts'
import type { ExportReader } from './export-table.ts'
import { EXPORTS } from './exports.ts'
import { readTemplate } from './template.ts'

export interface FileRoutesOptions {
  readonly db: Db
  readonly clock: () => Date
  readonly identify: Identify
  readonly log: AccessLog
  readonly keys: Keys
}

/** Who takes nothing for this long is not waited for: an export holds a database connection. */
const PATIENCE_MILLISECONDS = 60_000
/** Exports written at a time; the database has ten connections, and screens come first. */
const AT_ONCE = 3

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const
type Format = keyof typeof TYPES

function isTableFormat(format: string): format is Format {
  return Object.hasOwn(TYPES, format)
}

/** A file as it is sent. */
interface Sent {
  readonly fileName: string
  readonly headers: Record<string, string>
  /** Whether what passes are rows of a table. */
  readonly ofRows: boolean
  /** Begins to read, so that what fails at once is told with its status. All of it passes through `counted`. */
  body(counted: Counted): Promise<AsyncIterable<string | Uint8Array> | ReadableStream<Uint8Array>>
}

/** What is behind a name and an ending: a list as a table, or a document. */
interface AnyFile {
  readonly needs: Permission
  read(params: URLSearchParams, today: IsoDate, now: Date): (reader: ExportReader) => Promise<Sent>
}

function fileOf(name: string, format: string): AnyFile | undefined {
  const table = Object.hasOwn(EXPORTS, name) ? EXPORTS[name] : undefined
  if (table && isTableFormat(format)) {
    return {
      needs: table.needs,
      read: (params, today) => {
        const open = table.read(params, today, format === 'docx')
        return async (reader) => {
          const file = await open(reader)
          return {
            fileName: file.fileName,
            headers: headersOf(file, format, TYPES[format]),
            ofRows: true,
            body: (counted) => bodyOf({ ...file, rows: counted(file.rows) }, format),
          }
        }
      },
    }
  }
  const key = `${name}.${format}`
  const document = Object.hasOwn(DOCUMENTS, key) ? DOCUMENTS[key] : undefined
  return (
    document && {
      needs: document.needs,
      read: (params, today, now) => {
        const open = document.read(params, today, now)
        return async (reader) => {
          const file = await open(reader)
          return {
            fileName: file.fileName,
            headers: headersOf(file, format, document.type),
            ofRows: false,
            body: (counted) => begun(counted(file.body)),
          }
        }
      },
    }
  )
}

/**
 * Answers everything below `/files/`: `/files/export/<name>.<xlsx|csv|docx>`, documents such as `/files/export/projects.json`, `/files/template/<kind>.<xlsx|csv>`, `/files/photo/<id>`. The one place that
 * decides who may: an export says what it takes, a template is everybody's who is signed in, and nothing here changes anything.
 */
export function fileRoutes({ db, clock, identify, log, keys }: FileRoutesOptions): Handler {
  let running = 0
  return async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(response, 'methodNotAllowed', { allow: 'GET, HEAD' })
    const asker = await askerOf(identify, request)
    if (!asker) return answer(response, 'notSignedIn')
    const url = new URL(request.url ?? '/', 'http://localhost')
    if (isPhotoPath(url.pathname)) return sendPhoto({ db, access: asker.access }, request, response, url.pathname)
    const [, what, name = '', format = ''] = /^\/files\/(export|template)\/([A-Za-z]+)\.([a-z]+)$/.exec(url.pathname) ?? []
    try {
      if (what === 'template') {
        if (format !== 'xlsx' && format !== 'csv') return answer(response, 'notFound')
        return await sendTemplate(request, response, name, format, url.searchParams)
      }
      const file = fileOf(name, format)
      if (!file || what === undefined) return answer(response, 'notFound')
      const requestId = String(request.headers['x-request-id'] ?? '')
      if (asker.access.own(file.needs) === null) {
        denied({ db, actor: asker.actor, requestId, log }, { file: name, permission: file.needs })
        return answer(response, 'notAllowed')
      }
      const open = file.read(url.searchParams, dayInChina(clock()), clock())
      if (url.searchParams.has(REVEAL) && (asker.via === 'TOKEN' || asker.access.own('staff.reveal') === null)) {
        denied({ db, actor: asker.actor, requestId, log }, { file: name, permission: 'staff.reveal' })
        return answer(response, 'notAllowed')
      }
      if (running >= AT_ONCE) return refuse(response, 503, BUSY[readLocale(url.searchParams)], { 'retry-after': '10' })
      running += 1
      try {
        await sendFile({ db, keys, clock }, open, request, response, { name, format, params: url.searchParams, asker, requestId })
      } finally {
        running -= 1
      }
    } catch (error) {
      if (error instanceof BadExport) return refuse(response, 400, error.message)
      if (error instanceof TooManyRows) return refuse(response, 400, TOO_MANY[readLocale(url.searchParams)])
      if (error instanceof TooManyWordRows) return refuse(response, 400, TOO_LONG_FOR_WORD[readLocale(url.searchParams)])
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
  zh: `需要一次读出的记录超过 ${WHOLE_LIMIT} 条，不能导出。请缩小范围，例如改为单个医共体。`,
  en: `More than ${WHOLE_LIMIT} records would have to be read at once. Narrow the range, for instance to a single alliance.`,
}

const TOO_LONG_FOR_WORD = {
  zh: `超过 ${WORD_ROWS} 行，不能导出为 Word。请缩小范围，或导出为 Excel。`,
  en: `There are more than ${WORD_ROWS} rows, too many for Word. Narrow the list, or export it to Excel.`,
}

function refuse(response: ServerResponse, status: number, line: string, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers })
  response.end(`${line}\n`)
}

/** All pages are read from one snapshot, so that what is recorded meanwhile does not mix into the file. What was taken goes into the audit. */
async function sendFile(
  { db, keys, clock }: Pick<FileRoutesOptions, 'db' | 'keys' | 'clock'>,
  open: (reader: ExportReader) => Promise<Sent>,
  request: IncomingMessage,
  response: ServerResponse,
  wanted: ExportRequest,
): Promise<void> {
  const snapshot = await db.startTransaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute()
  try {
    const { asker, requestId, params, name } = wanted
    const reason = params.get(REVEAL)?.trim()
    const why = { ...asker, db, requestId, address: wanted.address ?? null, today: dayInChina(clock()), reason: reason ?? '', file: name }
    const sent = await open({
      db: snapshot,
      access: asker.access,
      keys,
      revealed: async (people, fields) => (reason ? revealInFile(why, people, fields) : new Set()),
    })
    if (request.method === 'HEAD') return void response.writeHead(200, sent.headers).end()
    const { counted, record } = countedExport(db, sent, wanted)
    const begins = await sent.body(counted)
    response.writeHead(200, sent.headers)
    response.setTimeout(PATIENCE_MILLISECONDS, () => response.destroy())
    try {
      await pipeline(begins, response)
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

async function bodyOf(
  { title, head, columns, rows }: ExportFile,
  format: Format,
): Promise<AsyncIterable<string | Uint8Array> | ReadableStream<Uint8Array>> {
  if (format === 'docx') return whole(await wordTable({ title: head, columns, rows }))
  const started = await begun(rows)
  if (format === 'xlsx') return tableWorkbook({ name: title, title: head, columns, rows: started })
  const lines: Cell[][] = [...head.map((line) => [line]), columns.map(({ heading }) => heading)]
  return csvText(lines, started)
}

async function* whole(data: Uint8Array): AsyncGenerator<Uint8Array> {
  yield data
}

function headersOf(
  { fileName, plainName }: Pick<ExportFile, 'fileName' | 'plainName'>,
  format: string,
  type: string,
): Record<string, string> {
  const encoded = encodeURIComponent(`${fileName.replace(/[\\/:*?"<>|\s]+/g, ' ')}.${format}`).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return {
    'content-type': type,
    'content-disposition': `attachment; filename="${plainName}.${format}"; filename*=UTF-8''${encoded}`,
    'cache-control': 'no-store',
  }
}

async function sendTemplate(
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
  format: 'xlsx' | 'csv',
  params: URLSearchParams,
): Promise<void> {
  const template = await readTemplate(name, format, readLocale(params))
  if (!template) return answer(response, 'notFound')
  response.writeHead(200, { ...headersOf(template, format, TYPES[format]), 'content-length': template.data.length })
  response.end(request.method === 'HEAD' ? undefined : template.data)
}
