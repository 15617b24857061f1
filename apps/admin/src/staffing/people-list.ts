import { graphql } from '../graphql/gql.ts'
import type { PersonInListFragment } from '../graphql/graphql.ts'

/** A person in the table and on a card. */
export const PersonInList = graphql(`
  fragment PersonInList on Person {
    id
    code
    name
    sex
    birthDate
    education
    profession
    titleAppointed
    establishmentType
    department
    workStartedOn
    synthetic
    retirement {
      on
    }
    home {
      institution {
        id
        name
      }
      leadership
      title
    }
    appointments {
      id
      kind
      institution {
        id
        name
      }
      elsewhere
      homeElsewhere
      plannedUntil
      overdue
    }
  }
`)

export const PeopleListDocument = graphql(`
  query PeopleList(
    $filter: PersonFilter
    $orderBy: PersonOrderBy
    $direction: SortDirection
    $first: Int
    $after: String
    $last: Int
    $before: String
    $asOf: Date
    $asKnownAt: Instant
  ) {
    people(
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
        ...PersonInList
      }
    }
  }
`)

export type PersonRow = PersonInListFragment
export type AppointmentOfRow = PersonRow['appointments'][number]
