import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { lazy, Suspense, type ComponentType, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { QueryView } from '../client/QueryView.tsx'
import { decimalText } from '../i18n/format.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { useMoment } from '../shell/moment.ts'
import { NothingFound } from '../shell/NotFoundPage.tsx'
import { PageHead, type Fact } from '../shell/PageHead.tsx'
import { OverviewTab } from './OverviewTab.tsx'
import styles from './Project.module.css'
import { ProjectPageDocument, type ProjectOnPage } from './project-page.ts'
import { PROJECT_TABS, type ProjectTab } from './project-search.ts'
import { ProjectActions } from './ProjectActions.tsx'
import { UnitsDone } from './ProjectParts.tsx'
import { ProjectStageTag, SuspendedTag } from './tags.tsx'
import { useMoney } from './useMoney.tsx'

const route = getRouteApi('/projects/$id')

type Tab = ComponentType<{ readonly project: ProjectOnPage }>
const TABS: Record<ProjectTab, Tab> = {
  overview: OverviewTab,
  schedule: lazy(async () => ({ default: (await import('./ScheduleTab.tsx')).ScheduleTab })),
  funds: lazy(async () => ({ default: (await import('./FundsTab.tsx')).FundsTab })),
  reports: lazy(async () => ({ default: (await import('./ReportsTab.tsx')).ReportsTab })),
  parties: lazy(async () => ({ default: (await import('./PartiesTab.tsx')).PartiesTab })),
  documents: lazy(async () => ({ default: (await import('./DocumentsTab.tsx')).DocumentsTab })),
  changes: lazy(async () => ({ default: (await import('./ProjectChanges.tsx')).ProjectChanges })),
}

/** One project as of the day shown: where it stands, its money, its reports, what is wrong, and what can be done. */
export function ProjectPage(): ReactNode {
  const { t } = useTranslation('project')
  const locale = useLocale()
  const { id } = route.useParams()
  const { asOf, asKnownAt } = useMoment()
  const query = useQuery({ query: ProjectPageDocument, variables: { id, asOf, asKnownAt, locale } })
  return (
    <QueryView query={query}>
      {({ project }) =>
        project ? (
          <Page project={project} />
        ) : (
          <NothingFound thing={t('one')}>
            <Link to="/projects">{t('back')}</Link>
          </NothingFound>
        )
      }
    </QueryView>
  )
}

function Page({ project }: { readonly project: ProjectOnPage }): ReactNode {
  const { t } = useTranslation('project')
  const { tab = 'overview' } = route.useSearch()
  const navigate = useNavigate({ from: '/projects/$id' })
  const Shown = TABS[tab]
  return (
    <>
      <PageHead<ProjectTab>
        back={<Link to="/projects">{t('title')}</Link>}
        title={project.name}
        tags={
          <>
            <ProjectStageTag stage={project.stage?.stage} />
            {project.suspension && <SuspendedTag since={project.suspension.suspendedOn} />}
          </>
        }
        facts={useFacts(project)}
        actions={<ProjectActions project={project} />}
        tabs={PROJECT_TABS.map((key) => ({ key, label: t(`tabs.${key}`) }))}
        tab={tab}
        onTab={(next) => void navigate({ search: (before) => ({ ...before, tab: next === 'overview' ? undefined : next }), replace: true })}
      />
      <div className={styles.scroll} data-print="flow">
        <Suspense fallback={<Skeleton active style={{ padding: 16 }} />}>
          <Shown project={project} />
        </Suspense>
      </div>
    </>
  )
}

/** The facts that matter: stage in the report's words, what was approved, planned, arrived and completed, and when it will be done. */
function useFacts(project: ProjectOnPage): Fact[] {
  const { t } = useTranslation('project')
  const { t: shell } = useTranslation('shell')
  const { money, unit } = useMoney()
  const { stage, schedule, approvedInvestment } = project
  const { planned, arrived, completed, arrivalRate, linesWithoutAmount } = project.money
  const { clock } = schedule
  const toArrive = planned !== null && linesWithoutAmount > 0 ? t('fact.atLeast', { amount: money(planned) }) : money(planned)
  const arrivedOf = `${money(arrived)} / ${toArrive}`
  const titled = (key: 'approved' | 'arrivedOf' | 'completed') => t(`fact.${key}`) + shell('bracket', { text: unit })
  return [
    ...(stage?.wording || stage?.unitsDone != null
      ? [
          {
            label: t('column.progress'),
            value: (
              <>
                {stage.wording}
                <UnitsDone done={stage.unitsDone} count={project.unitCount} />
              </>
            ),
          },
        ]
      : []),
    { label: titled('approved'), value: money(approvedInvestment) },
    {
      label: titled('arrivedOf'),
      value: arrivalRate === null ? arrivedOf : `${arrivedOf}${shell('bracket', { text: `${decimalText(arrivalRate)}%` })}`,
    },
    { label: titled('completed'), value: money(completed) },
    clock
      ? {
          label: t(clock.assumption === null ? 'fact.completed_on' : 'fact.completion'),
          value: (
            <>
              {clock.completion}
              <Late clock={clock} />
            </>
          ),
        }
      : { label: t('fact.completion'), value: t('fact.unknown') },
  ]
}

function Late({ clock }: { readonly clock: NonNullable<ProjectOnPage['schedule']['clock']> }): ReactNode {
  const { t } = useTranslation('project')
  const { t: shell } = useTranslation('shell')
  if (clock.late === 0) return shell('bracket', { text: t('fact.notLate') })
  if (clock.late < 0) return shell('bracket', { text: t('fact.early', { count: -clock.late }) })
  const [days, suspended] = [t('days', { count: clock.late }), clock.lateSuspended]
  return shell('bracket', { text: suspended > 0 ? t('fact.lateSuspended', { days, suspended }) : t('fact.late', { days }) })
}
