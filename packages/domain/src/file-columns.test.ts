import fc from 'fast-check'
import { describe, expect, expectTypeOf, test } from 'vitest'

import { codesOf, defineCodeList } from './code-list.ts'
import { GRADES_OF_LEVEL, HOSPITAL_LEVELS } from './code-lists/hospital-level.ts'
import { FUND_FLOW_COLUMNS, FUNDING_COLUMNS } from './construction/funding-columns.ts'
import { amountCells } from './construction/money-cells.ts'
import { PROGRESS_REPORT_COLUMNS } from './construction/progress-report-columns.ts'
import { PROJECT_COLUMNS } from './construction/project-columns.ts'
import { addDays, day } from './day.ts'
import { codeCells, countCells, joinList, optionalDecimalCells, splitList } from './file-cells.ts'
import { defineColumns, fieldsOf, readRow, recogniseHeaders, type FileColumn } from './file-columns.ts'
import { dayCells, lastDayCells, parseDay } from './file-days.ts'
import { INSTITUTION_COLUMNS } from './institution-columns.ts'
import { LOCALES } from './locale.ts'
import { MEMBERSHIP_COLUMNS } from './membership-columns.ts'
import { yuanOf } from './money.ts'
import { UNKNOWN_START } from './region.ts'

const ALL = { ...INSTITUTION_COLUMNS, ...MEMBERSHIP_COLUMNS }
const codes = (issues: readonly { path: string; code: string }[]) => issues.map(({ path, code }) => `${path} ${code}`)

describe('headers', () => {
  test('are recognised in both languages, whatever the case, width, spaces, stars and units', () => {
    expect(
      recogniseHeaders(INSTITUTION_COLUMNS, ['机构名称', 'CATEGORY', ' 床 位 数（张）', '*级别', '建筑面积【平方米】', '生效日：']),
    ).toEqual(['name', 'category', 'beds', 'level', 'buildingArea', 'effectiveOn'])
  })

  test('of every column, in either language and by field name, stand for that column alone', () => {
    for (const columns of [
      INSTITUTION_COLUMNS,
      MEMBERSHIP_COLUMNS,
      PROJECT_COLUMNS,
      FUNDING_COLUMNS,
      FUND_FLOW_COLUMNS,
      PROGRESS_REPORT_COLUMNS,
    ]) {
      const fields = fieldsOf<object>(columns)
      for (const locale of LOCALES)
        expect(
          recogniseHeaders<object>(
            columns,
            Object.values(columns).map(({ label }) => label[locale]),
          ),
        ).toEqual(fields)
      expect(recogniseHeaders<object>(columns, fields)).toEqual(fields)
    }
  })

  test('of money say their unit: one without, or with another, stands for nothing', () => {
    expect(
      recogniseHeaders(FUNDING_COLUMNS, ['计划金额（万元）', '计划资金(元)', '计划金额', '年度计划 (CNY 10,000)', '年度计划（亿元）']),
    ).toEqual(['planned', 'plannedYuan', null, null, null])
  })

  test('that are not known stand for nothing', () => {
    expect(recogniseHeaders(INSTITUTION_COLUMNS, ['序号', '', '机构名称'])).toEqual([null, null, 'name'])
  })

  test('of one field: the column of codes goes before the one of names, the first before a second', () => {
    expect(recogniseHeaders(INSTITUTION_COLUMNS, ['所在乡镇', '区划代码', '所在区划'])).toEqual([null, 'regionCode', null])
    expect(recogniseHeaders(MEMBERSHIP_COLUMNS, ['机构', '机构编码', '机构'])).toEqual([null, 'institutionId', null])
    expect(recogniseHeaders(INSTITUTION_COLUMNS, ['名称', '单位名称'])).toEqual(['name', null])
  })

  test('that are the label of one field and another way of writing a second stand for the first', () => {
    expect(recogniseHeaders(INSTITUTION_COLUMNS, ['备注'])).toEqual(['note'])
    expect(recogniseHeaders(INSTITUTION_COLUMNS, ['说明', '备注'])).toEqual(['sourceNote', 'note'])
  })
})

