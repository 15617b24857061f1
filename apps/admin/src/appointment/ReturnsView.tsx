import { monthText } from '@yilian/domain/reported-period.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import page from '../alliance/AlliancePage.module.css'
import { countText } from '../i18n/format.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { useFrame } from '../shell/frame-data.ts'
import { useMoment } from '../shell/moment.ts'
import styles from '../staffing/Staffing.module.css'
import own from './Appointment.module.css'
import type { AppointmentRow } from './appointment-list.ts'
import { AwayTable } from './AwayTable.tsx'
import { AllAway } from './AllAway.tsx'
import type { AppointmentViewProps } from './AppointmentFilters.tsx'
import { returnsByMonth } from './returns.ts'

/** Returns month by month: who is late, who is to be back when, and of whom that is not planned. */
export function ReturnsView(props: AppointmentViewProps): ReactNode {
  return <AllAway {...props}>{(rows, total) => <Months rows={rows} total={total} />}</AllAway>
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
