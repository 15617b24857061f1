import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { TokensPanel } from '../api-token/TokensPanel.tsx'
import { QueryView } from '../client/QueryView.tsx'
import { graphql } from '../graphql/gql.ts'
import { instantText, MISSING } from '../i18n/format.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { useGrantName } from '../role-grant/useGrantName.ts'
import { PageHead } from '../shell/PageHead.tsx'
import { ACCOUNT_TABS } from './account.routes.ts'
import { MyGrantsTab } from './MyGrantsTab.tsx'
import { SecurityTab } from './SecurityTab.tsx'
import { SessionsTab } from './SessionsTab.tsx'

const AccountDocument = graphql(`
  query Account($locale: Locale!) {
    viewer {
      id
      username
      name
      user {
        id
        twoFactorEnabled
        lastSignInAt
        department {
          id
          name
        }
        grantTimeline {
          ...GrantParts
        }
      }
      grants {
        ...GrantParts
      }
      tokens {
        ...TokenParts
      }
    }
  }
`)
const WITH_TOKENS = { additionalTypenames: ['ApiToken'] }

/** 个人设置: password and second factor, sessions, tokens, and what one has been granted. */
export function AccountPage(): ReactNode {
  const { t } = useTranslation('account')
  const { t: shell } = useTranslation('shell')
  const locale = useLocale()
  const { tab = 'security' } = useSearch({ from: '/account' })
  const navigate = useNavigate({ from: '/account' })
  const grantName = useGrantName()
  const query = useQuery({ query: AccountDocument, variables: { locale }, context: WITH_TOKENS })
  const [, read] = query
  return (
    <QueryView query={query}>
      {({ viewer }) => {
        const { user, grants } = viewer
        const roles = grants.map(grantName.whole)
        return (
          <>
            <PageHead
              title={viewer.name}
              facts={[
                { label: t('facts.username'), value: viewer.username ?? MISSING },
                { label: t('facts.department'), value: user?.department?.name ?? t('noDepartment') },
                { label: t('facts.roles'), value: roles.length === 0 ? t('noRoles') : roles.join(shell('list')) },
                { label: t('facts.lastSignIn'), value: user?.lastSignInAt ? instantText(user.lastSignInAt) : MISSING },
              ]}
              tabs={ACCOUNT_TABS.map((key) => ({ key, label: t(`tabs.${key}`) }))}
              tab={tab}
              onTab={(next) => void navigate({ search: (before) => ({ ...before, tab: next === 'security' ? undefined : next }) })}
            />
            {tab === 'security' && (
              <SecurityTab
                username={viewer.username ?? ''}
                twoFactorEnabled={user?.twoFactorEnabled ?? false}
                onChanged={() => read({ requestPolicy: 'network-only' })}
              />
            )}
            {tab === 'sessions' && <SessionsTab />}
            {tab === 'tokens' && <TokensPanel tokens={viewer.tokens} grants={grants} mayCreate />}
            {tab === 'grants' && <MyGrantsTab grants={grants} timeline={user?.grantTimeline ?? []} user={viewer} />}
          </>
        )
      }}
    </QueryView>
  )
}
