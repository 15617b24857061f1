import { Empty } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { QueryView } from '../client/QueryView.tsx'
import type { ConstructionProjectFilter } from '../graphql/graphql.ts'
import { useMoment } from '../shell/moment.ts'
import { Pager } from '../table/Pager.tsx'
import { pageArguments, pageOf, type TableSearch } from '../table/table-search.ts'
import styles from './Project.module.css'
import { ProjectListDocument } from './project-list.ts'
import { ProjectCard } from './ProjectCards.tsx'
import { MoneyUnitSwitch, useMoney } from './useMoney.tsx'

/** 建设 of one institution, or of the institutions of an alliance on the day shown. */
export function OwnProjectsTab({ filter }: { readonly filter: ConstructionProjectFilter }): ReactNode {
  const { t } = useTranslation('project')
  const { t: shell } = useTranslation('shell')
  const { money, unit } = useMoney()
  const { asOf, asKnownAt } = useMoment()
  const [search, setSearch] = useState<TableSearch<never>>({})
  const query = useQuery({ query: ProjectListDocument, variables: { filter, ...pageArguments(search), asOf, asKnownAt } })
  const found = query[0].data?.projects
  return (
    <QueryView query={query}>
      {({ projects }) =>
        projects.nodes.length === 0 ? (
          <Empty
            image={Empty.PRESENTED_IMAGE_SIMPLE}
            description={t(filter.allianceId ? 'tab.noneOfMembers' : 'tab.none')}
            style={{ padding: 48 }}
          />
        ) : (
          <>
            <div className={styles.tools}>
              <strong>{t('totalOf', { count: projects.totals.projects, suspended: projects.totals.suspended })}</strong>
              <span className={styles.quiet}>
                {(['planned', 'arrived', 'completed'] as const)
                  .filter((key) => projects.totals[key] !== null)
                  .map((key) =>
                    shell('colon', {
                      label: `${t(`column.${key}`)}${shell('bracket', { text: unit })}`,
                      text: money(projects.totals[key]),
                    }),
                  )
                  .join('　')}
              </span>
              <span className={styles.end}>
                <MoneyUnitSwitch />
              </span>
            </div>
            <ul className={styles.cards} aria-label={t('title')}>
              {projects.nodes.map((row) => (
                <ProjectCard key={row.id} row={row} />
              ))}
            </ul>
            {projects.totalCount > projects.nodes.length && (
              <Pager
                page={pageOf(search, found?.nodes.length ?? 0, found?.pageInfo)}
                total={found?.totalCount}
                size={search.size}
                onSearch={(patch) => setSearch((before) => ({ ...before, ...patch }))}
              />
            )}
          </>
        )
      }
    </QueryView>
  )
}
