import { ROLES } from '@yilian/domain/access/role.ts'
import { USER_KINDS, USER_STATUSES } from '@yilian/domain/user.ts'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { instantText, MISSING } from '../i18n/format.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { keysOf, useTextChoices } from '../i18n/useTextChoices.ts'
import { oneOf } from '../shell/address.ts'
import type { ColumnFilter, TableColumn } from '../table/columns.ts'
import type { UserRow } from './user-list.ts'
import type { UserSearch, UserSort } from './user-search.ts'
import { UserTags } from './UserTags.tsx'

interface Department {
  readonly id: string
  readonly name: string
}

export function useUserColumns(
  search: UserSearch,
  onSearch: (patch: UserSearch) => void,
  departments: readonly Department[],
): TableColumn<UserRow, UserSort>[] {
  const { t } = useTranslation('user')
  const locale = useLocale()
  const choices = useTextChoices()
  const single = (chosen: string | undefined, offered: ColumnFilter['choices'], onChoose: (value: string | undefined) => void) => ({
    choices: offered,
    chosen: chosen === undefined ? undefined : [chosen],
    single: true,
    onChoose: (values: string[] | undefined) => onChoose(values?.[0]),
  })
  const roles = keysOf(ROLES).map((value) => ({ value, label: ROLES[value].label[locale] }))
  return [
    {
      key: 'name',
      title: t('column.name'),
      width: 116,
      pinned: true,
      sort: 'NAME',
      render: ({ username, name }) => (
        <Link to="/users/$username" params={{ username }}>
          {name}
        </Link>
      ),
    },
    { key: 'username', title: t('column.username'), width: 130, sort: 'USERNAME', render: ({ username }) => username },
    {
      key: 'roles',
      title: t('column.roles'),
      width: 272,
      filter: single(search.role, roles, (value) => onSearch({ role: oneOf(value, keysOf(ROLES)) })),
      render: ({ grants }) => (grants.length === 0 ? t('noRoles') : grants.map(({ label }) => <div key={label}>{label}</div>)),
    },
    {
      key: 'status',
      title: t('column.status'),
      width: 176,
      filter: single(search.status, choices(USER_STATUSES), (value) => onSearch({ status: oneOf(value, keysOf(USER_STATUSES)) })),
      render: (user) => <UserTags user={user} />,
    },
    {
      key: 'department',
      title: t('column.department'),
      width: 116,
      filter: single(
        search.department,
        departments.map(({ id, name }) => ({ value: id, label: name })),
        (department) => onSearch({ department }),
      ),
      render: ({ department }) => department?.name ?? MISSING,
    },
    {
      key: 'lastSignIn',
      title: t('column.lastSignIn'),
      width: 140,
      sort: 'LAST_SIGN_IN',
      render: ({ lastSignInAt }) => (lastSignInAt ? instantText(lastSignInAt) : t('never')),
    },
    {
      key: 'secondFactor',
      title: t('column.secondFactor'),
      width: 92,
      render: ({ twoFactorEnabled }) => (twoFactorEnabled ? t('secondFactor.on') : t('secondFactor.off')),
    },
    { key: 'phone', title: t('column.phone'), width: 120, render: ({ phone }) => phone ?? MISSING },
    {
      key: 'kind',
      title: t('column.kind'),
      width: 110,
      filter: single(search.kind, choices(USER_KINDS), (value) => onSearch({ kind: oneOf(value, keysOf(USER_KINDS)) })),
      render: ({ kind }) => USER_KINDS[kind][locale],
    },
    {
      key: 'created',
      title: t('column.created'),
      width: 140,
      sort: 'CREATED',
      optional: true,
      render: ({ createdAt }) => instantText(createdAt),
    },
  ]
}
