import { describe, expect, test } from 'vitest'

import { codeIssues, codeLabel, codesMatching, codesOffered, defineCodeList } from './code-list.ts'
import { INSTITUTION_CATEGORIES } from './code-lists/institution-category.ts'
import { day } from './day.ts'
import { INSTITUTION_FIELDS } from './institution-field.ts'
import {
  INSTITUTION_DEFAULTS,
  institutionCodeIssues,
  institutionIssues,
  isAggregate,
  isPrimaryCare,
  lifeOf,
  statusIssues,
  type InstitutionValue,
} from './institution.ts'

const tongwan: InstitutionValue = {
  ...INSTITUTION_DEFAULTS,
  name: '铜湾镇中心卫生院',
  aliases: ['铜湾中心卫生院'],
  category: 'C210',
  targetLevel: 'LEVEL_2',
  regionCode: '431221104000',
  ownership: 'PUBLIC_GOV',
  affiliation: '50',
  economicType: '110',
  managementClass: '1',
  creditCode: '91350100M000100Y43',
  beds: 0,
  siteArea: '20000',
  buildingArea: '9000.5',
  servedPopulation: 30891,
  equipment: [{ name: '40排螺旋CT', count: 1 }],
  address: '铜湾镇',
}
const found = (patch: object) => institutionIssues({ ...tongwan, ...patch }).map(({ path, code }) => `${path} ${code}`)

describe('an institution', () => {
  test('that is right has no issues, and zero beds are not missing beds', () => expect(found({})).toEqual([]))

  test('of which only name, category and region are known is right', () => {
    expect(institutionIssues({ ...INSTITUTION_DEFAULTS, name: '北京医院', category: 'A100', regionCode: '110000000000' })).toEqual([])
  })

  test.each<[string, object, string[]]>([
    ['no name', { name: ' ' }, ['name REQUIRED']],
    ['a name too long', { name: '院'.repeat(101) }, ['name TOO_LONG']],
    ['an empty alias', { aliases: ['铜湾院', ''] }, ['aliases.1 REQUIRED']],
    ['an alias that is the name', { aliases: ['铜湾镇中心卫生院'] }, ['aliases.0 ALIAS_IS_NAME']],
    ['an alias given twice', { aliases: ['铜湾院', '铜湾院'] }, ['aliases.1 ALIAS_TWICE']],
    ['a category of no list', { category: 'Z999' }, ['category NOT_IN_LIST']],
    ['a level of no list', { level: 'LEVEL_4' }, ['level NOT_IN_LIST']],
    ['a grade that its level does not have', { level: 'LEVEL_1', grade: 'SPECIAL' }, ['grade GRADE_NOT_OF_LEVEL']],
    ['a grade without a level', { grade: 'A' }, ['grade GRADE_NOT_OF_LEVEL']],
    ['a target grade without a target level', { targetLevel: null, targetGrade: 'A' }, ['targetLevel TARGET_LEVEL_REQUIRED']],
    ['no level as a target', { targetLevel: 'NONE' }, ['targetLevel TARGET_LEVEL_REQUIRED']],
    ['a target grade that its level does not have', { targetGrade: 'SPECIAL' }, ['targetGrade GRADE_NOT_OF_LEVEL']],
    ['a status of no list', { status: 'GONE' }, ['status NOT_IN_LIST']],
    ['a region code too short', { regionCode: '431221' }, ['regionCode NOT_A_REGION_CODE']],
    ['an ownership of no list', { ownership: 'STATE' }, ['ownership NOT_IN_LIST']],
    ['the ownership of a village clinic', { ownership: 'VILLAGE_PUBLIC' }, ['ownership OWNERSHIP_OF_VILLAGE_CLINIC']],
    ['an affiliation of no list', { affiliation: '99' }, ['affiliation NOT_IN_LIST']],
    ['an economic type of no list', { economicType: '1' }, ['economicType NOT_IN_LIST']],
    ['a management class of no list', { managementClass: '3' }, ['managementClass NOT_IN_LIST']],
    ['a wrong credit code', { creditCode: '91350100M000100Y44' }, ['creditCode CREDIT_CODE_CHECK']],
    ['no units', { unitCount: 0, creditCode: null }, ['unitCount NOT_A_COUNT']],
    ['a credit code for several units', { unitCount: 14 }, ['creditCode AGGREGATE_CREDIT_CODE']],
    ['half a bed', { beds: 0.5 }, ['beds NOT_A_COUNT']],
    ['fewer than no beds', { beds: -1 }, ['beds NOT_A_COUNT']],
    ['more beds than a column holds', { beds: 3e9 }, ['beds NOT_A_COUNT']],
    ['an area with an exponent', { siteArea: '2e4' }, ['siteArea NOT_AN_AREA']],
    ['an area below zero', { buildingArea: '-1' }, ['buildingArea NOT_AN_AREA']],
    ['an area to the square millimetre', { buildingArea: '1.123' }, ['buildingArea NOT_AN_AREA']],
    ['a fraction of a person', { servedPopulation: 1.5 }, ['servedPopulation NOT_A_COUNT']],
    [
      'equipment without a name or number',
      {
        equipment: [
          { name: 'DR', count: 1 },
          { name: '', count: 0 },
        ],
      },
      ['equipment.1.name REQUIRED', 'equipment.1.count NOT_A_COUNT'],
    ],
    [
      'a long address, source and note',
      { address: '路'.repeat(201), source: 'x'.repeat(201), sourceNote: 'x'.repeat(1001) },
      ['address TOO_LONG', 'source TOO_LONG', 'sourceNote TOO_LONG'],
    ],
    ['several faults', { name: '', category: '', beds: -1 }, ['name REQUIRED', 'category NOT_IN_LIST', 'beds NOT_A_COUNT']],
  ])('with %s is refused at the field', (_, patch, issues) => expect(found(patch)).toEqual(issues))

  test('that is a village clinic may be run by the township hospital', () => {
    expect(found({ category: 'D600', ownership: 'VILLAGE_PUBLIC' })).toEqual([])
  })

  test('standing for several units is an aggregate', () => {
    expect([isAggregate({ unitCount: 1 }), isAggregate({ unitCount: 14 })]).toEqual([false, true])
  })

  test('is primary care by its category', () => expect([isPrimaryCare('C220'), isPrimaryCare('A100')]).toEqual([true, false]))

  test('lives while its status is open: preparing, operating and suspended, through changes of status', () => {
    expect(
      lifeOf([
        { status: 'PREPARING', validFrom: day('2019-12-13'), validTo: day('2021-01-01') },
        { status: 'OPERATING', validFrom: day('2021-01-01'), validTo: day('2023-01-01') },
        { status: 'CLOSED', validFrom: day('2023-01-01'), validTo: day('2024-01-01') },
        { status: 'SUSPENDED', validFrom: day('2024-01-01'), validTo: null },
      ]),
    ).toEqual([
      { validFrom: '2019-12-13', validTo: '2023-01-01' },
      { validFrom: '2024-01-01', validTo: null },
    ])
  })

  test.each([
    ['431221-0016', 0],
    ['A', 0],
    ['', 1],
    ['-1', 1],
    ['中方01', 1],
    ['a b', 1],
    ['a'.repeat(41), 1],
  ])('code %j has %i issues', (code, count) => {
    expect(institutionCodeIssues(code)).toHaveLength(count)
  })

  test('kind is added with one entry in the list: rules, choices, labels and reading of files have it', () => {
    const categories = defineCodeList({
      ...INSTITUTION_CATEGORIES,
      items: {
        ...INSTITUTION_CATEGORIES.items,
        A528: { label: { zh: '测试医院', en: 'Test hospital' }, typicalLevel: 'COUNTY' as const, primaryCare: false },
      },
    })
    expect(codeIssues('category', categories, 'A528')).toEqual([])
    expect(codesOffered(categories, day('2026-01-01'))).toContain('A528')
    expect(codeLabel(categories, 'A528', 'zh')).toBe('测试医院')
    expect(codesMatching(categories, '测试医院')).toEqual(['A528'])
  })
})

