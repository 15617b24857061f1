import { sql } from 'kysely'
import { accessOf } from '@yilian/domain/access/access.ts'
import { testDatabase } from '@yilian/testing/test-database.ts'
import { beforeAll, describe, expect, test } from 'vitest'

import { testApi, type Json } from '../../test/api.ts'
import { expectPaging } from '../../test/paging.ts'
import { makers, recorded, run, versionOf, type Made } from '../../test/make.ts'
import { denialsWritten, denied } from '../access/denied.ts'
import { auditEvent } from './audit-event.ts'
import { noteHeads } from './audit-head.ts'
import { AUDITED_TABLES } from './table-labels.ts'

const { db, owner, countStatements } = await testDatabase()
const api = await testApi(db)
const make = makers(api)

const ENTRY = `id at kind actor { id name } requestId reason address change { number command } table tableEn: table(locale: en) subject
  summary summaryEn: summary(locale: en) fields { name label before after } outsideApplication databaseUser before after`
const entries = async (filter: Json = {}, first = 50): Promise<Json[]> =>
  (
    await api.query(`query ($filter: AuditFilter, $first: Int) { auditEntries(filter: $filter, first: $first) { nodes { ${ENTRY} } } }`, {
      filter,
      first,
    })
  )['auditEntries'].nodes
const count = async (filter: Json = {}): Promise<number> =>
  (await api.query('query ($filter: AuditFilter) { auditEntries(filter: $filter) { totalCount } }', { filter }))['auditEntries'].totalCount

let hospital: Made
let township: Made
let alliance: Made

beforeAll(async () => {
  hospital = await make.hospital({ name: '中方县人民医院' })
  township = await make.institution({ name: '铜湾镇中心卫生院', category: 'C210' })
  alliance = await make.alliance({ name: '铜湾片区医共体', leadId: hospital.id })
  await make.membership({ alliance, institution: township })
})

test('every table that the database audits is called something here, and no other', async () => {
  const { rows } = await sql<{ name: string }>`select name from audit_table where keys is not null order by name`.execute(db)
  expect([...AUDITED_TABLES.keys()].toSorted()).toEqual(rows.map(({ name }) => name))
})

describe('a command', () => {
  test('is recorded row by row: who, why, in which request, under which change, from what to what', async () => {
    const baseVersion = await versionOf(api, township.id)
    const { number } = await recorded(api, 'reviseInstitution', {
      institutionId: township.id,
      baseVersion,
      effectiveOn: '2024-01-01',
      note: '年度核定',
      institution: { name: '铜湾镇中心卫生院', category: 'C210', regionCode: '431221104000', beds: 99 },
    })
    const [written, ...closed] = await entries({ tables: ['INSTITUTION_VERSION'], subjectId: township.id }, 4)
    expect(written).toMatchObject({
      kind: 'INSERTED',
      actor: { id: 'local', name: '本机操作员' },
      reason: '年度核定',
      change: { number, command: 'reviseInstitution' },
      table: '机构',
      tableEn: 'Institution',
      subject: '铜湾镇中心卫生院',
      summary: '本机操作员 新增 机构“铜湾镇中心卫生院”',
      summaryEn: '本机操作员: added Institution “铜湾镇中心卫生院”',
      outsideApplication: false,
    })
    expect(written!['after']).toContain('机构类别: 中心卫生院；')
    expect(written!['before']).toBeNull()
    const { auditEntry, none } = await api.query(
      'query ($id: ID!) { auditEntry(id: $id) { id fields { name label before after } } none: auditEntry(id: "x") { id } }',
      { id: written!['id'] },
    )
    expect(auditEntry).toEqual({ id: written!['id'], fields: written!['fields'] })
    expect(none).toBeNull()
    const field = (name: string) => written!['fields'].find((one: Json) => one['name'] === name)
    expect(field('category')).toEqual({ name: 'category', label: '机构类别', before: null, after: '中心卫生院' })
    expect(field('regionCode')).toMatchObject({ label: '所在区划', after: '铜湾镇' })
    expect(field('validFrom')).toMatchObject({ after: '2024-01-01' })
    expect(closed.map(({ summary }) => summary)).toContain(`本机操作员 以变更 ${number} 取代 机构“铜湾镇中心卫生院”的原记录`)
  })

  test('that is only tried leaves no entry, and no gap in the chain', async () => {
    const before = await state()
    const outcome = await run(api, 'renameInstitution', {
      institutionId: township.id,
      baseVersion: await versionOf(api, township.id),
      effectiveOn: '2025-01-01',
      name: '另一个名字',
      validateOnly: true,
    })
    expect(outcome.__typename).toBe('ChangePreview')
    expect(await state()).toEqual(before)
    await make.institution({ name: '此后登记的机构' })
    expect((await state())['headNumber']).toBe(before['headNumber'] + 1)
  })

  test('that is undone is recorded as what the undoing did', async () => {
    const made = await make.institution({ name: '将被撤回的机构' })
    const { changes } = await api.query('query ($id: ID!) { changes(institutionId: $id) { nodes { id } } }', { id: made.id })
    const undone = await recorded(api, 'undoChange', { changeId: changes.nodes[0].id, note: '误登' })
    const [first] = await entries({ subjectId: made.id, tables: ['INSTITUTION_VERSION'] }, 1)
    expect(first).toMatchObject({ kind: 'UPDATED', reason: '误登', change: { number: undone.number, command: 'undoChange' } })
  })
})

