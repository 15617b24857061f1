import { testDatabase } from '@yilian/testing/test-database.ts'
import { expect, test } from 'vitest'

import { testApi } from '../../test/api.ts'
import { makers, recorded } from '../../test/make.ts'

const { db, countStatements } = await testDatabase()
const api = await testApi(db, '2026-11-22T17:30:00Z')
const make = makers(api)

const READ = `query ($county: String, $institution: ID, $alliance: ID, $first: Int, $after: String) {
  changes(countyCode: $county, institutionId: $institution, allianceId: $alliance, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } nodes { number command summary en: summary(locale: en) actor { id name } note } } }`

test('today is the day in China, and the viewer is who asks', async () => {
  expect(await api.query('{ today viewer { id name } }')).toEqual({ today: '2026-11-23', viewer: { id: 'local', name: '本机操作员' } })
})

test('changes are listed newest first, of a county, an institution, an alliance, or both', async () => {
  const { alliance, institution } = await make.membership()
  const other = await make.membership({ institution, alliance: await make.alliance({ kind: 'SPECIALTY' }) })
  await make.institution({ regionCode: '341821000000' })
  const commands = async (variables: Readonly<Record<string, unknown>>) =>
    ((await api.query(READ, variables))['changes'].nodes as { command: string }[]).map(({ command }) => command)
  expect(await commands({ institution: institution.id })).toEqual(['admitMember', 'admitMember', 'createInstitution'])
  expect(await commands({ institution: institution.id, alliance: other.alliance.id })).toEqual(['admitMember'])
  expect(await commands({ alliance: alliance.id })).toEqual(['admitMember', 'createAlliance'])
  expect(await commands({ county: '341821' })).toEqual(['createInstitution'])
  const inAlliance = await api.query('query ($id: ID!) { alliance(id: $id) { changes { totalCount nodes { command } } } }', {
    id: alliance.id,
  })
  expect(inAlliance['alliance'].changes).toEqual({ totalCount: 2, nodes: [{ command: 'admitMember' }, { command: 'createAlliance' }] })
})

test('a change is one sentence in either language, with who and why', async () => {
  const { alliance, institution, id, version } = await make.membership()
  await recorded(api, 'withdrawMember', { membershipId: id, baseVersion: version, effectiveOn: '2026-12-01', note: ' 区划调整 ' })
  const [change] = (await api.query(READ, { alliance: alliance.id, first: 1 }))['changes'].nodes
  const names = `${alliance.name} · ${institution.name}`
  expect(change).toMatchObject({
    summary: `自 2026-12-01 起退出：${names}`,
    en: `Withdraw member from 2026-12-01: ${names}`,
    note: '区划调整',
    actor: { id: 'local', name: '本机操作员' },
  })
})

test('a change is read by its id, with both sides of what it did as one: every stretch once', async () => {
  const { id, version } = await make.membership()
  const change = await recorded(api, 'withdrawMember', { membershipId: id, baseVersion: version, effectiveOn: '2026-12-01' })
  const query =
    'query ($id: ID!) { change(id: $id) { number effects { before { validTo side } after { validTo } stretches { validTo side } } } }'
  const { change: read } = await api.query(query, { id: change.id })
  expect(read.number).toBe(change.number)
  expect(read.effects).toEqual([
    {
      before: [{ validTo: null, side: 'BEFORE' }],
      after: [{ validTo: '2026-12-01' }],
      stretches: [
        { validTo: null, side: 'BEFORE' },
        { validTo: '2026-12-01', side: 'AFTER' },
      ],
    },
  ])
  expect(await api.query(query, { id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' })).toEqual({ change: null })
  const { body } = await api.send('query ($id: ID!) { change(id: $id) { effects(first: 0) { fact } } }', { id: change.id })
  expect(body.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT')
})

test('corrections of an institution are told apart', async () => {
  const institution = await make.institution({ name: '错名' })
  const read = async (correction: boolean) => {
    const query =
      'query ($id: ID!, $correction: Boolean) { institution(id: $id) { changes(correction: $correction) { nodes { command } } } }'
    return (await api.query(query, { id: institution.id, correction }))['institution'].changes.nodes
  }
  expect(await read(true)).toEqual([])
  expect(await read(false)).toEqual([{ command: 'createInstitution' }])
})

test('the list is paged by cursor with a total, and a page is as many statements for many rows as for one', async () => {
  const first = (await api.query(READ, { first: 3 }))['changes']
  const second = (await api.query(READ, { first: 3, after: first.pageInfo.endCursor }))['changes']
  const numbers = [...first.nodes, ...second.nodes].map(({ number }: { number: number }) => number)
  expect(numbers).toEqual(numbers.toSorted((a, b) => b - a))
  expect(new Set(numbers).size).toBe(6)
  expect(first.totalCount).toBeGreaterThan(6)
  const few = await countStatements(() => api.query(READ, { first: 5 }))
  const more = await countStatements(() => api.query(READ, { first: 12 }))
  expect(more.length).toBe(few.length)
})
