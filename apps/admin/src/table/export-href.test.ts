import { day } from '@yilian/domain/day.ts'
import { expect, test } from 'vitest'
import { exportHref } from './export-href.ts'

test('an export asks for the columns, filter, order and day that are shown', () => {
  const href = exportHref({
    name: 'institutions',
    format: 'xlsx',
    columns: ['name', 'beds'],
    filter: { countyCode: '431221', categories: ['C210'], search: undefined },
    order: { orderBy: 'BEDS', direction: 'DESC' },
    moment: { asOf: day('2020-07-31'), asKnownAt: undefined },
    locale: 'zh',
  })
  const url = new URL(href, 'http://localhost')
  expect(url.pathname).toBe('/files/export/institutions.xlsx')
  expect(Object.fromEntries(url.searchParams)).toEqual({
    columns: 'name,beds',
    filter: '{"countyCode":"431221","categories":["C210"]}',
    orderBy: 'BEDS',
    direction: 'DESC',
    asOf: '2020-07-31',
    locale: 'zh',
  })
})
