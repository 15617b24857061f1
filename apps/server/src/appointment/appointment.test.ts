import { testDatabase } from '@yilian/testing/test-database.ts'
import { beforeAll, expect, test } from 'vitest'

import { testApi } from '../../test/api.ts'
import { makers, recorded, refusals, run, versionOf, type Made } from '../../test/make.ts'
import { staffMakers } from '../../test/make-staff.ts'

const { db, countStatements } = await testDatabase()
const api = await testApi(db)
const make = makers(api)
const staff = staffMakers(api)

let hospital: Made
let township: Made
let other: Made
beforeAll(async () => {
  hospital = await make.hospital({ name: '中方县人民医院' })
  township = await make.institution({ name: '铜鼎镇卫生院' })
  other = await make.institution({ name: '泸阳镇中心卫生院' })
})

const CAREER = `query ($id: ID!, $asOf: Date) { person(id: $id, asOf: $asOf) { version establishmentType home { kind institution { name } title leadership }
  appointments { id kind institution { name } elsewhere plannedUntil overdue leadership }
  career { kind validFrom validTo flowIn flowOut institution { name } } } }`
const career = async ({ id }: Made, asOf = '2025-06-01') => (await api.query(CAREER, { id, asOf }))['person']
const on = async (person: Made) => ({ personId: person.id, baseVersion: await versionOf(api, person.id) })

test('posted down, extended, overdue, back: home stays home, the host is where the work is', async () => {
  const one = await staff.hire(hospital)
  const posting = await staff.assign(one, township, { plannedUntil: '2025-05-31' })
  expect(await career(one)).toMatchObject({
    home: { kind: 'PRIMARY', institution: { name: '中方县人民医院' } },
    appointments: [{ kind: 'PRIMARY' }, { kind: 'POSTED_DOWN', institution: { name: '铜鼎镇卫生院' }, overdue: true }],
  })
  expect((await career(one, '2025-05-31')).appointments[1].overdue).toBe(false)
  const extend = {
    appointmentId: posting.id,
    baseVersion: await versionOf(api, one.id),
    effectiveOn: '2025-06-01',
    plannedUntil: '2025-12-31',
  }
  await recorded(api, 'extendAssignment', extend)
  expect((await career(one)).appointments[1]).toMatchObject({ plannedUntil: '2025-12-31', overdue: false })
  const back = { appointmentId: posting.id, baseVersion: await versionOf(api, one.id), effectiveOn: '2026-01-01' }
  await recorded(api, 'endAssignment', back)
  expect((await career(one, '2025-12-31')).appointments).toHaveLength(2)
  expect((await career(one, '2026-01-01')).appointments).toHaveLength(1)
})

test('those due by a day are asked for: by the planned return, else by the review, overdue or not', async () => {
  const home = await make.hospital({ name: '到期测试医院' })
  const due = async (given: Readonly<Record<string, unknown>>) => {
    const person = await staff.hire(home)
    await staff.assign(person, township, { plannedUntil: null, ...given })
    return person.name
  }
  const overdue = await due({ plannedUntil: '2025-05-31' })
  const planned = await due({ plannedUntil: '2026-07-01', reviewOn: '2026-01-01' })
  const reviewed = await due({ reviewOn: '2026-07-02' })
  const list = `query ($dueBy: Date, $overdue: Boolean) { appointments(asOf: "2026-06-01", orderBy: RETURN,
    filter: { homeId: "${home.id}", kinds: [POSTED_DOWN], dueBy: $dueBy, overdue: $overdue }) { totalCount nodes { person { name } } } }`
  const dueBy = async (day: string | null, more: Readonly<Record<string, unknown>> = {}) =>
    (await api.query(list, { dueBy: day, ...more }))['appointments'].nodes.map(({ person }: { person: { name: string } }) => person.name)
  expect(await dueBy(null)).toEqual([overdue, planned, reviewed])
  expect(await dueBy('2026-06-30')).toEqual([overdue])
  expect(await dueBy('2026-07-01')).toEqual([overdue, planned])
  expect(await dueBy('2026-07-02', { overdue: false })).toEqual([planned, reviewed])
})

