import { testDatabase } from '@yilian/testing/test-database.ts'
import { expect, test } from 'vitest'

import { testApi } from '../../test/api.ts'
import { brokenRules } from '../../test/invariants.ts'
import { makers, recorded, refusals, run, versionOf, type EffectSeen } from '../../test/make.ts'

const { db } = await testDatabase()
const api = await testApi(db)
const make = makers(api)

const undo = (changeId: string, more: object = {}) => run(api, 'undoChange', { changeId, ...more })

const days = (stretches: EffectSeen['before']) => stretches.map(({ validFrom, validTo, label }) => [validFrom, validTo, label])

/** What each fact was before, and is after. */
const sides = (effects: readonly EffectSeen[]) =>
  new Map(effects.map(({ factId, before, after }) => [factId, { before: days(before), after: days(after) }]))

/** The effects of an undo are those of what it undid, the other way round. */
function expectReversed(undone: readonly EffectSeen[], done: readonly EffectSeen[]): void {
  const forth = [...sides(done)].map(([id, { before, after }]) => [id, { before: after, after: before }] as const)
  expect(sides(undone)).toEqual(new Map(forth))
}

/** Who was in an alliance on a day, as known at an instant. */
async function membersOf(id: string, asOf: string, asKnownAt: string | null = null): Promise<string[]> {
  const { alliance } = await api.query(
    `query ($id: ID!, $asOf: Date, $asKnownAt: Instant) { alliance(id: $id, asOf: $asOf, asKnownAt: $asKnownAt) { memberships { role institution { name } } } }`,
    { id, asOf, asKnownAt },
  )
  return (alliance.memberships as { role: string; institution: { name: string } }[]).map((one) => `${one.role} ${one.institution.name}`)
}

test('a transfer is undone: the member is back without a break, and the transfer stays readable as it was known', async () => {
  const [from, to, institution] = [await make.alliance(), await make.alliance(), await make.institution()]
  const membership = await make.membership({ alliance: from, institution })
  const transfer = await recorded(api, 'transferMember', {
    membershipId: membership.id,
    toAllianceId: to.id,
    baseVersion: membership.version,
    effectiveOn: '2021-01-01',
  })
  const outcome = await undo(transfer.id, { note: '调整对象有误' })
  expect(outcome.change).toMatchObject({
    command: 'undoChange',
    correction: true,
    effectiveOn: null,
    summary: expect.stringMatching(/^撤回变更（调整到其他医共体）：/),
  })
  expectReversed(outcome.change!.effects, transfer.effects)
  const member = `MEMBER ${institution.name}`
  expect(await membersOf(from.id, '2026-01-01')).toEqual([member])
  expect(await membersOf(to.id, '2026-01-01')).toEqual([])
  expect(await membersOf(to.id, '2026-01-01', transfer.recordedAt)).toEqual([member])
  expect(await brokenRules(db)).toEqual({})
})

test('a preview of an undo shows what it would do and records nothing', async () => {
  const membership = await make.membership()
  const withdrawal = await recorded(api, 'withdrawMember', {
    membershipId: membership.id,
    baseVersion: membership.version,
    effectiveOn: '2022-03-01',
  })
  const preview = await undo(withdrawal.id, { validateOnly: true })
  expect(preview.__typename).toBe('ChangePreview')
  expectReversed(preview.effects!, withdrawal.effects)
  expect(await versionOf(api, membership.id)).toBe(withdrawal.number)
  expect((await undo(withdrawal.id)).__typename).toBe('ChangeRecorded')
})

test('a change of lead is undone: former lead, new lead and vacancy are as they were', async () => {
  const [first, second] = [await make.institution(), await make.institution()]
  const alliance = await make.alliance({ leadId: first.id })
  const change = await recorded(api, 'changeLead', {
    allianceId: alliance.id,
    leadId: second.id,
    formerLeadRole: 'MEMBER',
    baseVersion: alliance.version,
    effectiveOn: '2020-01-01',
  })
  expect(await membersOf(alliance.id, '2026-01-01')).toEqual([`LEAD ${second.name}`, `MEMBER ${first.name}`])
  expectReversed((await undo(change.id)).change!.effects, change.effects)
  expect(await membersOf(alliance.id, '2026-01-01')).toEqual([`LEAD ${first.name}`])
})

test('a correction is undone: what was corrected is known again', async () => {
  const membership = await make.membership()
  const correction = await recorded(api, 'correctMembership', {
    membershipId: membership.id,
    stretches: [],
    baseVersion: membership.version,
  })
  expect(await membersOf(membership.alliance.id, '2020-01-01')).toEqual([])
  expectReversed((await undo(correction.id)).change!.effects, correction.effects)
  expect(await membersOf(membership.alliance.id, '2020-01-01')).toHaveLength(1)
})

