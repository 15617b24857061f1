import type { Cited } from '../cited.ts'
import { periodText, type DatedRow, type Stretch } from '../dated.ts'
import type { IsoDate } from '../day.ts'
import { issue, type Issue } from '../issue.ts'
import { covers, type Period } from '../period.ts'
import { countIssues, lengthIssues } from '../value-issues.ts'
import { POST_CLASSES, type PostClass } from './terms.ts'

/** 编制: the approved number of an institution, or of what a county pool sets aside, for a class of posts. */
export interface QuotaValue extends Cited {
  readonly count: number
}
export interface EstablishmentQuota extends DatedRow, QuotaValue {
  readonly institutionId: string | null
  readonly poolId: string | null
  readonly postClass: PostClass
}

/** 编制周转池 of a county: places of the establishment that are lent where they are needed. */
export interface QuotaPoolValue extends Cited {
  readonly name: string
  readonly total: number
}
export interface QuotaPool extends DatedRow, QuotaPoolValue {
  readonly regionCode: string
}

/** Places lent to an institution: by a pool, or by another institution. It ends when they are returned. */
export interface QuotaLoanValue extends Cited {
  readonly count: number
  /** The last day they are planned to be lent. */
  readonly plannedUntil: IsoDate | null
}
export interface QuotaLoan extends DatedRow, QuotaLoanValue {
  readonly poolId: string | null
  readonly fromId: string | null
  readonly institutionId: string
  readonly postClass: PostClass
}

/** How many people above the quota a document allows, for a reason. */
export interface QuotaExceptionValue extends Cited {
  readonly count: number
  readonly reason: string
}
export interface QuotaException extends DatedRow, QuotaExceptionValue {
  readonly institutionId: string
  readonly postClass: PostClass
}

/** Everything that says how many people one institution may have in one class of posts. */
export interface QuotaFacts {
  readonly quotas: readonly Stretch<{ readonly count: number }>[]
  /** Lent to it. */
  readonly borrowed: readonly Stretch<{ readonly count: number }>[]
  /** Lent by it. */
  readonly given: readonly Stretch<{ readonly count: number }>[]
  readonly exceptions: readonly Stretch<{ readonly count: number }>[]
}

/** What an institution may have in one class of posts on a day. `quota` null: none is recorded, and nothing can be judged. */
export interface QuotaStanding {
  readonly quota: number | null
  readonly borrowed: number
  readonly given: number
  readonly exception: number
  /** quota + borrowed − given; null without a quota. */
  readonly available: number | null
}

/** Where the quota stands on a day. */
export function quotaOn(facts: QuotaFacts, day: IsoDate): QuotaStanding {
  const sum = (stretches: readonly Stretch<{ readonly count: number }>[]) =>
    stretches.filter((one) => covers(one, day)).reduce((total, { count }) => total + count, 0)
  const quota = facts.quotas.some((one) => covers(one, day)) ? sum(facts.quotas) : null
  const [borrowed, given, exception] = [sum(facts.borrowed), sum(facts.given), sum(facts.exceptions)]
  return { quota, borrowed, given, exception, available: quota === null ? null : quota + borrowed - given }
}

/** A stretch of days on which more people are in post than quota and exception allow. */
export interface OverQuota extends Period {
  readonly filled: number
  readonly allowed: number
}

/**
 * The days on which people in places of the establishment are more than quota + borrowed − given + exception (rule 5); days without a quota are not
 * judged. `filled` holds one period per person.
 */
export function overQuotaDays(facts: QuotaFacts, filled: readonly Period[]): OverQuota[] {
  const one = filled.map(({ validFrom, validTo }) => ({ validFrom, validTo, count: 1 }))
  const parts = { ...facts, filled: one, recorded: facts.quotas.map((quota) => ({ ...quota, count: 1 })) }
  return levelsOf(parts).flatMap(({ validFrom, validTo, recorded, quotas, borrowed, given, exceptions, filled: count }) => {
    const allowed = quotas + borrowed - given + exceptions
    return recorded === 0 || count <= allowed ? [] : [{ validFrom, validTo, filled: count, allowed }]
  })
}

/** The days on which more is taken than there is: places of a pool that are lent, people on a post. */
export function takenBeyond(
  there: readonly Stretch<{ readonly count: number }>[],
  taken: readonly Stretch<{ readonly count: number }>[],
): (Period & { readonly there: number; readonly taken: number })[] {
  return levelsOf({ there, taken }).filter((level) => level.taken > level.there)
}

/** Sums of counts by day: stretches between the days on which any of them changes. */
function levelsOf<Name extends string>(
  parts: Readonly<Record<Name, readonly Stretch<{ readonly count: number }>[]>>,
): (Period & Record<Name, number>)[] {
  const names = Object.keys(parts) as Name[]
  const steps = names.flatMap((name) =>
    parts[name].flatMap(({ validFrom, validTo, count }) => [
      { day: validFrom, name, by: count },
      ...(validTo === null ? [] : [{ day: validTo, name, by: -count }]),
    ]),
  )
  const byDay = [...Map.groupBy(steps, ({ day }) => day)].sort(([a], [b]) => (a < b ? -1 : 1))
  const level = Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>
  return byDay.map(([day, changes], at) => {
    for (const { name, by } of changes) level[name] += by
    return { ...level, validFrom: day, validTo: byDay[at + 1]?.[0] ?? null }
  })
}

/** `OVER_QUOTA` for the first stretch over the quota; empty when there is none. */
export function quotaIssues(institution: string, postClass: PostClass, over: readonly OverQuota[]): Issue[] {
  const [first] = over
  if (!first) return []
  return [
    issue('', 'OVER_QUOTA', {
      institution,
      postClass: POST_CLASSES[postClass],
      filled: first.filled,
      allowed: first.allowed,
      period: periodText(first),
    }),
  ]
}

/** Issues of a number of places alone. */
export function quotaCountIssues(path: string, count: number): Issue[] {
  return count > 100_000 ? [issue(path, 'NOT_A_COUNT', { value: count, min: 0 })] : countIssues(path, count)
}

/** Issues of a pool alone. */
export function quotaPoolIssues({ name, total }: QuotaPoolValue): Issue[] {
  return [
    ...(name.trim() === '' ? [issue('name', 'REQUIRED')] : []),
    ...lengthIssues({ name: [name, 100] }),
    ...quotaCountIssues('total', total),
  ]
}

/** An exception says why, and on which document. */
export function quotaExceptionIssues({ count, reason, documentId }: QuotaExceptionValue): Issue[] {
  const issues: Issue[] = [...quotaCountIssues('count', count), ...lengthIssues({ reason: [reason, 500] })]
  if (count === 0) issues.push(issue('count', 'NOT_A_COUNT', { value: 0, min: 1 }))
  if (reason.trim() === '') issues.push(issue('reason', 'REQUIRED'))
  if (documentId === null) issues.push(issue('documentId', 'EXCEPTION_NEEDS_DOCUMENT'))
  return issues
}
