import { expect, test } from 'vitest'
import { parseAddress, writeAddress } from '../shell/address.ts'
import { institutionFilter, institutionSearch, NO_FILTERS } from './institution-search.ts'

test('filters survive the address', () => {
  const search = institutionSearch({
    q: 'twzx',
    category: ['C210', 'C220'],
    level: 'NONE',
    inAlliance: 'false',
    region: '431221100000',
    sort: 'BEDS',
    dir: 'desc',
  })
  expect(institutionSearch(parseAddress(writeAddress({ ...search })))).toEqual(search)
  expect(search).toMatchObject({ category: ['C210', 'C220'], level: ['NONE'], inAlliance: false, sort: 'BEDS' })
})

test('codes that are in no list and regions that are none are dropped', () => {
  expect(institutionSearch({ category: 'X999', region: '12', status: 'GONE' })).toMatchObject({
    category: undefined,
    region: undefined,
    status: undefined,
  })
})

test('the query asks for the county chosen and the filters', () => {
  const filter = institutionFilter(institutionSearch({ q: '铜湾', aggregate: 'true' }), '431221')
  expect(filter).toMatchObject({ countyCode: '431221', search: '铜湾', aggregate: true, inAlliance: undefined })
})

test('clearing lifts every filter and leaves the order', () => {
  const cleared = {
    ...institutionSearch({ q: 'a', category: 'C210', inAlliance: 'true', region: '431221100000', sort: 'NAME' }),
    ...NO_FILTERS,
  }
  expect(Object.values(institutionFilter(cleared, undefined)).filter((value) => value !== undefined)).toEqual([])
  expect(cleared.sort).toBe('NAME')
})
