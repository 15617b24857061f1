import { expect, test } from 'vitest'
import { chosenCode, placesOf, staffListSearch } from './staff-list-search.ts'

test('an unknown list shows the cards, and what else is in the address stays', () => {
  expect(staffListSearch({ list: 'birthdays', alliance: 'a', size: '100' })).toMatchObject({ list: undefined, alliance: 'a', size: 100 })
  expect(staffListSearch({ list: 'overdue', code: 'LOANED' })).toMatchObject({ list: 'overdue', code: 'LOANED' })
})

test('a list is filtered by a code only where it is one of its own', () => {
  expect(chosenCode('LOANED', ['LOANED', 'POSTED_DOWN'])).toEqual(['LOANED'])
  expect(chosenCode('11', ['LOANED', 'POSTED_DOWN'])).toBeUndefined()
  expect(chosenCode(undefined, ['LOANED'])).toBeUndefined()
  expect(placesOf({ institution: 'i' }, '341821')).toEqual({ countyCode: '341821', institutionId: 'i', allianceId: undefined })
})
