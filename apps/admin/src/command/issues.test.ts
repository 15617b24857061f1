import { issue } from '@yilian/domain/issue.ts'
import { expect, test } from 'vitest'
import { mergeIssues, placeIssues, shownIssues, worthShowing } from './issues.ts'

const at = (path: string, code = 'REQUIRED') => ({ path, code, text: code })

test('an issue stands at its own field, else at the nearest field above it, else on top', () => {
  const { at: placed, top } = placeIssues(
    [at('role'), at('recipientIds.3'), at('stretches.0.validTo'), at('allianceId'), at('')],
    new Set(['role', 'recipientIds', 'stretches.0.validTo']),
  )
  expect([...placed.keys()]).toEqual(['role', 'recipientIds', 'stretches.0.validTo'])
  expect(top.map(({ path }) => path)).toEqual(['allianceId', ''])
})

test('what the form and the server both found is said once', () => {
  expect(mergeIssues([at('role')], [at('role'), at('institutionId', 'ALREADY_MEMBER')]).map(({ path }) => path)).toEqual([
    'role',
    'institutionId',
  ])
})

test('an untouched empty field is reproached only after an attempt to save', () => {
  expect(worthShowing(at('role'), new Set(), false)).toBe(false)
  expect(worthShowing(at('role'), new Set(['role']), false)).toBe(true)
  expect(worthShowing(at('role'), new Set(), true)).toBe(true)
  expect(worthShowing(at('stage', 'STAGE_OR_WORDING'), new Set(), false)).toBe(false)
  expect(worthShowing(at('role', 'MAY_NOT_LEAD'), new Set(), false)).toBe(true)
})

test('a form as it opened is not reproached for changing nothing', () => {
  expect(worthShowing(at('', 'NOTHING_CHANGES'), new Set(), false)).toBe(false)
  expect(worthShowing(at('', 'NOTHING_CHANGES'), new Set(['stretches']), false)).toBe(true)
})

test('issues are worded in the reader’s language', () => {
  expect(shownIssues([issue('name', 'REQUIRED')], 'en')[0]?.text).toBe('Required.')
  expect(shownIssues([issue('name', 'REQUIRED')], 'zh')[0]?.text).toBe('必填。')
})
