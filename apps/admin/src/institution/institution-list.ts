import { graphql } from '../graphql/gql.ts'
import type { InstitutionListQuery } from '../graphql/graphql.ts'

export const InstitutionListDocument = graphql(`
  query InstitutionList(
    $filter: InstitutionFilter
    $orderBy: InstitutionOrderBy
    $direction: SortDirection
    $first: Int
    $after: String
    $last: Int
    $before: String
    $asOf: Date
    $asKnownAt: Instant
  ) {
    institutions(
      filter: $filter
      orderBy: $orderBy
      direction: $direction
      first: $first
      after: $after
      last: $last
      before: $before
      asOf: $asOf
      asKnownAt: $asKnownAt
    ) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      nodes {
        id
        code
        name
        aliases
        category
        level
        grade
        status
        ownership
        affiliation
        economicType
        managementClass
        creditCode
        unitCount
        beds
        siteArea
        buildingArea
        servedPopulation
        address
        source
        openedOn
        region {
          name
        }
        parent {
          id
          name
        }
        memberships {
          role
          alliance {
            id
            name
          }
        }
      }
    }
  }
`)

export type InstitutionRow = InstitutionListQuery['institutions']['nodes'][number]
