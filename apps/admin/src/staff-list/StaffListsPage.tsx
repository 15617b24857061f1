import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { lazy, Suspense, type ComponentType, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PageHead } from '../shell/PageHead.tsx'
import { NO_FILTERS, type StaffList, type StaffListProps, type StaffListSearch } from './staff-list-search.ts'
import { StaffListCards } from './StaffListCards.tsx'
import { FIRST_PAGE } from '../table/table-search.ts'

const route = getRouteApi('/staff-lists')

const returns = lazy(async () => ({ default: (await import('./ReturnsList.tsx')).ReturnsList }))
const licences = lazy(async () => ({ default: (await import('./LicencesList.tsx')).LicencesList }))
const retirements = lazy(async () => ({ default: (await import('./RetirementsList.tsx')).RetirementsList }))
const quotas = lazy(async () => ({ default: (await import('./QuotaList.tsx')).QuotaList }))

const LISTS: Record<StaffList, ComponentType<StaffListProps>> = {
  returns,
  overdue: returns,
  licences,
  expired: licences,
  retirements,
  past: retirements,
  villages: lazy(async () => ({ default: (await import('./VillagesList.tsx')).VillagesList })),
  leaders: lazy(async () => ({ default: (await import('./LeadersList.tsx')).LeadersList })),
  postings: lazy(async () => ({ default: (await import('./PostingsList.tsx')).PostingsList })),
  vacancies: quotas,
  over: quotas,
}

/** 待办清单: the lists that personnel offices work from, first as cards with how many there are. */
export function StaffListsPage(): ReactNode {
  const { t } = useTranslation('staffList')
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/staff-lists' })
  const onSearch = (patch: StaffListSearch) => void navigate({ search: (before) => ({ ...before, ...patch }) })
  const { list } = search
  if (list === undefined)
    return (
      <>
        <PageHead title={t('title')} />
        <StaffListCards />
      </>
    )
  const List = LISTS[list]
  return (
    <>
      <PageHead
        back={
          <Link from="/staff-lists" to="/staff-lists" search={(before) => ({ ...before, ...FIRST_PAGE, ...NO_FILTERS, list: undefined })}>
            {t('title')}
          </Link>
        }
        title={t(`list.${list}`)}
        facts={[{ label: t('meaning'), value: t(`means.${list}`) }]}
      />
      <Suspense fallback={<Skeleton active style={{ padding: 16 }} />}>
        <List key={list} search={search} onSearch={onSearch} />
      </Suspense>
    </>
  )
}
