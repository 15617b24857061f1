import type { ReactNode } from 'react'
import { useQuery } from 'urql'
import { TokensPanel } from '../api-token/TokensPanel.tsx'
import { QueryView } from '../client/QueryView.tsx'
import { graphql } from '../graphql/gql.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { useMay } from '../session/use-may.ts'
import type { UserOnPage } from './user-page.ts'

const UserTokensDocument = graphql(`
  query UserTokens($username: String!, $locale: Locale!) {
    user(username: $username) {
      id
      tokens {
        ...TokenParts
      }
    }
  }
`)
const WITH_TOKENS = { additionalTypenames: ['ApiToken'] }

/** 令牌 of one account; for service accounts they are made here. */
export function UserTokensTab({ user }: { readonly user: UserOnPage }): ReactNode {
  const locale = useLocale()
  const mayMake = useMay('user.change') && user.kind === 'SERVICE' && user.status === 'ACTIVE'
  const query = useQuery({ query: UserTokensDocument, variables: { username: user.username, locale }, context: WITH_TOKENS })
  return (
    <QueryView query={query}>
      {({ user: found }) => <TokensPanel tokens={found?.tokens ?? []} grants={user.grants ?? []} owner={user} mayCreate={mayMake} />}
    </QueryView>
  )
}
