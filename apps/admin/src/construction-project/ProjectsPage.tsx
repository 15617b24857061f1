import { ImportOutlined, PlusOutlined } from '@ant-design/icons'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Button, Grid, Skeleton } from 'antd'
import { lazy, Suspense, type ComponentType, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFrozen } from '../alliance/useFrozen.ts'
import { useCommandName } from '../command/useCommandName.ts'
import { useDialog } from '../command/useDialog.tsx'
import { useMay } from '../session/use-may.ts'
import { PageHead } from '../shell/PageHead.tsx'
import { FIRST_PAGE } from '../table/table-search.ts'
import { CreateProjectDialog } from './dialogs/ProjectDialogs.tsx'
import type { ProjectSearch, ProjectView } from './project-search.ts'
import { PROJECT_VIEWS } from './project-search.ts'
import { ProjectTable } from './ProjectTable.tsx'

const route = getRouteApi('/projects')

/** What every view of the portfolio is given. */
export interface ProjectViewProps {
  readonly search: ProjectSearch
  readonly onSearch: (patch: ProjectSearch, replace?: boolean) => void
  /** Opens the form of a new project; `null` for whoever may not. */
  readonly onCreate: (() => void) | null
}

const VIEWS: Record<Exclude<ProjectView, 'table'>, ComponentType<ProjectViewProps>> = {
  cards: lazy(async () => ({ default: (await import('./ProjectCards.tsx')).ProjectCards })),
  timeline: lazy(async () => ({ default: (await import('./ProjectTimeline.tsx')).ProjectTimeline })),
  alerts: lazy(async () => ({ default: (await import('./AlertsView.tsx')).AlertsView })),
  month: lazy(async () => ({ default: (await import('./MonthView.tsx')).MonthView })),
}

/** 建设: all projects as a table, as cards, on a timeline, by what is wrong with them, and by what changed in a month. */
export function ProjectsPage(): ReactNode {
  const { t } = useTranslation('project')
  const { t: imports } = useTranslation('import')
  const name = useCommandName()
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/projects' })
  const frozen = useFrozen()
  const mayCreate = useMay('construction.change')
  const mayReport = useMay('construction.report')
  const { dialog, show } = useDialog()
  // A table has no room on a phone: there cards come first.
  const { md = true } = Grid.useBreakpoint()
  const first = md ? 'table' : 'cards'
  const { view = first } = search
  const onSearch = (patch: ProjectSearch, replace = false) => void navigate({ search: (before) => ({ ...before, ...patch }), replace })
  const create = () => show((close) => <CreateProjectDialog onClose={close} />)
  const props = { search, onSearch, onCreate: mayCreate && frozen === null ? create : null }
  const View = view === 'table' ? ProjectTable : VIEWS[view]
  return (
    <>
      <PageHead<ProjectView>
        title={t('title')}
        actions={
          mayReport && (
            <>
              <Link
                to="/import"
                search={(before) => ({ ...before, kind: mayCreate ? ('PROJECTS' as const) : ('PROGRESS_REPORTS' as const) })}
              >
                <Button icon={<ImportOutlined />}>{imports('title')}</Button>
              </Link>
              {mayCreate && (
                <Button type="primary" icon={<PlusOutlined />} disabled={frozen !== null} title={frozen ?? undefined} onClick={create}>
                  {name('createProject')}
                </Button>
              )}
            </>
          )
        }
        tabs={PROJECT_VIEWS.map((key) => ({ key, label: t(`view.${key}`) }))}
        tab={view}
        onTab={(next) => onSearch({ ...FIRST_PAGE, view: next === first ? undefined : next })}
      />
      <Suspense fallback={<Skeleton active style={{ padding: 16 }} />}>
        <View {...props} />
      </Suspense>
      {dialog}
    </>
  )
}
