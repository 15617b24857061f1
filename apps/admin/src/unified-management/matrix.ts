import type { IsoDate } from '@yilian/domain/day.ts'
import { covers, type Period } from '@yilian/domain/period.ts'
import type { ManagementState } from '@yilian/domain/unified-management.ts'

/** A stretch of one management domain: of one member, or of the whole alliance (`institutionId` null). */
export interface ManagementRow extends Period {
  readonly id: string
  readonly institutionId: string | null
  readonly domain: string
  readonly state: ManagementState
}

/** What a cell of the matrix says on a day. */
export interface Cell {
  /** Recorded for this very row. */
  readonly own: ManagementRow | null
  /** What holds for it: its own record, else that of the whole alliance. */
  readonly state: ManagementState | null
  readonly inherited: boolean
  /** The next recorded change of what holds, when one is planned. */
  readonly next: ManagementRow | null
}

/** A member takes what holds for the whole alliance unless something is recorded for it alone. */
export function cellOn(rows: readonly ManagementRow[], institutionId: string | null, domain: string, asOf: IsoDate): Cell {
  const of = (whose: string | null) => rows.filter((row) => row.domain === domain && row.institutionId === whose)
  const on = (list: readonly ManagementRow[]) => list.find((row) => covers(row, asOf)) ?? null
  const own = on(of(institutionId))
  const general = institutionId === null ? null : on(of(null))
  const holds = own ?? general
  const coming = [...of(institutionId), ...(own || institutionId === null ? [] : of(null))].filter(
    ({ validFrom, state }) => validFrom > asOf && state !== holds?.state,
  )
  return {
    own,
    state: holds?.state ?? null,
    inherited: own === null && general !== null,
    next: coming.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))[0] ?? null,
  }
}

/** The cells chosen: some domains of one row, because one command is about one row. */
export interface Selection {
  readonly institutionId: string | null
  readonly domains: readonly string[]
}

/** A click chooses one cell; with Ctrl it adds or takes away one of the same row, with Shift all between. */
export function select(
  before: Selection | null,
  institutionId: string | null,
  domain: string,
  order: readonly string[],
  how: 'one' | 'toggle' | 'range',
): Selection {
  if (!before || before.institutionId !== institutionId || how === 'one') return { institutionId, domains: [domain] }
  if (how === 'toggle')
    return {
      institutionId,
      domains: before.domains.includes(domain) ? before.domains.filter((one) => one !== domain) : [...before.domains, domain],
    }
  const [from, to] = [order.indexOf(before.domains.at(-1) ?? domain), order.indexOf(domain)]
  const between = order.slice(Math.min(from, to), Math.max(from, to) + 1)
  return { institutionId, domains: [...new Set([...before.domains, ...between])] }
}