test('a merger is undone: open again, in its alliance, running what it ran, without lineage', async () => {
  const [merged, into] = [await make.institution(), await make.institution()]
  const clinic = await make.institution({ category: 'D600', parentId: merged.id })
  const membership = await make.membership({ institution: merged })
  const merger = await recorded(api, 'mergeInstitution', {
    institutionId: merged.id,
    intoId: into.id,
    baseVersion: await versionOf(api, merged.id),
    effectiveOn: '2023-01-01',
  })
  expectReversed((await undo(merger.id)).change!.effects, merger.effects)
  const { institution } = await api.query(
    `query ($id: ID!) { institution(id: $id) { status units { id } lineage { kind } memberships { alliance { id } } } }`,
    { id: merged.id },
  )
  expect(institution).toEqual({
    status: 'OPERATING',
    units: [{ id: clinic.id }],
    lineage: [],
    memberships: [{ alliance: { id: membership.alliance.id } }],
  })
  expect(await brokenRules(db)).toEqual({})
})

test('an undone creation leaves nothing to find, and every list, search and history copes', async () => {
  const change = await recorded(api, 'createInstitution', {
    institution: { name: '误录卫生院', code: 'WULU-01', category: 'C220', regionCode: '431221104000' },
    effectiveOn: '2020-01-01',
  })
  const id = Buffer.from(`Institution:${change.effects[0]!.factId}`).toString('base64')
  const look = `query ($id: ID!, $asKnownAt: Instant) {
    node(id: $id) { id }
    byId: institution(id: $id, asKnownAt: $asKnownAt) { name changes { nodes { command } } }
    byCode: institution(code: "WULU-01", asKnownAt: $asKnownAt) { name }
    search(text: "wulu", countyCode: "431221") { __typename }
    institutions(filter: { search: "误录" }) { nodes { name } totalCount }
    changes(institutionId: $id) { nodes { command summary undoable undoes { command } undoneBy { command } } }
  }`
  expect(await api.query(look, { id })).toMatchObject({ byCode: { name: '误录卫生院' }, search: [{ __typename: 'Institution' }] })
  const undone = await undo(change.id)
  expect(undone.change!.effects).toMatchObject([{ subject: '误录卫生院', after: [] }])
  expect(await api.query(look, { id })).toEqual({
    node: null,
    byId: null,
    byCode: null,
    search: [],
    institutions: { nodes: [], totalCount: 0 },
    changes: {
      nodes: [
        {
          command: 'undoChange',
          summary: '撤回变更（登记机构）：误录卫生院',
          undoable: true,
          undoes: { command: 'createInstitution' },
          undoneBy: null,
        },
        {
          command: 'createInstitution',
          summary: '自 2020-01-01 起登记机构：误录卫生院',
          undoable: false,
          undoes: null,
          undoneBy: { command: 'undoChange' },
        },
      ],
    },
  })
  const then = await api.query(look, { id, asKnownAt: change.recordedAt })
  expect(then).toMatchObject({ byId: { name: '误录卫生院' }, byCode: { name: '误录卫生院' } })
  expect(
    await refusals(api, 'renameInstitution', {
      institutionId: id,
      name: '新名',
      baseVersion: undone.change!.number,
      effectiveOn: '2021-01-01',
    }),
  ).toEqual(['institutionId: NOT_FOUND'])
})

test('what is undone keeps its name in the history of others', async () => {
  const creation = await recorded(api, 'createInstitution', {
    institution: { name: '史册卫生院', category: 'C220', regionCode: '431221104000' },
    effectiveOn: '2015-01-01',
  })
  const institution = { id: Buffer.from(`Institution:${creation.effects[0]!.factId}`).toString('base64') }
  const alliance = await make.alliance()
  const admission = await recorded(api, 'admitMember', {
    allianceId: alliance.id,
    institutionId: institution.id,
    role: 'MEMBER',
    baseVersion: alliance.version,
    effectiveOn: '2019-01-01',
  })
  await undo(admission.id)
  await undo(creation.id)
  const { changes } = await api.query('query ($id: ID!) { changes(allianceId: $id, first: 2) { nodes { summary } } }', { id: alliance.id })
  const subject = `${alliance.name} · 史册卫生院`
  expect(changes.nodes).toEqual([{ summary: `撤回变更（纳入成员）：${subject}` }, { summary: `自 2019-01-01 起纳入成员：${subject}` }])
})

