import { graphql } from '../graphql/gql.ts'
import type { PostInListFragment, QuotaBoardQuery, QuotaLinePartsFragment, QuotaPoolsQuery } from '../graphql/graphql.ts'

export const QuotaLineParts = graphql(`
  fragment QuotaLineParts on QuotaLine {
    postClass
    quota
    borrowed
    given
    exception
    available
    filled
    outside
    vacancies
    over
    quotaVersion
    exceptionVersion
  }
`)

export const QuotaBoardDocument = graphql(`
  query QuotaBoard($filter: QuotaBoardFilter, $first: Int, $after: String, $last: Int, $before: String, $asOf: Date, $asKnownAt: Instant) {
    quotaBoard(filter: $filter, first: $first, after: $after, last: $last, before: $before, asOf: $asOf, asKnownAt: $asKnownAt) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      nodes {
        institution {
          id
          name
        }
        classes {
          ...QuotaLineParts
        }
      }
    }
  }
`)

export const QuotaPoolsDocument = graphql(`
  query QuotaPools($countyCode: String, $asOf: Date, $asKnownAt: Instant) {
    quotaPools(countyCode: $countyCode, asOf: $asOf, asKnownAt: $asKnownAt) {
      id
      version
      name
      region {
        code
        name
      }
      total
      lent
      validFrom
      validTo
      document {
        id
        number
        title
      }
      source
      classes {
        postClass
        count
        version
      }
      loans {
        id
        version
        institution {
          id
          name
        }
        postClass
        count
        plannedUntil
        validFrom
        validTo
      }
    }
  }
`)

export const PostInList = graphql(`
  fragment PostInList on Post {
    id
    version
    institution {
      id
      name
    }
    alliance {
      id
      name
    }
    postClass
    title
    grade
    count
    frozen
    leadership
    filled
    vacancies
    validFrom
    validTo
  }
`)

export const PostListDocument = graphql(`
  query PostList($filter: PostFilter, $first: Int, $after: String, $last: Int, $before: String, $asOf: Date, $asKnownAt: Instant) {
    posts(filter: $filter, first: $first, after: $after, last: $last, before: $before, asOf: $asOf, asKnownAt: $asKnownAt) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      nodes {
        ...PostInList
      }
    }
  }
`)

export type BoardRow = QuotaBoardQuery['quotaBoard']['nodes'][number]
export type QuotaLineRow = QuotaLinePartsFragment
export type PoolRow = QuotaPoolsQuery['quotaPools'][number]
export type LoanRow = PoolRow['loans'][number]
export type PostRow = PostInListFragment
