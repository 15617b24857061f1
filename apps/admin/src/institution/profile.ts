import { graphql } from '../graphql/gql.ts'
import type { InstitutionProfileQuery } from '../graphql/graphql.ts'

/** All that the profile shows but its timeline, map and changes, which their tabs read. */
export const InstitutionProfileDocument = graphql(`
  query InstitutionProfile($id: ID!, $asOf: Date, $asKnownAt: Instant) {
    institution(id: $id, asOf: $asOf, asKnownAt: $asKnownAt) {
      id
      version
      code
      countyCode
      name
      aliases
      category
      level
      grade
      targetLevel
      targetGrade
      status
      ownership
      affiliation
      economicType
      managementClass
      creditCode
      unitCount
      beds
      siteArea
      buildingArea
      servedPopulation
      equipment {
        name
        count
      }
      address
      source
      sourceNote
      validFrom
      validTo
      inForce
      recordedFrom
      document {
        id
        number
        title
      }
      change {
        id
        number
        note
        actor {
          id
          name
        }
      }
      openedOn
      villageClinicCount
      region {
        code
        name
        parent {
          code
          name
          parent {
            code
            name
          }
        }
      }
      parent {
        ...InstitutionChoice
      }
      memberships {
        rowId
        role
        alliance {
          id
          name
          kind
        }
      }
      units {
        id
        name
        category
        status
        unitCount
      }
      leadDisputes {
        id
        alliance {
          id
          name
        }
      }
    }
  }
`)

export type InstitutionProfile = NonNullable<InstitutionProfileQuery['institution']>
