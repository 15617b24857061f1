import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Grid, Table, type TableColumnsType } from 'antd'
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
import { AmountHead, MoneyUnitSwitch, useMoney } from './useMoney.tsx'

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
  const { t: shell } = useTranslation('shell')
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
  const { md = true } = Grid.useBreakpoint()
  const projectOf = ({ id, name }: Row) => (
    <Link to="/projects/$id" params={{ id }}>
      {name}
    </Link>
  )
  const stagesOf = ({ monthChanges: { stages } }: Row) =>
    stages.map(({ stage, before, wording }, at) => (
      <div key={at}>
        <ProjectStageTag stage={stage} />{' '}
        {before && before !== stage && <span className={styles.small}>{t('month.from', { before: label('projectStage', before) })}</span>}
        {wording && <div className={styles.small}>{wording}</div>}
      </div>
    ))
  const stopsOf = ({ suspension, monthChanges: { stopped, resumed } }: Row) => {
    const told = [...stopped.map((day) => t('month.stopped', { day })), ...resumed.map((day) => t('month.resumed', { day }))]
    if (told.length > 0) return told.map((text) => <div key={text}>{text}</div>)
    return suspension && <SuspendedTag since={suspension.suspendedOn} />
  }
  const reportOf = ({ monthChanges: { report } }: Row) =>
    report ? (
      <>
        <ReportStateTag state={report.state} />
        {report.wording && <div className={styles.small}>{report.wording}</div>}
      </>
    ) : (
      <span className={styles.quiet}>{t('month.noReport')}</span>
    )
  const amounts = [
    { key: 'arrived', title: t('column.arrived'), width: 120, of: ({ monthChanges }: Row) => monthChanges.arrived },
    { key: 'paid', title: t('column.paid'), width: 120, of: ({ monthChanges }: Row) => monthChanges.paid },
    {
      key: 'completed',
      title: t('reports.investmentMonth'),
      width: 150,
      of: ({ monthChanges }: Row) => monthChanges.report?.investmentMonth ?? null,
    },
  ]
  // A phone has no room for columns: one below the other, what there is.
  const stacked: TableColumnsType<Row> = [
    {
      key: 'project',
      render: (_, row) => (
        <div className={styles.stacked}>
          <strong>{projectOf(row)}</strong>
          {stagesOf(row)}
          {stopsOf(row)}
          {amounts
            .filter(({ of }) => of(row) !== null)
            .map(({ key, title, of }) => (
              <div key={key}>{shell('colon', { label: `${title}${shell('bracket', { text: unit })}`, text: money(of(row)) })}</div>
            ))}
          <div>{reportOf(row)}</div>
        </div>
      ),
    },
  ]
  const columns: TableColumnsType<Row> = [
    { key: 'name', title: t('column.name'), width: 240, rowScope: 'row', render: (_, row) => projectOf(row) },
    {
      key: 'stages',
      title: t('month.stages'),
      width: 240,
      render: (_, row) => (row.monthChanges.stages.length === 0 ? MISSING : stagesOf(row)),
    },
    { key: 'stops', title: t('month.stops'), width: 170, render: (_, row) => stopsOf(row) ?? MISSING },
    ...amounts.map(({ key, title, width, of }): TableColumnsType<Row>[number] => ({
      key,
      title: <AmountHead title={title} />,
      width,
      align: 'end',
      render: (_, row) => money(of(row)),
    })),
    { key: 'report', title: t('month.reports'), width: 210, render: (_, row) => reportOf(row) },
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
              columns={md ? columns : stacked}
              showHeader={md}
              dataSource={projects.nodes}
              pagination={false}
              {...(md ? { scroll: { x: 1250 } } : {})}
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
