import type { StaffPlaceFilter } from '../graphql/graphql.ts'
import { oneOf, text, type Params } from '../shell/address.ts'
import { tableSearch, type TableSearch } from '../table/table-search.ts'

/** The lists that people work from, in the order of their cards. */
export const STAFF_LISTS = [
  'overdue',
  'returns',
  'postings',
  'expired',
  'licences',
  'past',
  'retirements',
  'villages',
  'leaders',
  'vacancies',
  'over',
] as const
export type StaffList = (typeof STAFF_LISTS)[number]

/** What the screen of lists keeps in the address. */
export interface StaffListSearch extends TableSearch<never> {
  /** The list shown; left out: the cards of all. */
  readonly list?: StaffList | undefined
  readonly institution?: string | undefined
  readonly alliance?: string | undefined
  /** One of what the list is counted by: a kind, a profession, a town. */
  readonly code?: string | undefined
}

export function staffListSearch(search: Params): StaffListSearch {
  return {
    ...tableSearch(search, []),
    list: oneOf(search['list'], STAFF_LISTS),
    institution: text(search['institution']),
    alliance: text(search['alliance']),
    code: text(search['code']),
  }
}

/** Which institutions, as the filter of every list and of its export. */
export function placesOf({ institution, alliance }: StaffListSearch, county: string | undefined): StaffPlaceFilter {
  return { countyCode: county, institutionId: institution, allianceId: alliance }
}

/** The code chosen, where it is one of these; the same as a list for the filter. */
export function chosenCode<const Code extends string>(code: string | undefined, codes: readonly Code[]): Code[] | undefined {
  const chosen = oneOf(code, codes)
  return chosen === undefined ? undefined : [chosen]
}

export const NO_FILTERS = { institution: undefined, alliance: undefined, code: undefined } as const satisfies StaffListSearch

/** What every list is given. */
export interface StaffListProps {
  readonly search: StaffListSearch
  readonly onSearch: (patch: StaffListSearch) => void
}
