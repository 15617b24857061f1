import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Empty } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { FailureNotice, StaleNotice } from '../client/FailureNotice.tsx'
import { graphql } from '../graphql/gql.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { PageHead } from '../shell/PageHead.tsx'
import { DataTable } from '../table/DataTable.tsx'
import { FIRST_PAGE, pageArguments } from '../table/table-search.ts'
import type { TokenSearch } from './api-token.routes.ts'
import type { Token } from './token.ts'
import { useTokenColumns } from './useTokenColumns.tsx'

const TokenListDocument = graphql(`
  query TokenList($filter: ApiTokenFilter, $first: Int, $after: String, $last: Int, $before: String, $locale: Locale!) {
    tokens(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      nodes {
        ...TokenParts
      }
    }
  }
`)

const WITH_TOKENS = { additionalTypenames: ['ApiToken'] }
const route = getRouteApi('/tokens')

/** 令牌: those of everybody, for the security administrator. */
export function TokenListPage(): ReactNode {
  const { t } = useTranslation('apiToken')
  const locale = useLocale()
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/tokens' })
  const { first, after, last, before } = pageArguments(search)
  const [{ data, error, fetching, stale }, read] = useQuery({
    query: TokenListDocument,
    variables: { filter: { working: search.working ?? null }, first, after, last, before, locale },
    context: WITH_TOKENS,
  })
  const set = (patch: TokenSearch) => void navigate({ search: (old) => ({ ...old, ...patch }) })
  const columns = useTokenColumns({ working: search.working, onFilter: (working) => set({ ...FIRST_PAGE, working }) })
  const retry = () => read({ requestPolicy: 'network-only' })
  return (
    <>
      <PageHead title={t('title')} />
      {error && data && <StaleNotice error={error} onRetry={retry} />}
      {error && !data ? (
        <FailureNotice error={error} onRetry={retry} />
      ) : (
        <DataTable<Token, never>
          name="tokens"
          label={t('title')}
          columns={columns}
          rowKey={({ id }) => id}
          rows={data?.tokens.nodes}
          total={data?.tokens.totalCount}
          pageInfo={data?.tokens.pageInfo}
          busy={data !== undefined && fetching && !stale}
          search={search}
          onSearch={set}
          exportFilter={null}
          onClearFilters={() => set({ ...FIRST_PAGE, working: undefined })}
          empty={<Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('emptyAll')} />}
        />
      )}
    </>
  )
}
