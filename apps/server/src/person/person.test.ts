import { sql } from 'kysely'
import { testDatabase } from '@yilian/testing/test-database.ts'
import { beforeAll, expect, test } from 'vitest'

import { testApi } from '../../test/api.ts'
import { makers, recorded, refusals, run, type Made } from '../../test/make.ts'
import { staffMakers } from '../../test/make-staff.ts'

const { db, countStatements } = await testDatabase()
const api = await testApi(db)
const make = makers(api)
const staff = staffMakers(api)

let hospital: Made
let township: Made
beforeAll(async () => {
  hospital = await make.hospital({ name: '中方县人民医院', level: 'LEVEL_2', grade: 'A' })
  township = await make.institution({ name: '铜湾镇中心卫生院' })
})

const PERSON = `query ($id: ID!, $asOf: Date, $t: Instant) { person(id: $id, asOf: $asOf, asKnownAt: $t) {
  code name sex birthDate profession workClass titleQualified titleAppointed titleAppointedOn establishmentType phone identityNumber version inForce
  retirement { on years months group }
  home { kind institution { name } leadership post { title } flowIn }
  appointments { kind institution { name } elsewhere home { name } plannedUntil overdue share }
  career { kind validFrom validTo flowOut institution { name } }
  timeline { validFrom validTo titleAppointed establishmentType }
  licences { kind number expiresOn expired } } }`
const person = async (id: string, more: Readonly<Record<string, unknown>> = {}) => (await api.query(PERSON, { id, ...more }))['person']

test('somebody hired has a code, a home, what the identity number says, and masked numbers', async () => {
  const one = await staff.hire(hospital, {
    person: { name: '张伟', profession: '11', titleQualified: 'INTERMEDIATE', establishmentType: 'IN_POST' },
    identityNumber: '11010519491231002X',
    phone: '138 1234 5678',
    leadership: 'DEPUTY_DIRECTOR',
    flowIn: '11',
  })
  expect(await person(one.id)).toMatchObject({
    code: '431221-S00001',
    name: '张伟',
    sex: 'FEMALE',
    birthDate: '1949-12-31',
    workClass: '1',
    phone: '138****5678',
    identityNumber: '110105********002X',
    retirement: { on: '2004-12-31', years: 55, months: 0, group: 'WOMEN_55' },
    home: { kind: 'PRIMARY', institution: { name: '中方县人民医院' }, leadership: 'DEPUTY_DIRECTOR', flowIn: '11' },
  })
})

test('an identity number belongs to one person and agrees with birth date and sex; what is wrong is told at its field', async () => {
  const input = { person: { name: '李某' }, identityNumber: '11010519491231002X', institutionId: hospital.id, effectiveOn: '2020-01-01' }
  expect(await refusals(api, 'hirePerson', input)).toEqual(['identityNumber: PERSON_IDENTITY_TAKEN'])
  const other = { ...input, identityNumber: '440308199901101512', person: { name: '李某', birthDate: '1999-01-11', sex: 'FEMALE' } }
  expect(await refusals(api, 'hirePerson', other)).toEqual(['person.birthDate: IDENTITY_BIRTH', 'person.sex: IDENTITY_SEX'])
  expect(await refusals(api, 'hirePerson', { ...input, identityNumber: '440308199901101513', phone: '12' })).toEqual([
    'phone: NOT_A_MOBILE',
    'identityNumber: IDENTITY_NUMBER_CHECK',
  ])
  expect(
    await refusals(api, 'hirePerson', { ...input, identityNumber: null, person: { name: ' ', profession: '99', workClass: '2' } }),
  ).toEqual(['person.name: REQUIRED', 'person.profession: NOT_IN_LIST', 'person.profession: PROFESSION_OF_OTHER_CLASS'])
})

test('somebody alike is told with the reason, and goes on when it is said to be another', async () => {
  await staff.hire(township, { person: { name: '王芳', birthDate: '1980-05-01' } })
  const input = { person: { name: '王芳', birthDate: '1980-05-01' }, institutionId: hospital.id, effectiveOn: '2021-01-01' }
  const outcome = await run(api, 'hirePerson', input)
  expect(outcome.issues).toMatchObject([{ path: 'confirmedOther', code: 'POSSIBLY_SAME_PERSON' }])
  expect(outcome.issues![0]!.message).toContain('姓名相同、出生日期相同')
  await recorded(api, 'hirePerson', { ...input, confirmedOther: true })
  await recorded(api, 'hirePerson', { ...input, person: { name: '王芳', birthDate: '1991-01-01' } })
})

test('a revision holds from its day, a correction for all days, and what was known before stays readable', async () => {
  const one = await staff.hire(hospital, { person: { name: '赵强', establishmentType: 'CONTRACT' }, on: '2019-01-01' })
  await recorded(api, 'revisePerson', {
    personId: one.id,
    baseVersion: one.version,
    person: { name: '赵强', establishmentType: 'IN_POST' },
    effectiveOn: '2022-01-01',
  })
  expect((await person(one.id)).timeline).toMatchObject([
    { validFrom: '2019-01-01', validTo: '2022-01-01', establishmentType: 'CONTRACT' },
    { validFrom: '2022-01-01', validTo: null, establishmentType: 'IN_POST' },
  ])
  const before = await staff.instant(db)
  const { version } = await person(one.id)
  const corrected = { personId: one.id, baseVersion: version, person: { name: '赵强', establishmentType: 'FILING' }, validTo: '2022-01-01' }
  await recorded(api, 'correctPerson', corrected)
  expect((await person(one.id, { asOf: '2020-01-01' })).establishmentType).toBe('FILING')
  expect((await person(one.id, { asOf: '2020-01-01', t: before })).establishmentType).toBe('CONTRACT')
})

