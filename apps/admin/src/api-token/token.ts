import type { Instant } from '@yilian/domain/day.ts'
import { graphql } from '../graphql/gql.ts'
import type { TokenPartsFragment } from '../graphql/graphql.ts'

export const TokenParts = graphql(`
  fragment TokenParts on ApiToken {
    id
    name
    prefix
    readOnly
    expiresAt
    createdAt
    lastUsedAt
    lastUsedFrom
    revokedAt
    grants {
      label(locale: $locale)
    }
    owner {
      id
      username
      name
    }
  }
`)

export type Token = TokenPartsFragment
export type TokenState = 'working' | 'expired' | 'revoked'

export function tokenState({ revokedAt, expiresAt }: Pick<Token, 'revokedAt' | 'expiresAt'>, now: number): TokenState {
  if (revokedAt) return 'revoked'
  return Date.parse(expiresAt satisfies Instant) <= now ? 'expired' : 'working'
}
