import { UNLIMITED } from '@yilian/domain/access/access.ts'
import { v7 as newId } from 'uuid'
import { testDatabase } from '@yilian/testing/test-database.ts'
import { expect, test } from 'vitest'

import type { Json } from '../../test/api.ts'
import { csv, excel } from '../../test/files.ts'
import { TEST_KEYS } from '../../test/keys.ts'
import { fileServer } from '../../test/file-server.ts'
import { unlimited } from '../access/reader.ts'
import { createJobs, JobStopped } from '../job/jobs.ts'
import { createLog } from '../log.ts'
import { importRunById, insertImportRun } from './import-run.queries.ts'
import { createImports } from './imports.ts'
import { takeUpImports } from './take-up.ts'

const database = await testDatabase()
const { db } = database
const server = await fileServer(database)
const log = createLog({ level: 'silent', readable: true })
const reader = unlimited(db)
const asker = { db, actor: { id: 'local', name: '本机操作员' }, access: UNLIMITED, requestId: 'test', log }
const clock = () => new Date('2026-11-22T04:00:00Z')

const HEADER = ['机构编码', '机构名称', '机构类别', '所在区划', '生效日']
const hospitals = (prefix: string, count: number) =>
  excel([
    HEADER,
    ...Array.from({ length: count }, (_, at) => [`${prefix}${at}`, `${prefix}第${at}医院`, '综合医院', '中方县', '2015-01-01']),
  ])
const cancel = async (id: string) =>
  (
    await server.query(
      `mutation ($id: ID!) { cancelImport(id: $id) { __typename ... on ImportRun { state } ... on InputRefused { issues { code } } } }`,
      { id },
    )
  )['cancelImport']

test('files that cannot be read fail with the reason in both languages, before anything is written', async () => {
  const failed = async (data: Uint8Array, name: string) => {
    const { state, failure, failureEn } = await server.upload('INSTITUTIONS', data, name)
    expect([state, failureEn]).toEqual(['FAILED', expect.stringMatching(/\.$/)])
    return failure
  }
  expect(await failed(csv('<html>'), 'a.xls')).toContain('“a.xls”不是 Excel')
  expect(await failed(csv('PK nothing'), 'a.xlsx')).toContain('已损坏')
  expect(await failed(csv(HEADER.join(',')), 'a.csv')).toContain('没有数据行')
  expect(await failed(csv(`${HEADER.join(',')}\n${'a\n'.repeat(20_001)}`), 'a.csv')).toContain('20000 行')
})

