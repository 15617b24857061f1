import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { QueryView } from '../client/QueryView.tsx'
import { UserChanges } from '../history/UserChanges.tsx'
import { instantText } from '../i18n/format.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { GrantsPanel } from '../role-grant/GrantsPanel.tsx'
import { useGrantName } from '../role-grant/useGrantName.ts'
import { usePermissions } from '../session/use-may.ts'
import { NothingFound } from '../shell/NotFoundPage.tsx'
import { PageHead, type Fact } from '../shell/PageHead.tsx'
import { UserActions } from './UserActions.tsx'
import { UserOverviewTab } from './UserOverviewTab.tsx'
import { UserPageDocument, type UserOnPage } from './user-page.ts'
import { USER_TABS, type UserTab } from './user-search.ts'
import { UserTags } from './UserTags.tsx'
import { UserTokensTab } from './UserTokensTab.tsx'

/** One account: who it is, what it may do since when, its tokens, and what was changed. */
export function UserPage(): ReactNode {
  const { t } = useTranslation('user')
  const locale = useLocale()
  const { username } = useParams({ from: '/users/$username' })
  const { tab = 'overview' } = useSearch({ from: '/users/$username' })
  const may = usePermissions()
  const query = useQuery({ query: UserPageDocument, variables: { username, withGrants: may('roleGrant.read'), locale } })
  return (
    <QueryView query={query}>
      {({ user }) =>
        user ? (
          <>
            <UserHead user={user} tab={tab} />
            {tab === 'overview' && <UserOverviewTab user={user} />}
            {tab === 'grants' && <GrantsPanel grants={user.grantTimeline ?? []} user={user} mayChange={may('roleGrant.change')} />}
            {tab === 'tokens' && <UserTokensTab user={user} />}
            {tab === 'changes' && <UserChanges username={user.username} />}
          </>
        ) : (
          <NothingFound thing={t('one')}>
            <Link to="/users">{t('back')}</Link>
          </NothingFound>
        )
      }
    </QueryView>
  )
}

function UserHead({ user, tab }: { readonly user: UserOnPage; readonly tab: UserTab }): ReactNode {
  const { t } = useTranslation('user')
  const { t: shell } = useTranslation('shell')
  const navigate = useNavigate({ from: '/users/$username' })
  const may = usePermissions()
  const grantName = useGrantName()
  const seesTokens = may('apiToken.oversee') || (user.kind === 'SERVICE' && may('user.change'))
  const tabs = USER_TABS.filter((key) => (key === 'grants' ? may('roleGrant.read') : key === 'tokens' ? seesTokens : true))
  const roles = (user.grants ?? []).map(grantName.whole)
  const facts: Fact[] = [
    { label: t('column.username'), value: user.username },
    { label: t('column.department'), value: user.department?.name ?? t('noDepartment') },
    ...(may('roleGrant.read') ? [{ label: t('column.roles'), value: roles.length === 0 ? t('noRoles') : roles.join(shell('list')) }] : []),
    { label: t('column.lastSignIn'), value: user.lastSignInAt ? instantText(user.lastSignInAt) : t('never') },
  ]
  return (
    <PageHead
      back={<Link to="/users">{t('title')}</Link>}
      title={user.name}
      tags={<UserTags user={user} />}
      facts={facts}
      actions={<UserActions user={user} />}
      tabs={tabs.map((key) => ({ key, label: t(`tabs.${key}`) }))}
      tab={tab}
      onTab={(next) => void navigate({ search: (before) => ({ ...before, tab: next === 'overview' ? undefined : next }) })}
    />
  )
}
