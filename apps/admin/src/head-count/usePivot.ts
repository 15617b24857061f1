import { useMemo } from 'react'
import { useQuery } from 'urql'
import { useLocale } from '../i18n/useLocale.ts'
import { useMoment } from '../shell/moment.ts'
import { countFilter, FIRST_ROWS, type CountSearch } from './count-search.ts'
import { HeadCountDocument } from './head-count.ts'
import { pivotOf } from './pivot.ts'

/** The counts that the address asks for, laid out. */
export function usePivot(search: CountSearch) {
  const locale = useLocale()
  const { asOf, asKnownAt, county } = useMoment()
  const { rows = FIRST_ROWS, columns, order } = search
  const filter = countFilter(search, county)
  const query = useQuery({
    query: HeadCountDocument,
    variables: {
      by: columns === undefined ? [rows] : [rows, columns],
      filter,
      statistical: search.everybody !== true,
      asOf,
      asKnownAt,
      locale,
    },
  })
  const [{ data }] = query
  // While newer figures are read the former stay: they are laid out by the dimensions they were asked by.
  const pivot = useMemo(() => {
    if (!data) return null
    const [first] = data.headCount.cells
    return pivotOf(data.headCount.cells, [first?.keys[0]?.dimension ?? rows, first?.keys[1]?.dimension ?? undefined], order)
  }, [data, rows, order])
  return { query, pivot, rows, columns, filter }
}
