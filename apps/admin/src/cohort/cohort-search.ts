import { oneOf, text, type Params } from '../shell/address.ts'
import { tableSearch, type TableSearch } from '../table/table-search.ts'

export const COHORT_VIEWS = ['cohorts', 'drives', 'mentorships', 'counts'] as const
export type CohortView = (typeof COHORT_VIEWS)[number]

/** What the screen of cohorts keeps in the address. */
export interface CohortSearch extends TableSearch<never> {
  readonly view?: CohortView | undefined
  readonly institution?: string | undefined
}

export function cohortSearch(search: Params): CohortSearch {
  return { ...tableSearch(search, []), view: oneOf(search['view'], COHORT_VIEWS), institution: text(search['institution']) }
}

/** What every view is given. */
export interface CohortViewProps {
  readonly search: CohortSearch
  readonly onSearch: (patch: CohortSearch) => void
}
