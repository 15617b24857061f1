import { graphql } from '../graphql/gql.ts'
import type {
  CohortInListFragment,
  CohortMembersQuery,
  DriveInListFragment,
  MentorshipInListFragment,
  PopulationsQuery,
  StaffCountInListFragment,
} from '../graphql/graphql.ts'

export const CohortInList = graphql(`
  fragment CohortInList on TrainingCohort {
    id
    version
    region {
      code
      name
    }
    programme
    name
    startYear
    planned
    enrolled
    interns
    graduated
    placed
    posts
    obligationYears
    institutions {
      id
      name
    }
    reportedFor
    target
    states {
      state
      count
    }
    source
    sourceNote
  }
`)

export const DriveInList = graphql(`
  fragment DriveInList on RecruitmentDrive {
    id
    version
    region {
      code
      name
    }
    name
    channel
    posts
    applicants
    hired
    openedOn
    closedOn
    postPool
    institutions {
      id
      name
    }
    reportedFor
    target
    source
    sourceNote
  }
`)

export const MentorshipInList = graphql(`
  fragment MentorshipInList on Mentorship {
    id
    version
    region {
      code
      name
    }
    mentor {
      id
      name
    }
    mentee {
      id
      name
    }
    pairs
    institutions {
      id
      name
    }
    content
    validFrom
    validTo
    source
    sourceNote
  }
`)

export const StaffCountInList = graphql(`
  fragment StaffCountInList on StaffCount {
    id
    version
    region {
      code
      name
    }
    what
    profession
    generalPractitioner
    institutions {
      id
      name
    }
    count
    onDay
    period
    target
    replaced
    source
    sourceNote
  }
`)

/** Who is in a cohort, read when it is opened. */
export const CohortMembersDocument = graphql(`
  query CohortMembers($id: ID!, $asOf: Date, $asKnownAt: Instant) {
    cohort(id: $id, asOf: $asOf, asKnownAt: $asKnownAt) {
      id
      members {
        id
        person {
          id
          name
          code
        }
        state
        validFrom
      }
    }
  }
`)

export const CohortListDocument = graphql(`
  query CohortList(
    $countyCode: String
    $institutionId: ID
    $first: Int
    $after: String
    $last: Int
    $before: String
    $asOf: Date
    $asKnownAt: Instant
  ) {
    cohorts(
      countyCode: $countyCode
      institutionId: $institutionId
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
        ...CohortInList
      }
    }
  }
`)

export const DriveListDocument = graphql(`
  query DriveList(
    $countyCode: String
    $institutionId: ID
    $first: Int
    $after: String
    $last: Int
    $before: String
    $asOf: Date
    $asKnownAt: Instant
  ) {
    recruitmentDrives(
      countyCode: $countyCode
      institutionId: $institutionId
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
        ...DriveInList
      }
    }
  }
`)

export const MentorshipListDocument = graphql(`
  query MentorshipList(
    $countyCode: String
    $institutionId: ID
    $first: Int
    $after: String
    $last: Int
    $before: String
    $asOf: Date
    $asKnownAt: Instant
  ) {
    mentorships(
      countyCode: $countyCode
      institutionId: $institutionId
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
        ...MentorshipInList
      }
    }
  }
`)

export const StaffCountListDocument = graphql(`
  query StaffCountList(
    $countyCode: String
    $institutionId: ID
    $first: Int
    $after: String
    $last: Int
    $before: String
    $asOf: Date
    $asKnownAt: Instant
  ) {
    staffCounts(
      countyCode: $countyCode
      institutionId: $institutionId
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
        ...StaffCountInList
      }
    }
  }
`)

export const PopulationsDocument = graphql(`
  query Populations($countyCode: String, $asKnownAt: Instant) {
    populations(countyCode: $countyCode, first: 100, asKnownAt: $asKnownAt) {
      nodes {
        id
        version
        region {
          code
          name
        }
        year
        residents
        source
      }
    }
  }
`)

export type CohortRow = CohortInListFragment
export type CohortMemberRow = NonNullable<CohortMembersQuery['cohort']>['members'][number]
export type DriveRow = DriveInListFragment
export type MentorshipRow = MentorshipInListFragment
export type StaffCountRow = StaffCountInListFragment
export type PopulationRow = PopulationsQuery['populations']['nodes'][number]
