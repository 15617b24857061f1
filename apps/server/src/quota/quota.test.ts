import { testDatabase } from '@yilian/testing/test-database.ts'
import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'

import { testApi } from '../../test/api.ts'
import { globalId, makers, recorded, refusals, run, versionOf, type Made } from '../../test/make.ts'
import { staffMakers } from '../../test/make-staff.ts'

const { db, countStatements } = await testDatabase()
const api = await testApi(db)
const make = makers(api)
const staff = staffMakers(api)

let county: Made
beforeAll(async () => {
  county = await make.hospital({ name: '中方县人民医院' })
})

const BOARD = `query ($f: QuotaBoardFilter, $asOf: Date) { quotaBoard(filter: $f, asOf: $asOf) { totalCount edges { node { institution { name }
  classes { postClass quota borrowed given exception available filled outside vacancies over remark quotaVersion exceptionVersion
  allowedBy { count reason validFrom document { title } } } } } } }`
const board = async ({ id }: Made, asOf = '2025-01-01') =>
  (await api.query(BOARD, { f: { institutionId: id }, asOf }))['quotaBoard'].edges[0]?.node.classes ?? []
const IN_POST = { person: { establishmentType: 'IN_POST' } }
const setQuota = async (one: Made, count: number, more: Readonly<Record<string, unknown>> = {}) => {
  const [line] = await board(one)
  const baseVersion = line?.quotaVersion ?? 0
  return recorded(api, 'setQuota', {
    institutionId: one.id,
    postClass: 'TECHNICAL',
    count,
    baseVersion,
    effectiveOn: '2019-01-01',
    ...more,
  })
}

test('without a quota nothing is judged, and that is said', async () => {
  const one = await make.institution()
  await staff.hire(one, IN_POST)
  await staff.hire(one)
  expect(await board(one)).toMatchObject([
    {
      postClass: 'TECHNICAL',
      quota: null,
      available: null,
      filled: 1,
      outside: 1,
      vacancies: null,
      over: null,
      remark: '未登记编制，无从判断是否超编。',
    },
  ])
})

test('a quota is not exceeded on any day, but for an exception with its document, and then it is visible', async () => {
  const one = await make.institution()
  await staff.hire(one, IN_POST)
  await setQuota(one, 1)
  const second = {
    person: { name: '超编甲', establishmentType: 'IN_POST', profession: '11' },
    institutionId: one.id,
    effectiveOn: '2024-01-01',
  }
  const refused = await run(api, 'hirePerson', second)
  expect(refused.issues).toMatchObject([{ path: '', code: 'OVER_QUOTA' }])
  expect(refused.issues![0]!.message).toContain('占编 2 人，超过可用编制 1')
  await recorded(api, 'hirePerson', { ...second, person: { ...second.person, name: '编外乙', establishmentType: 'CONTRACT' } })
  await recorded(api, 'hirePerson', { ...second, person: { ...second.person, name: '管理丙', profession: '80' } })
  const exception = {
    institutionId: one.id,
    postClass: 'TECHNICAL',
    count: 1,
    reason: '急需妇产科医师',
    baseVersion: 0,
    effectiveOn: '2024-01-01',
  }
  expect(await refusals(api, 'setQuotaException', exception)).toEqual(['documentId: EXCEPTION_NEEDS_DOCUMENT'])
  await recorded(api, 'setQuotaException', { ...exception, documentId: await staff.document() })
  await recorded(api, 'hirePerson', second)
  expect((await board(one))[1]).toMatchObject({
    quota: 1,
    exception: 1,
    filled: 2,
    outside: 1,
    over: 1,
    vacancies: 0,
    remark: '超编 1 人，其中批准 1 人。',
    allowedBy: {
      count: 1,
      reason: '急需妇产科医师',
      validFrom: '2024-01-01',
      document: { title: expect.stringContaining('核定编制的批复') },
    },
  })
  expect((await board(one, '2023-12-31'))[0]).toMatchObject({ exception: 0, allowedBy: null })
  const { exceptionVersion } = (await board(one))[1]
  expect(
    await refusals(api, 'setQuotaException', { ...exception, count: 0, baseVersion: exceptionVersion, effectiveOn: '2026-01-01' }),
  ).toEqual([': OVER_QUOTA'])
  const over = await api.query(BOARD, { f: { over: true }, asOf: '2025-01-01' })
  expect(over['quotaBoard'].edges.map(({ node }: { node: { institution: { name: string } } }) => node.institution.name)).toEqual([one.name])
})

