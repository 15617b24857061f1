import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { lazy, Suspense, type ComponentType, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PageHead } from '../shell/PageHead.tsx'
import { FIRST_PAGE } from '../table/table-search.ts'
import { APPOINTMENT_VIEWS, type AppointmentSearch, type AppointmentView } from './appointment-search.ts'
import type { AppointmentViewProps } from './AppointmentFilters.tsx'
import { AppointmentTable } from './AppointmentTable.tsx'

const route = getRouteApi('/appointments')

const VIEWS: Record<Exclude<AppointmentView, 'table'>, ComponentType<AppointmentViewProps>> = {
  flows: lazy(async () => ({ default: (await import('./FlowsView.tsx')).FlowsView })),
  returns: lazy(async () => ({ default: (await import('./ReturnsView.tsx')).ReturnsView })),
}

/** 任职与派驻: who works where on the day shown, as a table, as a picture of flows, and by when they are to be back. */
export function AppointmentsPage(): ReactNode {
  const { t } = useTranslation('appointment')
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/appointments' })
  const { view = 'table' } = search
  const onSearch = (patch: AppointmentSearch) => void navigate({ search: (before) => ({ ...before, ...patch }) })
  const View = view === 'table' ? AppointmentTable : VIEWS[view]
  return (
    <>
      <PageHead<AppointmentView>
        title={t('title')}
        tabs={APPOINTMENT_VIEWS.map((key) => ({ key, label: t(`view.${key}`) }))}
        tab={view}
        onTab={(next) => onSearch({ ...FIRST_PAGE, view: next === 'table' ? undefined : next })}
      />
      <Suspense fallback={<Skeleton active style={{ padding: 16 }} />}>
        <View search={search} onSearch={onSearch} />
      </Suspense>
    </>
  )
}
