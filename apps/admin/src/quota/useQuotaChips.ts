import { useTranslation } from 'react-i18next'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { useChosenPlaces } from '../fields/useChosenPlaces.ts'
import type { FilterChip } from '../table/FilterChips.tsx'
import { FIRST_PAGE } from '../table/table-search.ts'
import type { QuotaSearch } from './quota-search.ts'
import type { QuotaViewProps } from './quota-view.ts'

/** One chip for each filter that applies to the view. */
export function useQuotaChips({ search, onSearch }: QuotaViewProps, posts: boolean): FilterChip[] {
  const { t } = useTranslation('quota')
  const { t: shell } = useTranslation('shell')
  const { t: staffing } = useTranslation('staffing')
  const label = useCodeLabel()
  const chosen = useChosenPlaces(search)
  const { institution, alliance, over, vacant, postClass, pooled, frozen } = search
  const chip = (key: keyof QuotaSearch, text: string): FilterChip => ({
    key,
    text,
    onRemove: () => onSearch({ ...FIRST_PAGE, [key]: undefined }),
  })
  const named = (name: string, text: string) => shell('colon', { label: name, text })
  return [
    ...(alliance ? [chip('alliance', named(staffing('column.alliance'), chosen.alliance?.name ?? '…'))] : []),
    ...(institution ? [chip('institution', named(t('column.institution'), chosen.institution?.name ?? '…'))] : []),
    ...(vacant === undefined ? [] : [chip('vacant', t(vacant ? 'filter.vacant' : 'filter.notVacant'))]),
    ...(over === undefined || posts ? [] : [chip('over', t(over ? 'filter.over' : 'filter.notOver'))]),
    ...(postClass && posts
      ? [chip('postClass', named(t('column.postClass'), postClass.map((one) => label('postClass', one)).join(shell('list'))))]
      : []),
    ...(pooled === undefined || !posts ? [] : [chip('pooled', t(pooled ? 'filter.pooled' : 'filter.notPooled'))]),
    ...(frozen === undefined || !posts ? [] : [chip('frozen', t(frozen ? 'filter.frozen' : 'filter.notFrozen'))]),
  ]
}