test('a title qualified for and one appointed to are two, each with its day', async () => {
  const one = await staff.hire(hospital, { person: { name: '孙丽', titleQualified: 'ASSISTANT', titleAppointed: 'ASSISTANT' } })
  await recorded(api, 'promotePerson', {
    personId: one.id,
    baseVersion: one.version,
    titleQualified: 'INTERMEDIATE',
    titleQualifiedOn: '2021-05-30',
    effectiveOn: '2021-09-01',
  })
  expect(await person(one.id)).toMatchObject({ titleQualified: 'INTERMEDIATE', titleAppointed: 'ASSISTANT' })
  expect(await refusals(api, 'promotePerson', { personId: one.id, baseVersion: one.version + 1, effectiveOn: '2021-10-01' })).toEqual([
    'titleAppointed: REQUIRED',
  ])
})

test('a command based on what another changed meanwhile is out of date', async () => {
  const one = await staff.hire(hospital)
  await staff.assign(one, township, { kind: 'POSTED_DOWN' })
  const outcome = await run(api, 'retirePerson', { personId: one.id, baseVersion: one.version, effectiveOn: '2026-01-01' })
  expect(outcome.__typename).toBe('StaleVersion')
  expect(outcome.changes).toMatchObject([{ command: 'assignPerson' }])
})

test('people are found by name, place and what they are, one statement a page', async () => {
  const search = `query ($f: PersonFilter, $asOf: Date) { people(filter: $f, asOf: $asOf, orderBy: NAME) { totalCount edges { node { name } } } }`
  const found = async (f: object, asOf = '2026-01-01') => {
    const { people } = await api.query(search, { f, asOf })
    return people.edges.map(({ node }: { node: { name: string } }) => node.name)
  }
  const nurse = await staff.hire(township, { person: { name: '周婷婷', profession: '21', titleAppointed: 'JUNIOR' }, on: '2023-01-01' })
  expect(await found({ search: 'ztt' })).toEqual(['周婷婷'])
  expect(await found({ search: 'ztt' }, '2022-12-31')).toEqual([])
  expect(await found({ institutionId: township.id, professions: ['21'], titleLevels: ['JUNIOR'] })).toEqual(['周婷婷'])
  expect(await found({ institutionId: hospital.id, professions: ['21'] })).toEqual([])
  await staff.assign(nurse, hospital, { kind: 'LOANED' })
  expect(await found({ hostId: hospital.id, kinds: ['LOANED'] })).toContain('周婷婷')
  expect(await found({ regionCode: '431221104000', atWork: true })).toContain('周婷婷')
  expect(await found({ atWork: false })).toEqual([])
  const many = `{ people(first: 50) { edges { node { name phone home { institution { name } } appointments { person { name } } version } } } }`
  const statements = await countStatements(() => api.query(many))
  for (let more = 0; more < 10; more++) await staff.hire(township)
  expect(await countStatements(() => api.query(many))).toHaveLength(statements.length)
  expect(statements).toHaveLength(6)
})

test('nothing of a personal number lies in the database in clear', async () => {
  await staff.hire(hospital, { identityNumber: '440308199901101512', phone: '13912345678' })
  const { rows } = await sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public'`.execute(db)
  for (const { name } of rows) {
    const dump = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(db)
    const all = dump.rows.map(({ row }) => row).join('\n')
    expect(all, name).not.toContain('440308199901101512')
    expect(all, name).not.toContain('13912345678')
  }
})

test('a number that was recorded wrongly is taken away for a reason and for good: no undo, no table and no audit has it', async () => {
  const [number, phone] = ['341821199203040017', '13655556666']
  const one = await staff.hire(hospital, { identityNumber: number, phone })
  const input = { personId: one.id, baseVersion: one.version, field: 'PHONE' }
  expect(await refusals(api, 'removePersonalNumber', input)).toEqual(['note: REQUIRED'])
  const sealed = async () => await db.selectFrom('personPersonal').selectAll().where('personId', '=', one.uuid).executeTakeFirstOrThrow()
  const before = await sealed()
  const { number: change } = await recorded(api, 'removePersonalNumber', { ...input, note: '号码登记错误' })
  expect(await person(one.id)).toMatchObject({ phone: null, identityNumber: '341821********0017' })
  expect(await sealed()).toMatchObject({ phoneEncrypted: null, phoneHash: null, identityNumberHash: before.identityNumberHash })
  expect(await refusals(api, 'removePersonalNumber', { ...input, note: '再删一次' })).toEqual(['field: NOT_RECORDED'])
  expect(await refusals(api, 'undoChange', { changeId: `00000000-0000-0000-0000-${change.toString(16).padStart(12, '0')}` })).toEqual([
    'changeId: NOT_UNDOABLE',
  ])

  const { rows: entries } = await sql<{
    text: string
  }>`select e::text as text from audit_entry e where ${one.uuid} = any(e.subject_ids::text[])`.execute(db)
  expect(entries.some(({ text }) => /phone_?encrypted/i.test(text))).toBe(true)
  const { rows: tables } = await sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public'`.execute(db)
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(db)
    const dump = rows.map(({ row }) => row).join('\n')
    for (const gone of [phone, before.phoneEncrypted!, before.phoneHash!]) expect(dump, name).not.toContain(gone)
    expect(dump, name).not.toContain(number)
  }
})
