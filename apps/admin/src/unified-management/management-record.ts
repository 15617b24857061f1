import { graphql } from '../graphql/gql.ts'
import type { ManagementOnPageFragment } from '../graphql/graphql.ts'
import type { ManagementRow } from './matrix.ts'

export const ManagementOnPage = graphql(`
  fragment ManagementOnPage on UnifiedManagement {
    id
    rowId
    version
    domain
    state
    source
    sourceNote
    validFrom
    validTo
    recordedFrom
    recordedTo
    institution {
      id
      name
    }
    document {
      id
      number
      title
    }
  }
`)

/** A stretch as the matrix reads it, with what the history under it adds. */
export type ManagementRecord = ManagementOnPageFragment & ManagementRow

export function managementRecords(rows: readonly ManagementOnPageFragment[]): ManagementRecord[] {
  return rows.map((row) => ({ ...row, institutionId: row.institution?.id ?? null, validTo: row.validTo ?? null }))
}
