import { Link } from '@tanstack/react-router'
import { appointmentKindRules } from '@yilian/domain/staffing/appointment-kind.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { KindTag, SyntheticTag, useJob } from './parts.tsx'
import type { PersonRow } from './people-list.ts'
import styles from './Staffing.module.css'

/** People as cards: where, as what, and where else. */
export function PersonCards({ rows }: { readonly rows: readonly PersonRow[] }): ReactNode {
  const { t } = useTranslation('staffing')
  return (
    <ul className={styles.cards} aria-label={t('people')}>
      {rows.map((row) => (
        <PersonCard key={row.id} row={row} />
      ))}
    </ul>
  )
}

function PersonCard({ row }: { readonly row: PersonRow }): ReactNode {
  const { t } = useTranslation('staffing')
  const label = useCodeLabel()
  const job = useJob()
  const { home } = row
  const others = row.appointments.filter(({ kind }) => !appointmentKindRules(kind).home)
  const said = [
    ...(row.profession ? [label('profession', row.profession)] : []),
    ...(row.titleAppointed ? [label('titleLevel', row.titleAppointed)] : []),
    ...(row.establishmentType ? [label('establishmentType', row.establishmentType)] : []),
  ]
  return (
    <li className={styles.card}>
      <span className={styles.tags}>
        <Link to="/people/$id" params={{ id: row.id }} className={styles.cardName}>
          {row.name}
        </Link>
        {row.synthetic && <SyntheticTag />}
      </span>
      <div className={styles.quiet}>
        {home
          ? `${home.institution?.name ?? ''} ${home.leadership || home.title ? job(home) : ''}`
          : (others.find(({ homeElsewhere }) => homeElsewhere !== null)?.homeElsewhere ?? t('noHome'))}
      </div>
      {said.length > 0 && <div className={styles.small}>{said.join(' · ')}</div>}
      {others.map((one) => (
        <div key={one.id} className={styles.small}>
          <KindTag kind={one.kind} overdue={one.overdue} /> {one.institution?.name ?? one.elsewhere}
          {one.plannedUntil && ` · ${t('until', { day: one.plannedUntil })}`}
        </div>
      ))}
    </li>
  )
}
