import { useTranslation } from 'react-i18next'
import { useMoment } from '../shell/moment.ts'
import { useChosenPlaces } from '../fields/useChosenPlaces.ts'
import type { FilterChip } from '../table/FilterChips.tsx'
import { FIRST_PAGE, pageArguments } from '../table/table-search.ts'
import type { CohortViewProps } from './cohort-search.ts'

/** What the lists of this screen share: the variables of their queries, the filter of their files, and the one filter with its chip. */
export function useCountyList({ search, onSearch }: CohortViewProps) {
  const { t } = useTranslation('cohort')
  const { t: shell } = useTranslation('shell')
  const { asOf, asKnownAt, county } = useMoment()
  const chosen = useChosenPlaces(search)
  const clear = () => onSearch({ ...FIRST_PAGE, institution: undefined })
  const { orderBy: _order, direction: _direction, ...page } = pageArguments<never>(search)
  const chips: FilterChip[] = search.institution
    ? [
        {
          key: 'institution',
          text: shell('colon', { label: t('field.institutions'), text: chosen.institution?.name ?? '…' }),
          onRemove: clear,
        },
      ]
    : []
  const filter = { countyCode: county, institutionId: search.institution }
  return { variables: { ...filter, ...page, asOf, asKnownAt }, filter, chips, clear }
}
