import { graphql } from '../graphql/gql.ts'
import type { UserListQuery } from '../graphql/graphql.ts'

export const UserListDocument = graphql(`
  query UserList(
    $filter: UserFilter
    $orderBy: UserOrder
    $descending: Boolean
    $first: Int
    $after: String
    $last: Int
    $before: String
    $locale: Locale!
  ) {
    users(filter: $filter, orderBy: $orderBy, descending: $descending, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      nodes {
        id
        username
        name
        kind
        status
        locked
        mustChangePassword
        demonstration
        phone
        twoFactorEnabled
        lastSignInAt
        createdAt
        department {
          id
          name
        }
        grants {
          label(locale: $locale)
        }
      }
    }
    departments {
      id
      name
    }
  }
`)

export type UserRow = UserListQuery['users']['nodes'][number]
