import { PlusOutlined } from '@ant-design/icons'
import { Button, Empty } from 'antd'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { FailureNotice, StaleNotice } from '../client/FailureNotice.tsx'
import { useCommandName } from '../command/useCommandName.ts'
import { useDialog } from '../command/useDialog.tsx'
import { SearchBox } from '../fields/SearchBox.tsx'
import { useLocale } from '../i18n/useLocale.ts'
import { useMay } from '../session/use-may.ts'
import { PageHead } from '../shell/PageHead.tsx'
import { DataTable } from '../table/DataTable.tsx'
import { FIRST_PAGE, pageArguments } from '../table/table-search.ts'
import { CreateUserDialog } from './CreateUserDialog.tsx'
import { UserListDocument, type UserRow } from './user-list.ts'
import { NO_FILTERS, userFilter, type UserSearch, type UserSort } from './user-search.ts'
import { useUserColumns } from './useUserColumns.tsx'

const route = getRouteApi('/users')

/** 用户与授权: every account with its roles of today. */
export function UserListPage(): ReactNode {
  const { t } = useTranslation('user')
  const name = useCommandName()
  const locale = useLocale()
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/users' })
  const mayChange = useMay('user.change')
  const { dialog, show } = useDialog()
  const { orderBy, direction, ...page } = pageArguments<UserSort>(search)
  const [{ data, error, fetching, stale }, read] = useQuery({
    query: UserListDocument,
    variables: { filter: userFilter(search), orderBy, descending: direction === 'DESC', ...page, locale },
  })
  const set = (patch: UserSearch, replace = false) => void navigate({ search: (before) => ({ ...before, ...patch }), replace })
  const retry = () => read({ requestPolicy: 'network-only' })
  const departments = data?.departments ?? []
  const columns = useUserColumns(search, (patch) => set({ ...FIRST_PAGE, ...patch }), departments)
  const create = () => show((close) => <CreateUserDialog onClose={close} />)
  return (
    <>
      <PageHead
        title={t('title')}
        actions={
          mayChange && (
            <Button type="primary" icon={<PlusOutlined />} onClick={create}>
              {name('createUser')}
            </Button>
          )
        }
      />
      {error && data && <StaleNotice error={error} onRetry={retry} />}
      {error && !data ? (
        <FailureNotice error={error} onRetry={retry} />
      ) : (
        <DataTable<UserRow, UserSort>
          name="users"
          label={t('title')}
          columns={columns}
          rowKey={({ id }) => id}
          rows={data?.users.nodes}
          total={data?.users.totalCount}
          pageInfo={data?.users.pageInfo}
          busy={data !== undefined && fetching && !stale}
          search={search}
          onSearch={set}
          exportFilter={null}
          toolbar={<SearchBox label={t('search')} value={search.q} onChange={(q) => set({ ...FIRST_PAGE, q }, true)} />}
          chips={
            search.q ? [{ key: 'q', text: t('chipSearch', { text: search.q }), onRemove: () => set({ ...FIRST_PAGE, q: undefined }) }] : []
          }
          onClearFilters={() => set({ ...FIRST_PAGE, ...NO_FILTERS })}
          empty={<Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('empty')} />}
        />
      )}
      {dialog}
    </>
  )
}
