import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { lazy, Suspense, type ComponentType, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PageHead } from '../shell/PageHead.tsx'
import { FIRST_PAGE } from '../table/table-search.ts'
import { COUNT_VIEWS, type CountSearch, type CountView, type CountViewProps } from './count-search.ts'
import { PivotView } from './PivotView.tsx'

const route = getRouteApi('/head-count')

const VIEWS: Record<Exclude<CountView, 'pivot'>, ComponentType<CountViewProps>> = {
  chart: lazy(async () => ({ default: (await import('./CountChartView.tsx')).CountChartView })),
  differences: lazy(async () => ({ default: (await import('./DifferencesView.tsx')).DifferencesView })),
  left: lazy(async () => ({ default: (await import('./ExclusionsView.tsx')).ExclusionsView })),
  posted: lazy(async () => ({ default: (await import('./PostedView.tsx')).PostedView })),
}

/** 统计: staff on the day shown, counted by three rules at once, with whose counts differ and who is left out. */
export function HeadCountPage(): ReactNode {
  const { t } = useTranslation('headCount')
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/head-count' })
  const { view = 'pivot' } = search
  const onSearch = (patch: CountSearch) => void navigate({ search: (before) => ({ ...before, ...patch }) })
  const View = view === 'pivot' ? PivotView : VIEWS[view]
  return (
    <>
      <PageHead<CountView>
        title={t('title')}
        tabs={COUNT_VIEWS.map((key) => ({ key, label: t(`view.${key}`) }))}
        tab={view}
        onTab={(next) => onSearch({ ...FIRST_PAGE, view: next === 'pivot' ? undefined : next })}
      />
      <Suspense fallback={<Skeleton active style={{ padding: 16 }} />}>
        <View search={search} onSearch={onSearch} />
      </Suspense>
    </>
  )
}