describe('in words', () => {
  test('a change says what was and what is, a secret is not shown, and nobody is called so', async () => {
    const { id } = await db
      .insertInto('department')
      .values({ countyCode: '431221', name: '医政股' })
      .returning('id')
      .executeTakeFirstOrThrow()
    await sql`update department set name = '医政医管股', closed_on = '2026-01-31' where id = ${id}`.execute(owner)
    const [changed, made] = await entries({ subjectId: id })
    expect(made).toMatchObject({ actor: null, summary: '应用程序 新增 股室“医政股”', outsideApplication: false })
    expect(changed).toMatchObject({
      kind: 'UPDATED',
      actor: null,
      outsideApplication: true,
      fields: [
        { name: 'name', label: '名称', before: '医政股', after: '医政医管股' },
        { name: 'closedOn', label: '撤销日期', before: null, after: '2026-01-31' },
      ],
    })
    expect(changed!['summary']).toBe(
      `${changed!['databaseUser']}（应用程序之外） 修改 股室“医政医管股”：名称由“医政股”改为“医政医管股”，撤销日期由“无”改为“2026-01-31”`,
    )
    expect(changed!['summaryEn']).toContain(
      '(outside the application): changed Department “医政医管股”: Name from “医政股” to “医政医管股”',
    )
    await sql`insert into user_verification (identifier, value, expires_at) values ('who', 'S3cret', '2027-01-01T00:00:00Z')`.execute(db)
    const [secret] = await entries({ tables: ['USER_VERIFICATION'] })
    expect(secret!['fields']).toContainEqual({ name: 'value', label: '验证值', before: null, after: '（保密）' })
    expect(JSON.stringify(secret)).not.toMatch(/S3cret|sha256/)
  })

  test('events say what was done', async () => {
    const who = { actorId: 'u-9', actorName: '审计员', address: '10.1.2.3', requestId: 'req-9' }
    await auditEvent(db, {
      kind: 'SIGN_IN_FAILED',
      ...who,
      actorId: null,
      actorName: null,
      details: { username: 'zhang', reason: 'WRONG' },
    })
    await auditEvent(db, { kind: 'REVEALED', ...who, subjectId: hospital.uuid, reason: '核对身份', details: { field: 'PHONE' } })
    const [revealed, failed] = await entries({}, 2)
    expect(revealed).toMatchObject({
      kind: 'REVEALED',
      actor: { id: 'u-9' },
      address: '10.1.2.3',
      reason: '核对身份',
      table: null,
      subject: '中方县人民医院',
      summary: '审计员 查看个人信息：中方县人民医院，内容 手机号',
      summaryEn: '审计员: personal data revealed — 中方县人民医院, What Phone',
    })
    expect(failed).toMatchObject({ actor: null, summary: '登录失败：输入的用户名 zhang，原因 密码或口令不正确' })
  })
})

