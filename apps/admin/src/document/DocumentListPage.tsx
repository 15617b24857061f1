import { PlusOutlined } from '@ant-design/icons'
import { Button, Empty } from 'antd'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { useFrozen } from '../alliance/useFrozen.ts'
import { FailureNotice, StaleNotice } from '../client/FailureNotice.tsx'
import { useCommandName } from '../command/useCommandName.ts'
import { useDialog } from '../command/useDialog.tsx'
import { SearchBox } from '../fields/SearchBox.tsx'
import { graphql } from '../graphql/gql.ts'
import type { DocumentInListFragment } from '../graphql/graphql.ts'
import { countText, MISSING } from '../i18n/format.ts'
import { useMay } from '../session/use-may.ts'
import { useMoment } from '../shell/moment.ts'
import { PageHead } from '../shell/PageHead.tsx'
import type { TableColumn } from '../table/columns.ts'
import { DataTable } from '../table/DataTable.tsx'
import { FIRST_PAGE, pageArguments } from '../table/table-search.ts'
import type { DocumentSearch } from './document.routes.ts'
import { DocumentTitle } from './DocumentTable.tsx'
import { RecordDocumentDialog } from './RecordDocumentDialog.tsx'
import { ReviseDocumentDialog } from './ReviseDocumentDialog.tsx'

const DocumentListDocument = graphql(`
  query DocumentList($countyCode: String, $search: String, $first: Int, $after: String, $last: Int, $before: String) {
    policyDocuments(countyCode: $countyCode, search: $search, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      nodes {
        ...DocumentInList
      }
    }
  }
`)

const route = getRouteApi('/documents')

/** 文件: every document a change can cite. */
export function DocumentListPage(): ReactNode {
  const { t } = useTranslation('document')
  const name = useCommandName()
  const { county } = useMoment()
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/documents' })
  const frozen = useFrozen() !== null
  const mayRecord = useMay('policyDocument.record')
  const { dialog, show } = useDialog()
  const { first, after, last, before } = pageArguments(search)
  const [{ data, error, fetching, stale }, read] = useQuery({
    query: DocumentListDocument,
    variables: { countyCode: county ?? null, search: search.q ?? null, first, after, last, before },
  })
  const set = (patch: DocumentSearch, replace = false) => void navigate({ search: (old) => ({ ...old, ...patch }), replace })
  const retry = () => read({ requestPolicy: 'network-only' })
  const list = data?.policyDocuments
  const record = () => show((close) => <RecordDocumentDialog countyCode={county} onClose={close} />)
  const columns: TableColumn<DocumentInListFragment, never>[] = [
    { key: 'title', title: t('titleField'), width: 400, pinned: true, render: (document) => <DocumentTitle document={document} /> },
    { key: 'number', title: t('number'), width: 210, render: ({ number }) => number ?? MISSING },
    { key: 'issuer', title: t('issuer'), width: 220, render: ({ issuer }) => issuer ?? MISSING },
    { key: 'issuedOn', title: t('issuedOn'), width: 116, render: ({ issuedOn }) => issuedOn ?? MISSING },
    {
      key: 'citedBy',
      title: t('citedBy'),
      unit: t('times'),
      width: 96,
      numeric: true,
      render: ({ citedByCount }) => countText(citedByCount),
    },
    { key: 'source', title: t('source'), width: 140, optional: true, render: ({ source }) => source ?? MISSING },
    {
      key: 'actions',
      title: t('actions'),
      width: 84,
      screenOnly: true,
      render: (document) => (
        <Button
          type="link"
          size="small"
          disabled={frozen}
          aria-label={`${t('revise')} ${document.title}`}
          onClick={() => show((close) => <ReviseDocumentDialog document={document} onClose={close} />)}
        >
          {t('reviseShort')}
        </Button>
      ),
    },
  ]
  return (
    <>
      <PageHead
        title={t('title')}
        actions={
          mayRecord && (
            <Button type="primary" icon={<PlusOutlined />} disabled={frozen} onClick={record}>
              {name('recordPolicyDocument')}
            </Button>
          )
        }
      />
      {error && data && <StaleNotice error={error} onRetry={retry} />}
      {error && !data ? (
        <FailureNotice error={error} onRetry={retry} />
      ) : (
        <DataTable<DocumentInListFragment, never>
          name="policyDocuments"
          label={t('title')}
          columns={mayRecord ? columns : columns.slice(0, -1)}
          rowKey={({ id }) => id}
          rows={list?.nodes}
          total={list?.totalCount}
          pageInfo={list?.pageInfo}
          busy={data !== undefined && fetching && !stale}
          search={search}
          onSearch={set}
          exportFilter={{ countyCode: county, search: search.q }}
          toolbar={<SearchBox label={t('search')} width={300} value={search.q} onChange={(q) => set({ ...FIRST_PAGE, q }, true)} />}
          chips={
            search.q ? [{ key: 'q', text: t('chipSearch', { text: search.q }), onRemove: () => set({ ...FIRST_PAGE, q: undefined }) }] : []
          }
          onClearFilters={() => set({ ...FIRST_PAGE, q: undefined })}
          empty={
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('empty')}>
              {mayRecord && !frozen && (
                <Button type="primary" onClick={record}>
                  {name('recordPolicyDocument')}
                </Button>
              )}
            </Empty>
          }
        />
      )}
      {dialog}
    </>
  )
}
