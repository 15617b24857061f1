import { Empty, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../client/FailureNotice.tsx'
import { useFrame } from '../shell/frame-data.ts'
import { useMoment } from '../shell/moment.ts'
import styles from '../staffing/Staffing.module.css'
import { FilterChips } from '../table/FilterChips.tsx'
import { FIRST_PAGE } from '../table/table-search.ts'
import type { AppointmentRow } from './appointment-list.ts'
import { appointmentFilter, MOVING_KINDS, NO_FILTERS } from './appointment-search.ts'
import { AppointmentFilters, useAppointmentChips, type AppointmentViewProps } from './AppointmentFilters.tsx'
import { useAllAppointments } from './useAllAppointments.ts'

interface AllAwayProps extends AppointmentViewProps {
  readonly children: (rows: readonly AppointmentRow[], total: number) => ReactNode
}

/** Everybody who works away from home on the day shown, below the filters, for a view that shows all of them at once. */
export function AllAway({ search, onSearch, children }: AllAwayProps): ReactNode {
  const { t } = useTranslation('appointment')
  const { today } = useFrame()
  const { asOf, county } = useMoment()
  const whenever = { ...search, due: undefined }
  const filter = { ...appointmentFilter(whenever, county, asOf ?? today), kinds: search.kind ?? MOVING_KINDS }
  const { rows, total, error, retry } = useAllAppointments(filter)
  const chips = useAppointmentChips(whenever, onSearch)
  return (
    <>
      <div className={styles.tools}>
        <AppointmentFilters search={search} onSearch={onSearch} dues={false} />
      </div>
      <FilterChips chips={chips} onClear={() => onSearch({ ...FIRST_PAGE, ...NO_FILTERS })} />
      <div className={styles.scroll} data-print="flow">
        {error ? (
          <FailureNotice error={error} onRetry={retry} />
        ) : rows === undefined ? (
          <Skeleton active style={{ padding: 16 }} />
        ) : rows.length === 0 ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('noFlows')} style={{ padding: 48 }} />
        ) : (
          children(rows, total)
        )}
      </div>
    </>
  )
}