test('an upload of up to 32 MB is taken, a larger one is not, and a query may not be as large', async () => {
  const refused = await server.upload('INSTITUTIONS', new Uint8Array(32 * 1024 * 1024 + 1), 'a.csv')
  expect(refused['issues']).toMatchObject([{ path: 'file', code: 'FILE_TOO_LARGE' }])
  const body = JSON.stringify({ query: '{ today }', variables: { padding: 'x'.repeat(5 * 1024 * 1024) } })
  const answer = await fetch(`${server.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  expect(answer.status).toBe(413)
})

test('a county that is none, and a file sent as text, are refused', async () => {
  const run = await server.upload('INSTITUTIONS', await hospitals('K', 1), 'a.xlsx', '999999')
  expect(run['issues']).toMatchObject([{ path: 'countyCode', code: 'NOT_FOUND' }])
  const document = 'mutation { startImport(input: { kind: INSTITUTIONS, countyCode: "431221", file: "text" }) { __typename } }'
  await expect(server.query(document)).rejects.toThrow('multipart')
})

test('an import that was checked can be given up, and then neither written nor given up again', async () => {
  const run = await server.upload('INSTITUTIONS', await hospitals('A', 2))
  expect(await cancel(run['id'])).toMatchObject({ state: 'CANCELLED' })
  expect((await server.commit(run['id']))['issues']).toMatchObject([{ code: 'IMPORT_STATE' }])
  expect(await cancel(run['id'])).toMatchObject({ issues: [{ code: 'IMPORT_STATE' }] })
  expect(await db.selectFrom('institution').select('id').where('code', '=', 'A0').execute()).toEqual([])
})

test('an import that is given up while it is written leaves nothing', async () => {
  const jobs = createJobs({ db, log })
  const imports = createImports({ db, jobs, clock, log, keys: TEST_KEYS })
  const data = await hospitals('B', 600)
  const id = await imports.start({ kind: 'INSTITUTIONS', countyCode: '431221', fileName: 'a.xlsx', data }, asker)
  await jobs.idle()
  await imports.commit(id, null, asker)
  await imports.cancel(id, asker)
  await jobs.idle()
  expect(await importRunById(reader, id)).toMatchObject({ state: 'CANCELLED', failure: null })
  expect(await db.selectFrom('institution').select('id').where('code', 'like', 'B%').execute()).toEqual([])
})

test('an import under way when its process died is failed at the next start, one that still lives is not', async () => {
  const run = { kind: 'INSTITUTIONS', countyCode: '431221', fileName: 'a.xlsx', actor: asker.actor, requestId: asker.requestId } as const
  const [dead, alive] = [newId(), newId()]
  const jobs = createJobs({ db, log })
  const go = Promise.withResolvers<void>()
  await insertImportRun(db, { id: dead, ...run })
  await jobs.start(
    alive,
    () => insertImportRun(db, { id: alive, ...run }),
    () => go.promise,
  )
  expect(await takeUpImports(db)).toBe(1)
  expect(await importRunById(reader, dead)).toMatchObject({ state: 'FAILED', failure: { code: 'IMPORT_INTERRUPTED' } })
  expect(await importRunById(reader, alive)).toMatchObject({ state: 'READING' })
  go.resolve()
  await jobs.idle()
  expect(await takeUpImports(db)).toBe(1)
})

test('when the program ends, what it was importing is failed and says so, not cancelled', async () => {
  const jobs = createJobs({ db, log })
  const imports = createImports({ db, jobs, clock, log, keys: TEST_KEYS })
  const data = await hospitals('C', 50)
  const id = await imports.start({ kind: 'INSTITUTIONS', countyCode: '431221', fileName: 'a.xlsx', data }, asker)
  await jobs.close()
  expect(await importRunById(reader, id)).toMatchObject({ state: 'FAILED', failure: { code: 'IMPORT_INTERRUPTED' } })
  expect(new JobStopped().reason).toBe('CANCELLED')
})

test('imports wait for each other, and too many at a time are refused', async () => {
  const jobs = createJobs({ db, log, waiting: 1 })
  const imports = createImports({ db, jobs, clock, log, keys: TEST_KEYS })
  const start = async (prefix: string) =>
    imports.start({ kind: 'INSTITUTIONS', countyCode: '431221', fileName: 'a.xlsx', data: await hospitals(prefix, 1) }, asker)
  const ids = [await start('D'), await start('E')]
  await expect(start('F')).rejects.toThrow('IMPORT_BUSY')
  await jobs.idle()
  expect(await Promise.all(ids.map(async (id) => (await importRunById(reader, id))?.state))).toEqual(['CHECKED', 'CHECKED'])
})

test('rows are paged, the wrong ones alone where asked, and the latest imports listed first', async () => {
  const rows = Array.from({ length: 7 }, (_, at) => [`G${at}`, `第${at}院`, at % 2 ? '没有' : '综合医院', '中方县', '2015-01-01'])
  const run = await server.upload('INSTITUTIONS', await excel([HEADER, ...rows]))
  const page = async (args: string) =>
    (await server.query(`query ($id: ID!) { importRun(id: $id) { rows(${args}) { rows { row } nextAfter } } }`, { id: run['id'] }))[
      'importRun'
    ].rows
  expect(await page('wrongOnly: true, first: 2')).toEqual({ rows: [{ row: 3 }, { row: 5 }], nextAfter: 5 })
  expect(await page('wrongOnly: true, first: 2, after: 5')).toEqual({ rows: [{ row: 7 }], nextAfter: null })
  const { importRuns } = await server.query('{ importRuns(first: 1) { id fields { field label(locale: en) required } } }')
  expect(importRuns.map(({ id }: Json) => id)).toEqual([run['id']])
  expect(importRuns[0].fields).toContainEqual({ field: 'name', label: 'Name', required: true })
})
