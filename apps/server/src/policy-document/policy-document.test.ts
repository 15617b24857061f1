import { testDatabase } from '@yilian/testing/test-database.ts'
import { expect, test } from 'vitest'

import { testApi } from '../../test/api.ts'
import { expectExactPreview } from '../../test/exact-preview.ts'
import { globalId, makers, recorded, refusals, run, versionOf } from '../../test/make.ts'

const { db, countStatements } = await testDatabase()
const api = await testApi(db)
const make = makers(api)

const DOCUMENT = {
  number: '中政办发[2019]10号',
  title: '关于推进紧密型县域医共体建设的实施意见',
  issuer: '中方县人民政府办公室',
  issuedOn: '2019-06-18',
  url: 'https://example.org/10',
  countyCode: '431221',
}

/** Records a document and answers its id. */
async function record(more: Readonly<Record<string, unknown>>): Promise<string> {
  const { effects } = await recorded(api, 'recordPolicyDocument', { ...DOCUMENT, ...more })
  return globalId('PolicyDocument', effects[0]!.factId)
}

test('a document is recorded with its number in the normal form, and answered with the change', async () => {
  const input = { ...DOCUMENT, number: ' 中政办发 [2019] 10 号' }
  const { effects } = await expectExactPreview(db, api, 'recordPolicyDocument', input)
  expect(effects).toMatchObject([
    { fact: 'POLICY_DOCUMENT', subject: '中政办发〔2019〕10号', before: [], after: [{ label: DOCUMENT.title }] },
  ])
  const id = globalId('PolicyDocument', effects[0]!.factId)
  const { policyDocument } = await api.query(
    'query ($id: ID!) { policyDocument(id: $id) { id number title issuer issuedOn url countyCode citedByCount } }',
    { id },
  )
  expect(policyDocument).toEqual({ ...DOCUMENT, id, number: '中政办发〔2019〕10号', citedByCount: 0 })
  const answer = await api.query(
    'mutation ($input: RecordPolicyDocumentInput!) { recordPolicyDocument(input: $input) { ... on ChangeRecorded { document { title } institutions { id } } } }',
    { input: { title: '会议纪要' } },
  )
  expect(answer['recordPolicyDocument']).toEqual({ document: { title: '会议纪要' }, institutions: [] })
})

test('a number belongs to one document, whatever brackets it is written with', async () => {
  await record({ number: '中卫发〔2020〕1号', title: '关于调整医共体成员的通知' })
  const outcome = await run(api, 'recordPolicyDocument', { number: '中卫发(2020)1号', title: '另一文件' })
  expect(outcome.issues).toMatchObject([{ path: 'number', code: 'DOCUMENT_NUMBER_TAKEN' }])
  expect(outcome.issues![0]!.message).toContain('关于调整医共体成员的通知')
})

test('a document is refused for what is wrong with it', async () => {
  const refused = (more: Readonly<Record<string, unknown>>) => refusals(api, 'recordPolicyDocument', { ...DOCUMENT, number: null, ...more })
  expect(await refused({ number: '十号文', title: ' ' })).toEqual(['number: DOCUMENT_NUMBER', 'title: REQUIRED'])
  expect(await refused({ url: 'ftp://example.org', countyCode: '43' })).toEqual(['url: NOT_A_WEB_ADDRESS', 'countyCode: NOT_A_REGION_CODE'])
  expect(await refused({ documentId: (await make.alliance()).id, baseVersion: 1 })).toEqual(['documentId: NOT_FOUND'])
  expect(await refused({ note: '注'.repeat(1001) })).toEqual(['note: TOO_LONG'])
})

test('a document is revised whole, on the version that was looked at, and keeps its county', async () => {
  const id = await record({ number: '中卫发〔2021〕2号' })
  const version = await versionOf(api, id)
  const revised = { documentId: id, baseVersion: version, number: '中卫发〔2021〕3号', title: '实施意见(修订)' }
  expect(await refusals(api, 'recordPolicyDocument', { ...revised, baseVersion: null })).toEqual(['baseVersion: REQUIRED'])
  expect(await refusals(api, 'recordPolicyDocument', { ...revised, countyCode: '341821' })).toEqual(['countyCode: DOCUMENT_COUNTY_FIXED'])
  expect(
    await refusals(api, 'recordPolicyDocument', { ...DOCUMENT, number: '中卫发〔2021〕2号', documentId: id, baseVersion: version }),
  ).toEqual([': NOTHING_CHANGES'])
  await expectExactPreview(db, api, 'recordPolicyDocument', revised)
  const { policyDocument } = await api.query('query ($id: ID!) { policyDocument(id: $id) { number title issuer url countyCode } }', { id })
  expect(policyDocument).toEqual({ number: '中卫发〔2021〕3号', title: '实施意见(修订)', issuer: null, url: null, countyCode: '431221' })
  expect(await run(api, 'recordPolicyDocument', { ...revised, title: '又一' })).toMatchObject({
    __typename: 'StaleVersion',
    changes: [{ command: 'recordPolicyDocument' }],
  })
})

