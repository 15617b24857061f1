import { accessOf, UNLIMITED } from '@yilian/domain/access/access.ts'
import { hourlyBudget } from '@yilian/domain/access/budget.ts'
import { instant } from '@yilian/domain/day.ts'
import { expect, test } from 'vitest'

import type { Asker } from '../access/identify.ts'
import { budgetSpent, createBudgets } from './budget.ts'

const ANALYST = { role: 'ANALYST', scopeKind: 'COUNTY', scopeId: '431221', countyCode: '431221', workArea: null } as const
const LIMIT = hourlyBudget([ANALYST])
const asker = (id: string, token?: string): Asker => ({
  actor: { id, name: id },
  access: accessOf([ANALYST]),
  userId: id,
  via: token ? 'TOKEN' : 'SESSION',
  ...(token && { token: { id: token, readOnly: true, grantIds: null } }),
})
const NOW = new Date('2026-11-22T04:30:00Z')

test('an hour has so many values, and the next begins anew', () => {
  const budgets = createBudgets()
  const spend = (values: number, now = NOW) => budgets.spend(asker('a'), values, now)
  expect(spend(LIMIT - 1)).toEqual({
    allowed: true,
    spending: { spent: LIMIT - 1, limit: LIMIT, resetsAt: '2026-11-22T05:00:00.000000Z' },
  })
  // What is refused is not spent.
  expect(spend(2)).toMatchObject({ allowed: false, spending: { spent: LIMIT - 1 } })
  expect(spend(1)).toMatchObject({ allowed: true, spending: { spent: LIMIT } })
  expect(spend(1)).toMatchObject({ allowed: false })
  expect(budgets.spend(asker('b'), 1, NOW)).toMatchObject({ allowed: true, spending: { spent: 1 } })
  expect(spend(1, new Date('2026-11-22T05:00:00Z'))).toMatchObject({ allowed: true, spending: { spent: 1 } })
})

test('a token has half, all tokens of an account have it once, and the person has their own', () => {
  const budgets = createBudgets()
  const spend = (token: string | undefined, values: number) => budgets.spend(asker('a', token), values, NOW)!
  expect(spend('one', LIMIT / 2)).toMatchObject({ allowed: true, spending: { spent: LIMIT / 2, limit: LIMIT / 2 } })
  expect(spend('one', 1).allowed).toBe(false)
  expect(spend('two', LIMIT / 2 - 1).allowed).toBe(true)
  expect(spend('three', 2)).toMatchObject({ allowed: false, spending: { spent: LIMIT - 1, limit: LIMIT } })
  expect(spend(undefined, LIMIT).allowed).toBe(true)
})

test('programs of ours have no budget', () => {
  expect(createBudgets().spend({ ...asker('a'), access: UNLIMITED }, 1e12, NOW)).toBeNull()
})

test('an installation says how much of the budgets there is; with nothing nobody has one', () => {
  expect(createBudgets(250).spend(asker('a'), 1, NOW)?.spending.limit).toBe(LIMIT * 2.5)
  expect(createBudgets(0).spend(asker('a'), 1e12, NOW)).toBeNull()
})

test('a refusal says the cost, the limit, and when to try again', () => {
  const { extensions, message } = budgetSpent(7, { spent: 9, limit: 10, resetsAt: instant('2026-11-22T05:00:00Z') }, NOW)
  expect(extensions).toMatchObject({ code: 'BUDGET_SPENT', cost: 7, limit: 10, spent: 9, retryAfter: 1800 })
  expect(message).toMatch(/7 values; 9 of the 10/)
})
