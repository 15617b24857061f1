import type { HeldGrant } from '@yilian/domain/access/own.ts'
import { testDatabase } from '@yilian/testing/test-database.ts'
import { beforeAll, describe, expect, test } from 'vitest'

import { testApi, type TestApi } from '../../test/api.ts'
import { askerWith, overAlliance, overCounty, overInstitution } from '../../test/askers.ts'
import { makers, recorded, versionOf, type Made } from '../../test/make.ts'
import { staffMember } from '../../test/staff.ts'
import { denialsWritten } from '../access/denied.ts'

const NOW = '2024-06-15T04:00:00Z'
const { db, countStatements } = await testDatabase()
const api = await testApi(db, NOW)
let hospital: Made
let township: Made
let alone: Made
let east: Made
let west: Made
let membership: Made

const shown = '{ home host fte cells { home host fte keys { dimension code label en: label(locale: en) } } }'
/** `label[, label] home/host/fte` of each cell, in order. */
async function cells(by: string, more = '', asked: TestApi = api): Promise<string[]> {
  const { headCount } = await asked.query(`{ headCount(by: [${by}] ${more}) ${shown} }`)
  return (headCount.cells as { keys: { label: string }[]; home: number; host: number; fte: string }[]).map(
    ({ keys, home, host, fte }) => `${keys.map(({ label }) => label).join(', ')} ${home}/${host}/${fte}`,
  )
}

beforeAll(async () => {
  const make = makers(api)
  hospital = await make.hospital({ name: '县医院', level: 'LEVEL_2', grade: 'A' })
  east = await make.alliance({ name: '东部医共体', leadId: hospital.id })
  west = await make.alliance({ name: '西部医共体' })
  const member = await make.membership({ alliance: east, institution: await make.institution({ name: '镇卫生院' }) })
  ;[township, membership] = [member.institution, member]
  alone = await make.hospital({ name: '外县医院', regionCode: '341821000000' })
  await recorded(api, 'transferMember', {
    membershipId: membership.id,
    toAllianceId: west.id,
    baseVersion: await versionOf(api, membership.id),
    effectiveOn: '2024-03-01',
  })
  const at = { institutionId: hospital.uuid }
  await staffMember(db, '安一', [at])
  await staffMember(db, '白二', [
    at,
    { kind: 'POSTED_DOWN', institutionId: township.uuid, validFrom: '2024-01-01', reviewOn: '2024-12-31' },
  ])
  await staffMember(db, '陈三', [at, { kind: 'LOANED', institutionId: township.uuid, validFrom: '2024-02-01', share: '0.4' }], {
    profession: '80',
    workClass: '3',
  })
  await staffMember(db, '丁四', [{ institutionId: township.uuid }], { sex: 'MALE', birthDate: '1999-06-16' })
  await staffMember(db, '范五', [at, { kind: 'STUDYING', institutionId: null, elsewhere: '省人民医院', validFrom: '2024-05-01' }])
  await staffMember(db, '高六', [at], { establishmentType: 'TEMPORARY' })
  await staffMember(db, '何七', [{ institutionId: alone.uuid }, { kind: 'CONCURRENT', institutionId: hospital.uuid, share: '0.2' }])
  await staffMember(db, '金八', [
    { institutionId: hospital.uuid, validTo: '2023-01-01', flowOut: '24' },
    { kind: 'MULTI_SITE', institutionId: township.uuid, share: '0.1' },
  ])
})