test('a posting needs a return or review, a host that is not home, a home, and is one at a time', async () => {
  const one = await staff.hire(hospital)
  const input = { kind: 'POSTED_DOWN', institutionId: township.id, effectiveOn: '2024-01-01' }
  expect(await refusals(api, 'assignPerson', { ...(await on(one)), ...input })).toEqual(['plannedUntil: RETURN_NEEDED'])
  const planned = { ...input, plannedUntil: '2024-12-31' }
  expect(await refusals(api, 'assignPerson', { ...(await on(one)), ...planned, institutionId: hospital.id })).toEqual([
    'institutionId: HOST_IS_HOME',
  ])
  expect(await refusals(api, 'assignPerson', { ...(await on(one)), ...planned, effectiveOn: '2017-01-01' })).toEqual([
    'effectiveOn: NO_PRIMARY',
  ])
  expect(await refusals(api, 'assignPerson', { ...(await on(one)), ...planned, kind: 'PRIMARY' })).toEqual(['kind: NOT_AN_ASSIGNMENT'])
  expect(await refusals(api, 'assignPerson', { ...(await on(one)), ...planned, share: '1.5' })).toEqual(['share: NOT_A_SHARE'])
  await recorded(api, 'assignPerson', { ...(await on(one)), ...planned })
  expect(
    await refusals(api, 'assignPerson', {
      ...(await on(one)),
      ...planned,
      institutionId: other.id,
      plannedUntil: '2025-12-31',
      effectiveOn: '2025-01-01',
    }),
  ).toEqual(['effectiveOn: ALREADY_POSTED'])
  await recorded(api, 'assignPerson', {
    ...(await on(one)),
    kind: 'STUDYING',
    elsewhere: '湘雅医院',
    plannedUntil: '2024-06-30',
    effectiveOn: '2024-01-01',
  })
})

test('the party secretary of one is director of another: a fact one can ask for', async () => {
  const one = await staff.hire(hospital, { person: { name: '铜湾书记' }, leadership: 'PARTY_SECRETARY' })
  await recorded(api, 'addConcurrentPost', {
    ...(await on(one)),
    institutionId: township.id,
    leadership: 'DIRECTOR',
    effectiveOn: '2020-01-01',
  })
  const list = `{ appointments(filter: { leading: true }, orderBy: PERSON) { edges { node { person { name } kind leadership institution { name } } } } }`
  const { appointments } = await api.query(list)
  expect(appointments.edges.map(({ node }: { node: object }) => node)).toEqual([
    { person: { name: '铜湾书记' }, kind: 'PRIMARY', leadership: 'PARTY_SECRETARY', institution: { name: '中方县人民医院' } },
    { person: { name: '铜湾书记' }, kind: 'CONCURRENT', leadership: 'DIRECTOR', institution: { name: '铜鼎镇卫生院' } },
  ])
})

test('a transfer leaves one institution for another on one day, and ends what was done there on loan', async () => {
  const one = await staff.hire(hospital)
  await staff.assign(one, township, { kind: 'LOANED' })
  expect(await refusals(api, 'transferPerson', { ...(await on(one)), institutionId: hospital.id, effectiveOn: '2025-01-01' })).toEqual([
    'institutionId: SAME_INSTITUTION',
  ])
  await recorded(api, 'transferPerson', { ...(await on(one)), institutionId: township.id, effectiveOn: '2025-01-01' })
  expect((await career(one)).career).toEqual([
    {
      kind: 'PRIMARY',
      validFrom: '2018-01-01',
      validTo: '2025-01-01',
      flowIn: null,
      flowOut: '21',
      institution: { name: '中方县人民医院' },
    },
    { kind: 'LOANED', validFrom: '2024-01-01', validTo: '2025-01-01', flowIn: null, flowOut: null, institution: { name: '铜鼎镇卫生院' } },
    { kind: 'PRIMARY', validFrom: '2025-01-01', validTo: null, flowIn: '12', flowOut: null, institution: { name: '铜鼎镇卫生院' } },
  ])
})

test('retired with everything held, and rehired without a place of the establishment', async () => {
  const one = await staff.hire(hospital, { person: { establishmentType: 'IN_POST' } })
  await staff.assign(one, township)
  await recorded(api, 'retirePerson', { ...(await on(one)), effectiveOn: '2025-03-01' })
  expect(await career(one)).toMatchObject({ home: null, appointments: [] })
  expect((await career(one)).career.map(({ flowOut }: { flowOut: string }) => flowOut)).toEqual(['24', '24'])
  expect(await refusals(api, 'retirePerson', { ...(await on(one)), effectiveOn: '2025-04-01' })).toEqual(['effectiveOn: ALREADY_RETIRED'])
  await recorded(api, 'rehirePerson', { ...(await on(one)), institutionId: township.id, rehired: true, effectiveOn: '2025-04-01' })
  expect(await career(one)).toMatchObject({
    establishmentType: 'REHIRED',
    home: { kind: 'REHIRED', institution: { name: '铜鼎镇卫生院' } },
  })
  expect(await refusals(api, 'leavePerson', { ...(await on(one)), flowOut: '99', effectiveOn: '2025-08-01' })).toEqual([
    'flowOut: NOT_IN_LIST',
  ])
  await recorded(api, 'leavePerson', { ...(await on(one)), flowOut: '25', effectiveOn: '2025-08-01' })
})

