import { graphql } from '../graphql/gql.ts'
import type {
  PostInListFragment,
  QuotaBoardQuery,
  QuotaLinePartsFragment,
  QuotaLoanPartsFragment,
  QuotaPoolsQuery,
} from '../graphql/graphql.ts'

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
    allowedBy {
      reason
      validFrom
      document {
        id
        number
        title
      }
    }
    quotaVersion
    exceptionVersion
  }
`)

export const QuotaLoanParts = graphql(`
  fragment QuotaLoanParts on QuotaLoan {
    id
    version
    pool {
      id
      name
    }
    from {
      id
      name
    }
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
`)

/** What an institution has borrowed and lent on the day shown. */
export const InstitutionLoansDocument = graphql(`
  query InstitutionLoans($id: ID!, $asOf: Date, $asKnownAt: Instant) {
    institution(id: $id, asOf: $asOf, asKnownAt: $asKnownAt) {
      id
      quotaBorrowed {
        ...QuotaLoanParts
      }
      quotaGiven {
        ...QuotaLoanParts
      }
    }
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
        ...QuotaLoanParts
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
export type LoanRow = QuotaLoanPartsFragment
export type PostRow = PostInListFragment
