import type { ReactNode } from 'react'
import { useQuery } from 'urql'
import { QueryView } from '../client/QueryView.tsx'
import { graphql } from '../graphql/gql.ts'
import styles from '../history/ChangeList.module.css'
import { ChangePageView } from '../history/ChangePageView.tsx'
import { useLocale } from '../i18n/useLocale.ts'
import type { ProjectOnPage } from './project-page.ts'

const ProjectChangesDocument = graphql(`
  query ProjectChanges($id: ID!, $after: String, $locale: Locale!) {
    project(id: $id) {
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

/** 变更记录 of one project and all that belongs to it. */
export function ProjectChanges({ project }: { readonly project: ProjectOnPage }): ReactNode {
  return (
    <div className={styles.list}>
      <Page id={project.id} after={null} />
    </div>
  )
}

function Page({ id, after }: { readonly id: string; readonly after: string | null }): ReactNode {
  const locale = useLocale()
  const query = useQuery({ query: ProjectChangesDocument, variables: { id, after, locale } })
  return (
    <QueryView query={query}>
      {({ project }) =>
        project && <ChangePageView page={project.changes} first={after === null} next={(cursor) => <Page id={id} after={cursor} />} />
      }
    </QueryView>
  )
}