test('the code of an undone creation can be used again, by the same identity, in the same county only', async () => {
  const institution = { name: '同码卫生院', code: 'SAME-01', category: 'C220', regionCode: '431221104000' }
  const create = (given: object = {}) => ({ institution: { ...institution, ...given }, effectiveOn: '2020-01-01' })
  const first = await recorded(api, 'createInstitution', create())
  expect(await refusals(api, 'createInstitution', create({ name: '另一卫生院' }))).toEqual(['institution.code: CODE_TAKEN'])
  await undo(first.id)
  expect(await refusals(api, 'createInstitution', create({ regionCode: '341821000000' }))).toEqual(['institution.code: CODE_OF_UNDONE'])
  const second = await recorded(api, 'createInstitution', create({ name: '正名卫生院' }))
  expect(second.effects[0]!.factId).toBe(first.effects[0]!.factId)
  expect(await api.query('{ institution(code: "SAME-01") { name } search(text: "正名") { __typename } }')).toEqual({
    institution: { name: '正名卫生院' },
    search: [{ __typename: 'Institution' }],
  })
})

test('the code of an undone alliance can be used again for the same kind only', async () => {
  const input = {
    name: '误建医共体',
    code: 'WUJIAN-A1',
    kind: 'AREA',
    countyCode: '431221',
    leadVacancyReason: '筹建中',
    effectiveOn: '2020-01-01',
  }
  const change = await recorded(api, 'createAlliance', input)
  expect(await refusals(api, 'createAlliance', input)).toEqual(['code: CODE_TAKEN'])
  await undo(change.id)
  expect(await refusals(api, 'createAlliance', { ...input, kind: 'SPECIALTY' })).toEqual(['code: CODE_OF_UNDONE'])
  expect((await recorded(api, 'createAlliance', { ...input, name: '正建医共体' })).effects[0]!.factId).toBe(change.effects[0]!.factId)
})

test('a creation is not undone while others name what it created; the refusal says which', async () => {
  const [institution, alliance] = [await make.institution(), await make.alliance()]
  const creation = async (id: string) => {
    const { node } = await api.query(
      'query ($id: ID!) { node(id: $id) { ... on Institution { changes(last: 1) { nodes { id undoable } } } ... on Alliance { changes(last: 1) { nodes { id undoable } } } } }',
      { id },
    )
    return node.changes.nodes[0] as { id: string; undoable: boolean }
  }
  await make.institution({ parentId: institution.id, category: 'D600' })
  expect(await creation(institution.id)).toMatchObject({ undoable: true })
  const refused = await undo((await creation(institution.id)).id)
  expect(refused.issues).toMatchObject([
    { path: '', code: 'STILL_NAMED', message: expect.stringContaining(`没有机构“${institution.name}”，但仍有 1 项记录用到它`) },
  ])
  await make.membership({ alliance })
  expect((await undo((await creation(alliance.id)).id)).issues).toMatchObject([{ code: 'STILL_NAMED' }])
})

test('an undo is refused where it would put an institution in two tight alliances, and says who holds it', async () => {
  const institution = await make.institution()
  const membership = await make.membership({ institution })
  const withdrawal = await recorded(api, 'withdrawMember', {
    membershipId: membership.id,
    baseVersion: membership.version,
    effectiveOn: '2020-01-01',
  })
  const other = await make.alliance()
  await make.membership({ institution, alliance: other, on: '2021-01-01' })
  const refused = await undo(withdrawal.id)
  expect(refused.issues).toMatchObject([
    { path: '', code: 'ALREADY_IN_TIGHT_ALLIANCE', message: expect.stringContaining(institution.name) },
  ])
})

test('an undo is refused where it would reopen a dispute beside a later one', async () => {
  const alliance = await make.alliance()
  const dispute = async (effectiveOn: string) =>
    recorded(api, 'openLeadDispute', {
      allianceId: alliance.id,
      chosenId: (await make.institution()).id,
      mandatedId: (await make.institution()).id,
      authority: '市卫健委',
      baseVersion: await versionOf(api, alliance.id),
      effectiveOn,
    })
  const first = await dispute('2020-01-01')
  const leadDisputeId = Buffer.from(`LeadDispute:${first.effects[0]!.factId}`).toString('base64')
  const resolution = await recorded(api, 'resolveLeadDispute', { leadDisputeId, baseVersion: first.number, effectiveOn: '2021-01-01' })
  await dispute('2022-01-01')
  const refused = await undo(resolution.id)
  expect(refused.issues).toMatchObject([{ path: '', code: 'UNDO_CONFLICT', message: expect.stringContaining('2022-01-01 起') }])
})

