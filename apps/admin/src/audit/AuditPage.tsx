import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Checkbox, Empty } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { FailureNotice, StaleNotice } from '../client/FailureNotice.tsx'
import { SearchBox } from '../fields/SearchBox.tsx'
import { graphql } from '../graphql/gql.ts'
import { instantText } from '../i18n/format.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { DataTable } from '../table/DataTable.tsx'
import { FIRST_PAGE, pageArguments } from '../table/table-search.ts'
import type { AuditEntry } from './audit-entry.ts'
import { auditFilter, NO_FILTERS, type AuditSearch } from './audit-search.ts'
import { AuditDetail } from './AuditDetail.tsx'
import { AuditHead } from './AuditHead.tsx'
import { DayRange } from './DayRange.tsx'
import { useAuditChips } from './useAuditChips.ts'
import { useAuditColumns } from './useAuditColumns.tsx'

const AuditEntriesDocument = graphql(`
  query AuditEntries($filter: AuditFilter, $first: Int, $after: String, $last: Int, $before: String, $locale: Locale!) {
    auditEntries(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      nodes {
        ...AuditEntryInList
      }
    }
  }
`)

const route = getRouteApi('/audit')

/** 审计: who did what to what, from what to what, newest first; and whether the record is whole. */
export function AuditPage(): ReactNode {
  const { t } = useTranslation('audit')
  const locale = useLocale()
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/audit' })
  const filter = auditFilter(search)
  const { first, after, last, before } = pageArguments(search)
  const [{ data, error, fetching, stale }, read] = useQuery({
    query: AuditEntriesDocument,
    variables: { filter, first, after, last, before, locale },
  })
  const set = (patch: AuditSearch, replace = false) => void navigate({ search: (old) => ({ ...old, ...patch }), replace })
  const filterBy = (patch: AuditSearch) => set({ ...FIRST_PAGE, ...patch })
  const columns = useAuditColumns(search, filterBy)
  const chips = useAuditChips(search, filterBy)
  const retry = () => read({ requestPolicy: 'network-only' })
  return (
    <>
      <AuditHead />
      {error && data && <StaleNotice error={error} onRetry={retry} />}
      {error && !data ? (
        <FailureNotice error={error} onRetry={retry} />
      ) : (
        <DataTable<AuditEntry, never>
          name="audit"
          label={t('title')}
          columns={columns}
          rowKey={({ id }) => id}
          rows={data?.auditEntries.nodes}
          total={data?.auditEntries.totalCount}
          pageInfo={data?.auditEntries.pageInfo}
          busy={data !== undefined && fetching && !stale}
          search={search}
          onSearch={set}
          exportFilter={filter}
          toolbar={
            <>
              <SearchBox label={t('search')} value={search.q} onChange={(q) => set({ ...FIRST_PAGE, q }, true)} />
              <DayRange since={search.since} until={search.until} onChange={filterBy} />
              <Checkbox checked={search.outside === true} onChange={({ target }) => filterBy({ outside: target.checked || undefined })}>
                {t('outsideOnly')}
              </Checkbox>
            </>
          }
          chips={chips}
          onClearFilters={() => filterBy(NO_FILTERS)}
          empty={<Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('empty')} />}
          detail={{
            render: (entry) => <AuditDetail entry={entry} onFilter={filterBy} />,
            label: ({ at }) => t('details', { at: instantText(at) }),
          }}
        />
      )}
    </>
  )
}
