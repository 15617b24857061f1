import type { ReactNode } from 'react'
import { useQuery } from 'urql'
import { QueryView } from '../client/QueryView.tsx'
import { graphql } from '../graphql/gql.ts'
import styles from '../history/ChangeList.module.css'
import { ChangePageView } from '../history/ChangePageView.tsx'
import { useLocale } from '../i18n/useLocale.ts'
import type { PersonOnPage } from './person-page.ts'

const PersonChangesDocument = graphql(`
  query PersonChanges($id: ID!, $after: String, $locale: Locale!) {
    person(id: $id) {
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

/** 变更记录 of one person, with appointments and licences; each can be undone from here. */
export function PersonChanges({ person }: { readonly person: PersonOnPage }): ReactNode {
  return (
    <div className={styles.list}>
      <Page id={person.id} after={null} />
    </div>
  )
}

function Page({ id, after }: { readonly id: string; readonly after: string | null }): ReactNode {
  const locale = useLocale()
  const query = useQuery({ query: PersonChangesDocument, variables: { id, after, locale } })
  return (
    <QueryView query={query}>
      {({ person }) =>
        person && <ChangePageView page={person.changes} first={after === null} next={(cursor) => <Page id={id} after={cursor} />} />
      }
    </QueryView>
  )
}