describe('the list', () => {
  test('is paged in both directions without a gap, newest first', async () => {
    const numbers = (await expectPaging(api, 'auditEntries', 'filter: { tables: [INSTITUTION_VERSION, MEMBERSHIP] }', 3)).map(Number)
    expect(numbers.length).toBeGreaterThan(6)
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a))
  })

  test('is narrowed by kind, table, actor, time and origin, and by whom or what it concerned', async () => {
    expect((await entries({ kinds: ['REVEALED'] })).map(({ kind }) => kind)).toEqual(['REVEALED'])
    expect(new Set((await entries({ tables: ['MEMBERSHIP'] })).map(({ table }) => table))).toEqual(new Set(['成员关系']))
    expect((await entries({ actorId: 'u-9' })).length).toBe(1)
    expect(new Set((await entries({ outsideApplication: true })).map(({ table }) => table))).toEqual(new Set(['股室']))
    const [newest] = await entries({}, 1)
    expect(await count({ from: newest!['at'] })).toBe(1)
    expect(await count({ to: newest!['at'] })).toBe((await count()) - 1)
    const ofTownship = new Set((await entries({ subjectId: township.id })).map(({ table }) => table))
    for (const table of ['机构', '机构编码登记', '成员关系', '变更涉及的对象']) expect(ofTownship).toContain(table)
  })

  test.each([
    ['本机操作员', '成员关系'],
    ['铜湾镇中心卫生院', '成员关系'],
    ['twzzx', '机构'],
    ['成员关系', '成员关系'],
    ['铜湾片区医共体', '医共体'],
    ['医政医管股', '股室'],
  ])('search finds by %s', async (search, table) => {
    expect((await entries({ search })).map((one) => one['table'])).toContain(table)
  })

  test('search finds kinds, requests, addresses and keys as a whole, and says nothing of what it does not know', async () => {
    expect((await entries({ search: '登录失败' })).map(({ kind }) => kind)).toEqual(['SIGN_IN_FAILED'])
    expect((await entries({ search: 'req-9' })).length).toBe(2)
    expect((await entries({ search: '10.1.2.3' })).length).toBe(2)
    expect((await entries({ search: township.uuid })).length).toBeGreaterThan(0)
    expect(await entries({ search: '没有这样的东西' })).toEqual([])
    expect(await entries({ search: '100%_' })).toEqual([])
  })

  test('takes as many statements for many entries as for a few', async () => {
    const few = await countStatements(() => entries({ tables: ['INSTITUTION_VERSION'] }, 2))
    const many = await countStatements(() => entries({ tables: ['INSTITUTION_VERSION', 'MEMBERSHIP'] }, 40))
    expect(many.length).toBe(few.length)
  })

  test('one page reads along an index, whatever the size of the audit', async () => {
    await sql`insert into department (county_code, name) select '431221', '批量' || n from generate_series(1, 3000) n`.execute(db)
    await sql`analyze audit_entry`.execute(owner)
    const plan = async (condition: string): Promise<string> =>
      JSON.stringify(
        (await sql.raw(`explain (format json) select * from audit_entry e where ${condition} order by e.id desc limit 51`).execute(db))
          .rows,
      )
    for (const condition of [
      'true',
      `e.actor_id = 'u-9'`,
      `e.kind = any('{SIGNED_IN}')`,
      `e.subject_ids && '{x}'`,
      `e.request_id = 'x'`,
      `e.outside`,
      `e.id < 40`,
    ])
      expect(await plan(condition), condition).not.toContain('Seq Scan')
  })
})

