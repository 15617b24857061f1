import { expect, test } from 'vitest'

import { day } from '../day.ts'
import { retirementOf } from './retirement.ts'

// Rows of the tables annexed to the 办法.
test.each([
  ['MALE', '1', '1964-12-31', '2024-12-31', 60, 0],
  ['MALE', '1', '1965-01-15', '2025-02-15', 60, 1],
  ['MALE', '1', '1965-04-15', '2025-05-15', 60, 1],
  ['MALE', '3', '1965-05-15', '2025-07-15', 60, 2],
  ['MALE', '4', '1976-08-01', '2039-07-01', 62, 11],
  ['MALE', '4', '1976-09-01', '2039-09-01', 63, 0],
  ['MALE', '1', '1990-05-20', '2053-05-20', 63, 0],
  ['FEMALE', '1', '1969-12-31', '2024-12-31', 55, 0],
  ['FEMALE', '3', '1970-01-31', '2025-02-28', 55, 1],
  ['FEMALE', '1', '1971-04-10', '2026-08-10', 55, 4],
  ['FEMALE', '1', '1981-09-10', '2039-09-10', 58, 0],
  ['FEMALE', '4', '1974-12-10', '2024-12-10', 50, 0],
  ['FEMALE', '4', '1975-02-10', '2025-03-10', 50, 1],
  ['FEMALE', '4', '1975-03-10', '2025-05-10', 50, 2],
  ['FEMALE', '4', '1984-10-10', '2039-09-10', 54, 11],
  ['FEMALE', '4', '1984-11-10', '2039-11-10', 55, 0],
] as const)('%s of work class %s, born %s, retires on %s', (sex, workClass, born, on, years, months) => {
  expect(retirementOf({ sex, workClass, birthDate: day(born) })).toMatchObject({ on, years, months })
})

test('who is not known, and village doctors, have no day', () => {
  const born = day('1980-01-01')
  expect(retirementOf({ sex: null, workClass: '1', birthDate: born })).toBeNull()
  expect(retirementOf({ sex: 'FEMALE', workClass: null, birthDate: born })).toBeNull()
  expect(retirementOf({ sex: 'MALE', workClass: '1', birthDate: null })).toBeNull()
  expect(retirementOf({ sex: 'MALE', workClass: '5', birthDate: born })).toBeNull()
})
