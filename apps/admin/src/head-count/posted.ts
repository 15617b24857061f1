import { graphql } from '../graphql/gql.ts'
import type { PostedPhysiciansQuery } from '../graphql/graphql.ts'

export const PostedPhysiciansDocument = graphql(`
  query PostedPhysicians($countyCode: String!, $year: Int!, $rule: SixMonthRule!, $asOf: Date, $asKnownAt: Instant, $locale: Locale!) {
    postedPhysicians(countyCode: $countyCode, year: $year, rule: $rule, asOf: $asOf, asKnownAt: $asKnownAt) {
      asOf
      people
      residents
      rate
      says(locale: $locale)
      postings {
        personId
        personName
        person {
          id
          name
          synthetic
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
        lastDay
        days
        completedOn
        fault
        says(locale: $locale)
      }
    }
    populations(countyCode: $countyCode, first: 200, asKnownAt: $asKnownAt) {
      nodes {
        id
        region {
          code
        }
        year
        residents
        source
        sourceNote
        document {
          id
          number
          title
        }
      }
    }
  }
`)

export type PostedFigures = PostedPhysiciansQuery['postedPhysicians']
export type PostedRow = PostedFigures['postings'][number]
export type ResidentsRow = PostedPhysiciansQuery['populations']['nodes'][number]

/** Those that count, or that do not; all when it is not asked. */
export function postingsShown(postings: readonly PostedRow[], counted: boolean | undefined): PostedRow[] {
  return postings.filter(({ fault }) => counted === undefined || (fault === null) === counted)
}

/** What the residents of a county in a year were read from. */
export function residentsOf(rows: readonly ResidentsRow[], county: string, year: number): ResidentsRow | null {
  return rows.find((row) => row.region.code === `${county}000000` && row.year === year) ?? null
}
