import { graphql } from '../graphql/gql.ts'
import type { UserPageQuery } from '../graphql/graphql.ts'

/** One account with what its page shows; grants only for those who may see them. */
export const UserPageDocument = graphql(`
  query UserPage($username: String!, $withGrants: Boolean!, $locale: Locale!) {
    user(username: $username) {
      id
      version
      username
      name
      kind
      status
      locked
      lockedUntil
      phone
      identityNumber
      demonstration
      mustChangePassword
      twoFactorEnabled
      lastSignInAt
      createdAt
      department {
        id
        name
        countyCode
      }
      grants @include(if: $withGrants) {
        id
        rowId
        role
        workArea
        scopeKind
        scopeName(locale: $locale)
      }
      grantTimeline @include(if: $withGrants) {
        ...GrantParts
      }
    }
  }
`)

export type UserOnPage = NonNullable<UserPageQuery['user']>
