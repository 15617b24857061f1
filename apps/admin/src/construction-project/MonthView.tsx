import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Table, type TableColumnsType } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { monthBefore } from '@yilian/domain/construction/alert.ts'
import { nextMonth } from '@yilian/domain/construction/money-standing.ts'
import { QueryView } from '../client/QueryView.tsx'
import { MonthField } from '../fields/MonthField.tsx'
import { graphql } from '../graphql/gql.ts'
import type { ProjectMonthQuery } from '../graphql/graphql.ts'
import { MISSING } from '../i18n/format.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { useFrame } from '../shell/frame-data.ts'
import { useMoment } from '../shell/moment.ts'
import { FilterChips } from '../table/FilterChips.tsx'
import { Pager } from '../table/Pager.tsx'
import { FIRST_PAGE, pageArguments, pageOf } from '../table/table-search.ts'
import { NoRecords } from '../table/NoRecords.tsx'
import styles from './Project.module.css'
import { NO_FILTERS, projectFilter, type ProjectSearch } from './project-search.ts'
import { ProjectFilters, useProjectChips } from './ProjectFilters.tsx'
import type { ProjectViewProps } from './ProjectsPage.tsx'
import { ProjectStageTag, ReportStateTag, SuspendedTag } from './tags.tsx'
import { MoneyUnitSwitch, useMoney } from './useMoney.tsx'

const ProjectMonthDocument = graphql(`
  query ProjectMonth(
    $filter: ConstructionProjectFilter
    $month: String!
    $first: Int
    $after: String
    $last: Int
    $before: String
    $asOf: Date
    $asKnownAt: Instant
  ) {
    projects(filter: $filter, first: $first, after: $after, last: $last, before: $before, asOf: $asOf, asKnownAt: $asKnownAt) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      nodes {
        id
        name
        suspension {
          id
          suspendedOn
        }
        monthChanges(month: $month) {
          stages {
            stage
            before
            wording
          }
          stopped
          resumed
          arrived
          paid
          report {
            id
            state
            wording
            investmentMonth
          }
        }
      }
    }
  }
`)

type Row = ProjectMonthQuery['projects']['nodes'][number]

/** 本月变动: project by project what began, stopped, went on, arrived, was paid and was reported in a month. */
export function MonthView({ search, onSearch }: ProjectViewProps): ReactNode {
  const { t } = useTranslation('project')
  const label = useCodeLabel()
  const { money, unit } = useMoney()
  const { asOf, asKnownAt, county } = useMoment()
  const { today } = useFrame()
  const latest = (asOf ?? today).slice(0, 7)
  const { month = latest } = search
  const query = useQuery({
    query: ProjectMonthDocument,
    variables: { filter: { ...projectFilter(search, county), changedIn: month }, month, ...pageArguments(search), asOf, asKnownAt },
  })
  const found = query[0].data?.projects
  const change = (patch: ProjectSearch) => onSearch({ ...FIRST_PAGE, ...patch })
  const go = (to: string | null) => onSearch({ ...FIRST_PAGE, month: to === null || to === latest ? undefined : to })
  const chips = useProjectChips(search, change, true)
  const columns: TableColumnsType<Row> = [
    {
      key: 'name',
      title: t('column.name'),
      width: 260,
      rowScope: 'row',
      render: (_, { id, name }) => (
        <Link to="/projects/$id" params={{ id }}>
          {name}
        </Link>
      ),
    },
    {
      key: 'stages',
      title: t('month.stages'),
      width: 260,
      render: (_, { monthChanges: changes }) =>
        changes.stages.length === 0
          ? MISSING
          : changes.stages.map(({ stage, before, wording }, at) => (
              <div key={at}>
                <ProjectStageTag stage={stage} />{' '}
                {before && before !== stage && (
                  <span className={styles.small}>{t('month.from', { before: label('projectStage', before) })}</span>
                )}
                {wording && <div className={styles.small}>{wording}</div>}
              </div>
            )),
    },
    {
      key: 'stops',
      title: t('month.stops'),
      width: 180,
      render: (_, { suspension, monthChanges: { stopped, resumed } }) =>
        stopped.length + resumed.length === 0 ? (
          suspension ? (
            <SuspendedTag since={suspension.suspendedOn} />
          ) : (
            MISSING
          )
        ) : (
          [...stopped.map((day) => t('month.stopped', { day })), ...resumed.map((day) => t('month.resumed', { day }))].map((text) => (
            <div key={text}>{text}</div>
          ))
        ),
    },
    {
      key: 'arrived',
      title: <Amount title={t('column.arrived')} unit={unit} />,
      width: 120,
      align: 'end',
      render: (_, { monthChanges: changes }) => money(changes.arrived),
    },
    {
      key: 'paid',
      title: <Amount title={t('column.paid')} unit={unit} />,
      width: 120,
      align: 'end',
      render: (_, { monthChanges: changes }) => money(changes.paid),
    },
    {
      key: 'completed',
      title: <Amount title={t('reports.investmentMonth')} unit={unit} />,
      width: 150,
      align: 'end',
      render: (_, { monthChanges: { report } }) => money(report?.investmentMonth),
    },
    {
      key: 'report',
      title: t('month.reports'),
      width: 240,
      render: (_, { monthChanges: { report } }) =>
        report ? (
          <>
            <ReportStateTag state={report.state} />
            {report.wording && <div className={styles.small}>{report.wording}</div>}
          </>
        ) : (
          <span className={styles.quiet}>{t('month.noReport')}</span>
        ),
    },
  ]
  return (
    <>
      <div className={styles.tools}>
        <Button icon={<LeftOutlined />} aria-label={t('month.previous')} onClick={() => go(monthBefore(month))} />
        <MonthField aria-label={t('month.label')} allowClear={false} value={month} max={latest} onChange={go} style={{ width: 120 }} />
        <Button icon={<RightOutlined />} aria-label={t('month.next')} disabled={month >= latest} onClick={() => go(nextMonth(month))} />
        <ProjectFilters search={search} onSearch={onSearch} heads />
        <MoneyUnitSwitch />
      </div>
      <div className={styles.chips}>
        <FilterChips chips={chips} onClear={() => change(NO_FILTERS)} />
      </div>
      <div className={styles.scroll} data-print="flow">
        <QueryView query={query}>
          {({ projects }) => (
            <Table<Row>
              aria-label={t('month.since', { month })}
              size="middle"
              rowKey="id"
              columns={columns}
              dataSource={projects.nodes}
              pagination={false}
              scroll={{ x: 1330 }}
              locale={{ emptyText: <NoRecords text={t('month.none')} /> }}
            />
          )}
        </QueryView>
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

function Amount({ title, unit }: { readonly title: string; readonly unit: string }): ReactNode {
  return (
    <>
      {title} <span className={styles.small}>{unit}</span>
    </>
  )
}
