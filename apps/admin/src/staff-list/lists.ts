import { graphql } from '../graphql/gql.ts'
import type {
  LeadershipOverlapListQuery,
  LicencesExpiringListQuery,
  PostingsUnderWayListQuery,
  RetirementListQuery,
  ReturnsDueListQuery,
  VillagesWithoutDoctorListQuery,
} from '../graphql/graphql.ts'

export const ListedPerson = graphql(`
  fragment ListedPerson on Person {
    id
    name
    synthetic
  }
`)

export const ReturnsDueListDocument = graphql(`
  query ReturnsDueList(
    $filter: ReturnsDueFilter
    $first: Int
    $after: String
    $last: Int
    $before: String
    $asOf: Date
    $asKnownAt: Instant
    $locale: Locale!
  ) {
    list: returnsDue(filter: $filter, first: $first, after: $after, last: $last, before: $before, asOf: $asOf, asKnownAt: $asKnownAt) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      counts {
        code
        count
        label(locale: $locale)
      }
      nodes {
        id
        kind
        personName
        person {
          ...ListedPerson
        }
        home {
          id
          name
        }
        homeElsewhere
        host {
          id
          name
        }
        elsewhere
        validFrom
        dueOn
        days
      }
    }
  }
`)

export const LicencesExpiringListDocument = graphql(`
  query LicencesExpiringList(
    $filter: LicencesExpiringFilter
    $first: Int
    $after: String
    $last: Int
    $before: String
    $asOf: Date
    $asKnownAt: Instant
    $locale: Locale!
  ) {
    list: licencesExpiring(
      filter: $filter
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
      counts {
        code
        count
        label(locale: $locale)
      }
      nodes {
        id
        kind
        number
        personName
        person {
          ...ListedPerson
        }
        institution {
          id
          name
        }
        expiresOn
        days
      }
    }
  }
`)

export const RetirementListDocument = graphql(`
  query RetirementList(
    $filter: RetirementsFilter
    $first: Int
    $after: String
    $last: Int
    $before: String
    $asOf: Date
    $asKnownAt: Instant
    $locale: Locale!
  ) {
    list: retirements(filter: $filter, first: $first, after: $after, last: $last, before: $before, asOf: $asOf, asKnownAt: $asKnownAt) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      counts {
        code
        count
        label(locale: $locale)
      }
      nodes {
        personId
        personName
        person {
          ...ListedPerson
        }
        institution {
          id
          name
        }
        profession
        retiresOn
        rule(locale: $locale)
      }
    }
  }
`)

export const VillagesWithoutDoctorListDocument = graphql(`
  query VillagesWithoutDoctorList(
    $filter: StaffPlaceFilter
    $first: Int
    $after: String
    $last: Int
    $before: String
    $asOf: Date
    $asKnownAt: Instant
    $locale: Locale!
  ) {
    list: villagesWithoutDoctor(
      filter: $filter
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
      counts {
        code
        count
        label(locale: $locale)
      }
      nodes {
        clinic {
          id
          name
          region {
            code
            name
          }
        }
        unitCount
        staff
        unlicensed
      }
    }
  }
`)

export const LeadershipOverlapListDocument = graphql(`
  query LeadershipOverlapList(
    $filter: StaffPlaceFilter
    $first: Int
    $after: String
    $last: Int
    $before: String
    $asOf: Date
    $asKnownAt: Instant
  ) {
    list: leadershipOverlaps(
      filter: $filter
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
          ...ListedPerson
        }
        posts {
          institution {
            id
            name
          }
          kind
          leadership
          validFrom
        }
      }
    }
  }
`)

export const PostingsUnderWayListDocument = graphql(`
  query PostingsUnderWayList(
    $filter: StaffPlaceFilter
    $first: Int
    $after: String
    $last: Int
    $before: String
    $asOf: Date
    $asKnownAt: Instant
  ) {
    list: postingsUnderWay(
      filter: $filter
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
        personName
        person {
          ...ListedPerson
        }
        home {
          id
          name
        }
        host {
          id
          name
        }
        validFrom
        completesOn
        endsOn
        endsBefore
      }
    }
  }
`)

export type ReturnRow = ReturnsDueListQuery['list']['nodes'][number]
export type LicenceRow = LicencesExpiringListQuery['list']['nodes'][number]
export type RetirementRow = RetirementListQuery['list']['nodes'][number]
export type VillageRow = VillagesWithoutDoctorListQuery['list']['nodes'][number]
export type LeaderRow = LeadershipOverlapListQuery['list']['nodes'][number]
export type PostingRow = PostingsUnderWayListQuery['list']['nodes'][number]
