import { Link } from '@tanstack/react-router'
import { Table } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { FailureNotice, StaleNotice } from '../client/FailureNotice.tsx'
import { QueryView } from '../client/QueryView.tsx'
import { useDialog } from '../command/useDialog.tsx'
import { CommandButton, RowCommands } from '../command/CommandButton.tsx'
import { NoRecords } from '../table/NoRecords.tsx'
import { countText, dayText, MISSING } from '../i18n/format.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { useMoment } from '../shell/moment.ts'
import { NothingYet } from '../staffing/NothingYet.tsx'
import styles from '../staffing/Staffing.module.css'
import type { TableColumn } from '../table/columns.ts'
import { DataTable } from '../table/DataTable.tsx'
import { CohortListDocument, CohortMembersDocument, type CohortMemberRow, type CohortRow } from './cohort-list.ts'
import type { CohortViewProps } from './cohort-search.ts'
import { CohortDialog } from './dialogs/CohortDialog.tsx'
import { SetCohortMemberDialog } from './dialogs/MemberDialogs.tsx'
import { FUNNEL_STAGES } from './funnel.ts'
import { FunnelPicture } from './FunnelPicture.tsx'
import { Concerned, ConcernedFilter, Source, TargetTag, useReportedFor } from './parts.tsx'
import { useCountyList } from './useCountyList.ts'

type Column = TableColumn<CohortRow, never>

/** Cohorts from enrolment to placement, a funnel for each; who is in one opens below it. */
export function CohortsView({ search, onSearch }: CohortViewProps): ReactNode {
  const { t } = useTranslation('cohort')
  const { variables, filter, chips, clear } = useCountyList({ search, onSearch })
  const [{ data, error, fetching, stale }, read] = useQuery({ query: CohortListDocument, variables })
  const { dialog, show } = useDialog()
  const columns = useColumns(show)
  const retry = () => read({ requestPolicy: 'network-only' })
  if (error && !data) return <FailureNotice error={error} onRetry={retry} />
  const list = data?.cohorts
  return (
    <>
      {error && <StaleNotice error={error} onRetry={retry} />}
      <DataTable<CohortRow, never>
        name="cohorts"
        label={t('view.cohorts')}
        columns={columns}
        rowKey={({ id }) => id}
        rows={list?.nodes}
        total={list?.totalCount}
        pageInfo={list?.pageInfo}
        busy={data !== undefined && fetching && !stale}
        search={search}
        onSearch={onSearch}
        exportFilter={filter}
        toolbar={<ConcernedFilter search={search} onSearch={onSearch} />}
        chips={chips}
        onClearFilters={clear}
        empty={
          <NothingYet text={t('empty.cohorts')}>
            <CommandButton command="recordCohort" onClick={() => show((close) => <CohortDialog existing={null} onClose={close} />)} />
          </NothingYet>
        }
        detail={{
          label: ({ name }) => t('membersOf', { name }),
          render: (cohort) => <Members cohort={cohort} show={show} />,
        }}
      />
      {dialog}
    </>
  )
}

type Show = ReturnType<typeof useDialog>['show']

function useColumns(show: Show): Column[] {
  const { t } = useTranslation('cohort')
  const say = useReportedFor()
  const label = useCodeLabel()
  const wide = useLocale() === 'en'
  return [
    {
      key: 'name',
      inFile: ['name', 'target'],
      title: t('column.name'),
      width: 220,
      pinned: true,
      render: (cohort) => (
        <>
          {cohort.name} {cohort.target && <TargetTag />}
        </>
      ),
    },
    {
      key: 'funnel',
      title: t('column.funnel'),
      width: wide ? 350 : 320,
      inFile: FUNNEL_STAGES,
      render: (cohort) => <FunnelPicture cohort={cohort} />,
    },
    {
      key: 'programme',
      title: t('column.programme'),
      width: wide ? 190 : 170,
      render: ({ programme }) => label('trainingProgramme', programme),
    },
    { key: 'startYear', title: t('column.startYear'), width: 92, numeric: true, render: ({ startYear }) => startYear ?? MISSING },
    { key: 'posts', title: t('column.posts'), width: 110, numeric: true, render: ({ posts }) => countText(posts) },
    {
      key: 'obligation',
      title: t('column.obligation'),
      width: 110,
      numeric: true,
      render: ({ obligationYears }) => countText(obligationYears),
    },
    {
      key: 'reportedFor',
      title: t('column.reportedFor'),
      width: wide ? 150 : 120,
      render: ({ reportedFor }) => say(reportedFor),
    },
    {
      key: 'institutions',
      title: t('field.institutions'),
      width: 220,
      optional: true,
      render: ({ institutions }) => <Concerned institutions={institutions} />,
    },
    { key: 'region', title: t('column.region'), width: 120, optional: true, render: ({ region }) => region.name },
    { key: 'source', title: t('column.source'), width: 200, optional: true, render: (row) => <Source {...row} /> },
    {
      key: 'commands',
      title: '',
      width: 56,
      screenOnly: true,
      render: (cohort) => (
        <RowCommands
          of={cohort.name}
          commands={[
            {
              command: 'setCohortMember',
              onClick: () => show((close) => <SetCohortMemberDialog cohort={cohort} onClose={close} />),
            },
            { command: 'correctCohort', onClick: () => show((close) => <CohortDialog existing={cohort} onClose={close} />) },
          ]}
        />
      ),
    },
  ]
}

function Members({ cohort, show }: { readonly cohort: CohortRow; readonly show: Show }): ReactNode {
  const { t } = useTranslation('cohort')
  const { asOf, asKnownAt } = useMoment()
  const query = useQuery({ query: CohortMembersDocument, variables: { id: cohort.id, asOf, asKnownAt } })
  const { t: shell } = useTranslation('shell')
  const label = useCodeLabel()
  return (
    <div style={{ padding: '4px 8px 8px' }}>
      <div className={styles.end} style={{ marginBottom: 6 }}>
        <CommandButton
          command="setCohortMember"
          small
          of={cohort.name}
          onClick={() => show((close) => <SetCohortMemberDialog cohort={cohort} onClose={close} />)}
        />
      </div>
      <QueryView query={query}>
        {(data) => (
          <Table<CohortMemberRow>
            size="small"
            rowKey="id"
            dataSource={[...(data.cohort?.members ?? [])]}
            pagination={false}
            locale={{ emptyText: <NoRecords text={t('noMembers')} /> }}
            columns={[
              {
                key: 'person',
                title: t('column.person'),
                rowScope: 'row',
                render: (_, { person }) =>
                  person ? (
                    <Link to="/people/$id" params={{ id: person.id }}>
                      {person.name}
                    </Link>
                  ) : (
                    MISSING
                  ),
              },
              { key: 'state', title: t('column.state'), render: (_, { state }) => label('cohortState', state) },
              { key: 'since', title: t('column.since'), render: (_, { validFrom }) => dayText(validFrom, shell) },
              {
                key: 'commands',
                width: 48,
                render: (_, { person }) => (
                  <RowCommands
                    of={person?.name ?? MISSING}
                    commands={
                      person
                        ? [
                            {
                              command: 'setCohortMember',
                              onClick: () => show((close) => <SetCohortMemberDialog cohort={cohort} person={person} onClose={close} />),
                            },
                          ]
                        : []
                    }
                  />
                ),
              },
            ]}
          />
        )}
      </QueryView>
    </div>
  )
}
