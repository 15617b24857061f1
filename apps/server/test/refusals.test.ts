import { testDatabase } from '@yilian/testing/test-database.ts'
import { beforeAll, expect, test } from 'vitest'

import { buildSide, type Side } from './access-world.ts'
import { testApi, type Json } from './api.ts'
import { askerWith, overCounty, overInstitution } from './askers.ts'
import { executor } from './execute-as.ts'
import { makers, recorded, versionOf } from './make.ts'

// What refusals tell, and what stays untold and untouched of what the asker does not see.
const { db } = await testDatabase()
const ask = executor(db)
const api = await testApi(db)
let own: Side
let other: Side

beforeAll(async () => {
  own = await buildSide(api, '甲', '431221', '431221104000')
  other = await buildSide(api, '乙', '341821', '341821000000')
})

test('a code, a credit code and a document’s number that are taken out of sight are taken, and nobody is named', async () => {
  const make = makers(api)
  await make.institution({ name: '乙占用院', regionCode: other.town, code: 'ZY-1', creditCode: '91350100M000100Y43' })
  const operator = askerWith(overCounty('BUREAU_OPERATOR', own.countyCode, 'ALLIANCE'))
  const issuesOf = async (name: string, type: string, input: Json) =>
    (
      await ask(
        operator,
        `mutation ($input: ${type}!) { r: ${name}(input: $input) { ... on InputRefused { issues { path code message } } } }`,
        { input },
      )
    ).data['r'].issues as Json[]
  const attributes = { name: '新院', category: 'C220', regionCode: own.town }
  const day = { effectiveOn: '2024-01-01' }
  const refusals = [
    ...(await issuesOf('createInstitution', 'CreateInstitutionInput', { institution: { ...attributes, code: 'ZY-1' }, ...day })),
    ...(await issuesOf('createInstitution', 'CreateInstitutionInput', {
      institution: { ...attributes, creditCode: '91350100M000100Y43' },
      ...day,
    })),
    ...(await issuesOf('recordPolicyDocument', 'RecordPolicyDocumentInput', {
      title: '新',
      number: '乙〔2019〕1号',
      countyCode: own.countyCode,
    })),
  ]
  expect(refusals.map(({ path, code }) => [path, code])).toEqual([
    ['institution.code', 'CONFLICTS_UNSEEN'],
    ['institution.creditCode', 'CONFLICTS_UNSEEN'],
    ['number', 'CONFLICTS_UNSEEN'],
  ])
  expect(JSON.stringify(refusals)).not.toMatch(/占用院|乙文件/)
})

test('an institution that belongs to an alliance out of sight cannot join, and its alliance is not named', async () => {
  const make = makers(api)
  // Held by an alliance of the other county, and in a loose one of the own county: that is how the own operator comes to see it.
  const held = await make.membership({
    alliance: other.alliance,
    institution: await make.institution({ name: '两属院', regionCode: other.town }),
  })
  await make.membership({ alliance: own.second, institution: held.institution })
  const operator = askerWith(overCounty('BUREAU_OPERATOR', own.countyCode, 'ALLIANCE'))
  const input = {
    allianceId: own.alliance.id,
    institutionId: held.institution.id,
    role: 'MEMBER',
    baseVersion: await versionOf(api, own.alliance.id),
    effectiveOn: '2024-01-01',
  }
  const document =
    'mutation ($input: AdmitMemberInput!) { r: admitMember(input: $input) { ... on InputRefused { issues { path code message } } } }'
  const { data } = await ask(operator, document, { input })
  expect(data['r'].issues).toEqual([
    { path: 'institutionId', code: 'IN_ANOTHER_ALLIANCE', message: expect.stringContaining('两属院在这段时间已是其他医共体') },
  ])
  expect(JSON.stringify(data)).not.toContain('乙')
})

test('what was done since to something seen is told as far as it is seen', async () => {
  const operator = askerWith(overInstitution('LEAD_OPERATOR', own.lead.uuid))
  await recorded(api, 'renameInstitution', {
    institutionId: own.former.id,
    baseVersion: await versionOf(api, own.former.id),
    name: '甲前任医院',
    aliases: ['甲别名'],
    effectiveOn: '2017-01-01',
  })
  const before = await versionOf(api, own.former.id)
  // Before the hospital led: nothing that its operator is told of.
  await recorded(api, 'correctInstitution', {
    institutionId: own.former.id,
    baseVersion: before,
    validFrom: '2015-01-01',
    validTo: '2016-01-01',
    institution: { name: '甲旧名', category: 'A100', regionCode: '431221000000' },
    note: '甲旧事',
  })
  const input = {
    institutionId: own.former.id,
    baseVersion: before,
    institution: { name: '改', category: 'A100', regionCode: '431221000000' },
    effectiveOn: '2024-01-01',
  }
  const { data } = await ask(
    operator,
    'mutation ($input: ReviseInstitutionInput!) { r: reviseInstitution(input: $input) { __typename ... on StaleVersion { changes { summary note } } } }',
    { input },
  )
  expect(data['r']).toEqual({ __typename: 'StaleVersion', changes: [] })
})

test('what the writer does not see stays when a record is written whole', async () => {
  const provider = await makers(api).hospital({ name: '乙检验院', regionCode: '341821000000' })
  const service = await recorded(api, 'openSharedService', {
    allianceId: own.alliance.id,
    kind: 'LABORATORY',
    name: '甲检验',
    providerId: provider.id,
    servesAll: true,
    effectiveOn: '2024-01-01',
  })
  const factId = service.effects[0]!.factId
  const operator = askerWith(overInstitution('LEAD_OPERATOR', own.lead.uuid))
  const seen = await ask(operator, 'query ($id: ID!) { node(id: $id) { ... on SharedService { version name provider { name } } } }', {
    id: Buffer.from(`SharedService:${factId}`).toString('base64'),
  })
  expect(seen.data['node']).toMatchObject({ name: '甲检验', provider: null })
  const input = {
    sharedServiceId: factId,
    baseVersion: seen.data['node'].version,
    kind: 'LABORATORY',
    name: '甲检验二',
    servesAll: true,
    effectiveOn: '2025-01-01',
  }
  const done = await ask(
    operator,
    'mutation ($input: ReviseSharedServiceInput!) { r: reviseSharedService(input: $input) { __typename ... on InputRefused { issues { code } } } }',
    { input },
  )
  expect(done.data['r']).toEqual({ __typename: 'ChangeRecorded' })
  const { node } = await api.query('query ($id: ID!) { node(id: $id) { ... on SharedService { name provider { name } } } }', {
    id: Buffer.from(`SharedService:${factId}`).toString('base64'),
  })
  expect(node).toEqual({ name: '甲检验二', provider: { name: '乙检验院' } })
})