test('an undo is refused where a credit code that would come back belongs to another by now', async () => {
  const creditCode = '91350100M000100Y43'
  const institution = await make.institution({ creditCode })
  const attributes = { name: institution.name, category: 'C220', regionCode: '431221104000' }
  const revision = await recorded(api, 'reviseInstitution', {
    institutionId: institution.id,
    institution: attributes,
    baseVersion: institution.version,
    effectiveOn: '2015-01-01',
  })
  await make.institution({ creditCode })
  expect((await undo(revision.id)).issues).toMatchObject([{ code: 'UNDO_TAKEN', message: expect.stringContaining('统一社会信用代码') }])
})

test('after a later change of the same fact an undo is out of date, and says which changes came since', async () => {
  const membership = await make.membership()
  const change = (role: string, baseVersion: number, effectiveOn: string) =>
    recorded(api, 'changeRole', { membershipId: membership.id, role, baseVersion, effectiveOn })
  const first = await change('SUPPORTING', membership.version, '2020-01-01')
  const second = await change('MEMBER', first.number, '2021-01-01')
  expect(await undo(first.id)).toMatchObject({
    __typename: 'StaleVersion',
    baseVersion: first.number,
    currentVersion: second.number,
    changes: [{ number: second.number, command: 'changeRole' }],
  })
  const { changes } = await api.query('query ($id: ID!) { changes(institutionId: $id) { nodes { number undoable } } }', {
    id: membership.institution.id,
  })
  expect(changes.nodes).toEqual([
    { number: second.number, undoable: true },
    { number: first.number, undoable: false },
    { number: membership.version, undoable: false },
    { number: await versionOf(api, membership.institution.id), undoable: true },
  ])
  // From the last one back, each can be undone.
  await undo(second.id)
  expect((await undo(first.id)).__typename).toBe('StaleVersion')
})

test('an undo can itself be undone', async () => {
  const creation = await recorded(api, 'createInstitution', {
    institution: { name: '再三卫生院', category: 'C220', regionCode: '431221104000' },
    effectiveOn: '2020-01-01',
  })
  const undone = await undo(creation.id)
  const redone = await undo(undone.change!.id)
  expect(redone.change).toMatchObject({ summary: '撤回变更（撤回变更）：再三卫生院' })
  expect(days(redone.change!.effects[0]!.after)).toEqual(days(creation.effects[0]!.after))
  expect(await api.query('{ search(text: "再三") { ... on Institution { name } } }')).toEqual({ search: [{ name: '再三卫生院' }] })
  expect((await undo(creation.id)).__typename).toBe('StaleVersion')
})

test('a document is undone while no change cites it', async () => {
  const record = (number: string) => recorded(api, 'recordPolicyDocument', { number, title: `关于${number}的通知` })
  const [cited, uncited] = [await record('中卫发〔2020〕1号'), await record('中卫发〔2020〕2号')]
  const documentId = (change: typeof cited) => Buffer.from(`PolicyDocument:${change.effects[0]!.factId}`).toString('base64')
  await make.membership({ documentId: documentId(cited) })
  expect((await undo(cited.id)).issues).toMatchObject([{ code: 'DOCUMENT_CITED' }, { code: 'STILL_NAMED' }])
  await undo(uncited.id)
  expect(await api.query('query ($id: ID!) { policyDocument(id: $id) { title } }', { id: documentId(uncited) })).toEqual({
    policyDocument: null,
  })
  expect(
    await refusals(api, 'createInstitution', {
      institution: { name: '引文卫生院', category: 'C220', regionCode: '431221104000' },
      documentId: documentId(uncited),
      effectiveOn: '2020-01-01',
    }),
  ).toEqual(['documentId: NOT_FOUND'])
  expect((await record('中卫发〔2020〕2号')).effects[0]!.factId).not.toBe(uncited.effects[0]!.factId)
})

test('what the system loaded is not undone, and a change that does not exist neither', async () => {
  const { id } = await db.selectFrom('change').select('id').where('command', '=', 'loadReference').executeTakeFirstOrThrow()
  const changeId = `00000000-0000-0000-0000-${id.toString(16).padStart(12, '0')}`
  expect((await undo(changeId)).issues).toMatchObject([
    { path: 'changeId', code: 'NOT_UNDOABLE', message: expect.stringContaining('“载入基础数据”') },
  ])
  expect(await refusals(api, 'undoChange', { changeId: '00000000-0000-0000-0000-00007fffffff' })).toEqual(['changeId: NOT_FOUND'])
  expect(await refusals(api, 'undoChange', { changeId: 'nonsense' })).toEqual(['changeId: NOT_FOUND'])
})