test('documents are found by any part of the number, title or issuer, for the county and wider', async () => {
  const own = await record({ number: '中政函〔2022〕7号', title: '关于铁坡医共体的批复' })
  const wider = await record({
    number: '湘卫发〔2022〕8号',
    title: '全省指导意见',
    issuer: '湖南省卫生健康委员会',
    countyCode: null,
    issuedOn: '2022-02-01',
  })
  const elsewhere = await record({ number: '郎政办〔2022〕9号', title: '郎溪方案', countyCode: '341821', issuedOn: null })
  const find = async (search: string | null, countyCode: string | null = '431221') =>
    (
      (
        await api.query('query ($s: String, $c: String) { policyDocuments(search: $s, countyCode: $c) { nodes { id } } }', {
          s: search,
          c: countyCode,
        })
      )['policyDocuments'].nodes as { id: string }[]
    ).map(({ id }) => id)
  expect(await find('函[2022]7')).toEqual([own])
  expect(await find('铁坡')).toEqual([own])
  expect(await find('省卫生健康')).toEqual([wider])
  expect(await find('%')).toEqual([])
  expect(await find('郎溪')).toEqual([])
  expect(await find('郎溪', null)).toEqual([elsewhere])
  expect(await find(null)).toEqual(expect.arrayContaining([own, wider]))
})

test('an alliance lists what its facts and changes cite, as known then', async () => {
  const [founding, admitting, other] = [
    await record({ number: null, title: '成立文件' }),
    await record({ number: null, title: '纳入文件', issuedOn: '2020-01-01' }),
    await record({ number: null, title: '无关文件' }),
  ]
  const alliance = await make.alliance({ documentId: founding })
  const { recordedAt } = (await api.query('{ changes(first: 1) { nodes { recordedAt } } }'))['changes'].nodes[0]
  await make.membership({ alliance, documentId: admitting })
  const documents = async (asKnownAt: string | null) =>
    (
      await api.query('query ($id: ID!, $t: Instant) { alliance(id: $id, asKnownAt: $t) { documents { id } } }', {
        id: alliance.id,
        t: asKnownAt,
      })
    )['alliance'].documents
  expect(await documents(null)).toEqual([{ id: admitting }, { id: founding }])
  expect(await documents(recordedAt)).toEqual([{ id: founding }])
  const cited = await api.query(
    'query ($id: ID!) { policyDocument(id: $id) { citedByCount } changes(documentId: $id) { nodes { command document { id } } } }',
    { id: admitting },
  )
  expect(cited['policyDocument'].citedByCount).toBe(1)
  expect(cited['changes'].nodes).toEqual([
    { command: 'admitMember', document: { id: admitting } },
    { command: 'recordPolicyDocument', document: null },
  ])
  expect(
    (await api.query('query ($id: ID!) { policyDocument(id: $id) { citedByCount } }', { id: other }))['policyDocument'].citedByCount,
  ).toBe(0)
})

test('a command that cites a document which does not exist is refused', async () => {
  const alliance = await make.alliance()
  const input = { allianceId: alliance.id, baseVersion: alliance.version, effectiveOn: '2025-01-01', documentId: alliance.id }
  expect(await refusals(api, 'dissolveAlliance', input)).toEqual(['documentId: NOT_FOUND'])
})

// Each list apart: what two of them ask of documents comes in one batch or in two, as it happens.
test.each([
  '{ policyDocuments(first: 100) { totalCount nodes { title version citedByCount } } }',
  '{ alliances { nodes { documents { title version citedByCount } } } }',
])('%s is read with as many statements, many documents or few', async (query) => {
  await make.alliance({ documentId: await record({ number: null }) })
  const few = await countStatements(() => api.query(query))
  for (const _ of [1, 2]) await make.alliance({ documentId: await record({ number: null }) })
  expect((await countStatements(() => api.query(query))).length).toBe(few.length)
})