describe('its state and verification', () => {
  test('whole: says so, and that it was verified', async () => {
    expect(await verify()).toMatchObject({ ok: true, problems: [], outsideCount: 1 })
    const { lastVerification, headNumber, blocks } = await state()
    expect(lastVerification).toMatchObject({ ok: true, problems: 0 })
    expect(headNumber).toBe(blocks)
    expect((await entries({ kinds: ['VERIFIED'] }, 1))[0]).toMatchObject({ actor: { id: 'local' } })
  })

  test('a row changed behind the back is told in words, in both languages', async () => {
    await owner.transaction().execute(async (trx) => {
      await sql`alter table institution_version disable trigger user`.execute(trx)
      await sql`update institution_version set beds = 1 where id = ${hospital.uuid}`.execute(trx)
      for (const event of ['insert', 'update', 'delete', 'truncate'])
        await sql`alter table institution_version enable always trigger ${sql.id(`audit_${event}`)}`.execute(trx)
      await sql`alter table institution_version enable trigger institution_version_stays`.execute(trx)
    })
    const { ok, problems } = await verify()
    const { rowId } = await db.selectFrom('institutionVersion').select('rowId').where('id', '=', hospital.uuid).executeTakeFirstOrThrow()
    expect(ok).toBe(false)
    expect(problems).toEqual([
      {
        kind: 'ROW_CHANGED',
        table: 'institution_version',
        key: rowId,
        message: `机构 中的 ${rowId} 被绕过审计改动。`,
        en: `The row ${rowId} of Institution was changed past the audit.`,
      },
    ])
    expect((await state())['lastVerification']).toMatchObject({ ok: false, problems: 1 })
  })

  test('two at once: the second is told that one is under way', async () => {
    const both = await Promise.allSettled([verify(), verify(), verify()])
    const failures = both.filter((one) => one.status === 'rejected')
    expect(failures.length).toBeGreaterThan(0)
    for (const { reason } of failures) expect(String(reason)).toContain('BUSY')
    expect(both.filter((one) => one.status === 'fulfilled').length).toBeGreaterThan(0)
  })

  test('the newest block is told when the program starts, and when it stops', async () => {
    const lines: object[] = []
    const log = { info: (fields: object) => void lines.push(fields), error: () => undefined }
    const heads = await noteHeads(db, log)
    await make.institution({ name: '登记于两次之间' })
    await heads.stop()
    const { headNumber, headHash } = await state()
    expect(lines).toEqual([{ head: expect.stringMatching(/^\d+:[0-9a-f]{64}$/) }, { head: `${headNumber}:${headHash}` }])
    expect(lines[0]).not.toEqual(lines[1])
  })
})

describe('denials', () => {
  test('the audit is read by nobody without the permission, and that is in it', async () => {
    const analyst = { role: 'ANALYST', scopeKind: 'COUNTY', scopeId: '431221', countyCode: '431221', workArea: null } as const
    const outsider = await testApi(db, undefined, {
      actor: { id: 'u-2', name: '分析员' },
      access: accessOf([analyst]),
      userId: null,
      via: 'SESSION',
    })
    for (const query of ['{ auditEntries { totalCount } }', '{ auditState { blocks } }', 'mutation { verifyAudit { ok } }'])
      await expect(outsider.query(query)).rejects.toThrow('FORBIDDEN')
    await denialsWritten(db)
    const told = await entries({ kinds: ['DENIED'], actorId: 'u-2' })
    expect(told.map(({ fields }) => fields.map(({ after }: Json) => after).join())).toEqual(
      expect.arrayContaining(['auditEntries', 'auditState', 'verifyAudit']),
    )
  })

  test('a flood of the same is one entry, and one that says how many more there were', async () => {
    const context = { db, actor: { id: 'u-3', name: '试探者' }, requestId: 'flood', address: '10.9.9.9', log: { info: () => undefined } }
    const flood = async (times: number) => {
      for (let time = 0; time < times; time++)
        denied(context, { command: 'dissolveAlliance', permission: 'alliance.change', subjectId: alliance.uuid })
      await denialsWritten(db)
    }
    await flood(500)
    const [more, first, ...rest] = await entries({ kinds: ['DENIED'], actorId: 'u-3' })
    expect(rest).toEqual([])
    expect(first).toMatchObject({ subject: '铜湾片区医共体', summary: expect.stringContaining('撤销医共体') })
    expect(more!['fields']).toContainEqual({ name: 'count', label: '次数', before: null, after: '499' })
    await flood(1)
    expect(await entries({ kinds: ['DENIED'], actorId: 'u-3' })).toHaveLength(3)
  })
})

test('everything that went through the API said who did it', async () => {
  const { rows } = await sql<{ tableName: string }>`
    select distinct table_name from audit_entry where actor_id is null and table_name is not null order by 1`.execute(db)
  expect(rows.map(({ tableName }) => tableName)).toEqual(['department', 'user_verification'])
})

async function state(): Promise<Json> {
  return (await api.query('{ auditState { entries blocks headNumber headHash oldestAt lastVerification { at ok problems } } }'))[
    'auditState'
  ]
}

async function verify(): Promise<Json> {
  const document =
    'mutation { verifyAudit { ok problems { kind table key message en: message(locale: en) } blocks entries outsideCount headNumber headHash } }'
  return (await api.query(document))['verifyAudit']
}