test('an appointment is corrected with all its days, and what was known before stays readable', async () => {
  const one = await staff.hire(hospital)
  const posting = await staff.assign(one, township)
  const before = await staff.instant(db)
  const baseVersion = await versionOf(api, one.id)
  const stretches = [{ institutionId: other.id, plannedUntil: '2024-12-31', validFrom: '2024-03-01', validTo: '2025-01-01' }]
  await recorded(api, 'correctAppointment', { appointmentId: posting.id, baseVersion, stretches })
  expect((await career(one, '2024-06-01')).appointments[1].institution.name).toBe('泸阳镇中心卫生院')
  const then = await api.query(
    `query ($id: ID!, $t: Instant) { person(id: $id, asOf: "2024-06-01", asKnownAt: $t) { appointments { institution { name } } } }`,
    {
      id: one.id,
      t: before,
    },
  )
  expect(then['person'].appointments[1].institution.name).toBe('铜鼎镇卫生院')
  const again = { appointmentId: posting.id, baseVersion: await versionOf(api, one.id), stretches: [] }
  await recorded(api, 'correctAppointment', again)
  expect((await career(one, '2024-06-01')).appointments).toHaveLength(1)
})

test('who works at an institution keeps it from being closed before they have moved', async () => {
  const closing = await make.institution({ name: '将撤卫生院' })
  const one = await staff.hire(closing)
  const close = async () => ({ institutionId: closing.id, baseVersion: await versionOf(api, closing.id), effectiveOn: '2026-01-01' })
  expect(await refusals(api, 'closeInstitution', await close())).toEqual(['effectiveOn: APPOINTMENT_BEYOND_LIFE'])
  await recorded(api, 'transferPerson', { ...(await on(one)), institutionId: township.id, effectiveOn: '2026-01-01' })
  await recorded(api, 'closeInstitution', await close())
})

test('of two who appoint one person at once, one is told what the other did: never two primaries', async () => {
  const one = await staff.hire(hospital)
  await recorded(api, 'retirePerson', { ...(await on(one)), effectiveOn: '2025-01-01' })
  const input = { ...(await on(one)), rehired: false, effectiveOn: '2025-02-01' }
  const outcomes = await Promise.all([township, other, township].map(({ id }) => run(api, 'rehirePerson', { ...input, institutionId: id })))
  expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual(['ChangeRecorded', 'StaleVersion', 'StaleVersion'])
  expect((await career(one)).appointments).toHaveLength(1)
})

test('a preview shows the effect in words and records nothing', async () => {
  const one = await staff.hire(hospital, { person: { name: '预览员' } })
  const input = {
    ...(await on(one)),
    kind: 'POSTED_DOWN',
    institutionId: township.id,
    plannedUntil: '2026-12-31',
    effectiveOn: '2026-01-01',
  }
  const preview = await run(api, 'assignPerson', { ...input, validateOnly: true })
  expect(preview.effects).toMatchObject([
    {
      fact: 'APPOINTMENT',
      subject: '预览员 · 派驻',
      before: [],
      after: [{ label: '铜鼎镇卫生院 · 计划至 2026-12-31', validFrom: '2026-01-01' }],
    },
  ])
  expect((await career(one, '2026-06-01')).appointments).toHaveLength(1)
})

test('an undone hire is nobody, unless something was recorded since', async () => {
  const { change } = await run(api, 'hirePerson', { person: { name: '误录人员' }, institutionId: hospital.id, effectiveOn: '2020-01-01' })
  await recorded(api, 'undoChange', { changeId: change!.id })
  const { people } = await api.query('{ people(filter: { search: "误录" }) { totalCount } }')
  expect(people.totalCount).toBe(0)
})

test('the list of appointments takes one statement a page, whatever its rows', async () => {
  const list =
    '{ appointments(first: 100) { totalCount edges { node { kind person { name } institution { name } home { name } post { title } version } } } }'
  const before = await countStatements(() => api.query(list))
  for (let more = 0; more < 5; more++) await staff.assign(await staff.hire(hospital), township)
  expect(await countStatements(() => api.query(list))).toHaveLength(before.length)
  expect(before.length).toBeLessThanOrEqual(6)
})