test('whoever becomes staff of the establishment takes a place, too, and a quota is not cut below its people', async () => {
  const one = await make.institution()
  await staff.hire(one, IN_POST)
  const contract = await staff.hire(one)
  await setQuota(one, 1)
  const revise = { personId: contract.id, baseVersion: contract.version, effectiveOn: '2025-01-01' }
  expect(
    await refusals(api, 'revisePerson', { ...revise, person: { name: '转正', profession: '11', establishmentType: 'FILING' } }),
  ).toEqual([': OVER_QUOTA'])
  const { quotaVersion } = (await board(one))[0]
  const cut = { institutionId: one.id, postClass: 'TECHNICAL', count: 0, baseVersion: quotaVersion, effectiveOn: '2025-01-01' }
  expect(await refusals(api, 'setQuota', cut)).toEqual([': OVER_QUOTA'])
  expect((await run(api, 'setQuota', { ...cut, count: 5, baseVersion: 0 })).__typename).toBe('StaleVersion')
})

test('a pool lends and gets back; never more than it has, and not while people take the places', async () => {
  const one = await make.institution()
  await setQuota(one, 0)
  const created = await recorded(api, 'createQuotaPool', {
    regionCode: '431221000000',
    name: '中方县编制周转池',
    total: 2,
    effectiveOn: '2020-01-01',
  })
  const poolId = globalId('QuotaPool', created.effects[0]!.factId)
  const lend = { poolId, institutionId: one.id, postClass: 'TECHNICAL', count: 2, plannedUntil: '2026-12-31', effectiveOn: '2020-01-01' }
  expect(await refusals(api, 'lendQuota', { ...lend, count: 3 })).toEqual(['count: POOL_LENT_OUT'])
  expect(await refusals(api, 'lendQuota', { ...lend, fromId: county.id })).toEqual(['poolId: LENDER_NEEDED'])
  const { effects } = await recorded(api, 'lendQuota', lend)
  const loanId = globalId('QuotaLoan', effects[0]!.factId)
  await staff.hire(one, { ...IN_POST, on: '2021-01-01' })
  expect((await board(one))[0]).toMatchObject({ quota: 0, borrowed: 2, available: 2, filled: 1, vacancies: 1 })
  const back = { loanId, effectiveOn: '2025-01-01' }
  expect(await refusals(api, 'returnQuota', { ...back, baseVersion: await versionOf(api, loanId) })).toEqual([': OVER_QUOTA'])
  await recorded(api, 'returnQuota', { ...back, count: 1, baseVersion: await versionOf(api, loanId) })
  const pools = `query ($asOf: Date) { quotaPools(countyCode: "431221", asOf: $asOf) { name total lent loans { count plannedUntil institution { name } } } }`
  expect((await api.query(pools, { asOf: '2024-12-31' }))['quotaPools'][0]).toMatchObject({ total: 2, lent: 2 })
  expect((await api.query(pools, { asOf: '2025-01-01' }))['quotaPools'][0]).toMatchObject({
    lent: 1,
    loans: [{ count: 1, institution: { name: one.name } }],
  })
  expect(
    await refusals(api, 'setQuotaPool', { poolId, total: 1, baseVersion: await versionOf(api, poolId), effectiveOn: '2024-01-01' }),
  ).toEqual(['count: POOL_LENT_OUT'])
})

