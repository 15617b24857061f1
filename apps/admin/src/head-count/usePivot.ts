import { useMemo } from 'react'
import { useQuery } from 'urql'
import { useLocale } from '../i18n/useLocale.ts'
import { useMoment } from '../shell/moment.ts'
import { countFilter, layoutOf, type CountSearch } from './count-search.ts'
import { HeadCountDocument } from './head-count.ts'
import { pivotOf } from './pivot.ts'

/** The counts that the address asks for, laid out; `null` until those of its dimensions are there. */
export function usePivot(search: CountSearch) {
  const locale = useLocale()
  const { asOf, asKnownAt, county } = useMoment()
  const { rows, rows2, columns, columns2, order } = search
  const layout = useMemo(() => layoutOf({ rows, rows2, columns, columns2 }), [rows, rows2, columns, columns2])
  const filter = countFilter(search, county)
  const by = [...layout.rows, ...layout.columns]
  const query = useQuery({
    query: HeadCountDocument,
    variables: { by, filter, statistical: search.everybody !== true, asOf, asKnownAt, locale },
  })
  const [{ data }] = query
  const asked = by.join(' ')
  const pivot = useMemo(() => {
    const cells = data?.headCount.cells
    // While newer figures are read the former stay, but those of other dimensions.
    if (!cells || (cells[0] && cells[0].keys.map(({ dimension }) => dimension).join(' ') !== asked)) return null
    return pivotOf(cells, layout, order)
  }, [data, asked, layout, order])
  return { query, pivot, by, filter }
}
