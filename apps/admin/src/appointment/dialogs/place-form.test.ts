import { expect, test } from 'vitest'
import { placeDraft, placeInput, shareOf } from './place-form.ts'

test('a share of time is typed in per cent and kept with two decimals', () => {
  expect(shareOf(40)).toBe('0.40')
  expect(shareOf(100)).toBe('1.00')
  expect(shareOf(null)).toBeNull()
})

test('a place on record comes back as it was', () => {
  const place = { post: { id: 'p' }, leadership: 'DIRECTOR' as const, title: '院长', share: '0.35' }
  expect(placeInput(placeDraft(place))).toEqual({ postId: 'p', leadership: 'DIRECTOR', title: '院长', share: '0.35' })
})
