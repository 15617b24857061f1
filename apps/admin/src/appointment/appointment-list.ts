import { graphql } from '../graphql/gql.ts'
import type { AppointmentInListFragment } from '../graphql/graphql.ts'

/** Who is where, in the table, the picture and the list of returns. */
export const AppointmentInList = graphql(`
  fragment AppointmentInList on Appointment {
    id
    rowId
    version
    kind
    person {
      id
      name
      code
      countyCode
      synthetic
      profession
      titleAppointed
    }
    institution {
      id
      name
    }
    elsewhere
    home {
      id
      name
    }
    homeElsewhere
    leadership
    title
    plannedUntil
    reviewOn
    overdue
    validFrom
    validTo
  }
`)

export const AppointmentListDocument = graphql(`
  query AppointmentList(
    $filter: AppointmentFilter
    $orderBy: AppointmentOrderBy
    $direction: SortDirection
    $first: Int
    $after: String
    $last: Int
    $before: String
    $asOf: Date
    $asKnownAt: Instant
  ) {
    appointments(
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
        ...AppointmentInList
      }
    }
  }
`)

export type AppointmentRow = AppointmentInListFragment
