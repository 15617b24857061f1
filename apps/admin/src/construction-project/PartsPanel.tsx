import { Link } from '@tanstack/react-router'
import { Table } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { QueryView } from '../client/QueryView.tsx'
import { graphql } from '../graphql/gql.ts'
import type { ProjectPartsQuery } from '../graphql/graphql.ts'
import page from '../alliance/AlliancePage.module.css'
import { useMoment } from '../shell/moment.ts'
import { Pager } from '../table/Pager.tsx'
import { pageArguments, pageOf, type TableSearch } from '../table/table-search.ts'
import styles from './Project.module.css'
import { UnitsDone } from './ProjectParts.tsx'
import { ProjectStageTag } from './tags.tsx'
import { AmountHead, useMoney } from './useMoney.tsx'

const ProjectPartsDocument = graphql(`
  query ProjectParts($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $asOf: Date, $asKnownAt: Instant) {
    project(id: $id, asOf: $asOf, asKnownAt: $asKnownAt) {
      id
      parts(first: $first, after: $after, last: $last, before: $before) {
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
          stage {
            stage
            wording
            unitsDone
          }
          unitCount
          money {
            planned
            arrived
          }
        }
      }
    }
  }
`)
type Part = NonNullable<ProjectPartsQuery['project']>['parts']['nodes'][number]

/** 子项目: the parts of a project on the day shown. */
export function PartsPanel({ projectId }: { readonly projectId: string }): ReactNode {
  const { t } = useTranslation('project')
  const { money } = useMoney()
  const { asOf, asKnownAt } = useMoment()
  const [search, setSearch] = useState<TableSearch<never>>({})
  const query = useQuery({ query: ProjectPartsDocument, variables: { id: projectId, ...pageArguments(search), asOf, asKnownAt } })
  return (
    <section className={page.panel} aria-label={t('overview.parts')}>
      <h2>{t('overview.parts')}</h2>
      <QueryView query={query}>
        {({ project }) => (
          <>
            <Table<Part>
              size="small"
              rowKey="id"
              dataSource={project?.parts.nodes ?? []}
              pagination={false}
              scroll={{ x: 560 }}
              columns={[
                {
                  title: t('column.name'),
                  render: (_, { id, name }) => (
                    <Link to="/projects/$id" params={{ id }}>
                      {name}
                    </Link>
                  ),
                },
                {
                  title: t('column.stage'),
                  render: (_, { stage, unitCount }) => (
                    <>
                      <ProjectStageTag stage={stage?.stage} />
                      {stage?.wording && <div className={styles.small}>{stage.wording}</div>}
                      <UnitsDone done={stage?.unitsDone} count={unitCount} />
                    </>
                  ),
                },
                {
                  title: <AmountHead title={t('column.planned')} />,
                  align: 'end',
                  width: 130,
                  render: (_, part) => money(part.money.planned),
                },
                {
                  title: <AmountHead title={t('column.arrived')} />,
                  align: 'end',
                  width: 130,
                  render: (_, part) => money(part.money.arrived),
                },
              ]}
            />
            {project && project.parts.totalCount > project.parts.nodes.length && (
              <Pager
                page={pageOf(search, project.parts.nodes.length, project.parts.pageInfo)}
                total={project.parts.totalCount}
                size={search.size}
                onSearch={(patch) => setSearch((before) => ({ ...before, ...patch }))}
              />
            )}
          </>
        )}
      </QueryView>
    </section>
  )
}
