import { graphql } from '../graphql/gql.ts'

export const StaffListCardsDocument = graphql(`
  query StaffListCards($county: String, $asOf: Date, $asKnownAt: Instant, $locale: Locale!) {
    returns: returnsDue(filter: { countyCode: $county }, first: 1, asOf: $asOf, asKnownAt: $asKnownAt) {
      totalCount
      counts {
        code
        count
        label(locale: $locale)
      }
    }
    overdue: returnsDue(filter: { countyCode: $county, overdue: true }, first: 1, asOf: $asOf, asKnownAt: $asKnownAt) {
      totalCount
      counts {
        code
        count
        label(locale: $locale)
      }
    }
    licences: licencesExpiring(filter: { countyCode: $county }, first: 1, asOf: $asOf, asKnownAt: $asKnownAt) {
      totalCount
      counts {
        code
        count
        label(locale: $locale)
      }
    }
    expired: licencesExpiring(filter: { countyCode: $county, expired: true }, first: 1, asOf: $asOf, asKnownAt: $asKnownAt) {
      totalCount
      counts {
        code
        count
        label(locale: $locale)
      }
    }
    retirements(filter: { countyCode: $county }, first: 1, asOf: $asOf, asKnownAt: $asKnownAt) {
      totalCount
      counts {
        code
        count
        label(locale: $locale)
      }
    }
    past: retirements(filter: { countyCode: $county, past: true }, first: 1, asOf: $asOf, asKnownAt: $asKnownAt) {
      totalCount
      counts {
        code
        count
        label(locale: $locale)
      }
    }
    villages: villagesWithoutDoctor(filter: { countyCode: $county }, first: 1, asOf: $asOf, asKnownAt: $asKnownAt) {
      totalCount
      counts {
        code
        count
        label(locale: $locale)
      }
    }
    leaders: leadershipOverlaps(filter: { countyCode: $county }, first: 1, asOf: $asOf, asKnownAt: $asKnownAt) {
      totalCount
    }
    postings: postingsUnderWay(filter: { countyCode: $county }, first: 1, asOf: $asOf, asKnownAt: $asKnownAt) {
      totalCount
    }
    vacancies: quotaBoard(filter: { countyCode: $county, vacant: true }, first: 1, asOf: $asOf, asKnownAt: $asKnownAt) {
      totalCount
    }
    over: quotaBoard(filter: { countyCode: $county, over: true }, first: 1, asOf: $asOf, asKnownAt: $asKnownAt) {
      totalCount
    }
  }
`)
