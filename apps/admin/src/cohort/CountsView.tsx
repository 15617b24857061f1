import { Empty, Table } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import page from '../alliance/AlliancePage.module.css'
import { QueryView } from '../client/QueryView.tsx'
import { useDialog } from '../command/useDialog.tsx'
import { RowCommands } from '../command/CommandButton.tsx'
import { NoRecords } from '../table/NoRecords.tsx'
import { countText, MISSING } from '../i18n/format.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { useMoment } from '../shell/moment.ts'
import styles from '../staffing/Staffing.module.css'
import { ExportMenu } from '../table/ExportMenu.tsx'
import { FilterChips } from '../table/FilterChips.tsx'
import { Pager } from '../table/Pager.tsx'
import { pageOf } from '../table/table-search.ts'
import { StateTag } from '../theme/StateTag.tsx'
import { PopulationsDocument, StaffCountListDocument, type PopulationRow, type StaffCountRow } from './cohort-list.ts'
import type { CohortViewProps } from './cohort-search.ts'
import { RecordPopulationDialog } from './dialogs/MemberDialogs.tsx'
import { StaffCountDialog } from './dialogs/StaffCountDialog.tsx'
import { Concerned, ConcernedFilter, Source, TargetTag, useReportedFor } from './parts.tsx'
import { useCountyList } from './useCountyList.ts'

/** Numbers that reports give without names, and the residents that rates are per. */
export function CountsView({ search, onSearch }: CohortViewProps): ReactNode {
  const { t } = useTranslation('cohort')
  const { variables, filter, chips, clear } = useCountyList({ search, onSearch })
  const query = useQuery({ query: StaffCountListDocument, variables })
  const found = query[0].data?.staffCounts
  return (
    <>
      <div className={styles.tools}>
        <ConcernedFilter search={search} onSearch={onSearch} />
        <span className={styles.end}>
          <ExportMenu
            name="staffCounts"
            columns={['what', 'target', 'count', 'when', 'of', 'institutions', 'region', 'source']}
            filter={filter}
            order={{ orderBy: undefined, direction: undefined }}
            total={found?.totalCount}
          />
        </span>
      </div>
      <FilterChips chips={chips} onClear={clear} />
      <div className={styles.scroll} data-print="flow">
        <div className={page.tab}>
          <section className={page.panel} aria-label={t('view.counts')}>
            <h2>{t('view.counts')}</h2>
            <QueryView query={query}>
              {({ staffCounts }) =>
                staffCounts.nodes.length === 0 ? (
                  <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('empty.counts')} />
                ) : (
                  <Counts rows={staffCounts.nodes} />
                )
              }
            </QueryView>
          </section>
          <Populations />
        </div>
      </div>
      <Pager
        page={pageOf(search, found?.nodes.length ?? 0, found?.pageInfo)}
        total={found?.totalCount}
        size={search.size}
        onSearch={onSearch}
      />
    </>
  )
}

function Counts({ rows }: { readonly rows: readonly StaffCountRow[] }): ReactNode {
  const { t } = useTranslation('cohort')
  const reportedFor = useReportedFor()
  const label = useCodeLabel()
  const { dialog, show } = useDialog()
  return (
    <>
      <Table<StaffCountRow>
        size="small"
        rowKey="id"
        dataSource={[...rows]}
        pagination={false}
        scroll={{ x: 1180 }}
        columns={[
          {
            key: 'what',
            title: t('column.what'),
            width: 240,
            rowScope: 'row',
            render: (_, { what, target, replaced }) => (
              <>
                {what} {target && <TargetTag />} {replaced && <StateTag tone="grey">{t('replaced')}</StateTag>}
              </>
            ),
          },
          { key: 'count', title: t('column.count'), width: 90, align: 'end', render: (_, { count }) => countText(count) },
          {
            key: 'when',
            title: t('column.period'),
            width: 150,
            render: (_, { onDay, period }) => onDay ?? reportedFor(period),
          },
          {
            key: 'of',
            title: t('column.profession'),
            width: 170,
            render: (_, { profession, generalPractitioner }) =>
              generalPractitioner ? label('gpKind', generalPractitioner) : label('profession', profession),
          },
          {
            key: 'institutions',
            title: t('field.institutions'),
            width: 220,
            render: (_, { institutions }) => <Concerned institutions={institutions} />,
          },
          { key: 'region', title: t('column.region'), width: 110, render: (_, { region }) => region.name },
          { key: 'source', title: t('column.source'), width: 180, render: (_, row) => <Source {...row} /> },
          {
            key: 'commands',
            width: 48,
            render: (_, row) => (
              <RowCommands
                of={row.what}
                commands={[
                  { command: 'correctStaffCount', onClick: () => show((close) => <StaffCountDialog existing={row} onClose={close} />) },
                ]}
              />
            ),
          },
        ]}
      />
      {dialog}
    </>
  )
}

function Populations(): ReactNode {
  const { t } = useTranslation('cohort')
  const { asKnownAt, county } = useMoment()
  const query = useQuery({ query: PopulationsDocument, variables: { countyCode: county, asKnownAt } })
  const { dialog, show } = useDialog()
  return (
    <section className={page.panel} aria-label={t('populations')}>
      <h2>{t('populations')}</h2>
      <QueryView query={query}>
        {({ populations }) => (
          <Table<PopulationRow>
            size="small"
            rowKey="id"
            dataSource={[...populations.nodes]}
            pagination={false}
            locale={{ emptyText: <NoRecords text={t('empty.populations')} /> }}
            columns={[
              { key: 'region', title: t('column.region'), rowScope: 'row', render: (_, { region }) => region.name },
              { key: 'year', title: t('column.year'), width: 100, render: (_, { year }) => year },
              {
                key: 'residents',
                title: t('column.residents'),
                width: 140,
                align: 'end',
                render: (_, { residents }) => countText(residents),
              },
              { key: 'source', title: t('column.source'), render: (_, { source }) => source ?? MISSING },
              {
                key: 'commands',
                width: 48,
                render: (_, row) => (
                  <RowCommands
                    of={`${row.region.name} ${row.year}`}
                    commands={[
                      {
                        command: 'recordPopulation',
                        onClick: () => show((close) => <RecordPopulationDialog existing={row} onClose={close} />),
                      },
                    ]}
                  />
                ),
              },
            ]}
          />
        )}
      </QueryView>
      {dialog}
    </section>
  )
}
