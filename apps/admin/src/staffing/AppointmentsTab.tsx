import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import page from '../alliance/AlliancePage.module.css'
import { CareerTable } from './CareerTable.tsx'
import type { PersonOnPage } from './person-page.ts'

/** 任职: every stretch of every appointment, the newest first. */
export function AppointmentsTab({ person }: { readonly person: PersonOnPage }): ReactNode {
  const { t } = useTranslation('staffing')
  const overdue = new Set(person.appointments.filter((one) => one.overdue).map(({ rowId }) => rowId))
  const rows = person.career
    .map((row) => ({ ...row, overdue: overdue.has(row.rowId) }))
    .toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))
  return (
    <div className={page.tab}>
      <section className={page.panel} aria-label={t('tab.appointments')}>
        <h2>{t('tab.appointments')}</h2>
        <CareerTable person={person} rows={rows} empty={t('noAppointments')} />
      </section>
    </div>
  )
}
