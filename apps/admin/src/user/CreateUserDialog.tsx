import { normalUsername, usernameIssues } from '@yilian/domain/access/username.ts'
import { passwordIssues } from '@yilian/domain/access/password.ts'
import { issue, type Issue } from '@yilian/domain/issue.ts'
import { normalisePersonal, personalIssues } from '@yilian/domain/personal-data.ts'
import { USER_KINDS, type UserKind } from '@yilian/domain/user.ts'
import { Input, Radio } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandField } from '../command/CommandField.tsx'
import { CommandFrame } from '../command/CommandFrame.tsx'
import { useCommandName } from '../command/useCommandName.ts'
import { whenKnown } from '../command/when-known.ts'
import { DepartmentSelect } from '../department/DepartmentSelect.tsx'
import { useTextChoices } from '../i18n/useTextChoices.ts'
import { usePasswordRules } from '../session/page-session.ts'
import { NewPasswordField } from './NewPasswordField.tsx'
import { CreateUserDocument } from './user-documents.ts'

interface Draft {
  readonly kind: UserKind
  readonly username: string
  readonly name: string
  readonly departmentId: string | null
  readonly phone: string
  readonly identityNumber: string
  readonly password: string
}

const EMPTY: Draft = { kind: 'PERSON', username: '', name: '', departmentId: null, phone: '', identityNumber: '', password: '' }

/** 新建用户: an account without any role yet. */
export function CreateUserDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('user')
  const name = useCommandName()
  const choices = useTextChoices()
  const rules = usePasswordRules()
  const issues = (draft: Draft): Issue[] => {
    const username = normalUsername(draft.username)
    const person = draft.kind === 'PERSON'
    return [
      ...usernameIssues(username),
      ...(draft.name.trim() === '' ? [issue('name', 'REQUIRED')] : []),
      ...(draft.name.length > 50 ? [issue('name', 'TOO_LONG', { max: 50 })] : []),
      ...(person ? personalIssuesOf(draft) : []),
      ...(!person
        ? []
        : draft.password === ''
          ? [issue('password', 'REQUIRED')]
          : passwordIssues({ password: draft.password, username }, rules)),
    ]
  }
  return (
    <CommandFrame
      title={name('createUser')}
      effect={false}
      dated={false}
      document={CreateUserDocument}
      initial={EMPTY}
      issues={issues}
      toInput={(draft, { note }) => {
        const person = draft.kind === 'PERSON'
        return {
          kind: draft.kind,
          username: normalUsername(draft.username),
          name: draft.name.trim(),
          departmentId: draft.departmentId,
          phone: person ? normalisePersonal('PHONE', draft.phone) || null : null,
          identityNumber: person ? normalisePersonal('IDENTITY_NUMBER', draft.identityNumber) || null : null,
          password: person ? draft.password : null,
          note: note.trim() || null,
        }
      }}
      confirm={(draft) => whenKnown({ name: draft.name.trim() }, (known) => t('create.confirm', known))}
      onClose={onClose}
    >
      {({ draft, set }) => (
        <>
          <CommandField name="kind" label={t('field.kind')} required>
            {({ id }) => (
              <Radio.Group
                id={id}
                aria-label={t('field.kind')}
                value={draft.kind}
                onChange={({ target }) => set({ kind: target.value })}
                options={choices(USER_KINDS)}
              />
            )}
          </CommandField>
          <CommandField name="name" label={t('field.name')} required>
            {(control) => (
              <Input {...control} autoComplete="off" value={draft.name} onChange={({ target }) => set({ name: target.value })} />
            )}
          </CommandField>
          <CommandField name="username" label={t('field.username')} required help={t('field.usernameHint')}>
            {(control) => (
              <Input
                {...control}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                value={draft.username}
                onChange={({ target }) => set({ username: target.value })}
              />
            )}
          </CommandField>
          <CommandField name="departmentId" label={t('field.department')}>
            {(control) => (
              <DepartmentSelect control={control} value={draft.departmentId} onChange={(departmentId) => set({ departmentId })} />
            )}
          </CommandField>
          {draft.kind === 'PERSON' && (
            <>
              <CommandField name="phone" label={t('field.phone')} help={t('field.phoneHint')}>
                {(control) => (
                  <Input
                    {...control}
                    autoComplete="off"
                    inputMode="tel"
                    value={draft.phone}
                    onChange={({ target }) => set({ phone: target.value })}
                  />
                )}
              </CommandField>
              <CommandField name="identityNumber" label={t('field.identityNumber')} help={t('field.identityHint')}>
                {(control) => (
                  <Input
                    {...control}
                    autoComplete="off"
                    value={draft.identityNumber}
                    onChange={({ target }) => set({ identityNumber: target.value })}
                  />
                )}
              </CommandField>
              <NewPasswordField
                name="password"
                label={t('field.password')}
                username={normalUsername(draft.username)}
                value={draft.password}
                onChange={(password) => set({ password })}
              />
            </>
          )}
        </>
      )}
    </CommandFrame>
  )
}

/** What is wrong with the personal data that were typed; empty ones are none. */
export function personalIssuesOf({ phone, identityNumber }: Pick<Draft, 'phone' | 'identityNumber'>): Issue[] {
  return [
    ...(phone.trim() === '' ? [] : personalIssues('phone', 'PHONE', normalisePersonal('PHONE', phone))),
    ...(identityNumber.trim() === ''
      ? []
      : personalIssues('identityNumber', 'IDENTITY_NUMBER', normalisePersonal('IDENTITY_NUMBER', identityNumber))),
  ]
}
