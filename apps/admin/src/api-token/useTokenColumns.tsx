import { dayInChina, type Instant, type IsoDate } from '@yilian/domain/day.ts'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { instantText, MISSING } from '../i18n/format.ts'
import type { TableColumn } from '../table/columns.ts'
import { StateTag } from '../theme/StateTag.tsx'
import { tokenState, type Token } from './token.ts'
import { useRevoke } from './useRevoke.tsx'

const TONES = { working: 'green', expired: 'grey', revoked: 'grey' } as const

/** The list of everybody's tokens: whether those that work are shown, or those that do so no longer. */
interface Everybody {
  readonly working: boolean | undefined
  readonly onFilter: (working: boolean | undefined) => void
}

/** The columns of every list of tokens; with the owner, and a filter, where they are everybody's. */
export function useTokenColumns(everybody?: Everybody): TableColumn<Token, never>[] {
  const { t } = useTranslation('apiToken')
  const revoke = useRevoke()
  const [now] = useState(() => Date.now())
  const owner: TableColumn<Token, never> = {
    key: 'owner',
    title: t('owner'),
    width: 150,
    render: ({ owner: { name, username } }) => (
      <Link to="/users/$username" params={{ username }} search={{ tab: 'tokens' }}>
        {name}
      </Link>
    ),
  }
  return [
    {
      key: 'name',
      title: t('name'),
      width: 180,
      pinned: true,
      render: ({ name, prefix }) => (
        <>
          {name}
          <div style={{ color: '#616c78', fontSize: 12 }}>{prefix}…</div>
        </>
      ),
    },
    ...(everybody ? [owner] : []),
    {
      key: 'state',
      title: t('state'),
      width: 92,
      filter: everybody && {
        choices: [
          { value: 'true', label: t('working') },
          { value: 'false', label: t('ended') },
        ],
        chosen: everybody.working === undefined ? undefined : [String(everybody.working)],
        single: true,
        onChoose: (values) => everybody.onFilter(values === undefined ? undefined : values[0] === 'true'),
      },
      render: (token) => {
        const state = tokenState(token, now)
        return <StateTag tone={TONES[state]}>{t(state)}</StateTag>
      },
    },
    { key: 'access', title: t('access'), width: 116, render: ({ readOnly }) => (readOnly ? t('readOnly') : t('readWrite')) },
    { key: 'grants', title: t('grants'), width: 190, render: (token) => <Grants token={token} /> },
    { key: 'expires', title: t('expiresOn'), width: 112, render: ({ expiresAt }) => lastDayOf(expiresAt) },
    { key: 'created', title: t('created'), width: 136, render: ({ createdAt }) => instantText(createdAt) },
    {
      key: 'lastUsed',
      title: t('lastUsed'),
      width: 160,
      render: ({ lastUsedAt, lastUsedFrom }) =>
        lastUsedAt ? (
          <>
            {instantText(lastUsedAt)}
            {lastUsedFrom && <div style={{ color: '#616c78', fontSize: 12 }}>{t('from', { address: lastUsedFrom })}</div>}
          </>
        ) : (
          t('never')
        ),
    },
    {
      key: 'actions',
      title: t('actions'),
      width: 80,
      screenOnly: true,
      render: (token) =>
        tokenState(token, now) === 'working' ? (
          <Button type="link" size="small" danger aria-label={t('revokeOf', { name: token.name })} onClick={() => revoke(token)}>
            {t('revoke')}
          </Button>
        ) : (
          MISSING
        ),
    },
  ]
}

function Grants({ token }: { readonly token: Token }): ReactNode {
  const { t } = useTranslation('apiToken')
  if (!token.grants) return t('grantsAll')
  return token.grants.map(({ label }) => <div key={label}>{label}</div>)
}

/** It works until the midnight after its last day. */
function lastDayOf(expiresAt: Instant): IsoDate {
  return dayInChina(new Date(Date.parse(expiresAt) - 1))
}
