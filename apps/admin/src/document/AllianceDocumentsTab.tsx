import { Empty } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import type { AllianceOnPage } from '../alliance/alliance-page.ts'
import styles from '../alliance/AlliancePage.module.css'
import { useFrozen } from '../alliance/useFrozen.ts'
import { QueryView } from '../client/QueryView.tsx'
import { useDialog } from '../command/useDialog.tsx'
import { graphql } from '../graphql/gql.ts'
import { useMay } from '../session/use-may.ts'
import { useMoment } from '../shell/moment.ts'
import { DocumentTable } from './DocumentTable.tsx'
import { ReviseDocumentDialog } from './ReviseDocumentDialog.tsx'

const AllianceDocumentsDocument = graphql(`
  query DocumentsOfAlliance($id: ID!, $asOf: Date, $asKnownAt: Instant) {
    alliance(id: $id, asOf: $asOf, asKnownAt: $asKnownAt) {
      id
      documents {
        ...DocumentInList
      }
    }
  }
`)

/** 文件: what the changes of this alliance are based on. */
export function AllianceDocumentsTab({ alliance }: { readonly alliance: AllianceOnPage }): ReactNode {
  const { t } = useTranslation('alliance')
  const { asOf, asKnownAt } = useMoment()
  const frozen = useFrozen() !== null
  const mayRecord = useMay('policyDocument.record')
  const { dialog, show } = useDialog()
  const query = useQuery({ query: AllianceDocumentsDocument, variables: { id: alliance.id, asOf, asKnownAt } })
  return (
    <div className={styles.tab}>
      <section className={styles.panel} aria-label={t('tab.documents')}>
        <h2>{t('tab.documents')}</h2>
        <QueryView query={query}>
          {(data) => (
            <DocumentTable
              documents={data.alliance?.documents ?? []}
              empty={<Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('documents.empty')} />}
              onRevise={
                frozen || !mayRecord
                  ? undefined
                  : (document) => show((close) => <ReviseDocumentDialog document={document} onClose={close} />)
              }
            />
          )}
        </QueryView>
      </section>
      {dialog}
    </div>
  )
}
