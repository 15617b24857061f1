import { Button, Empty } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { QueryView } from '../client/QueryView.tsx'
import { graphql } from '../graphql/gql.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { ChangeEntry } from './ChangeEntry.tsx'
import styles from './ChangeList.module.css'

const ChangesDocument = graphql(`
  query Changes($countyCode: String, $institutionId: ID, $allianceId: ID, $after: String, $locale: Locale!) {
    changes(countyCode: $countyCode, institutionId: $institutionId, allianceId: $allianceId, first: 20, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...ChangeInWords
      }
    }
  }
`)

interface ChangeListProps {
  /** Whose changes: one of these. */
  readonly countyCode?: string | undefined
  readonly institutionId?: string | undefined
  readonly allianceId?: string | undefined
}

/** What was changed, newest first, in words: when, by whom, which command, from which day, on which document, before and after. */
export function ChangeList(props: ChangeListProps): ReactNode {
  return (
    <div className={styles.list}>
      <ChangePage {...props} after={null} />
    </div>
  )
}

/** One page; the page below it is read when it is asked for. */
function ChangePage({ after, ...whose }: ChangeListProps & { readonly after: string | null }): ReactNode {
  const { t } = useTranslation('history')
  const locale = useLocale()
  const [more, setMore] = useState(false)
  const query = useQuery({
    query: ChangesDocument,
    variables: {
      countyCode: whose.countyCode ?? null,
      institutionId: whose.institutionId ?? null,
      allianceId: whose.allianceId ?? null,
      after,
      locale,
    },
  })
  return (
    <QueryView query={query}>
      {({ changes: { nodes, totalCount, pageInfo } }) => (
        <>
          {after === null &&
            (nodes.length === 0 ? (
              <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('empty')} />
            ) : (
              <p className={styles.total}>{t('total', { count: totalCount })}</p>
            ))}
          <ol className={styles.entries} aria-label={t('label')}>
            {nodes.map((change) => (
              <ChangeEntry key={change.id} change={change} />
            ))}
          </ol>
          {pageInfo.hasNextPage &&
            pageInfo.endCursor &&
            (more ? (
              <ChangePage {...whose} after={pageInfo.endCursor} />
            ) : (
              <Button block onClick={() => setMore(true)}>
                {t('more')}
              </Button>
            ))}
        </>
      )}
    </QueryView>
  )
}
