import { Segmented } from 'antd'
import { APPOINTMENT_KINDS } from '@yilian/domain/staffing/appointment-kind.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DayField } from '../fields/DayField.tsx'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { useChosenPlaces } from '../fields/useChosenPlaces.ts'
import { AllianceFilterField, InstitutionFilterField } from '../staffing/PlaceFilters.tsx'
import { Several } from '../staffing/Several.tsx'
import type { FilterChip } from '../table/FilterChips.tsx'
import { FIRST_PAGE } from '../table/table-search.ts'
import { AWAY_KINDS, type AppointmentSearch, type Due } from './appointment-search.ts'

/** What every view is given. */
export interface AppointmentViewProps {
  readonly search: AppointmentSearch
  readonly onSearch: (patch: AppointmentSearch) => void
}

interface AppointmentFiltersProps extends AppointmentViewProps {
  /** Which returns is asked where it makes sense. */
  readonly dues?: boolean
}

/** The filters, the same above every view. */
export function AppointmentFilters({ search, onSearch, dues = true }: AppointmentFiltersProps): ReactNode {
  const { t } = useTranslation('appointment')
  const locale = useLocale()
  const change = (patch: AppointmentSearch) => onSearch({ ...FIRST_PAGE, ...patch })
  return (
    <>
      {dues && (
        <Segmented<Due | 'all'>
          aria-label={t('due.label')}
          value={search.due ?? 'all'}
          options={[
            { value: 'all', label: t('due.all') },
            { value: 'soon', label: t('due.soon') },
            { value: 'overdue', label: t('due.overdue') },
          ]}
          onChange={(due) => change({ due: due === 'all' ? undefined : due, ...(due === 'soon' ? { sort: 'RETURN', dir: 'asc' } : {}) })}
        />
      )}
      <Several
        label={t('column.kind')}
        choices={AWAY_KINDS.map((value) => ({ value, label: APPOINTMENT_KINDS[value].label[locale] }))}
        value={search.kind}
        onChange={(kind) => change({ kind })}
      />
      <AllianceFilterField value={search.alliance} onChange={(alliance) => change({ alliance })} />
      <InstitutionFilterField label={t('column.home')} value={search.home} onChange={(home) => change({ home })} />
      <InstitutionFilterField label={t('column.host')} value={search.host} onChange={(host) => change({ host })} />
      <DayField
        aria-label={t('until')}
        placeholder={t('until')}
        value={search.until}
        style={{ width: 150 }}
        onChange={(until) => change({ until: until ?? undefined })}
      />
    </>
  )
}

/** One chip for each filter. */
export function useAppointmentChips(search: AppointmentSearch, onSearch: (patch: AppointmentSearch) => void): FilterChip[] {
  const { t } = useTranslation('appointment')
  const { t: shell } = useTranslation('shell')
  const { t: staffing } = useTranslation('staffing')
  const label = useCodeLabel()
  const host = useChosenPlaces({ institution: search.host, alliance: search.alliance })
  const home = useChosenPlaces({ institution: search.home })
  const chip = (key: 'kind' | 'host' | 'home' | 'alliance' | 'due' | 'until', name: string, text: string): FilterChip => ({
    key,
    text: shell('colon', { label: name, text }),
    onRemove: () => onSearch({ ...FIRST_PAGE, [key]: undefined }),
  })
  return [
    ...(search.kind ? [chip('kind', t('column.kind'), search.kind.map((one) => label('appointmentKind', one)).join(shell('list')))] : []),
    ...(search.alliance ? [chip('alliance', staffing('column.alliance'), host.alliance?.name ?? '…')] : []),
    ...(search.host ? [chip('host', t('column.host'), host.institution?.name ?? '…')] : []),
    ...(search.home ? [chip('home', t('column.home'), home.institution?.name ?? '…')] : []),
    ...(search.until ? [chip('until', t('until'), search.until)] : []),
    ...(search.due ? [chip('due', t('due.label'), t(`due.${search.due}`))] : []),
  ]
}
