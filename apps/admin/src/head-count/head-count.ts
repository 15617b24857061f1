import { graphql } from '../graphql/gql.ts'
import type { HeadCountDifferencesQuery, HeadCountExclusionsQuery, HeadCountQuery } from '../graphql/graphql.ts'

export const HeadCountDocument = graphql(`
  query HeadCount(
    $by: [HeadCountDimension!]!
    $filter: HeadCountFilter
    $statistical: Boolean!
    $asOf: Date
    $asKnownAt: Instant
    $locale: Locale!
  ) {
    headCount(by: $by, filter: $filter, statistical: $statistical, asOf: $asOf, asKnownAt: $asKnownAt) {
      asOf
      cells {
        keys {
          dimension
          code
          label(locale: $locale)
        }
        home
        host
        fte
      }
    }
    headCountDifferences(filter: $filter, statistical: $statistical, first: 1, asOf: $asOf, asKnownAt: $asKnownAt) {
      totalCount
    }
    headCountExclusions(filter: $filter, first: 1, asOf: $asOf, asKnownAt: $asKnownAt) {
      totalCount
    }
  }
`)

export const HeadCountDifferencesDocument = graphql(`
  query HeadCountDifferences(
    $filter: HeadCountFilter
    $statistical: Boolean!
    $first: Int
    $after: String
    $last: Int
    $before: String
    $asOf: Date
    $asKnownAt: Instant
    $locale: Locale!
  ) {
    headCountDifferences(
      filter: $filter
      statistical: $statistical
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
        personId
        personName
        person {
          id
          name
          synthetic
        }
        explanation(locale: $locale)
        spots {
          institution {
            id
            name
          }
          outside
          home
          host
          fte
        }
      }
    }
  }
`)

export const HeadCountExclusionsDocument = graphql(`
  query HeadCountExclusions(
    $filter: HeadCountFilter
    $first: Int
    $after: String
    $last: Int
    $before: String
    $asOf: Date
    $asKnownAt: Instant
    $locale: Locale!
  ) {
    headCountExclusions(filter: $filter, first: $first, after: $after, last: $last, before: $before, asOf: $asOf, asKnownAt: $asKnownAt) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      nodes {
        personId
        personName
        person {
          id
          name
          synthetic
        }
        reason
        says(locale: $locale)
      }
    }
  }
`)

export type CellRow = HeadCountQuery['headCount']['cells'][number]
export type DifferenceRow = HeadCountDifferencesQuery['headCountDifferences']['nodes'][number]
export type ExclusionRow = HeadCountExclusionsQuery['headCountExclusions']['nodes'][number]
