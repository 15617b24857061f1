import { Link } from '@tanstack/react-router'
import { Grid, Segmented, Table, type TableColumnsType } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { QueryView } from '../client/QueryView.tsx'
import { useDialog } from '../command/useDialog.tsx'
import { graphql } from '../graphql/gql.ts'
import type { ProjectAlertsQuery } from '../graphql/graphql.ts'
import { instantText } from '../i18n/format.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { useMoment } from '../shell/moment.ts'
import { FilterChips } from '../table/FilterChips.tsx'
import { Pager } from '../table/Pager.tsx'
import { FIRST_PAGE, pageArguments, pageOf } from '../table/table-search.ts'
import { CommandButton } from '../command/CommandButton.tsx'
import { AcknowledgeDialog } from './dialogs/AcknowledgeDialog.tsx'
import { NoRecords } from '../table/NoRecords.tsx'
import styles from './Project.module.css'
import { NO_FILTERS, projectFilter, type ProjectSearch } from './project-search.ts'
import { ProjectFilters, useProjectChips } from './ProjectFilters.tsx'
import type { ProjectViewProps } from './ProjectsPage.tsx'
import { AlertTag } from './tags.tsx'

const ProjectAlertsDocument = graphql(`
  query ProjectAlerts(
    $filter: ConstructionProjectFilter
    $rules: [AlertRule!]
    $acknowledged: Boolean
    $first: Int
    $after: String
    $last: Int
    $before: String
    $asOf: Date
    $asKnownAt: Instant
    $locale: Locale!
  ) {
    projectAlerts(
      filter: $filter
      rules: $rules
      acknowledged: $acknowledged
      first: $first
      after: $after
      last: $last
      before: $before
      asOf: $asOf
      asKnownAt: $asKnownAt
    ) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      nodes {
        rule
        ruleText(locale: $locale)
        subject
        message(locale: $locale)
        acknowledgement {
          reason
          change {
            id
            recordedAt
            actor {
              id
              name
            }
          }
        }
        project {
          id
          name
          countyCode
        }
      }
    }
  }
`)

type Row = ProjectAlertsQuery['projectAlerts']['nodes'][number]
type Which = 'open' | 'acknowledged' | 'all'
const WHICH: Record<Which, boolean | null> = { open: false, acknowledged: true, all: null }

/** 提醒: what the rules find over all projects that pass the filters, with who said that it may stand. */
export function AlertsView({ search, onSearch }: ProjectViewProps): ReactNode {
  const { t } = useTranslation('project')
  const locale = useLocale()
  const { asOf, asKnownAt, county } = useMoment()
  const { dialog, show } = useDialog()
  const [which, setWhich] = useState<Which>('open')
  const { alerts, ...filter } = projectFilter(search, county)
  const query = useQuery({
    query: ProjectAlertsDocument,
    variables: { filter, rules: alerts, acknowledged: WHICH[which], ...pageArguments(search), asOf, asKnownAt, locale },
  })
  const found = query[0].data?.projectAlerts
  const change = (patch: ProjectSearch) => onSearch({ ...FIRST_PAGE, ...patch })
  const chips = useProjectChips(search, change, true)
  // A phone has no room for columns: what was found would be out of sight.
  const { md = true } = Grid.useBreakpoint()
  const projectOf = ({ project }: Row) => (
    <Link to="/projects/$id" params={{ id: project.id }}>
      {project.name}
    </Link>
  )
  const foundIn = ({ message, ruleText }: Row) => (
    <>
      {message}
      <div className={styles.small}>{t('overview.rule', { rule: ruleText })}</div>
    </>
  )
  const tagOf = ({ rule, acknowledgement }: Row) => <AlertTag rule={rule} acknowledged={acknowledgement !== null} />
  const stateOf = ({ acknowledgement, ...row }: Row) =>
    acknowledgement ? (
      <span className={styles.small}>
        {t('overview.acknowledged', {
          actor: acknowledgement.change.actor.name,
          at: instantText(acknowledgement.change.recordedAt),
          reason: acknowledgement.reason,
        })}
      </span>
    ) : asOf === undefined ? (
      <CommandButton
        command="acknowledgeAlert"
        small
        of={`${row.project.name} ${row.message}`}
        onClick={() => show((close) => <AcknowledgeDialog project={row.project} alert={row} onClose={close} />)}
      />
    ) : (
      t('alerts.open')
    )
  const stacked: TableColumnsType<Row> = [
    {
      key: 'alert',
      render: (_, row) => (
        <div className={styles.stacked}>
          <div>
            {tagOf(row)} {projectOf(row)}
          </div>
          <div>{foundIn(row)}</div>
          <div>{stateOf(row)}</div>
        </div>
      ),
    },
  ]
  const columns: TableColumnsType<Row> = [
    { key: 'alert', title: t('column.alerts'), width: 150, render: (_, row) => tagOf(row) },
    { key: 'project', title: t('alerts.project'), width: 260, render: (_, row) => projectOf(row) },
    { key: 'found', title: t('alerts.found'), render: (_, row) => foundIn(row) },
    { key: 'state', title: t('alerts.state'), width: 240, render: (_, row) => stateOf(row) },
  ]
  return (
    <>
      <div className={styles.tools}>
        <ProjectFilters search={search} onSearch={onSearch} heads />
        <Segmented<Which>
          aria-label={t('alerts.state')}
          value={which}
          onChange={(next) => {
            setWhich(next)
            onSearch(FIRST_PAGE)
          }}
          options={(['open', 'acknowledged', 'all'] as const).map((value) => ({ value, label: t(`alerts.${value}`) }))}
        />
      </div>
      <div className={styles.chips}>
        <FilterChips chips={chips} onClear={() => change(NO_FILTERS)} />
      </div>
      <div className={styles.scroll} data-print="flow">
        <QueryView query={query}>
          {({ projectAlerts }) => (
            <Table<Row>
              aria-label={t('alerts.label')}
              size="middle"
              rowKey={({ project, rule, subject }) => `${project.id} ${rule} ${subject}`}
              columns={md ? columns : stacked}
              showHeader={md}
              dataSource={projectAlerts.nodes}
              pagination={false}
              {...(md ? { scroll: { x: 960 } } : {})}
              locale={{ emptyText: <NoRecords text={t('alerts.none')} /> }}
              title={() => t('alerts.count', { count: projectAlerts.totalCount })}
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
      {dialog}
    </>
  )
}