describe('the fields of an institution', () => {
  test('cover every attribute, with labels in both languages', () => {
    expect(Object.keys(INSTITUTION_FIELDS).toSorted()).toEqual(['code', ...Object.keys(tongwan)].toSorted())
    for (const [field, { label }] of Object.entries(INSTITUTION_FIELDS)) {
      expect(label.zh, field).toMatch(/\p{Script=Han}/u)
      expect(label.en, field).toMatch(/^[A-Z]/)
    }
  })

  test('share no header, so that a column means one field', () => {
    const headers = Object.values(INSTITUTION_FIELDS).flatMap(({ label, alsoWritten }) => [label.zh, label.en, ...alsoWritten])
    expect(headers.filter((header, at) => headers.indexOf(header) < at)).toEqual([])
  })
})

test('only closing and merging close what is open; what is closed may be said again, or opened', () => {
  expect(statusIssues(null, { status: 'CLOSED' })).toMatchObject([
    { path: 'status', code: 'STATUS_BY_COMMAND', params: { status: { zh: '撤销' } } },
  ])
  expect(statusIssues({ status: 'OPERATING' }, { status: 'MERGED' })).toHaveLength(1)
  expect([
    statusIssues({ status: 'CLOSED' }, { status: 'CLOSED' }),
    statusIssues({ status: 'CLOSED' }, { status: 'OPERATING' }),
    statusIssues(null, { status: 'PREPARING' }),
  ]).toEqual([[], [], []])
})