describe('head count', () => {
  test('shows the three rules side by side, outside the register last', async () => {
    expect(await cells('INSTITUTION', ', filter: { countyCode: "431221" }')).toEqual([
      '县医院 4/1/1.8',
      '镇卫生院 1/3/2.4',
      '登记机构以外 0/1/1',
    ])
    const { headCount } = await api.query(`{ headCount(by: [SEX, PROFESSION]) ${shown} }`)
    expect([headCount.home, headCount.host, headCount.fte]).toEqual([6, 6, '6'])
    expect(headCount.cells[0].keys).toEqual([
      { dimension: 'SEX', code: 'MALE', label: '男', en: 'Male' },
      { dimension: 'PROFESSION', code: '11', label: '执业医师', en: 'Licensed physician' },
    ])
  })

  test('counts on any day, and as known at any instant', async () => {
    expect(await cells('', ', asOf: "2023-12-31", filter: { countyCode: "431221" }')).toEqual([' 5/5/5.2'])
    expect(await cells('INSTITUTION', ', asOf: "2024-01-31", filter: { countyCode: "431221" }')).toEqual(
      expect.arrayContaining(['县医院 4/3/3.2', '镇卫生院 1/2/2']),
    )
    expect(await cells('', ', asKnownAt: "2020-01-01T00:00:00Z"')).toEqual([])
    expect(await cells('', ', asOf: "2009-12-31"')).toEqual([])
  })

  test('a change of alliance takes the people along from that day and not before', async () => {
    const inAlliance = (asOf: string) => cells('ALLIANCE', `, asOf: "${asOf}", filter: { countyCode: "431221" }`)
    expect(await inAlliance('2024-02-29')).toEqual(['东部医共体 5/5/5.2'])
    expect((await inAlliance('2024-03-01')).toSorted()).toEqual(['东部医共体 4/2/2.8', '西部医共体 1/3/2.4'])
    expect(await cells('INSTITUTION', `, asOf: "2024-02-29", filter: { allianceId: "${west.id}" }`)).toEqual([])
    expect(await cells('INSTITUTION', `, asOf: "2024-03-01", filter: { allianceId: "${west.id}" }`)).toEqual(['镇卫生院 1/3/2.4'])
  })

  test('leaves out whom statistics leave out, unless they are wanted, and says whom and why', async () => {
    expect(await cells('', ', statistical: false')).toEqual([' 7/7/7'])
    const { headCountExclusions } = await api.query(
      '{ headCountExclusions { totalCount nodes { personName reason says en: says(locale: en) } } }',
    )
    expect(headCountExclusions).toEqual({
      totalCount: 2,
      nodes: [
        {
          personName: '高六',
          reason: 'TEMPORARY',
          says: '临时聘用人员，不计入统计',
          en: 'Hired temporarily: left out of statistics',
        },
        expect.objectContaining({ personName: '金八', reason: 'RETIRED' }),
      ],
    })
  })

  test('by what holds of people on the day', async () => {
    const filter = `filter: { institutionId: "${township.id}", sexes: [MALE] }`
    expect(await cells('AGE_BAND', `, ${filter}`)).toEqual(['25岁以下 1/1/1'])
    expect(await cells('AGE_BAND', `, ${filter}, asOf: "2024-06-16"`)).toEqual(['25—34岁 1/1/1'])
    // A manager who may hold a licence counts by actual work.
    expect(await cells('WORK_CLASS', ', filter: { professions: ["80"] }')).toEqual(['管理人员 1/1/1'])
    expect(await cells('INSTITUTION', ', filter: { ageBands: [UNDER_25] }')).toEqual(['镇卫生院 1/1/1'])
  })

  test('refuses what is no pivot', async () => {
    for (const by of ['SEX, SEX', 'SEX, AGE_BAND, EDUCATION, REGION, COUNTY']) {
      const { body } = await api.send(`{ headCount(by: [${by}]) { home } }`)
      expect(body.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT')
    }
  })
})

describe('differences', () => {
  test('say person by person where the counts part, and why', async () => {
    const { headCountDifferences } = await api.query(
      `{ headCountDifferences(filter: { countyCode: "431221" }) { totalCount nodes { personName explanation spots { institution { name } outside home host fte } } } }`,
    )
    expect(headCountDifferences.totalCount).toBe(4)
    const nodes: { personName: string; explanation: string }[] = headCountDifferences.nodes
    expect(nodes.map(({ personName, explanation }) => [personName, explanation])).toEqual([
      ['白二', '任职 县医院 0；派驻 镇卫生院 1'],
      ['陈三', '任职 县医院 0.6；借调 镇卫生院 0.4'],
      ['范五', '任职 县医院 0；进修 登记机构以外 1'],
      ['何七', '任职 外县医院 0.8；兼任 县医院 0.2'],
    ])
    expect(headCountDifferences.nodes[2].spots).toEqual([
      { institution: { name: '县医院' }, outside: false, home: 1, host: 0, fte: '0' },
      { institution: null, outside: true, home: 0, host: 1, fte: '1' },
    ])
  })

  test('page both ways', async () => {
    const { headCountDifferences } = await api.query(
      '{ headCountDifferences(first: 2) { pageInfo { hasNextPage endCursor } nodes { personName } } }',
    )
    expect(headCountDifferences.nodes).toHaveLength(2)
    const after = `after: "${headCountDifferences.pageInfo.endCursor}"`
    const next = (await api.query(`{ headCountDifferences(first: 2, ${after}) { nodes { personName } pageInfo { hasNextPage } } }`))[
      'headCountDifferences'
    ]
    expect(next).toEqual({ nodes: [{ personName: '范五' }, { personName: '何七' }], pageInfo: { hasNextPage: false } })
  })
})

describe('who sees staff', () => {
  const asked = (grant: HeldGrant) => testApi(db, NOW, askerWith(grant))

  test('the county’s bureau and analysts see the staff of the county’s institutions', async () => {
    for (const role of ['BUREAU_OPERATOR', 'LEADER', 'ANALYST'] as const) {
      const one = await asked(overCounty(role, '431221', role === 'BUREAU_OPERATOR' ? 'PERSONNEL' : null))
      expect((await cells('INSTITUTION', '', one)).toSorted(), role).toEqual(
        ['县医院 4/1/1.8', '登记机构以外 0/1/1', '镇卫生院 1/3/2.4'].toSorted(),
      )
    }
  })

  test('a lead sees the staff of its members on the days of their membership', async () => {
    const lead = await asked(overInstitution('LEAD_OPERATOR', hospital.uuid))
    expect(await cells('INSTITUTION', ', asOf: "2024-02-29"', lead)).toEqual(['县医院 4/2/2.8', '镇卫生院 1/3/2.4'])
    expect((await cells('INSTITUTION', ', asOf: "2024-03-01"', lead)).toSorted()).toEqual(['县医院 4/2/2.8'])
    const ofWest = await asked(overAlliance('LEAD_OPERATOR', west.uuid))
    expect(await cells('INSTITUTION', ', asOf: "2024-02-29"', ofWest)).toEqual([])
    expect(await cells('INSTITUTION', ', asOf: "2024-03-01"', ofWest)).toEqual(['镇卫生院 1/3/2.4'])
  })

  test('a reporter sees own staff, with whoever works there, and no other institution’s', async () => {
    const reporter = await asked(overInstitution('REPORTER', township.uuid))
    expect(await cells('INSTITUTION', '', reporter)).toEqual(['镇卫生院 1/3/2.4'])
    const { headCountDifferences } = await reporter.query('{ headCountDifferences { nodes { personName explanation } } }')
    expect(headCountDifferences.nodes.map(({ personName }: { personName: string }) => personName)).toEqual(['白二', '陈三'])
    const { headCountExclusions } = await reporter.query('{ headCountExclusions { nodes { personName } } }')
    expect(headCountExclusions.nodes).toEqual([{ personName: '金八' }])
  })

  test('the lead of a loose alliance sees its member’s staff, and not the tight alliance that it has nothing to do with', async () => {
    const make = makers(api)
    const city = await make.hospital({ name: '市医院', regionCode: '341821000000' })
    const loose = await make.alliance({ name: '松散医共体', kind: 'COUNTY_LOOSE', leadId: city.id })
    await make.membership({ alliance: loose, institution: township })
    const lead = await asked(overInstitution('LEAD_OPERATOR', city.uuid))
    expect(await cells('INSTITUTION, ALLIANCE', '', lead)).toEqual(['镇卫生院, 不在紧密型医共体 1/3/2.4'])
    expect(await cells('INSTITUTION', `, filter: { allianceId: "${west.id}" }`, lead)).toEqual([])
    expect(await cells('INSTITUTION', `, filter: { allianceId: "${loose.id}" }`, lead)).toEqual(['镇卫生院 1/3/2.4'])
  })

  test('nobody else is told anything', async () => {
    const other = await asked(overCounty('ANALYST', '360121'))
    expect(await cells('INSTITUTION', '', other)).toEqual([])
    expect((await other.query('{ headCountDifferences { totalCount } }'))['headCountDifferences'].totalCount).toBe(0)
    const { body } = await (await asked(overCounty('SYSTEM_ADMINISTRATOR', '431221'))).send('{ headCount(by: []) { home } }')
    expect(body.errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
  })
})

test('each is read by one statement, and institutions shown below by one more, however many people', async () => {
  const reads = {
    pivot: '{ headCount(by: [INSTITUTION, ALLIANCE, TITLE_LEVEL, AGE_BAND]) { home cells { home keys { label } } } }',
    differences: '{ headCountDifferences { nodes { explanation spots { institution { name } } } } }',
    exclusions: '{ headCountExclusions { nodes { personName } } }',
  }
  const counted = async () => {
    const found: number[] = []
    for (const query of Object.values(reads)) found.push((await countStatements(() => api.query(query))).length)
    return found
  }
  await denialsWritten(db)
  const few = await counted()
  for (let more = 0; more < 5; more++) {
    await staffMember(db, `新${more}`, [
      { institutionId: hospital.uuid },
      { kind: 'POSTED_DOWN', institutionId: township.uuid, validFrom: '2024-01-01', reviewOn: '2024-12-31' },
    ])
    await staffMember(db, `临${more}`, [{ institutionId: hospital.uuid }], { establishmentType: 'TEMPORARY' })
  }
  expect(await counted()).toEqual(few)
  expect(few).toEqual([1, 2, 1])
})
