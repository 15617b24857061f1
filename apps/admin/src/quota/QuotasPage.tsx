import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { lazy, Suspense, type ComponentType, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useDialog } from '../command/useDialog.tsx'
import { CommandButton } from '../command/CommandButton.tsx'
import { PageHead } from '../shell/PageHead.tsx'
import { FIRST_PAGE } from '../table/table-search.ts'
import { BoardView } from './BoardView.tsx'
import { CreateQuotaPoolDialog, LendQuotaDialog } from './dialogs/PoolDialogs.tsx'
import { OpenPostDialog } from './dialogs/PostDialogs.tsx'
import { SetQuotaDialog } from './dialogs/QuotaDialogs.tsx'
import { QUOTA_VIEWS, type QuotaSearch, type QuotaView } from './quota-search.ts'
import type { QuotaViewProps } from './quota-view.ts'

const route = getRouteApi('/quotas')

const VIEWS: Record<Exclude<QuotaView, 'board'>, ComponentType<QuotaViewProps>> = {
  pools: lazy(async () => ({ default: (await import('./PoolsView.tsx')).PoolsView })),
  posts: lazy(async () => ({ default: (await import('./PostsView.tsx')).PostsView })),
}

/** 编制与岗位: approved places against people in post on the day shown, pools of places, and posts. */
export function QuotasPage(): ReactNode {
  const { t } = useTranslation('quota')
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/quotas' })
  const { dialog, show } = useDialog()
  const { view = 'board' } = search
  const onSearch = (patch: QuotaSearch) => void navigate({ search: (before) => ({ ...before, ...patch }) })
  const View = view === 'board' ? BoardView : VIEWS[view]
  const actions: Record<QuotaView, ReactNode> = {
    board: (
      <>
        <CommandButton command="lendQuota" onClick={() => show((close) => <LendQuotaDialog onClose={close} />)} />
        <CommandButton command="setQuota" primary onClick={() => show((close) => <SetQuotaDialog onClose={close} />)} />
      </>
    ),
    pools: <CommandButton command="createQuotaPool" primary onClick={() => show((close) => <CreateQuotaPoolDialog onClose={close} />)} />,
    posts: <CommandButton command="openPost" primary onClick={() => show((close) => <OpenPostDialog onClose={close} />)} />,
  }
  return (
    <>
      <PageHead<QuotaView>
        title={t('title')}
        actions={actions[view]}
        tabs={QUOTA_VIEWS.map((key) => ({ key, label: t(`view.${key}`) }))}
        tab={view}
        onTab={(next) => onSearch({ ...FIRST_PAGE, view: next === 'board' ? undefined : next })}
      />
      <Suspense fallback={<Skeleton active style={{ padding: 16 }} />}>
        <View search={search} onSearch={onSearch} />
      </Suspense>
      {dialog}
    </>
  )
}
