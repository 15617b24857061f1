import { passwordIssues } from '@yilian/domain/access/password.ts'
import { issue } from '@yilian/domain/issue.ts'
import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandFrame } from '../command/CommandFrame.tsx'
import { useCommandName } from '../command/useCommandName.ts'
import { usePasswordRules } from '../session/page-session.ts'
import { NewPasswordField } from './NewPasswordField.tsx'
import {
  DisableUserDocument,
  EnableUserDocument,
  ResetPasswordDocument,
  ResetTwoFactorDocument,
  UnlockUserDocument,
} from './user-documents.ts'

export interface UserDialogProps {
  readonly user: { readonly id: string; readonly username: string; readonly name: string }
  readonly onClose: () => void
}

const COMMANDS = {
  disable: { command: 'disableUser', document: DisableUserDocument, danger: true },
  enable: { command: 'enableUser', document: EnableUserDocument, danger: false },
  unlock: { command: 'unlockUser', document: UnlockUserDocument, danger: false },
  resetTwoFactor: { command: 'resetTwoFactor', document: ResetTwoFactorDocument, danger: true },
} as const

/** 停用、启用、解锁、解除动态口令: what needs no more than to be confirmed, with what follows from it. */
export function UserCommandDialog({ user, task, onClose }: UserDialogProps & { readonly task: keyof typeof COMMANDS }): ReactNode {
  const { t } = useTranslation('user')
  const name = useCommandName()
  const { command, document, danger } = COMMANDS[task]
  return (
    <CommandFrame
      title={name(command)}
      effect={false}
      dated={false}
      danger={danger}
      document={document}
      initial={{}}
      toInput={(_, { note }) => ({ userId: user.id, note: note.trim() || null })}
      confirm={() => t(`${task}.confirm`, { name: user.name })}
      onClose={onClose}
    >
      {() => <Alert type={danger ? 'warning' : 'info'} showIcon title={t(`${task}.explain`)} />}
    </CommandFrame>
  )
}

/** 重置密码: a new one that is handed over, and must be changed at the next sign-in. */
export function ResetPasswordDialog({ user, onClose }: UserDialogProps): ReactNode {
  const { t } = useTranslation('user')
  const name = useCommandName()
  const rules = usePasswordRules()
  return (
    <CommandFrame
      title={name('resetPassword')}
      effect={false}
      dated={false}
      danger
      document={ResetPasswordDocument}
      initial={{ newPassword: '' }}
      issues={({ newPassword }) =>
        newPassword === ''
          ? [issue('newPassword', 'REQUIRED')]
          : passwordIssues({ password: newPassword, username: user.username }, rules, 'newPassword')
      }
      toInput={({ newPassword }, { note }) => ({ userId: user.id, newPassword, note: note.trim() || null })}
      confirm={() => t('resetPassword.confirm', { name: user.name })}
      onClose={onClose}
    >
      {({ draft, set }) => (
        <>
          <Alert type="warning" showIcon title={t('resetPassword.explain')} style={{ marginBottom: 12 }} />
          <NewPasswordField
            name="newPassword"
            label={t('field.newPassword')}
            username={user.username}
            value={draft.newPassword}
            onChange={(newPassword) => set({ newPassword })}
          />
        </>
      )}
    </CommandFrame>
  )
}
