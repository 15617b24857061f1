import type { ReactNode } from 'react'
import { useQuery } from 'urql'
import { QueryView } from '../client/QueryView.tsx'
import { graphql } from '../graphql/gql.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { ChangePageView } from './ChangePageView.tsx'
import styles from './ChangeList.module.css'

const UserChangesDocument = graphql(`
  query UserChanges($username: String!, $after: String, $locale: Locale!) {
    user(username: $username) {
      id
      changes(first: 20, after: $after) {
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
  }
`)

/** 变更记录 of one account, its grants included. */
export function UserChanges({ username }: { readonly username: string }): ReactNode {
  return (
    <div className={styles.list}>
      <Page username={username} after={null} />
    </div>
  )
}

function Page({ username, after }: { readonly username: string; readonly after: string | null }): ReactNode {
  const locale = useLocale()
  const query = useQuery({ query: UserChangesDocument, variables: { username, after, locale } })
  return (
    <QueryView query={query}>
      {({ user }) =>
        user && <ChangePageView page={user.changes} first={after === null} next={(cursor) => <Page username={username} after={cursor} />} />
      }
    </QueryView>
  )
}
