import { graphql } from '../graphql/gql.ts'
import type { ProjectInListFragment, ProjectListQuery } from '../graphql/graphql.ts'

/** A project in the table and on a card. */
export const ProjectInList = graphql(`
  fragment ProjectInList on ConstructionProject {
    id
    code
    countyCode
    name
    nationalCode
    kind
    owner
    description
    unitCount
    area
    beds
    source
    region {
      code
      name
    }
    institutions {
      id
      name
    }
    parent {
      id
      name
    }
    stage {
      stage
      wording
      unitsDone
    }
    suspension {
      id
      suspendedOn
      cause
    }
    milestones {
      id
      stage
      plannedOn
      actualOn
    }
    schedule {
      clock {
        completion
        late
        lateSuspended
        lateSlipped
        assumption(locale: $locale)
      }
    }
    approvedInvestment
    money {
      planned
      arrived
      paid
      completed
      owed
      arrivalRate
    }
    latestReport {
      id
      month
    }
    alerts {
      rule
      subject
      message(locale: $locale)
      acknowledgement {
        reason
      }
    }
  }
`)

export const ProjectListDocument = graphql(`
  query ProjectList(
    $filter: ConstructionProjectFilter
    $orderBy: ConstructionProjectOrderBy
    $direction: SortDirection
    $first: Int
    $after: String
    $last: Int
    $before: String
    $asOf: Date
    $asKnownAt: Instant
    $locale: Locale!
  ) {
    projects(
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
      totals {
        projects
        suspended
        planned
        arrived
        paid
        completed
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      nodes {
        ...ProjectInList
      }
    }
  }
`)

export type ProjectRow = ProjectInListFragment
export type ProjectSums = ProjectListQuery['projects']['totals']
