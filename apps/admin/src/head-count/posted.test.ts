import { day } from '@yilian/domain/day.ts'
import { expect, test } from 'vitest'
import { postingsShown, residentsOf, type PostedRow, type ResidentsRow } from './posted.ts'

const residents = (code: string, year: number): ResidentsRow => ({
  id: `${code} ${year}`,
  region: { code },
  year,
  residents: 1,
  source: null,
  sourceNote: null,
  document: null,
})

test('the residents of the county itself and of the year are taken, not those of a town or another year', () => {
  const rows = [residents('341821100000', 2026), residents('341821000000', 2025), residents('341821000000', 2026)]
  expect(residentsOf(rows, '341821', 2026)?.id).toBe('341821000000 2026')
  expect(residentsOf(rows, '341821', 2024)).toBeNull()
})

test('postings are shown by whether they count', () => {
  const row = (personId: string, fault: PostedRow['fault']): PostedRow => ({
    personId,
    personName: null,
    person: null,
    home: null,
    host: null,
    validFrom: day('2026-01-01'),
    lastDay: null,
    days: 10,
    completedOn: null,
    fault,
    says: null,
  })
  const rows = [row('a', null), row('b', 'TOO_SHORT')]
  expect(postingsShown(rows, true).map(({ personId }) => personId)).toEqual(['a'])
  expect(postingsShown(rows, false).map(({ personId }) => personId)).toEqual(['b'])
  expect(postingsShown(rows, undefined)).toHaveLength(2)
})
