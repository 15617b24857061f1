import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { FailureNotice, StaleNotice } from '../client/FailureNotice.tsx'
import { RowCommands } from '../command/CommandButton.tsx'
import type { AppointmentOrderBy } from '../graphql/graphql.ts'
import { dayText, MISSING } from '../i18n/format.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { useFrame } from '../shell/frame-data.ts'
import { useMoment } from '../shell/moment.ts'
import { KindTag, Place, SyntheticTag, useJob } from '../staffing/parts.tsx'
import { NothingYet } from '../staffing/NothingYet.tsx'
import styles from '../staffing/Staffing.module.css'
import type { TableColumn } from '../table/columns.ts'
import { DataTable } from '../table/DataTable.tsx'
import { FIRST_PAGE, pageArguments } from '../table/table-search.ts'
import { AppointmentListDocument, type AppointmentRow } from './appointment-list.ts'
import { appointmentFilter, NO_FILTERS } from './appointment-search.ts'
import { AppointmentFilters, useAppointmentChips, type AppointmentViewProps } from './AppointmentFilters.tsx'
import { DaysLeft } from './DaysLeft.tsx'
import { dueOn } from './returns.ts'
import { useAssignmentCommands } from './useAssignmentCommands.tsx'

type Column = TableColumn<AppointmentRow, AppointmentOrderBy>

/** Who is where as a table: home, host, kind, since when, until when, and how many days over it. */
export function AppointmentTable({ search, onSearch }: AppointmentViewProps): ReactNode {
  const { t } = useTranslation('appointment')
  const { t: staffing } = useTranslation('staffing')
  const { asOf, asKnownAt, county } = useMoment()
  const { today } = useFrame()
  const filter = appointmentFilter(search, county, asOf ?? today)
  const [{ data, error, fetching, stale }, read] = useQuery({
    query: AppointmentListDocument,
    variables: { filter, ...pageArguments<AppointmentOrderBy>(search), asOf, asKnownAt },
  })
  const { dialog, commandsOf } = useAssignmentCommands()
  const columns = useColumns(commandsOf)
  const chips = useAppointmentChips(search, onSearch)
  const retry = () => read({ requestPolicy: 'network-only' })
  if (error && !data) return <FailureNotice error={error} onRetry={retry} />
  const list = data?.appointments
  return (
    <>
      {error && <StaleNotice error={error} onRetry={retry} />}
      <DataTable<AppointmentRow, AppointmentOrderBy>
        name="appointments"
        label={t('title')}
        columns={columns}
        rowKey={({ rowId }) => rowId}
        rows={list?.nodes}
        total={list?.totalCount}
        pageInfo={list?.pageInfo}
        busy={data !== undefined && fetching && !stale}
        search={search}
        onSearch={onSearch}
        exportFilter={filter}
        toolbar={<AppointmentFilters search={search} onSearch={onSearch} />}
        chips={chips}
        onClearFilters={() => onSearch({ ...FIRST_PAGE, ...NO_FILTERS })}
        empty={
          <NothingYet text={t('empty')}>
            <Link to="/people">{staffing('people')}</Link>
          </NothingYet>
        }
      />
      {dialog}
    </>
  )
}

function useColumns(commandsOf: ReturnType<typeof useAssignmentCommands>['commandsOf']): Column[] {
  const { t } = useTranslation('appointment')
  const { t: shell } = useTranslation('shell')
  const locale = useLocale()
  const job = useJob()
  const wide = (zh: number, en: number) => (locale === 'zh' ? zh : en)
  return [
    {
      key: 'person',
      title: t('column.person'),
      width: wide(130, 160),
      pinned: true,
      sort: 'PERSON',
      render: ({ person }) =>
        person ? (
          <span className={styles.tags}>
            <Link to="/people/$id" params={{ id: person.id }}>
              {person.name}
            </Link>
            {person.synthetic && <SyntheticTag />}
          </span>
        ) : (
          MISSING
        ),
    },
    {
      key: 'kind',
      title: t('column.kind'),
      width: wide(104, 190),
      render: ({ kind, overdue }) => <KindTag kind={kind} overdue={overdue} />,
    },
    { key: 'home', title: t('column.home'), width: 180, render: (row) => <Place institution={row.home} elsewhere={row.homeElsewhere} /> },
    {
      key: 'host',
      title: t('column.host'),
      width: 210,
      render: (row) => <Place institution={row.institution} elsewhere={row.elsewhere} />,
    },
    { key: 'job', title: t('column.job'), width: 116, render: (row) => job(row) },
    { key: 'since', title: t('column.since'), width: 116, sort: 'START', render: ({ validFrom }) => dayText(validFrom, shell) },
    {
      key: 'planned',
      title: t('column.planned'),
      width: wide(136, 160),
      sort: 'RETURN',
      render: (row) => (row.plannedUntil === null && row.reviewOn !== null ? t('review', { day: row.reviewOn }) : (dueOn(row) ?? MISSING)),
    },
    { key: 'left', title: t('column.left'), width: wide(110, 140), render: (row) => <DaysLeft row={row} /> },
    {
      key: 'commands',
      title: '',
      width: 56,
      screenOnly: true,
      render: (row) => <RowCommands of={row.person?.name ?? MISSING} commands={commandsOf(row)} />,
    },
  ]
}