test('an institution lends out of its own quota, which counts on both sides', async () => {
  const [lender, borrower] = [await make.institution(), await make.institution()]
  await setQuota(lender, 2)
  await setQuota(borrower, 0)
  const lend = { fromId: lender.id, institutionId: borrower.id, postClass: 'TECHNICAL', count: 3, effectiveOn: '2020-01-01' }
  expect(await refusals(api, 'lendQuota', lend)).toContain('count: LENT_BEYOND_QUOTA')
  await recorded(api, 'lendQuota', { ...lend, count: 1 })
  expect((await board(lender))[0]).toMatchObject({ quota: 2, given: 1, available: 1 })
  expect((await board(borrower))[0]).toMatchObject({ quota: 0, borrowed: 1, available: 1 })
})

test('a post is filled as often as it has places, not while frozen, and not cut or closed below its people', async () => {
  const one = await make.institution()
  const { effects } = await recorded(api, 'openPost', {
    institutionId: one.id,
    post: { postClass: 'TECHNICAL', title: '内科医师', count: 1 },
    effectiveOn: '2018-01-01',
  })
  const postId = globalId('Post', effects[0]!.factId)
  await staff.hire(one, { postId })
  const post = async () =>
    (await api.query('query ($id: ID!) { node(id: $id) { ... on Post { count filled vacancies frozen version } } }', { id: postId }))[
      'node'
    ]
  expect(await post()).toMatchObject({ count: 1, filled: 1, vacancies: 0 })
  const hire = { person: { name: '又一内科' }, institutionId: one.id, postId, effectiveOn: '2024-01-01' }
  expect(await refusals(api, 'hirePerson', hire)).toEqual(['postId: POST_FILLED'])
  const onPost = async () => ({ postId, baseVersion: (await post()).version, effectiveOn: '2024-01-01' })
  expect(await refusals(api, 'closePost', await onPost())).toEqual(['postId: POST_NOT_OPEN'])
  await recorded(api, 'revisePost', { ...(await onPost()), post: { postClass: 'TECHNICAL', title: '内科医师', count: 2 } })
  await recorded(api, 'freezePost', { ...(await onPost()), frozen: true })
  expect(await refusals(api, 'hirePerson', hire)).toEqual(['postId: POST_FROZEN'])
  await recorded(api, 'freezePost', { ...(await onPost()), frozen: false })
  expect(await refusals(api, 'hirePerson', { ...hire, institutionId: county.id })).toEqual(['postId: POST_OF_ANOTHER'])
  await recorded(api, 'hirePerson', hire)
})

test('a post of an alliance’s pool is for whoever is in the alliance then', async () => {
  const { alliance, institution } = await make.membership()
  const { effects } = await recorded(api, 'openPost', {
    allianceId: alliance.id,
    post: { postClass: 'TECHNICAL', title: '全科医师', count: 2 },
    effectiveOn: '2019-01-01',
  })
  const postId = globalId('Post', effects[0]!.factId)
  await staff.hire(institution, { postId, on: '2020-01-01' })
  const outside = { person: { name: '池外' }, institutionId: county.id, postId, effectiveOn: '2020-01-01' }
  expect(await refusals(api, 'hirePerson', outside)).toEqual(['postId: POST_OF_ANOTHER'])
})

test('however people come at once, the quota is never silently exceeded', async () => {
  const one = await make.institution()
  await setQuota(one, 3)
  const hire = (at: number) =>
    run(api, 'hirePerson', {
      person: { name: `同时${at}`, establishmentType: 'IN_POST', profession: '11' },
      institutionId: one.id,
      effectiveOn: '2024-01-01',
    })
  const outcomes = await Promise.all([1, 2, 3, 4, 5, 6].map(hire))
  expect(outcomes.filter(({ change }) => change)).toHaveLength(3)
  for (const { issues } of outcomes.filter(({ change }) => !change)) expect(issues).toMatchObject([{ code: 'OVER_QUOTA' }])
  expect((await board(one))[0]).toMatchObject({ quota: 3, filled: 3, over: 0 })
})

