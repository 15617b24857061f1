import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { lazy, Suspense, type ComponentType, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useDialog } from '../command/useDialog.tsx'
import { CommandButton } from '../command/CommandButton.tsx'
import { PageHead } from '../shell/PageHead.tsx'
import { FIRST_PAGE } from '../table/table-search.ts'
import { COHORT_VIEWS, type CohortSearch, type CohortView, type CohortViewProps } from './cohort-search.ts'
import { CohortsView } from './CohortsView.tsx'
import { CohortDialog } from './dialogs/CohortDialog.tsx'
import { DriveDialog } from './dialogs/DriveDialog.tsx'
import { RecordMentorshipDialog, RecordPopulationDialog } from './dialogs/MemberDialogs.tsx'
import { StaffCountDialog } from './dialogs/StaffCountDialog.tsx'

const route = getRouteApi('/cohorts')

const VIEWS: Record<Exclude<CohortView, 'cohorts'>, ComponentType<CohortViewProps>> = {
  drives: lazy(async () => ({ default: (await import('./DrivesView.tsx')).DrivesView })),
  mentorships: lazy(async () => ({ default: (await import('./MentorshipsView.tsx')).MentorshipsView })),
  counts: lazy(async () => ({ default: (await import('./CountsView.tsx')).CountsView })),
}

/** 队列: cohorts from enrolment to placement, recruitment, mentorships, and numbers that reports give without names. */
export function CohortsPage(): ReactNode {
  const { t } = useTranslation('cohort')
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/cohorts' })
  const { dialog, show } = useDialog()
  const { view = 'cohorts' } = search
  const onSearch = (patch: CohortSearch) => void navigate({ search: (before) => ({ ...before, ...patch }) })
  const View = view === 'cohorts' ? CohortsView : VIEWS[view]
  const actions: Record<CohortView, ReactNode> = {
    cohorts: (
      <CommandButton command="recordCohort" primary onClick={() => show((close) => <CohortDialog existing={null} onClose={close} />)} />
    ),
    drives: (
      <CommandButton
        command="recordRecruitmentDrive"
        primary
        onClick={() => show((close) => <DriveDialog existing={null} onClose={close} />)}
      />
    ),
    mentorships: (
      <CommandButton command="recordMentorship" primary onClick={() => show((close) => <RecordMentorshipDialog onClose={close} />)} />
    ),
    counts: (
      <>
        <CommandButton
          command="recordPopulation"
          onClick={() => show((close) => <RecordPopulationDialog existing={null} onClose={close} />)}
        />
        <CommandButton
          command="recordStaffCount"
          primary
          onClick={() => show((close) => <StaffCountDialog existing={null} onClose={close} />)}
        />
      </>
    ),
  }
  return (
    <>
      <PageHead<CohortView>
        title={t('title')}
        actions={actions[view]}
        tabs={COHORT_VIEWS.map((key) => ({ key, label: t(`view.${key}`) }))}
        tab={view}
        onTab={(next) => onSearch({ ...FIRST_PAGE, view: next === 'cohorts' ? undefined : next })}
      />
      <Suspense fallback={<Skeleton active style={{ padding: 16 }} />}>
        <View search={search} onSearch={onSearch} />
      </Suspense>
      {dialog}
    </>
  )
}
