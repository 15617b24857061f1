import { expect, test } from 'vitest'
import { issuesByColumn, mappingState } from './mapping.ts'

const fields = [
  { field: 'name', label: '机构名称', required: true },
  { field: 'category', label: '机构类别', required: true },
  { field: 'beds', label: '床位数', required: false },
]

test('a required field without a column is missing, an optional one is not', () => {
  const state = mappingState(
    [
      { header: '单位', field: 'name' },
      { header: '备注', field: null },
    ],
    fields,
  )
  expect(state.known).toBe(1)
  expect(state.missing.map(({ field }) => field)).toEqual(['category'])
})

test('a field that two columns are for is said once', () => {
  expect(
    mappingState(
      [
        { header: '单位', field: 'name' },
        { header: '名称', field: 'name' },
      ],
      fields,
    ).twice.map(({ field }) => field),
  ).toEqual(['name'])
})

test('a message stands at the cell of its field, else at the row', () => {
  const columns = [
    { header: '单位', field: 'name' },
    { header: '备注', field: null },
    { header: '床位', field: 'beds' },
  ]
  const { cells, row } = issuesByColumn([{ path: 'beds' }, { path: 'aliases.0' }, { path: '' }, { path: 'name' }], columns)
  expect([...cells.keys()].toSorted()).toEqual([0, 2])
  expect(row).toEqual([{ path: 'aliases.0' }, { path: '' }])
})
