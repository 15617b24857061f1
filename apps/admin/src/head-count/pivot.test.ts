import { expect, test } from 'vitest'
import { narrowedTo } from './dimension.ts'
import { distinctDimensions, layoutOf } from './count-search.ts'
import { differenceOf, leavesOf, pivotOf, sumOf, type Cell } from './pivot.ts'

const cell = (row: string | null, column: string | null, home: number, host: number, fte: string): Cell => ({
  keys: [row, column].map((code) => ({ code, label: code ?? '未登记' })),
  home,
  host,
  fte,
})

const CELLS = [
  cell('SENIOR', 'MALE', 1, 0, '0.25'),
  cell('INTERMEDIATE', 'FEMALE', 4, 5, '4.5'),
  cell('INTERMEDIATE', null, 1, 1, '1'),
  cell(null, 'MALE', 2, 2, '2'),
]

test('rows and columns stand in the order of their lists, what has no key last, and the totals come to the same', () => {
  const { lines: rows, heads: columns, total } = pivotOf(CELLS, { rows: ['TITLE_LEVEL'], columns: ['SEX'] })
  expect(rows.map(({ code }) => code)).toEqual(['SENIOR', 'INTERMEDIATE', null])
  expect(columns.map(({ code }) => code)).toEqual(['MALE', 'FEMALE', null])
  expect(total).toEqual({ home: 8, host: 8, fte: '7.75' })
  expect(rows[1]!.total).toEqual({ home: 5, host: 6, fte: '5.5' })
  expect(columns[0]!.total).toEqual({ home: 3, host: 2, fte: '2.25' })
  expect(rows[1]!.cells.get('FEMALE')!.host).toBe(5)
  expect(rows[0]!.cells.get('FEMALE')).toBeUndefined()
})

test('without columns a row has its total alone; places stand with the most people first, or in the order asked for', () => {
  const places = [cell('a', null, 1, 9, '9'), cell('b', null, 3, 3, '3'), cell(null, null, 5, 0, '0')].map((one) => ({
    ...one,
    keys: one.keys.slice(0, 1),
  }))
  const alone = { rows: ['INSTITUTION'], columns: [] } as const
  const { lines: rows, heads: columns } = pivotOf(places, alone)
  expect(columns).toEqual([])
  expect(rows.map(({ id }) => id)).toEqual(['b', 'a', ''])
  expect(pivotOf(places, alone, 'HOST').lines.map(({ id }) => id)).toEqual(['a', 'b', ''])
})

test('rows within rows and columns within columns: the parts come to their subtotals, and these to the whole', () => {
  const inner = CELLS.map((one, at) => ({
    ...one,
    keys: [
      one.keys[0]!,
      { code: at % 2 === 0 ? '11' : '12', label: `p${at % 2}` },
      one.keys[1]!,
      { code: at < 2 ? '21' : null, label: 'e' },
    ],
  }))
  const { lines, heads, total } = pivotOf(inner, { rows: ['TITLE_LEVEL', 'PROFESSION'], columns: ['SEX', 'EDUCATION'] })
  expect(lines.map(({ code, children }) => [code, children!.map((child) => child.id)])).toEqual([
    ['SENIOR', ['SENIOR/11']],
    ['INTERMEDIATE', ['INTERMEDIATE/11', 'INTERMEDIATE/12']],
    [null, ['/12']],
  ])
  expect(heads.map(({ id, children }) => [id, children!.map((child) => child.id)])).toEqual([
    ['MALE', ['MALE/21', 'MALE/']],
    ['FEMALE', ['FEMALE/21']],
    ['', ['/']],
  ])
  const [, intermediate] = lines
  expect(sumOf(intermediate!.children!.map((child) => child.total))).toEqual(intermediate!.total)
  expect(intermediate!.cells.get('FEMALE')).toEqual(intermediate!.cells.get('FEMALE/21'))
  expect(sumOf(leavesOf(lines).map((line) => line.total))).toEqual(total)
  expect(sumOf(leavesOf(heads).map((head) => head.total))).toEqual(total)
  expect(leavesOf(lines)[0]!.label).toBe('SENIOR · p0')
})

test('what is said twice in the address is said once', () => {
  expect(distinctDimensions({ rows: 'SEX', rows2: 'SEX', columns: 'EDUCATION', columns2: 'SEX' })).toEqual({
    rows: 'SEX',
    rows2: undefined,
    columns: 'EDUCATION',
    columns2: undefined,
  })
  expect(layoutOf({ rows2: 'SEX', columns: 'PROFESSION', columns2: 'EDUCATION' })).toEqual({
    rows: ['INSTITUTION', 'SEX'],
    columns: ['PROFESSION', 'EDUCATION'],
  })
})

test('a difference is what the other rules say more than the home rule', () => {
  expect(differenceOf({ home: 4, host: 5, fte: '3.5' })).toEqual({ host: 1, fte: -0.5 })
})

test('a cell is asked for by the codes of its keys, and not at all where it has none', () => {
  expect(
    narrowedTo([
      { dimension: 'COUNTY', code: '341821000000' },
      { dimension: 'TITLE_LEVEL', code: 'SENIOR' },
      { dimension: 'INSTITUTION', code: 'x' },
    ]),
  ).toEqual({ county: '341821', title: ['SENIOR'], institution: 'x' })
  expect(narrowedTo([{ dimension: 'SEX', code: null }])).toBeNull()
})
