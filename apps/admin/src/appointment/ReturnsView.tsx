import { Empty, Skeleton } from 'antd'
import { monthText } from '@yilian/domain/reported-period.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import page from '../alliance/AlliancePage.module.css'
import { FailureNotice } from '../client/FailureNotice.tsx'
import { countText } from '../i18n/format.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { useFrame } from '../shell/frame-data.ts'
import { useMoment } from '../shell/moment.ts'
import styles from '../staffing/Staffing.module.css'
import { FilterChips } from '../table/FilterChips.tsx'
import { FIRST_PAGE } from '../table/table-search.ts'
import own from './Appointment.module.css'
import type { AppointmentRow } from './appointment-list.ts'
import { appointmentFilter, MOVING_KINDS, NO_FILTERS } from './appointment-search.ts'
import { AwayTable } from './AwayTable.tsx'
import { AppointmentFilters, useAppointmentChips, type AppointmentViewProps } from './AppointmentFilters.tsx'
import { returnsByMonth } from './returns.ts'
import { useAllAppointments } from './useAllAppointments.ts'

/** Returns month by month: who is late, who is to be back when, and of whom that is not planned. */
export function ReturnsView({ search, onSearch }: AppointmentViewProps): ReactNode {
  const { t } = useTranslation('appointment')
  const { today } = useFrame()
  const { asOf, county } = useMoment()
  const { rows, total, error, retry } = useAllAppointments({
    ...appointmentFilter({ ...search, due: undefined }, county, asOf ?? today),
    kinds: search.kind ?? MOVING_KINDS,
  })
  const chips = useAppointmentChips({ ...search, due: undefined }, onSearch)
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
          <Months rows={rows} total={total} />
        )}
      </div>
    </>
  )
}

function Months({ rows, total }: { readonly rows: readonly AppointmentRow[]; readonly total: number }): ReactNode {
  const { t } = useTranslation('appointment')
  const locale = useLocale()
  const { today } = useFrame()
  const { asOf } = useMoment()
  const { overdue, months, unplanned } = returnsByMonth(rows, asOf ?? today)
  const groups = [
    ...(overdue.length > 0 ? [{ key: 'overdue', title: t('due.overdue'), rows: overdue }] : []),
    ...months.map(({ month, rows: list }) => ({ key: month, title: monthText(month)[locale], rows: list })),
    ...(unplanned.length > 0 ? [{ key: 'unplanned', title: t('unplanned'), rows: unplanned }] : []),
  ]
  return (
    <div className={page.tab}>
      {total > rows.length && (
        <span className={styles.quiet}>{t('shownOf', { shown: countText(rows.length), total: countText(total) })}</span>
      )}
      <nav aria-label={t('months')} data-print="no">
        <ul className={own.months}>
          {groups.map(({ key, title, rows: list }) => (
            <li key={key}>
              <a
                href={`#returns-${key}`}
                data-tone={key === 'overdue' ? 'red' : undefined}
                onClick={(event) => {
                  event.preventDefault()
                  document.querySelector(`#returns-${key}`)?.scrollIntoView({ block: 'start' })
                }}
              >
                {title}
                <strong>{countText(list.length)}</strong>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {groups.map(({ key, title, rows: list }) => (
        <section key={key} id={`returns-${key}`} className={page.panel} aria-label={title}>
          <h2>
            {title}
            <span className={styles.quiet}>{t('people', { count: list.length })}</span>
          </h2>
          <AwayTable rows={list} />
        </section>
      ))}
    </div>
  )
}