test('an amount is read in the unit of its column, or in the one it names, exact to the fen', () => {
  const [wan, yuan] = [amountCells('WAN'), amountCells('YUAN')]
  expect(['78', '1,234.5', '39.000001', '12.50000000', '390,000元', ' ７８ 万元'].map((text) => wan.parse(text))).toEqual(
    ['780000.00', '12345000.00', '390000.01', '125000.00', '390000.00', '780000.00'].map((value) => ({ value })),
  )
  expect(['1,234.56', '78万元'].map((text) => yuan.parse(text))).toEqual([{ value: '1234.56' }, { value: '780000.00' }])
  for (const text of ['39.0000001', '-1', '1e5', '', '1,2', '亿']) expect([text, Object.keys(wan.parse(text))]).toEqual([text, ['issues']])
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }), fc.constantFrom('WAN', 'YUAN'), (fen, unit) => {
      const value = yuanOf(fen)
      expect(amountCells(unit).parse(String(amountCells(unit).write(value, 'zh')))).toEqual({ value })
    }),
  )
})

describe('a row', () => {
  test('says nothing of empty cells and of columns it does not have, and empties what has a dash', () => {
    const { row, issues } = readRow(INSTITUTION_COLUMNS, ['code', 'beds', 'ownership', null, 'address'], ['A1', '  ', '—', 'x', '/'])
    expect(row).toEqual({ code: 'A1', ownership: null, address: null })
    expect(issues).toEqual([])
  })

  test('names each cell that is wrong, and may not empty what must be there', () => {
    const { row, issues } = readRow(
      INSTITUTION_COLUMNS,
      ['name', 'category', 'beds', 'effectiveOn'],
      ['—', '卫生所所', '12.5', '2020-02-30'],
    )
    expect(row).toEqual({})
    expect(codes(issues)).toEqual(['name REQUIRED', 'category NOT_IN_LIST', 'beds NOT_A_COUNT', 'effectiveOn NOT_A_DAY'])
  })

  test('keeps the type of each column for the compiler', () => {
    const columns = defineColumns<{ beds: number }>({
      beds: { ...countCells(), label: { zh: '床位', en: 'Beds' }, width: 8, example: { zh: '1', en: '1' } },
    })
    expectTypeOf(readRow(columns, ['beds'], ['1']).row.beds).toEqualTypeOf<number | undefined>()
  })
})

describe('cells', () => {
  test.each([
    '2020-07-31',
    '2020/7/31',
    '2020.7.31',
    '2020年7月31日',
    '2020 年 7 月 31 号',
    '20200731',
    '44043',
    '44043.0',
    '2020-07-31 00:00:00',
    '2020-7-31T08:30:00Z',
    '２０２０-０７-３１',
  ])('%s is the last day of July 2020', (text) => {
    expect(parseDay(text)).toBe('2020-07-31')
  })

  test('a day before a time of one digit is not run together with it', () => {
    expect(parseDay('2020-07-3 1:05:00')).toBe('2020-07-03')
  })

  test.each(['2020-02-30', '2020年7月', '2020', '202007', '31/07/2020', '4404', 'x'])('%s is no day', (text) => {
    expect(dayCells.parse(text)).toMatchObject({ issues: [{ code: 'NOT_A_DAY' }] })
  })

  test('a day not known is said in words', () => {
    expect(dayCells.parse('不详')).toEqual({ value: UNKNOWN_START })
    expect(dayCells.write(UNKNOWN_START, 'en')).toBe('Unknown')
  })

  test('the last day in force becomes the first day no longer, and back', () => {
    expect(lastDayCells.parse('2020-07-31')).toEqual({ value: '2020-08-01' })
    expect(lastDayCells.write(day('2020-08-01'), 'zh')).toBe('2020-07-31')
    for (const open of ['至今', '长期', '9999-12-31']) expect(lastDayCells.parse(open)).toEqual({ value: null })
  })

  test('numbers may be grouped and carry their unit', () => {
    const unit = { zh: '平方米', en: 'm²' }
    expect(countCells({ zh: '张', en: 'beds' }).parse('1,234 张')).toEqual({ value: 1234 })
    expect(optionalDecimalCells(unit).parse('9,000.50㎡')).toEqual({ value: '9000.5' })
    expect(optionalDecimalCells(unit).parse('-1')).toMatchObject({ issues: [{ code: 'NOT_A_DECIMAL' }] })
  })

  test('an exact number that no float holds is written as text', () => {
    const { write } = optionalDecimalCells()
    expect(write('9000.50', 'zh')).toBe(9000.5)
    expect(write('900719925474099.33', 'zh')).toBe('900719925474099.33')
  })

  test('level and grade are read from one cell or from two', () => {
    const level = (text: string) => readRow(INSTITUTION_COLUMNS, ['level'], [text]).row.level
    expect(level('二级甲等')).toEqual({ level: 'LEVEL_2', grade: 'A' })
    expect(level('二甲')).toEqual({ level: 'LEVEL_2', grade: 'A' })
    expect(level('二级')).toEqual({ level: 'LEVEL_2', grade: null })
    expect(level('未定级')).toEqual({ level: 'NONE', grade: 'UNGRADED' })
    expect(level('四级')).toBeUndefined()
  })

  test('an ambiguous cell lists what it can mean', () => {
    const list = defineCodeList({
      name: 'colour',
      label: { zh: '颜色', en: 'Colour' },
      provenance: 'PRODUCT',
      sources: [],
      items: {
        RED: { label: { zh: '红', en: 'Red' }, alsoWritten: ['暖色'] },
        ORANGE: { label: { zh: '橙', en: 'Orange' }, alsoWritten: ['暖色'] },
      },
    })
    expect(codeCells(list).parse('暖色')).toEqual({
      issues: [{ path: '', code: 'AMBIGUOUS', params: { value: '暖色', thing: list.label, candidates: 'RED、ORANGE' } }],
    })
  })

  test('equipment is read with its count, however that is written', () => {
    const { parse } = INSTITUTION_COLUMNS.equipment
    expect(parse('CT×1、DR 2台;64排CT*3，B超')).toEqual({
      value: [
        { name: 'CT', count: 1 },
        { name: 'DR', count: 2 },
        { name: '64排CT', count: 3 },
        { name: 'B超', count: 1 },
      ],
    })
  })

  test('a credit code and a document number are read in their normal form', () => {
    expect(INSTITUTION_COLUMNS.creditCode.parse('１２43 1221-mb0a')).toEqual({ value: '12431221MB0A' })
    expect(INSTITUTION_COLUMNS.documentId.parse('中政办发[2019]10号')).toEqual({ value: '中政办发〔2019〕10号' })
    expect(INSTITUTION_COLUMNS.documentId.parse('实施方案')).toEqual({ value: '实施方案' })
  })
})

