import { expect, test } from 'vitest'
import { pageArguments, pageOf, tableSearch } from './table-search.ts'

const SORTS = ['CODE', 'BEDS'] as const
const info = { hasNextPage: true, hasPreviousPage: true, startCursor: 's', endCursor: 'e' }

test('an order that the table does not have is dropped with its direction', () => {
  expect(tableSearch({ sort: 'AGE', dir: 'desc' }, SORTS)).toMatchObject({ sort: undefined, dir: undefined })
  expect(tableSearch({ sort: 'BEDS', dir: 'desc' }, SORTS)).toMatchObject({ sort: 'BEDS', dir: 'desc' })
})

test('only the page sizes offered are taken, and the usual one is not written', () => {
  expect(tableSearch({ size: '100' }, SORTS).size).toBe(100)
  expect(tableSearch({ size: '50' }, SORTS).size).toBeUndefined()
  expect(tableSearch({ size: '9999' }, SORTS).size).toBeUndefined()
})

test('paging forward asks for the first rows after a cursor, paging back for the last before one', () => {
  expect(pageArguments(tableSearch({ after: 'x' }, SORTS))).toMatchObject({ first: 50, after: 'x', last: undefined, before: undefined })
  expect(pageArguments(tableSearch({ before: 'x', size: '100' }, SORTS))).toMatchObject({
    first: undefined,
    after: undefined,
    last: 100,
    before: 'x',
  })
})

test('the next page starts behind the rows shown', () => {
  expect(pageOf({}, 50, info)).toMatchObject({ firstRow: 1, lastRow: 50, previous: null, next: { after: 'e', from: 51 } })
  expect(pageOf({ after: 'x', from: 51 }, 12, { ...info, hasNextPage: false })).toMatchObject({ firstRow: 51, lastRow: 62, next: null })
})

test('paging back from the third page keeps the number, and from the second returns to the start', () => {
  expect(pageOf({ after: 'x', from: 101 }, 50, info).previous).toEqual({ after: undefined, before: 's', from: 51 })
  expect(pageOf({ after: 'x', from: 51 }, 50, info).previous).toEqual({ after: undefined, before: undefined, from: undefined })
})

test('an empty table shows rows 0 to 0', () => {
  expect(pageOf({}, 0, undefined)).toMatchObject({ firstRow: 0, lastRow: 0, next: null, previous: null })
})
