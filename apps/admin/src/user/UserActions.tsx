import { DownOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommandName } from '../command/useCommandName.ts'
import { useDialog } from '../command/useDialog.tsx'
import { GrantRoleDialog } from '../role-grant/GrantRoleDialog.tsx'
import { usePermissions } from '../session/use-may.ts'
import { ReviseUserDialog } from './ReviseUserDialog.tsx'
import type { UserOnPage } from './user-page.ts'
import { ResetPasswordDialog, UserCommandDialog } from './UserCommandDialogs.tsx'

/** What may be done with an account, by whoever looks at it. */
export function UserActions({ user }: { readonly user: UserOnPage }): ReactNode {
  const { t } = useTranslation('user')
  const name = useCommandName()
  const may = usePermissions()
  const { dialog, show } = useDialog()
  const person = user.kind === 'PERSON'
  const task = (key: 'disable' | 'enable' | 'unlock' | 'resetTwoFactor', danger = false) => ({
    key,
    label: name(({ disable: 'disableUser', enable: 'enableUser', unlock: 'unlockUser', resetTwoFactor: 'resetTwoFactor' } as const)[key]),
    danger,
    onClick: () => show((close) => <UserCommandDialog task={key} user={user} onClose={close} />),
  })
  const items = [
    ...(user.locked ? [task('unlock')] : []),
    ...(person
      ? [
          {
            key: 'resetPassword',
            label: name('resetPassword'),
            onClick: () => show((close) => <ResetPasswordDialog user={user} onClose={close} />),
          },
        ]
      : []),
    ...(user.twoFactorEnabled ? [task('resetTwoFactor')] : []),
    user.status === 'ACTIVE' ? task('disable', true) : task('enable'),
  ]
  return (
    <>
      {may('roleGrant.change') && (
        <Button
          type="primary"
          onClick={() => show((close) => <GrantRoleDialog user={user} grants={user.grantTimeline ?? []} onClose={close} />)}
        >
          {name('grantRole')}
        </Button>
      )}
      {may('user.change') && (
        <>
          <Button onClick={() => show((close) => <ReviseUserDialog user={user} onClose={close} />)}>{name('reviseUser')}</Button>
          <Dropdown trigger={['click']} menu={{ items }}>
            <Button>
              {t('more')} <DownOutlined />
            </Button>
          </Dropdown>
        </>
      )}
      {dialog}
    </>
  )
}
