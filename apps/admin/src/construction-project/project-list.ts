import { graphql } from '../graphql/gql.ts'
import type { ProjectInListFragment, ProjectListQuery } from '../graphql/graphql.ts'

/** A project in the table and on a card. */
export const ProjectInList = graphql(`
  fragment ProjectInList on ConstructionProject {
    id
    code
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
      name
    }
    institutions {
      id
      name
    }
    parent {
      name
    }
    stage {
      stage
      wording
      unitsDone
    }
    suspension {
      suspendedOn
    }
    start: milestone(stage: START) {
      plannedOn
      actualOn
    }
    acceptance: milestone(stage: ACCEPTANCE) {
      plannedOn
    }
    schedule {
      clock {
        completion
        lateSuspended
        lateSlipped
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
      month
    }
    openAlerts: alerts(acknowledged: false) {
      rule
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
