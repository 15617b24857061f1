import { Link } from '@tanstack/react-router'
import { Empty, Skeleton, Table } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import page from '../alliance/AlliancePage.module.css'
import { FailureNotice } from '../client/FailureNotice.tsx'
import { RowCommands } from '../construction-project/CommandButton.tsx'
import { countText, dayText, MISSING } from '../i18n/format.ts'
import { useFrame } from '../shell/frame-data.ts'
import { useMoment } from '../shell/moment.ts'
import { KindTag, Place } from '../staffing/parts.tsx'
import styles from '../staffing/Staffing.module.css'
import { FilterChips } from '../table/FilterChips.tsx'
import { FIRST_PAGE } from '../table/table-search.ts'
import own from './Appointment.module.css'
import type { AppointmentRow } from './appointment-list.ts'
import { appointmentFilter, MOVING_KINDS, NO_FILTERS } from './appointment-search.ts'
import { AppointmentFilters, useAppointmentChips, type AppointmentViewProps } from './AppointmentFilters.tsx'
import { DaysLeft } from './DaysLeft.tsx'
import { dueOn, returnsByMonth } from './returns.ts'
import { useAllAppointments } from './useAllAppointments.ts'
import { useAssignmentCommands } from './useAssignmentCommands.tsx'

/** Returns month by month: who is late, who is to be back when, and of whom that is not planned. */
export function ReturnsView({ search, onSearch }: AppointmentViewProps): ReactNode {
  const { t } = useTranslation('appointment')
  const { county } = useMoment()
  const { rows, total, error, retry } = useAllAppointments({
    ...appointmentFilter({ ...search, due: undefined }, county),
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
  const { today } = useFrame()
  const { asOf } = useMoment()
  const { overdue, months, unplanned } = returnsByMonth(rows, asOf ?? today)
  const groups = [
    ...(overdue.length > 0 ? [{ key: 'overdue', title: t('due.overdue'), rows: overdue }] : []),
    ...months.map(({ month, rows: list }) => ({ key: month, title: month, rows: list })),
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
          <ReturnTable rows={list} />
        </section>
      ))}
    </div>
  )
}

function ReturnTable({ rows }: { readonly rows: readonly AppointmentRow[] }): ReactNode {
  const { t } = useTranslation('appointment')
  const { t: shell } = useTranslation('shell')
  const { dialog, commandsOf } = useAssignmentCommands()
  return (
    <>
      <Table<AppointmentRow>
        size="small"
        rowKey="rowId"
        dataSource={[...rows]}
        pagination={false}
        scroll={{ x: 900 }}
        columns={[
          { key: 'due', title: t('column.planned'), width: 124, rowScope: 'row', render: (_, row) => dueOn(row) ?? MISSING },
          {
            key: 'person',
            title: t('column.person'),
            width: 130,
            render: (_, { person }) =>
              person ? (
                <Link to="/people/$id" params={{ id: person.id }}>
                  {person.name}
                </Link>
              ) : (
                MISSING
              ),
          },
          { key: 'kind', title: t('column.kind'), width: 130, render: (_, { kind, overdue }) => <KindTag kind={kind} overdue={overdue} /> },
          { key: 'home', title: t('column.home'), render: (_, row) => <Place institution={row.home} elsewhere={row.homeElsewhere} /> },
          { key: 'host', title: t('column.host'), render: (_, row) => <Place institution={row.institution} elsewhere={row.elsewhere} /> },
          { key: 'since', title: t('column.since'), width: 112, render: (_, { validFrom }) => dayText(validFrom, shell) },
          { key: 'left', title: t('column.left'), width: 120, render: (_, row) => <DaysLeft row={row} /> },
          {
            key: 'commands',
            width: 48,
            render: (_, row) => <RowCommands of={row.person?.name ?? MISSING} commands={commandsOf(row)} />,
          },
        ]}
      />
      {dialog}
    </>
  )
}
