import { Button, Empty } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { FailureNotice, StaleNotice } from '../client/FailureNotice.tsx'
import { useCommandName } from '../command/useCommandName.ts'
import type { ConstructionProjectOrderBy } from '../graphql/graphql.ts'
import { useMoment } from '../shell/moment.ts'
import { DataTable } from '../table/DataTable.tsx'
import { FIRST_PAGE, pageArguments } from '../table/table-search.ts'
import { ProjectListDocument, type ProjectRow } from './project-list.ts'
import { NO_FILTERS, projectFilter, type ProjectSearch } from './project-search.ts'
import { ProjectFilters, useProjectChips } from './ProjectFilters.tsx'
import type { ProjectViewProps } from './ProjectsPage.tsx'
import { MoneyUnitSwitch } from './useMoney.tsx'
import { useProjectColumns } from './useProjectColumns.tsx'

/** A page of the projects that pass the filters, for table and cards. */
export function useProjectList(search: ProjectSearch) {
  const { asOf, asKnownAt, county } = useMoment()
  const filter = projectFilter(search, county)
  const query = useQuery({
    query: ProjectListDocument,
    variables: { filter, ...pageArguments<ConstructionProjectOrderBy>(search), asOf, asKnownAt },
  })
  return { filter, query }
}

/** The portfolio as a table, with what all of its projects come to. */
export function ProjectTable({ search, onSearch, onCreate }: ProjectViewProps): ReactNode {
  const { t } = useTranslation('project')
  const { filter, query } = useProjectList(search)
  const [{ data, error, fetching, stale }, read] = query
  const change = (patch: ProjectSearch) => onSearch({ ...FIRST_PAGE, ...patch })
  const columns = useProjectColumns(search, change, data?.projects.totals)
  const chips = useProjectChips(search, change)
  const retry = () => read({ requestPolicy: 'network-only' })
  if (error && !data) return <FailureNotice error={error} onRetry={retry} />
  const list = data?.projects
  return (
    <>
      {error && <StaleNotice error={error} onRetry={retry} />}
      <DataTable<ProjectRow, ConstructionProjectOrderBy>
        name="projects"
        label={t('title')}
        columns={columns}
        rowKey={({ id }) => id}
        rows={list?.nodes}
        total={list?.totalCount}
        pageInfo={list?.pageInfo}
        busy={data !== undefined && fetching && !stale}
        search={search}
        onSearch={onSearch}
        exportFilter={filter}
        exportMore={[{ format: 'json', label: t('oc4ids') }]}
        toolbar={
          <>
            <ProjectFilters search={search} onSearch={onSearch} />
            <MoneyUnitSwitch />
          </>
        }
        chips={chips}
        onClearFilters={() => change(NO_FILTERS)}
        empty={<NoProjects onCreate={onCreate} />}
      />
    </>
  )
}

/** What belongs here, and the first step. */
export function NoProjects({ onCreate }: { readonly onCreate: (() => void) | null }): ReactNode {
  const { t } = useTranslation('project')
  const name = useCommandName()
  return (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={
        <>
          <div>{t(onCreate ? 'empty' : 'emptyToReaders')}</div>
          {onCreate && <div style={{ color: '#55606d', maxWidth: 440, margin: '4px auto 0' }}>{t('emptyAdvice')}</div>}
        </>
      }
    >
      {onCreate && (
        <Button type="primary" onClick={onCreate}>
          {name('createProject')}
        </Button>
      )}
    </Empty>
  )
}
