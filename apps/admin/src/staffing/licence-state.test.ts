import { day } from '@yilian/domain/day.ts'
import { expect, test } from 'vitest'
import { licenceState } from './licence-state.ts'

test('a licence is held, runs out, has run out, or is over', () => {
  const licence = { validFrom: day('2021-02-01'), validTo: null, expiresOn: day('2026-01-31') }
  const on = (text: string) => licenceState(licence, day(text))
  expect(on('2021-01-31')).toBe('TO_COME')
  expect(on('2025-11-01')).toBe('HELD')
  expect(on('2025-11-02')).toBe('EXPIRING')
  expect(on('2026-01-31')).toBe('EXPIRING')
  expect(on('2026-02-01')).toBe('EXPIRED')
  expect(licenceState({ ...licence, validTo: day('2025-06-01') }, day('2025-06-01'))).toBe('ENDED')
  expect(licenceState({ ...licence, expiresOn: null }, day('2099-01-01'))).toBe('HELD')
})
