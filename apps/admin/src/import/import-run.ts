import { graphql } from '../graphql/gql.ts'
import type { ImportRunQuery } from '../graphql/graphql.ts'

export const ImportRunsDocument = graphql(`
  query ImportRuns {
    importRuns(first: 20) {
      id
      kind
      fileName
      state
      rowsTotal
      rowsDone
      rowsRight
      rowsWrong
      rowsUnchanged
      createdAt
      finishedAt
    }
  }
`)

export const ImportRunDocument = graphql(`
  query ImportRun($id: ID!, $locale: Locale!) {
    importRun(id: $id) {
      id
      kind
      fileName
      state
      rowsTotal
      rowsDone
      rowsRight
      rowsWrong
      rowsUnchanged
      createdAt
      finishedAt
      failure(locale: $locale)
      columns {
        header
        field
        sample
      }
      fields {
        field
        label(locale: $locale)
        required
      }
    }
  }
`)

export const ImportRowsDocument = graphql(`
  query ImportRows($id: ID!, $wrongOnly: Boolean!, $first: Int!, $after: Int, $locale: Locale!) {
    importRun(id: $id) {
      id
      rows(wrongOnly: $wrongOnly, first: $first, after: $after) {
        nextAfter
        rows {
          row
          cells
          state
          issues {
            path
            code
            message(locale: $locale)
          }
        }
      }
    }
  }
`)

export const StartImportDocument = graphql(`
  mutation StartImport($input: StartImportInput!, $locale: Locale!) {
    startImport(input: $input) {
      __typename
      ... on ImportRun {
        id
      }
      ... on InputRefused {
        issues {
          path
          code
          message(locale: $locale)
        }
      }
    }
  }
`)

export const RemapImportDocument = graphql(`
  mutation RemapImport($id: ID!, $columns: [ImportColumnInput!]!, $locale: Locale!) {
    remapImport(id: $id, columns: $columns) {
      __typename
      ... on ImportRun {
        id
        state
      }
      ... on InputRefused {
        issues {
          path
          code
          message(locale: $locale)
        }
      }
    }
  }
`)

export const CommitImportDocument = graphql(`
  mutation CommitImport($id: ID!, $rows: [Int!], $locale: Locale!) {
    commitImport(id: $id, rows: $rows) {
      __typename
      ... on ImportRun {
        id
        state
      }
      ... on InputRefused {
        issues {
          path
          code
          message(locale: $locale)
        }
      }
    }
  }
`)

export const CancelImportDocument = graphql(`
  mutation CancelImport($id: ID!, $locale: Locale!) {
    cancelImport(id: $id) {
      __typename
      ... on ImportRun {
        id
        state
      }
      ... on InputRefused {
        issues {
          path
          code
          message(locale: $locale)
        }
      }
    }
  }
`)

export type ImportRun = NonNullable<ImportRunQuery['importRun']>

/** Work is under way: ask again. */
export function isUnderWay(state: ImportRun['state']): boolean {
  return state === 'READING' || state === 'CHECKING' || state === 'WRITING'
}
