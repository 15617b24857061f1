import { testDatabase } from '@yilian/testing/test-database.ts'
import { beforeAll, describe, expect, test } from 'vitest'

import type { Asker } from '../src/access/identify.ts'
import { insertImportRun } from '../src/import/import-run.queries.ts'
import { buildSide, type Side } from './access-world.ts'
import { testApi, type Json } from './api.ts'
import { askerWith, overAlliance, overAll, overCounty, overInstitution } from './askers.ts'
import { executor } from './execute-as.ts'
import { fileServer, type FileServer } from './file-server.ts'
import { csv } from './files.ts'
import { versionOf } from './make.ts'

// Each role tries to reach what is not its own. County 甲 is its own, or a part of it; of county 乙 nothing may come through, by any way.
const database = await testDatabase()
const { db } = database
const ask = executor(db)
const api = await testApi(db)
let own: Side
let other: Side

const ATTACKERS: readonly (readonly [who: string, of: (side: Side) => Asker])[] = [
  ['an operator of alliances', (a) => askerWith(overCounty('BUREAU_OPERATOR', a.countyCode, 'ALLIANCE'))],
  ['an operator of personnel', (a) => askerWith(overCounty('BUREAU_OPERATOR', a.countyCode, 'PERSONNEL'))],
  ['a leader', (a) => askerWith(overCounty('LEADER', a.countyCode))],
  ['an operator of the lead', (a) => askerWith(overInstitution('LEAD_OPERATOR', a.lead.uuid))],
  ['an operator of the alliance', (a) => askerWith(overAlliance('LEAD_OPERATOR', a.alliance.uuid))],
  ['a reporter', (a) => askerWith(overInstitution('REPORTER', a.member.uuid))],
  ['an analyst', (a) => askerWith(overCounty('ANALYST', a.countyCode))],
  ['a system administrator', () => askerWith(overAll('SYSTEM_ADMINISTRATOR'))],
  ['a security administrator', () => askerWith(overAll('SECURITY_ADMINISTRATOR'))],
  ['an audit administrator', () => askerWith(overAll('AUDIT_ADMINISTRATOR'))],
  ['one whose grants have ended', () => askerWith()],
]

beforeAll(async () => {
  own = await buildSide(api, '甲', '431221', '431221104000')
  other = await buildSide(api, '乙', '341821', '341821000000')
})

/** Nothing of the other county is told: no name, no id, no code. */
function expectNothing(answer: unknown): void {
  const text = JSON.stringify(answer)
  expect(text).not.toContain('乙')
  expect(text).not.toContain(`${other.countyCode}-`)
  const things = [
    other.former,
    other.lead,
    other.member,
    other.left,
    other.alone,
    other.child,
    other.alliance,
    other.second,
    other.document,
  ]
  for (const { uuid } of [...things, ...Object.values(other.facts), ...Object.values(other.memberships)]) expect(text).not.toContain(uuid)
}

