import type { ReactNode } from 'react'
import { useQuery } from 'urql'
import { QueryView } from '../client/QueryView.tsx'
import { graphql } from '../graphql/gql.ts'
import { useLocale } from '../i18n/useLocale.ts'
import styles from './ChangeList.module.css'
import { ChangePageView } from './ChangePageView.tsx'

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

function ChangePage({ after, ...whose }: ChangeListProps & { readonly after: string | null }): ReactNode {
  const locale = useLocale()
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
      {({ changes }) => (
        <ChangePageView page={changes} first={after === null} next={(cursor) => <ChangePage {...whose} after={cursor} />} />
      )}
    </QueryView>
  )
}
