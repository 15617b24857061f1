import type { QuotaSearch } from './quota-search.ts'

/** What every view of quotas is given. */
export interface QuotaViewProps {
  readonly search: QuotaSearch
  readonly onSearch: (patch: QuotaSearch) => void
}
