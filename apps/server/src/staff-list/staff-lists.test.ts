import type { HeldGrant } from '@yilian/domain/access/own.ts'
import { day } from '@yilian/domain/day.ts'
import { retirementOf } from '@yilian/domain/staffing/retirement.ts'
import { testDatabase } from '@yilian/testing/test-database.ts'
import { beforeAll, describe, expect, test } from 'vitest'

import { testApi, type TestApi } from '../../test/api.ts'
import { askerWith, overCounty, overInstitution } from '../../test/askers.ts'
import { makers, type Made } from '../../test/make.ts'
import { licence, staffMember } from '../../test/staff.ts'

const NOW = '2024-06-15T04:00:00Z'
const { db, countStatements } = await testDatabase()
const api = await testApi(db, NOW)
let hospital: Made
let township: Made
let other: Made

/** The names in a list, in its order. */
async function names(list: string, args = '', asked: TestApi = api): Promise<string[]> {
  const data = await asked.query(`{ ${list}${args} { totalCount nodes { personName } } }`)
  const found = (data[list].nodes as { personName: string }[]).map(({ personName }) => personName)
  expect(data[list].totalCount).toBe(found.length)
  return found
}

beforeAll(async () => {
  const make = makers(api)
  hospital = await make.hospital({ name: '县医院', level: 'LEVEL_2', grade: 'A' })
  const alliance = await make.alliance({ leadId: hospital.id })
  township = (await make.membership({ alliance, institution: await make.institution({ name: '镇卫生院' }) })).institution
  other = await make.institution({ name: '乡卫生院' })
})

