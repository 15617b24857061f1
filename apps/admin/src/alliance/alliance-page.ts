import { graphql } from '../graphql/gql.ts'
import type { AlliancePageQuery } from '../graphql/graphql.ts'

/** The head of an alliance's page and all of its dated structure, as known at one instant. */
export const AlliancePageDocument = graphql(`
  query AlliancePage($id: ID!, $asOf: Date, $asKnownAt: Instant) {
    alliance(id: $id, asOf: $asOf, asKnownAt: $asKnownAt) {
      id
      version
      code
      countyCode
      name
      kind
      stage
      specialty
      purpose
      source
      sourceNote
      foundedOn
      dissolvedOn
      inForce
      leadState
      memberCount
      lead {
        id
        rowId
        institution {
          id
          name
        }
      }
      timeline {
        rowId
        name
        stage
        specialty
        purpose
        validFrom
        validTo
        recordedFrom
        recordedTo
      }
      membershipTimeline {
        ...MembershipOnPage
      }
      leadVacancies {
        id
        rowId
        reason
        validFrom
        validTo
        recordedFrom
        recordedTo
      }
      leadDisputes {
        ...LeadDisputeOnPage
      }
    }
  }
`)

/** A stretch of a membership as the page's picture, timeline and table read it. */
export const MembershipOnPage = graphql(`
  fragment MembershipOnPage on Membership {
    id
    rowId
    version
    role
    legalPersonKept
    source
    sourceNote
    validFrom
    validTo
    recordedFrom
    recordedTo
    institution {
      id
      name
      category
      level
      grade
      villageClinicCount
      region {
        code
        name
      }
    }
    document {
      id
      number
      title
    }
  }
`)

export const LeadDisputeOnPage = graphql(`
  fragment LeadDisputeOnPage on LeadDispute {
    id
    rowId
    version
    authority
    summary
    source
    sourceNote
    validFrom
    validTo
    recordedFrom
    recordedTo
    chosen {
      id
      name
      category
      level
      grade
      villageClinicCount
    }
    mandated {
      id
      name
      category
      level
      grade
      villageClinicCount
    }
    document {
      id
      number
      title
    }
  }
`)

export type AllianceOnPage = NonNullable<AlliancePageQuery['alliance']>
export type MembershipRow = AllianceOnPage['membershipTimeline'][number]
export type LeadDisputeRow = AllianceOnPage['leadDisputes'][number]