test('whatever is done in whatever order, no day has more people than quota, loans and exceptions allow', async () => {
  const document = await staff.document()
  const step = fc.record({
    what: fc.constantFrom('hire', 'retire', 'quota', 'exception' as const),
    count: fc.integer({ min: 0, max: 3 }),
    year: fc.integer({ min: 2018, max: 2026 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), async (steps) => {
      const one = await make.institution()
      const people: Made[] = []
      for (const { what, count, year } of steps) {
        const effectiveOn = `${year}-01-01`
        const [line] = await board(one, '2030-01-01')
        if (what === 'hire') await staff.hire(one, { ...IN_POST, on: effectiveOn }).then((made) => people.push(made), isRefused)
        const first = people[0]
        if (what === 'retire' && first)
          await run(api, 'retirePerson', { personId: first.id, baseVersion: await versionOf(api, first.id), effectiveOn })
        const input = { institutionId: one.id, postClass: 'TECHNICAL', effectiveOn }
        if (what === 'quota') await run(api, 'setQuota', { ...input, count, baseVersion: line?.quotaVersion ?? 0 })
        if (what === 'exception')
          await run(api, 'setQuotaException', {
            ...input,
            count,
            reason: '急需',
            documentId: document,
            baseVersion: line?.exceptionVersion ?? 0,
          })
      }
      const { rows } = await sql<{ day: string }>`
        with d as (select make_date(y, 1, 1) as day from generate_series(2017, 2030) y)
        select d.day from d where exists (select from establishment_quota q where q.institution_id = ${one.uuid} and q.recorded_to is null
            and q.valid_from <= d.day and (q.valid_to is null or d.day < q.valid_to))
          and (select count(*) from appointment a where a.institution_id = ${one.uuid} and a.kind = 'PRIMARY' and a.recorded_to is null
            and a.valid_from <= d.day and (a.valid_to is null or d.day < a.valid_to))
          > (select sum(n) from (
              select q.count as n from establishment_quota q where q.institution_id = ${one.uuid} and q.recorded_to is null
                and q.valid_from <= d.day and (q.valid_to is null or d.day < q.valid_to)
              union all select e.count from quota_exception e where e.institution_id = ${one.uuid} and e.recorded_to is null
                and e.valid_from <= d.day and (e.valid_to is null or d.day < e.valid_to)) s)`.execute(db)
      expect(rows).toEqual([])
    }),
    { numRuns: 12 },
  )
})

function isRefused(error: unknown): void {
  if (!(error instanceof Error && error.message.includes('OVER_QUOTA'))) throw error
}

test('the board takes as many statements for many institutions as for one', async () => {
  const query = '{ quotaBoard(first: 100) { edges { node { institution { name } classes { postClass filled quotaVersion } } } } }'
  const allowed = '{ quotaBoard(first: 100) { edges { node { classes { allowedBy { reason document { title } } } } } } }'
  const before = await countStatements(() => api.query(query))
  const beforeAllowed = await countStatements(() => api.query(allowed))
  for (let more = 0; more < 4; more++) {
    const one = await make.institution()
    await staff.hire(one, IN_POST)
    const input = { institutionId: one.id, postClass: 'TECHNICAL', count: 1, reason: '急需', baseVersion: 0, effectiveOn: '2018-01-01' }
    await recorded(api, 'setQuotaException', { ...input, documentId: await staff.document() })
  }
  expect(await countStatements(() => api.query(query))).toHaveLength(before.length)
  expect(before.length).toBeLessThanOrEqual(4)
  expect(await countStatements(() => api.query(allowed))).toHaveLength(beforeAllowed.length)
})
