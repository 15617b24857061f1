import { Button, Table, type TableColumnsType } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../graphql/gql.ts'
import type { DocumentInListFragment } from '../graphql/graphql.ts'
import { MISSING } from '../i18n/format.ts'

export const DocumentInList = graphql(`
  fragment DocumentInList on PolicyDocument {
    id
    version
    number
    title
    issuer
    issuedOn
    url
    countyCode
    source
    citedByCount
  }
`)

/** Documents as rows, for the tab of an alliance. */
export function DocumentTable({
  documents,
  empty,
  onRevise,
}: {
  readonly documents: readonly DocumentInListFragment[]
  readonly empty: ReactNode
  readonly onRevise: ((document: DocumentInListFragment) => void) | undefined
}): ReactNode {
  const { t } = useTranslation('document')
  const columns: TableColumnsType<DocumentInListFragment> = [
    { title: t('number'), width: 210, render: (_, { number }) => number ?? MISSING },
    { title: t('titleField'), render: (_, document) => <DocumentTitle document={document} /> },
    { title: t('issuer'), width: 220, render: (_, { issuer }) => issuer ?? MISSING },
    { title: t('issuedOn'), width: 110, render: (_, { issuedOn }) => issuedOn ?? MISSING },
    { title: t('citedBy'), width: 90, align: 'end', render: (_, { citedByCount }) => t('citedTimes', { count: citedByCount }) },
    { title: t('source'), width: 120, render: (_, { source }) => source ?? MISSING },
    ...(onRevise
      ? [
          {
            key: 'actions',
            width: 76,
            render: (_: unknown, document: DocumentInListFragment) => (
              <Button type="link" size="small" aria-label={`${t('revise')} ${document.title}`} onClick={() => onRevise(document)}>
                {t('reviseShort')}
              </Button>
            ),
          },
        ]
      : []),
  ]
  return (
    <Table<DocumentInListFragment>
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={[...documents]}
      pagination={false}
      locale={{ emptyText: empty }}
    />
  )
}

/** The title, leading to the document where it can be read. */
export function DocumentTitle({
  document: { title, url },
}: {
  readonly document: Pick<DocumentInListFragment, 'title' | 'url'>
}): ReactNode {
  return url ? (
    <a href={url} target="_blank" rel="noreferrer">
      {title}
    </a>
  ) : (
    title
  )
}