describe('what is written is read', () => {
  const expectBack = <V>({ parse, write }: FileColumn<V>, value: V) => {
    for (const locale of LOCALES) expect(parse(String(write(value, locale)))).toEqual({ value })
  }
  const text = fc.stringMatching(/^[\p{Script=Han}a-zA-Z0-9、，,"；|×]{1,12}$/u)

  const coded = Object.values<FileColumn<unknown>>(ALL).flatMap((column) =>
    column.list && column.list !== HOSPITAL_LEVELS ? codesOf(column.list).map((code) => ({ column, code })) : [],
  )
  test('every code of every list', () => {
    for (const { column, code } of coded) expectBack(column, code)
  })

  test('every pair of level and grade', () => {
    for (const level of codesOf(HOSPITAL_LEVELS))
      for (const grade of GRADES_OF_LEVEL[level]) expectBack(INSTITUTION_COLUMNS.level, { level, grade })
  })

  test('every day and end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400_000 }), (offset) => {
        const date = addDays(day('1000-01-01'), offset)
        expectBack(INSTITUTION_COLUMNS.effectiveOn, date)
        expectBack(MEMBERSHIP_COLUMNS.validTo, date)
      }),
    )
  })

  test('every list of texts, whatever marks they have', () => {
    fc.assert(
      fc.property(fc.uniqueArray(text, { minLength: 1 }), (items) => {
        expect(splitList(joinList(items))).toEqual(items)
      }),
    )
  })

  test('every list of equipment', () => {
    const item = fc.record({ name: text, count: fc.integer({ min: 1, max: 999_999_999 }) })
    fc.assert(
      fc.property(fc.uniqueArray(item, { minLength: 1, selector: ({ name, count }) => `${name}×${count}` }), (items) =>
        expectBack(INSTITUTION_COLUMNS.equipment, items),
      ),
    )
  })

  test('every count and area', () => {
    fc.assert(fc.property(fc.nat(), (count) => expectBack(INSTITUTION_COLUMNS.beds, count)))
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 99 }), (whole, cents) =>
        expectBack(INSTITUTION_COLUMNS.siteArea, `${whole}.${String(cents).padStart(2, '0')}`.replace(/0$/, '')),
      ),
    )
  })
})

test('every column has an example and a help that can be read in both languages', () => {
  for (const column of Object.values<FileColumn<unknown>>(ALL)) {
    for (const locale of LOCALES) {
      if (column.example[locale] !== '') expect(column.parse(column.example[locale])).toHaveProperty('value')
      expect(column.label[locale]).not.toBe('')
    }
  }
})
