import { GraphQLError } from 'graphql'

import { hourlyBudget } from '@yilian/domain/access/budget.ts'
import { UNLIMITED } from '@yilian/domain/access/access.ts'
import { instant, type Instant } from '@yilian/domain/day.ts'

import type { Asker } from '../access/identify.ts'

/** What an asker has spent of an hour, this operation included unless it was refused for it. */
export interface Spending {
  readonly spent: number
  readonly limit: number
  /** When it begins anew. */
  readonly resetsAt: Instant
}

/** What somebody asked for in the hour under way. */
export interface Budgets {
  /** Takes these values from what the asker has left, if that is enough; `null` for programs of ours, which have no budget. */
  spend(asker: Asker, values: number, now: Date): { readonly allowed: boolean; readonly spending: Spending } | null
}

const HOUR = 3_600_000

/**
 * Keeps what was spent in memory: of several processes behind a proxy each counts alone, and a restart begins anew. `percent` of the
 * budgets that the roles give; with 0 nobody has one.
 */
export function createBudgets(percent = 100): Budgets {
  let began = 0
  const spentBy = new Map<string, number>()
  return {
    spend: (asker, values, now) => {
      if (asker.access === UNLIMITED || percent === 0) return null
      const hour = Math.floor(now.getTime() / HOUR) * HOUR
      if (hour !== began) {
        began = hour
        spentBy.clear()
      }
      const purses = pursesOf(asker, percent)
      const allowed = purses.every(({ key, limit }) => (spentBy.get(key) ?? 0) + values <= limit)
      if (allowed) for (const { key } of purses) spentBy.set(key, (spentBy.get(key) ?? 0) + values)
      // The one with the least left is what counts for who asks.
      const [tightest] = purses
        .map(({ key, limit }) => ({ spent: spentBy.get(key) ?? 0, limit }))
        .toSorted((a, b) => a.limit - a.spent - (b.limit - b.spent))
      return { allowed, spending: { ...tightest!, resetsAt: instant(new Date(hour + HOUR).toISOString()) } }
    },
  }
}

/**
 * What an asker pays from. A token has half of what its roles have for an hour, and all tokens of an account together have it once; the
 * screens of its owner have their own, so that no script stops the person.
 */
function pursesOf({ actor, access, token }: Asker, percent: number): { key: string; limit: number }[] {
  const limit = (hourlyBudget(access.grants) * percent) / 100
  if (!token) return [{ key: `user ${actor.id}`, limit }]
  return [
    { key: `token ${token.id}`, limit: limit / 2 },
    { key: `tokens of ${actor.id}`, limit },
  ]
}

/** The refusal of an operation for which not enough is left. */
export function budgetSpent(values: number, { spent, limit, resetsAt }: Spending, now: Date): GraphQLError {
  const retryAfter = Math.max(1, Math.ceil((Date.parse(resetsAt) - now.getTime()) / 1000))
  const message = `The operation asks for up to ${values} values; ${spent} of the ${limit} of this hour are spent. Ask for less, or again after ${resetsAt}.`
  return new GraphQLError(message, {
    extensions: {
      code: 'BUDGET_SPENT',
      cost: values,
      limit,
      spent,
      resetsAt,
      retryAfter,
      http: { status: 429, headers: { 'retry-after': String(retryAfter) } },
    },
  })
}