describe('returns', () => {
  beforeAll(async () => {
    const away = (name: string, more: object) =>
      staffMember(db, name, [
        { institutionId: hospital.uuid },
        { kind: 'POSTED_DOWN', institutionId: township.uuid, validFrom: '2024-01-01', ...more },
      ])
    await away('逾期', { plannedUntil: '2024-06-14' })
    await away('今日', { plannedUntil: '2024-06-15' })
    await away('九十日', { plannedUntil: '2024-09-13' })
    await away('更晚', { plannedUntil: '2024-09-14' })
    await away('复核', { kind: 'LOANED', institutionId: other.uuid, reviewOn: '2024-07-01' })
    await away('已定', { plannedUntil: '2025-12-31', validTo: '2024-08-01' })
    await away('已回', { plannedUntil: '2024-06-30', validTo: '2024-06-01' })
  })

  test('are due within 90 days, or as many as are asked, the earliest first; overdue ones stand apart', async () => {
    expect(await names('returnsDue')).toEqual(['今日', '复核', '已定', '九十日'])
    expect(await names('returnsDue', '(filter: { withinDays: 30 })')).toEqual(['今日', '复核'])
    expect(await names('returnsDue', '(filter: { withinDays: 30, kinds: [LOANED] })')).toEqual(['复核'])
    expect(await names('returnsDue', '(filter: { overdue: true })')).toEqual(['逾期'])
    expect(await names('returnsDue', '(filter: { overdue: true }, asOf: "2024-06-14")')).toEqual([])
    expect(await names('returnsDue', '(filter: { overdue: true }, asOf: "2024-07-02")')).toEqual(['逾期', '今日', '复核'])
  })

  test('say who, from where to where, and when, with how many there are of each kind', async () => {
    const { returnsDue } = await api.query(
      '{ returnsDue(first: 1, filter: { kinds: [LOANED] }) { nodes { kind home { name } host { name } validFrom dueOn days } counts { code label count } } }',
    )
    expect(returnsDue.nodes).toEqual([
      { kind: 'LOANED', home: { name: '县医院' }, host: { name: '乡卫生院' }, validFrom: '2024-01-01', dueOn: '2024-07-01', days: 16 },
    ])
    expect(
      (await api.query('{ returnsDue(first: 1) { counts { code label en: label(locale: en) count } } }'))['returnsDue'].counts,
    ).toEqual([
      { code: 'POSTED_DOWN', label: '派驻', en: 'Posted down', count: 3 },
      { code: 'LOANED', label: '借调', en: 'Loaned', count: 1 },
    ])
    const { body } = await api.send('{ returnsDue(filter: { withinDays: -1 }) { totalCount } }')
    expect(body.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT')
  })

  test('postings that do not yet reach six months, those that will first', async () => {
    const { postingsUnderWay } = await api.query('{ postingsUnderWay { nodes { personName completesOn endsOn endsBefore } } }')
    expect(postingsUnderWay.nodes.map(({ personName }: { personName: string }) => personName).toSorted()).toEqual(
      ['逾期', '今日', '九十日', '更晚', '已定'].toSorted(),
    )
    const of = (name: string) => postingsUnderWay.nodes.find(({ personName }: { personName: string }) => personName === name)
    expect(of('今日')).toEqual({ personName: '今日', completesOn: '2024-06-30', endsOn: '2024-06-15', endsBefore: true })
    expect(of('已定')).toEqual({ personName: '已定', completesOn: '2024-06-30', endsOn: '2024-07-31', endsBefore: false })
    expect(await names('postingsUnderWay', '(asOf: "2024-07-01")')).toEqual([])
  })

  test('are seen by host and home: a reporter of either, and by nobody else', async () => {
    const asked = (grant: HeldGrant) => testApi(db, NOW, askerWith(grant))
    const due = '(filter: { withinDays: 30 })'
    expect(await names('returnsDue', due, await asked(overInstitution('REPORTER', other.uuid)))).toEqual(['复核'])
    expect(await names('returnsDue', due, await asked(overInstitution('LEAD_OPERATOR', hospital.uuid)))).toEqual(['今日', '复核'])
    expect(await names('returnsDue', due, await asked(overCounty('ANALYST', '341821')))).toEqual([])
    expect(await names('returnsDue', `(filter: { withinDays: 30, institutionId: "${other.id}" })`)).toEqual(['复核'])
  })
})

test('licences that expire, or have, of people in service', async () => {
  const [soon, gone, left] = [
    await staffMember(db, '将到期', [{ institutionId: township.uuid }]),
    await staffMember(db, '已到期', [{ institutionId: township.uuid }]),
    await staffMember(db, '已离开', [{ institutionId: township.uuid, validTo: '2024-01-01' }]),
  ]
  await licence(db, soon, { number: '110', institutionId: township.uuid, expiresOn: '2024-07-15' })
  await licence(db, soon, { kind: 'NURSE', expiresOn: '2025-07-15' })
  await licence(db, gone, { expiresOn: '2024-06-14' })
  await licence(db, gone, { kind: 'VILLAGE_DOCTOR', expiresOn: '2024-01-01', validTo: '2024-02-01' })
  await licence(db, left, { expiresOn: '2024-07-01' })
  expect(await names('licencesExpiring')).toEqual(['将到期'])
  expect(await names('licencesExpiring', '(filter: { withinDays: 400 })')).toEqual(['将到期', '将到期'])
  expect(await names('licencesExpiring', '(filter: { expired: true })')).toEqual(['已到期'])
  const { licencesExpiring } = await api.query(
    '{ licencesExpiring { nodes { kind number institution { name } expiresOn days } counts { code count } } }',
  )
  expect(licencesExpiring).toEqual({
    nodes: [{ kind: 'PHYSICIAN', number: '110', institution: { name: '镇卫生院' }, expiresOn: '2024-07-15', days: 30 }],
    counts: [{ code: 'PHYSICIAN', count: 1 }],
  })
})

test('village clinics at which nobody works who is a doctor with a licence in force', async () => {
  const make = makers(api)
  const clinic = (name: string) => make.institution({ name, category: 'D600', regionCode: '431221104201' })
  const [empty, nurse, expired, village, posted] = [
    await clinic('空'),
    await clinic('护'),
    await clinic('证'),
    await clinic('村医'),
    await clinic('派'),
  ]
  await staffMember(db, '护士', [{ institutionId: nurse.uuid }], { profession: '21' })
  const late = await staffMember(db, '过期', [{ institutionId: expired.uuid }], { profession: 'V1' })
  await licence(db, late, { kind: 'VILLAGE_DOCTOR', expiresOn: '2024-06-14' })
  const good = await staffMember(db, '村医', [{ institutionId: village.uuid }], { profession: 'V1' })
  await licence(db, good, { kind: 'VILLAGE_DOCTOR' })
  const sent = await staffMember(db, '驻村', [
    { institutionId: township.uuid },
    { kind: 'POSTED_DOWN', institutionId: posted.uuid, validFrom: '2024-06-01', reviewOn: '2025-01-01' },
  ])
  await licence(db, sent)
  const read = async (asOf: string) => {
    const { villagesWithoutDoctor } = await api.query(
      `{ villagesWithoutDoctor(asOf: "${asOf}") { totalCount nodes { clinic { name } unitCount staff unlicensed } counts { code label count } } }`,
    )
    return villagesWithoutDoctor
  }
  const found = await read('2024-06-15')
  const inOrder = (nodes: { clinic: { name: string } }[]) => nodes.toSorted((a, b) => (a.clinic.name < b.clinic.name ? -1 : 1))
  expect(inOrder(found.nodes)).toEqual(
    inOrder([
      { clinic: { name: empty.name }, unitCount: 1, staff: 0, unlicensed: 0 },
      { clinic: { name: nurse.name }, unitCount: 1, staff: 1, unlicensed: 0 },
      { clinic: { name: expired.name }, unitCount: 1, staff: 1, unlicensed: 1 },
    ] as never),
  )
  expect(found.counts).toEqual([{ code: '431221104000', label: '铜湾镇', count: 3 }])
  const earlier = await read('2024-05-31')
  expect(earlier.nodes.map(({ clinic: { name } }: { clinic: { name: string } }) => name).toSorted()).toEqual(['护', '派', '空'].toSorted())
})

test('the party secretary of the lead who is director of a member has two leadership posts', async () => {
  await staffMember(db, '双职', [
    { institutionId: hospital.uuid, leadership: 'PARTY_SECRETARY' },
    { kind: 'CONCURRENT', institutionId: township.uuid, leadership: 'DIRECTOR', validFrom: '2023-01-01' },
  ])
  await staffMember(db, '单职', [
    { institutionId: hospital.uuid, leadership: 'DIRECTOR' },
    { kind: 'CONCURRENT', institutionId: township.uuid },
  ])
  const { leadershipOverlaps } = await api.query(
    `{ leadershipOverlaps(filter: { institutionId: "${township.id}" }) { totalCount nodes { personName posts { kind leadership institution { name } validFrom } } } }`,
  )
  expect(leadershipOverlaps).toEqual({
    totalCount: 1,
    nodes: [
      {
        personName: '双职',
        posts: [
          { kind: 'PRIMARY', leadership: 'PARTY_SECRETARY', institution: { name: '县医院' }, validFrom: '2015-01-01' },
          { kind: 'CONCURRENT', leadership: 'DIRECTOR', institution: { name: '镇卫生院' }, validFrom: '2023-01-01' },
        ],
      },
    ],
  })
  expect(await names('leadershipOverlaps', '(asOf: "2022-12-31")')).toEqual([])
})

describe('retirements', () => {
  const born: [string, string, object][] = [
    ['男医', '1964-07-01', { sex: 'MALE' }],
    ['男超', '1964-06-14', { sex: 'MALE' }],
    ['女医', '1969-12-31', {}],
    ['女工', '1975-02-10', { workClass: '4', profession: '90' }],
    ['年轻', '1995-01-01', {}],
    ['村医员', '1964-01-01', { workClass: '5', profession: 'V1' }],
    ['不详', '1964-07-01', { sex: null }],
  ]
  const ofOther = () => `(filter: { institutionId: "${other.id}" })`

  beforeAll(async () => {
    for (const [name, birthDate, more] of born) await staffMember(db, name, [{ institutionId: other.uuid }], { birthDate, ...more })
    const rehired = { institutionId: other.uuid, homeId: other.uuid, kind: 'REHIRED' } as const
    await staffMember(db, '返聘', [{ ...rehired, validFrom: '2023-01-01' }], { birthDate: '1966-01-01' })
  })

  test('of the next three years come by day, with how many of each profession', async () => {
    expect(await names('retirements', ofOther())).toEqual(['男医', '女医', '女工'])
    const { retirements } = await api.query(
      `{ retirements${ofOther()} { nodes { retiresOn group rule profession institution { name } person { name } } counts { code label count } } }`,
    )
    expect(retirements.nodes[2]).toEqual({
      retiresOn: '2025-03-10',
      group: 'WOMEN_50',
      rule: '原 50 周岁退休女职工',
      profession: '90',
      institution: { name: '乡卫生院' },
      person: { name: '女工' },
    })
    expect(retirements.counts).toEqual([
      { code: '11', label: '执业医师', count: 2 },
      { code: '90', label: '工勤及技能人员', count: 1 },
    ])
    expect(await names('retirements', `(filter: { institutionId: "${other.id}", past: true })`)).toEqual(['男超'])
    expect(await names('retirements', `(filter: { institutionId: "${other.id}", withinYears: 1, professions: ["90"] })`)).toEqual(['女工'])
    expect(await names('retirements', `(filter: { institutionId: "${other.id}", withinYears: 1 }, asOf: "2023-06-01")`)).toEqual([])
  })

  test('are on the day that the domain says, whoever it is', async () => {
    const make = makers(api)
    const place = await make.institution()
    const days = [
      '1965-01-01',
      '1965-04-30',
      '1965-05-31',
      '1968-02-29',
      '1969-12-31',
      '1970-01-31',
      '1974-12-31',
      '1976-08-31',
      '1981-10-15',
      '1990-08-31',
    ]
    const expected: string[] = []
    for (const birthDate of days) {
      for (const sex of ['MALE', 'FEMALE'] as const) {
        for (const workClass of ['1', '4'] as const) {
          const name = `${birthDate} ${sex} ${workClass}`
          await staffMember(db, name, [{ institutionId: place.uuid }], { birthDate, sex, workClass })
          expected.push(`${name} ${retirementOf({ birthDate: day(birthDate), sex, workClass })!.on}`)
        }
      }
    }
    const { retirements } = await api.query(
      `{ retirements(filter: { institutionId: "${place.id}", withinYears: 50 }, first: 500, asOf: "2015-01-01") { nodes { personName retiresOn } } }`,
    )
    const found = (retirements.nodes as { personName: string; retiresOn: string }[]).map(
      ({ personName, retiresOn }) => `${personName} ${retiresOn}`,
    )
    expect(found.toSorted()).toEqual(expected.toSorted())
  })
})

test('each list reads with as many statements, many rows or few', async () => {
  const reads = [
    '{ returnsDue(filter: { withinDays: 365 }) { totalCount counts { count } nodes { personName home { name } host { name } } } }',
    '{ licencesExpiring(filter: { withinDays: 3000 }) { totalCount counts { count } nodes { personName institution { name } } } }',
    '{ villagesWithoutDoctor { totalCount counts { count } nodes { clinic { name } } } }',
    '{ leadershipOverlaps { totalCount nodes { posts { institution { name } } } } }',
    '{ retirements(filter: { withinYears: 50 }) { totalCount counts { count } nodes { institution { name } person { name } } } }',
    '{ postingsUnderWay { totalCount nodes { home { name } host { name } } } }',
  ]
  const counted = async () => {
    const found: number[] = []
    for (const query of reads) found.push((await countStatements(() => api.query(query))).length)
    return found
  }
  const few = await counted()
  const make = makers(api)
  for (let more = 0; more < 4; more++) {
    const clinic = await make.institution({ category: 'D600', regionCode: '431221104201' })
    const id = await staffMember(
      db,
      `更多${more}`,
      [
        { institutionId: hospital.uuid, leadership: 'DIRECTOR' },
        { kind: 'CONCURRENT', institutionId: township.uuid, leadership: 'DEPUTY_DIRECTOR' },
        { kind: 'POSTED_DOWN', institutionId: clinic.uuid, validFrom: '2024-05-01', plannedUntil: '2024-07-01' },
      ],
      { birthDate: '1990-01-01' },
    )
    await licence(db, id, { kind: 'NURSE', expiresOn: '2024-08-01', institutionId: clinic.uuid })
  }
  expect(await counted()).toEqual(few)
  expect(few).toEqual([4, 4, 4, 3, 5, 3])
})
