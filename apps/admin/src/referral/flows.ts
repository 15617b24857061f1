import type { ReferralDirection } from '@yilian/domain/referral-flow.ts'
import { INSTITUTION_CATEGORIES, type TypicalLevel } from '@yilian/domain/code-lists/institution-category.ts'
import { isCode } from '@yilian/domain/code-list.ts'

/** An end of a flow as the picture groups it. */
export interface FlowEnd {
  readonly id: string
  readonly name: string
}

/** Persons-times of one month between two institutions. */
export interface Flow {
  readonly period: string
  readonly from: FlowEnd
  readonly to: FlowEnd
  readonly direction: ReferralDirection
  readonly count: number
}

/** The same ends and direction over all months: a band of the picture, a row of the table. */
export interface FlowRow {
  readonly key: string
  readonly from: FlowEnd
  readonly to: FlowEnd
  readonly direction: ReferralDirection
  readonly total: number
  /** By month; a month nobody reported is absent, which is not zero. */
  readonly months: ReadonlyMap<string, number>
}

/** Adds up flows with the same ends and direction, the largest first. */
export function sumFlows(flows: readonly Flow[]): FlowRow[] {
  const groups = Map.groupBy(flows, ({ from, to, direction }) => `${from.id} ${to.id} ${direction}`)
  return [...groups]
    .map(([key, list]) => {
      const months = new Map<string, number>()
      for (const { period, count } of list) months.set(period, (months.get(period) ?? 0) + count)
      const { from, to, direction } = list[0]!
      return { key, from, to, direction, months, total: list.reduce((sum, { count }) => sum + count, 0) }
    })
    .toSorted((a, b) => b.total - a.total || (a.key < b.key ? -1 : 1))
}

/** The months with figures, in order. */
export function monthsOf(flows: readonly Flow[]): string[] {
  return [...new Set(flows.map(({ period }) => period))].toSorted()
}

export function totalOf(flows: readonly Flow[], direction: ReferralDirection): number {
  return flows.reduce((sum, flow) => (flow.direction === direction ? sum + flow.count : sum), 0)
}

/** The tier of an institution: third-level hospitals stand above the county, the rest where their category usually stands. */
export function tierOf({ category, level }: { readonly category: string; readonly level: string }): TypicalLevel {
  if (level === 'LEVEL_3') return 'PREFECTURE'
  return isCode(INSTITUTION_CATEGORIES, category) ? INSTITUTION_CATEGORIES.items[category].typicalLevel : 'COUNTY'
}

/** `2026-03` less or plus some months. */
export function addMonths(month: string, count: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`
}
