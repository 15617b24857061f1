import { expect, test } from 'vitest'
import { defaultChoice, inChosenOrder, moved, parseChoice, shownColumns, toggled } from './column-choice.ts'

const COLUMNS = [{ key: 'name', pinned: true }, { key: 'code' }, { key: 'beds' }, { key: 'address', optional: true }]
const keys = (columns: readonly { key: string }[]) => columns.map(({ key }) => key)

test('optional columns are not shown until chosen', () => {
  const choice = defaultChoice(COLUMNS)
  expect(keys(shownColumns(COLUMNS, choice))).toEqual(['name', 'code', 'beds'])
  expect(keys(shownColumns(COLUMNS, toggled(choice, 'address')))).toEqual(['name', 'code', 'beds', 'address'])
})

test('a column moves one place, and never before the pinned one', () => {
  const choice = defaultChoice(COLUMNS)
  expect(keys(inChosenOrder(COLUMNS, moved(COLUMNS, choice, 'beds', -1)))).toEqual(['name', 'beds', 'code', 'address'])
  expect(moved(COLUMNS, choice, 'code', -1)).toEqual(choice)
  expect(moved(COLUMNS, choice, 'address', 1)).toEqual(choice)
})

test('the pinned column cannot be hidden', () => {
  expect(keys(shownColumns(COLUMNS, { order: [], hidden: ['name', 'code'] }))).toEqual(['name', 'beds', 'address'])
})

test('a column of a newer version stands where the table puts it', () => {
  expect(keys(inChosenOrder(COLUMNS, { order: ['name', 'beds', 'address'], hidden: [] }))).toEqual(['name', 'code', 'beds', 'address'])
})

test('what cannot be read is replaced by the table’s own choice', () => {
  expect(parseChoice('{"order":1}', COLUMNS)).toEqual(defaultChoice(COLUMNS))
  expect(parseChoice('nonsense', COLUMNS)).toEqual(defaultChoice(COLUMNS))
  expect(parseChoice('{"order":["code"],"hidden":[]}', COLUMNS)).toEqual({ order: ['code'], hidden: [] })
})