describe.each(ATTACKERS)('%s', (_, of) => {
  const to = async (document: string, variables?: Json) => ask(of(own), document, variables)

  test('finds nothing under other names, in fragments, and by any id', async () => {
    const { data } = await to(
      `query ($i: ID!, $a: ID!, $m: ID!, $s: ID!, $d: ID!) {
        mine: node(id: $i) { ...I } a: node(id: $a) { ... on Alliance { ...A } ... on Node { id } } m: node(id: $m) { id ... on Membership { institution { name } alliance { name } } }
        s: node(id: $s) { id ... on SharedService { name provider { name } } } d: node(id: $d) { id ... on PolicyDocument { title } }
        all: nodes(ids: [$i, $a, $m, $s, $d]) { __typename id }
      }
      fragment I on Institution { id name alliances: memberships { in: alliance { ...A } } }
      fragment A on Alliance { id name code memberships { role institution { name } } }`,
      { i: other.member.id, a: other.alliance.id, m: other.memberships.member.id, s: other.facts.service.id, d: other.document.id },
    )
    expect(data).toEqual({ mine: null, a: null, m: null, s: null, d: null, all: [null, null, null, null, null] })
  })

  test('finds nothing by code, uuid, filter, order, search or county', async () => {
    const codes = await api.query('query ($i: ID!, $a: ID!) { institution(id: $i) { code } alliance(id: $a) { code } }', {
      i: other.member.id,
      a: other.alliance.id,
    })
    const answers = await Promise.all(
      [
        `{ institution(code: "${codes['institution'].code}") { name } }`,
        `{ institution(id: "${other.member.uuid}") { name } }`,
        `{ alliance(code: "${codes['alliance'].code}") { name } }`,
        `{ institutions(filter: { countyCode: "341821" }) { totalCount nodes { name } } }`,
        `{ institutions(filter: { regionCode: "341821000000" }) { totalCount nodes { name } } }`,
        `{ institutions(filter: { allianceId: "${other.alliance.id}" }) { totalCount nodes { name } } }`,
        `{ institutions(filter: { parentId: "${other.member.id}" }) { totalCount nodes { name } } }`,
        `{ institutions(filter: { search: "乙" }) { totalCount nodes { name } } }`,
        `{ institutions(orderBy: NAME, direction: DESC, last: 500) { nodes { name } } }`,
        `{ alliances(filter: { countyCode: "341821" }) { totalCount nodes { name } } }`,
        `{ alliances(filter: { institutionId: "${other.lead.id}" }, orderBy: MEMBER_COUNT) { totalCount nodes { name memberCount } } }`,
        `{ institutionCounts(filter: { countyCode: "341821" }, by: CATEGORY) { units institutions } }`,
        `{ search(text: "乙", first: 50) { ... on Institution { name } ... on Alliance { name } } }`,
        `{ search(text: "chengyuan", countyCode: "341821") { ... on Institution { name } } }`,
        `{ changes(countyCode: "341821") { totalCount nodes { summary note } } }`,
        `{ changes(institutionId: "${other.alone.id}") { totalCount nodes { summary } } }`,
        `{ changes(documentId: "${other.document.id}") { totalCount nodes { summary } } }`,
        `{ policyDocuments(countyCode: "341821") { totalCount nodes { title citedByCount } } }`,
        `{ policyDocuments(search: "乙") { totalCount nodes { title } } }`,
        `{ allianceChanges(countyCode: "341821", from: "2018-06-01", to: "2024-06-01") { alliance { name } differences { subject before after } } }`,
        `{ allianceChanges(allianceId: "${other.alliance.id}", from: "2018-06-01", to: "2024-06-01") { differences { subject } } }`,
      ].map(async (document) => (await to(document)).data),
    )
    for (const data of answers) {
      expectNothing(data)
      for (const found of Object.values(data)) {
        if (found !== null && 'totalCount' in found) expect(found.totalCount).toBe(0)
        else if (Array.isArray(found)) expect(found).toEqual([])
      }
    }
    const { data } = await to(
      '{ counties { code } region(code: "341821000000") { name institutionCount children { name institutionCount } } }',
    )
    expect(JSON.stringify(data['counties'])).not.toContain('341821')
    expect(data['region']).toMatchObject({ name: '郎溪县', institutionCount: 0 })
  })

  test('counts what it is shown, and pages no further with the cursor of another’s list', async () => {
    const everything = await api.query('{ institutions(first: 3) { pageInfo { endCursor } } changes(first: 3) { pageInfo { endCursor } } }')
    const lists = `{ institutions(first: 500, after: "${everything['institutions'].pageInfo.endCursor}") { nodes { name } } }`
    expectNothing((await to(lists)).data)
    expectNothing(
      (await to(`{ changes(first: 500, after: "${everything['changes'].pageInfo.endCursor}") { nodes { summary note } } }`)).data,
    )
    const { data } =
      await to(`{ institutions(first: 500) { totalCount nodes { villageClinicCount units { name } } } counts: institutionCounts(by: STATUS) { institutions }
      alliances { totalCount nodes { memberCount memberships { role } } } changes(first: 500) { totalCount nodes { effectCount effects { factId } } } }`)
    if (!data['institutions']) return
    const { institutions, counts, alliances, changes } = data
    expect(institutions.totalCount).toBe(institutions.nodes.length)
    expect(counts.reduce((sum: number, one: Json) => sum + one['institutions'], 0)).toBe(institutions.totalCount)
    for (const one of institutions.nodes) expect(one.villageClinicCount).toBe(one.units.length)
    expect(alliances.totalCount).toBe(alliances.nodes.length)
    for (const one of alliances.nodes)
      expect(one.memberCount).toBe(one.memberships.filter(({ role }: Json) => role !== 'SUPPORTING').length)
    expect(changes.totalCount).toBe(changes.nodes.length)
    for (const one of changes.nodes) expect(one.effectCount).toBe(one.effects.length)
    for (const one of changes.nodes) expect(one.effectCount).toBeGreaterThan(0)
  })

  test('does nothing to what is another’s, by its ids, inside what is its own, or by undoing', async () => {
    const tries: readonly (readonly [string, Json])[] = [
      ['renameInstitution', { institutionId: other.alone.id, baseVersion: other.alone.version, name: '改', effectiveOn: '2024-01-01' }],
      [
        'reviseInstitution',
        {
          institutionId: own.member.id,
          baseVersion: own.member.version,
          effectiveOn: '2024-01-01',
          institution: { name: '改', category: 'C220', regionCode: own.town, parentId: other.lead.id },
        },
      ],
      [
        'createInstitution',
        { institution: { name: '新', category: 'C220', regionCode: own.town, parentId: other.lead.id }, effectiveOn: '2024-01-01' },
      ],
      ['createInstitution', { institution: { name: '新', category: 'C220', regionCode: other.town }, effectiveOn: '2024-01-01' }],
      [
        'admitMember',
        {
          allianceId: own.alliance.id,
          institutionId: other.alone.id,
          role: 'MEMBER',
          baseVersion: own.alliance.version,
          effectiveOn: '2024-01-01',
        },
      ],
      [
        'admitMember',
        {
          allianceId: other.alliance.id,
          institutionId: own.alone.id,
          role: 'MEMBER',
          baseVersion: other.alliance.version,
          effectiveOn: '2024-01-01',
        },
      ],
      [
        'transferMember',
        {
          membershipId: own.memberships.member.id,
          toAllianceId: other.second.id,
          baseVersion: own.memberships.member.version,
          effectiveOn: '2024-01-01',
        },
      ],
      [
        'mergeInstitution',
        { institutionId: own.alone.id, intoId: other.alone.id, baseVersion: own.alone.version, effectiveOn: '2024-01-01' },
      ],
      [
        'openSharedService',
        { allianceId: own.alliance.id, kind: 'ECG', name: '新', providerId: other.lead.id, servesAll: true, effectiveOn: '2024-01-01' },
      ],
      [
        'openSharedService',
        {
          allianceId: own.alliance.id,
          kind: 'ECG',
          name: '新',
          providerId: own.lead.id,
          recipientIds: [own.member.id, other.member.id],
          effectiveOn: '2024-01-01',
        },
      ],
      ['recordMeeting', { allianceId: own.alliance.id, heldOn: '2024-01-01', title: '新', attendeeIds: [other.member.id] }],
      [
        'recordMeeting',
        {
          allianceId: own.alliance.id,
          meetingId: other.facts.meeting.id,
          baseVersion: other.facts.meeting.version,
          heldOn: '2024-01-01',
          title: '新',
        },
      ],
      [
        'closeSharedService',
        { sharedServiceId: other.facts.service.id, baseVersion: other.facts.service.version, effectiveOn: '2024-01-01' },
      ],
      ['recordPolicyDocument', { documentId: other.document.id, baseVersion: other.document.version, title: '改' }],
      ['recordPolicyDocument', { title: '新', countyCode: other.countyCode }],
      ['recordMeeting', { allianceId: own.alliance.id, heldOn: '2024-01-01', title: '新', documentId: other.document.id }],
      ['undoChange', { changeId: other.lastChange }],
    ]
    for (const [name, input] of tries) {
      const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`
      const refusal = '... on InputRefused { issues { path code message } } ... on StaleVersion { changes { summary note } }'
      const { data, codes, denied } = await to(`mutation ($input: ${type}!) { r: ${name}(input: $input) { __typename ${refusal} } }`, {
        input,
      })
      const code = codes[0] ?? data['r'].issues?.[0]?.code
      expect([name, ['FORBIDDEN', 'NOT_FOUND', 'NOT_ALLOWED'].includes(code)], JSON.stringify(data)).toEqual([name, true])
      expect(JSON.stringify(data)).not.toContain('乙')
      expect(denied.length, name).toBeGreaterThan(0)
    }
    for (const one of [own.alone, own.member, other.alone, other.document]) expect(await versionOf(api, one.id)).toBe(one.version)
  })

  test('is told of what is not there in the same words as of what it does not see', async () => {
    const missing = '01900000-0000-7000-8000-00000000dead'
    const refused = async (id: string) => {
      const input = {
        institutionId: id,
        baseVersion: other.member.version,
        institution: { name: '改', category: 'C220', regionCode: own.town },
        effectiveOn: '2024-01-01',
      }
      const { data, codes } = await to(
        'mutation ($input: ReviseInstitutionInput!) { r: reviseInstitution(input: $input) { ... on InputRefused { issues { path code message } } } }',
        { input },
      )
      return JSON.stringify([data, codes]).replaceAll(missing, '…').replaceAll(other.member.uuid, '…')
    }
    expect(await refused(other.member.uuid)).toBe(await refused(missing))
  })

  // Tokens, a forged cookie and a replayed CSRF token are tried where they are dealt with: sign-in and api-token.
})

describe('files', () => {
  let server: FileServer
  let asker: Asker
  beforeAll(async () => {
    server = await fileServer(database, undefined, () => asker)
  })

  test.each(ATTACKERS)('%s exports nothing of another county', async (_, of) => {
    asker = of(own)
    const filters: readonly (readonly [string, object])[] = [
      ['institutions', { countyCode: '341821' }],
      ['institutions', {}],
      ['alliances', {}],
      ['memberships', { allianceId: other.alliance.id, period: 'ALL' }],
      ['memberships', { institutionId: other.member.id }],
      ['memberships', {}],
      ['allianceChanges', { countyCode: '341821', from: '2018-06-01', to: '2024-06-01' }],
      ['policyDocuments', {}],
      ['changes', { countyCode: '341821' }],
      ['changes', { institutionId: other.alone.id }],
      ['changes', {}],
    ]
    for (const [name, filter] of filters) {
      const answer = await server.get(`/files/export/${name}.csv?filter=${encodeURIComponent(JSON.stringify(filter))}`)
      const text = decodeURIComponent(answer.headers.get('content-disposition') ?? '') + (await answer.text())
      expect([200, 403]).toContain(answer.status)
      expect(text, name).not.toContain('乙')
    }
  })

  test('an operator reads no file in that says something of another county, nor one that names what is not seen', async () => {
    asker = askerWith(overCounty('BUREAU_OPERATOR', own.countyCode, 'ALLIANCE'))
    const codeOf = async (id: string) =>
      (await api.query('query ($id: ID!) { institution(id: $id) { code } }', { id }))['institution'].code as string
    const header = '机构编码,机构名称,机构类别,所在区划,生效日'
    const rows = [
      `${await codeOf(other.alone.id)},新名,乡镇卫生院,中方县,2024-01-01`,
      `,乙成员院,乡镇卫生院,郎溪县（341821000000）,2024-01-01`,
      `,甲新院,乡镇卫生院,中方县,2024-01-01`,
    ]
    const run = await server.upload('INSTITUTIONS', csv([header, ...rows].join('\n')), 'a.csv')
    expect(run['rows'].rows.map(({ state, issues }: Json) => [state, ...issues.map(({ code }: Json) => code)])).toEqual([
      ['WRONG', 'CONFLICTS_UNSEEN'],
      ['WRONG', 'NOT_ALLOWED'],
      ['NEW'],
    ])
    const memberships = [
      '机构,医共体,角色,起始日期',
      `乙独立医院,甲医共体,成员单位,2024-01-01`,
      `甲独立医院,乙医共体,成员单位,2024-01-01`,
      '甲独立医院,甲医共体,成员单位,2024-01-01',
    ]
    const second = await server.upload('MEMBERSHIPS', csv(memberships.join('\n')), 'b.csv')
    expect(second['rows'].rows.map(({ state, issues }: Json) => [state, ...issues.map(({ code }: Json) => code)])).toEqual([
      ['WRONG', 'NOT_FOUND'],
      ['WRONG', 'NOT_FOUND'],
      ['NEW'],
    ])
    expect(await server.upload('INSTITUTIONS', csv(header), 'a.csv', other.countyCode)).toMatchObject({ issues: [{ code: 'NOT_ALLOWED' }] })
  })

  test('an import of another county is not there: not to see, write or give up', async () => {
    asker = askerWith(overCounty('BUREAU_OPERATOR', own.countyCode, 'ALLIANCE'))
    const id = '01900000-0000-7000-8000-000000000009'
    await insertImportRun(db, {
      id,
      kind: 'INSTITUTIONS',
      countyCode: other.countyCode,
      fileName: '乙.csv',
      actor: { id: 'x', name: 'x' },
      requestId: null,
    })
    const global = Buffer.from(`ImportRun:${id}`).toString('base64')
    expect(await server.query(`{ importRun(id: "${global}") { fileName } node(id: "${global}") { id } }`)).toEqual({
      importRun: null,
      node: null,
    })
    expect(JSON.stringify(await server.query('{ importRuns { fileName } }'))).not.toContain('乙')
    expect(await server.commit(global)).toMatchObject({ issues: [{ path: 'id', code: 'NOT_FOUND' }] })
  })
})
