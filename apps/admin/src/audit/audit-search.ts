import { AUDIT_KINDS, type AuditKind } from '@yilian/domain/audit.ts'
import { addDays, instant, isIsoDate, type Instant, type IsoDate } from '@yilian/domain/day.ts'
import type { AuditFilter } from '../graphql/graphql.ts'
import { keysOf } from '../i18n/useTextChoices.ts'
import { flag, someOf, text, type Params } from '../shell/address.ts'
import { tableSearch, type TableSearch } from '../table/table-search.ts'

/** What the audit keeps in the address. */
export interface AuditSearch extends TableSearch<never> {
  readonly q?: string | undefined
  readonly kind?: AuditKind[] | undefined
  readonly since?: IsoDate | undefined
  readonly until?: IsoDate | undefined
  /** Ids, each with the name it is shown by. */
  readonly actor?: string | undefined
  readonly actorName?: string | undefined
  readonly subject?: string | undefined
  readonly subjectName?: string | undefined
  readonly request?: string | undefined
  readonly outside?: boolean | undefined
}

export const NO_FILTERS = {
  q: undefined,
  kind: undefined,
  since: undefined,
  until: undefined,
  actor: undefined,
  actorName: undefined,
  subject: undefined,
  subjectName: undefined,
  request: undefined,
  outside: undefined,
} as const

export const auditSearch = (search: Params): AuditSearch => ({
  ...tableSearch(search, []),
  q: text(search.q),
  kind: someOf(search.kind, keysOf(AUDIT_KINDS)),
  since: dayIn(search.since),
  until: dayIn(search.until),
  actor: text(search.actor),
  actorName: text(search.actorName),
  subject: text(search.subject),
  subjectName: text(search.subjectName),
  request: text(search.request),
  outside: flag(search.outside) === true ? true : undefined,
})

/** The filter of the query and of the export. Days are days in China, both included. */
export const auditFilter = ({ q, kind, since, until, actor, subject, request, outside }: AuditSearch): AuditFilter => ({
  search: q ?? null,
  kinds: kind ?? null,
  from: since ? startOf(since) : null,
  to: until ? startOf(addDays(until, 1)) : null,
  actorId: actor ?? null,
  subjectId: subject ?? null,
  requestId: request ?? null,
  outsideApplication: outside ?? null,
})

function dayIn(value: unknown): IsoDate | undefined {
  const day = text(value)
  return isIsoDate(day) ? day : undefined
}

/** Midnight in China at the beginning of the day. */
function startOf(day: IsoDate): Instant {
  return instant(new Date(`${day}T00:00:00+08:00`).toISOString())
}
