import { sql } from 'kysely'
import { parse } from 'csv-parse/sync'
import { verifyAudit } from '@yilian/database/audit-verify.ts'
import { testDatabase } from '@yilian/testing/test-database.ts'
import { expect, test } from 'vitest'

import { excel } from '../../test/files.ts'
import { fileServer } from '../../test/file-server.ts'

const database = await testDatabase()
const { db, countStatements } = database
const server = await fileServer(database)

const HEADER = ['机构编码', '机构名称', '机构类别', '所在区划', '生效日']

/** Reads in so many institutions; answers the statements it took that only say who does it. */
async function imported(count: number, prefix: string): Promise<number> {
  const rows = Array.from({ length: count }, (_, at) => [`${prefix}-${at}`, `${prefix}村${at}卫生室`, '村卫生室', '铜湾镇', '2020-01-01'])
  const run = await server.upload('INSTITUTIONS', await excel([HEADER, ...rows]))
  expect([run['state'], run['rowsRight']]).toEqual(['CHECKED', count])
  const statements = await countStatements(async () => {
    expect((await server.commit(run['id']))['state']).toBe('DONE')
  })
  return statements.filter((statement) => statement.includes('yilian.actor_id') || statement.includes('audit')).length
}

const entriesOf = async (prefix: string) =>
  (
    await sql<{ count: number; blocks: number; actors: string[] }>`
      select count(*) as count, count(distinct block_id) as blocks, to_jsonb(array_agg(distinct actor_id)) as actors from audit_entry
      where table_name = 'institution_version' and after ->> 'name' like ${`${prefix}村%`}`.execute(db)
  ).rows[0]

test('a file read in is recorded row by row in one block, as the doing of who read it in, with no statement of its own', async () => {
  const few = await imported(2, 'SHAO')
  const many = await imported(2_000, 'DUO')
  // How far it is told more than once; rows make no difference.
  expect(many - few).toBeLessThan(20)
  expect(await entriesOf('SHAO')).toEqual({ count: 2, blocks: 1, actors: ['local'] })
  expect(await entriesOf('DUO')).toEqual({ count: 2_000, blocks: 1, actors: ['local'] })
  const { rows } = await sql`select distinct table_name from audit_entry where actor_id is null and kind <> 'BASELINE'`.execute(db)
  expect(rows).toEqual([])
  expect((await verifyAudit(db)).ok).toBe(true)
})

test('what is only checked leaves nothing of the rows that were tried', async () => {
  await server.upload('INSTITUTIONS', await excel([HEADER, ['NIE-1', 'NIE村1卫生室', '村卫生室', '铜湾镇', '2020-01-01']]))
  expect(await entriesOf('NIE')).toMatchObject({ count: 0 })
})

const exported = async () =>
  (
    await server.query(
      '{ auditEntries(filter: { kinds: [EXPORTED] }, first: 1) { nodes { actor { name } summary summaryEn: summary(locale: en) fields { name after } } } }',
    )
  )['auditEntries'].nodes[0]
const detailOf = (entry: { fields: { name: string; after: string }[] }, name: string) =>
  entry.fields.find((field) => field.name === name)?.after

test('every export is in the audit: which file, by whom, with which filter, how many rows', async () => {
  const filter = JSON.stringify({ countyCode: '431221', search: 'SHAO' })
  await (await server.get(`/files/export/institutions.csv?${new URLSearchParams({ filter })}`)).text()
  const entry = await exported()
  expect(entry.actor.name).toBe('本机操作员')
  expect(entry.summary).toMatch(/^本机操作员 导出：文件 中方县_机构_2026-11-22\.csv，/)
  expect([detailOf(entry, 'rows'), detailOf(entry, 'filter'), detailOf(entry, 'complete')]).toEqual(['2', filter, '是'])
  const before = entry.summary
  await server.get('/files/export/institutions.csv?columns=nothing')
  expect((await exported()).summary).toBe(before)
})

test('the audit itself is exported with the filter of the screen, in words, and that is in it', async () => {
  const filter = JSON.stringify({ tables: ['INSTITUTION_VERSION'], search: 'SHAO村1卫生室' })
  const answer = await server.get(`/files/export/audit.csv?${new URLSearchParams({ filter })}`)
  const rows: string[][] = parse(await answer.text(), { bom: true, relax_column_count: true })
  const header = rows.findIndex((row) => row[0] === '序号')
  expect(rows[header]!.slice(0, 7)).toEqual(['序号', '时间', '类别', '操作人', '表', '对象', '内容'])
  expect(rows.slice(header + 1).map((row) => row.slice(2, 7))).toEqual([
    ['新增', '本机操作员', '机构', 'SHAO村1卫生室', '本机操作员 新增 机构“SHAO村1卫生室”'],
  ])
  expect(await exported()).toMatchObject({ summary: expect.stringContaining('审计记录'), summaryEn: expect.stringContaining('exported') })
  expect((await server.get('/files/export/audit.csv?filter={"kinds":["NONE"]}')).status).toBe(400)
})
