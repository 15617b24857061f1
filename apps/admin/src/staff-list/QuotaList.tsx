import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { QuotaBoardDocument, type BoardRow } from '../quota/quota-board.ts'
import { useLineColumns } from '../quota/useLineColumns.tsx'
import { Place } from '../staffing/parts.tsx'
import { ListTable } from './ListTable.tsx'
import type { StaffListProps } from './staff-list-search.ts'
import { useListVariables } from './useListVariables.ts'

/** Institutions with vacancies, or with more people than places, class by class of posts. */
export function QuotaList({ search, onSearch }: StaffListProps): ReactNode {
  const { t } = useTranslation('staffList')
  const { places, page } = useListVariables(search)
  const over = search.list === 'over'
  const filter = { ...places, ...(over ? { over: true } : { vacant: true }) }
  const [{ data, ...state }, read] = useQuery({ query: QuotaBoardDocument, variables: { filter, ...page } })
  const { dialog, columns } = useLineColumns()
  return (
    <>
      <ListTable<BoardRow, object>
        list={over ? 'over' : 'vacancies'}
        name="quotaBoard"
        search={search}
        onSearch={onSearch}
        query={[{ ...state, data: data && { list: data.quotaBoard } }, read]}
        filter={filter}
        rowKey={({ institution }) => institution.id}
        instead={<Link to="/quotas">{t('toBoard')}</Link>}
        columns={[
          {
            key: 'institution',
            title: t('institution'),
            width: 210,
            pinned: true,
            render: ({ institution }) => <Place institution={institution} />,
          },
          ...columns,
        ]}
      />
      {dialog}
    </>
  )
}
