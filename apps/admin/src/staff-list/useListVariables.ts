import { useLocale } from '../i18n/useLocale.ts'
import { useMoment } from '../shell/moment.ts'
import { pageArguments } from '../table/table-search.ts'
import { placesOf, type StaffListSearch } from './staff-list-search.ts'

/** What the queries of all lists share, and which institutions they are of. */
export function useListVariables(search: StaffListSearch) {
  const locale = useLocale()
  const { asOf, asKnownAt, county } = useMoment()
  const { first, after, last, before } = pageArguments<never>(search)
  return { places: placesOf(search, county), page: { first, after, last, before, asOf, asKnownAt }, locale }
}
