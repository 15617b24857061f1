import { issue, type Issue } from '@yilian/domain/issue.ts'
import { normalisePersonal, PERSONAL_FIELDS, type PersonalField } from '@yilian/domain/personal-data.ts'
import { Checkbox, Input } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandField } from '../command/CommandField.tsx'
import { CommandFrame } from '../command/CommandFrame.tsx'
import { useCommandName } from '../command/useCommandName.ts'
import { DepartmentSelect } from '../department/DepartmentSelect.tsx'
import { useLocale } from '../i18n/useLocale.ts'
import { personalIssuesOf } from './CreateUserDialog.tsx'
import { ReviseUserDocument } from './user-documents.ts'
import type { UserOnPage } from './user-page.ts'

const KEYS = { phone: 'PHONE', identityNumber: 'IDENTITY_NUMBER' } as const satisfies Record<string, PersonalField>
type Key = keyof typeof KEYS

interface Draft {
  readonly name: string
  readonly departmentId: string | null
  readonly phone: string
  readonly identityNumber: string
  /** What is on record and is to be taken away. */
  readonly removed: readonly Key[]
}

interface ReviseUserDialogProps {
  readonly user: UserOnPage
  readonly onClose: () => void
}

/** 修改用户: name and department; personal data only where something is typed, for they are not shown. */
export function ReviseUserDialog({ user, onClose }: ReviseUserDialogProps): ReactNode {
  const { t } = useTranslation('user')
  const name = useCommandName()
  const initial: Draft = { name: user.name, departmentId: user.department?.id ?? null, phone: '', identityNumber: '', removed: [] }
  const issues = (draft: Draft): Issue[] => [
    ...(draft.name.trim() === '' ? [issue('name', 'REQUIRED')] : []),
    ...(draft.name.length > 50 ? [issue('name', 'TOO_LONG', { max: 50 })] : []),
    ...personalIssuesOf(draft),
  ]
  // Left out it stays, null takes it away.
  const personal = (draft: Draft, key: Key) => {
    if (draft.removed.includes(key)) return { [key]: null }
    return draft[key].trim() === '' ? {} : { [key]: normalisePersonal(KEYS[key], draft[key]) }
  }
  return (
    <CommandFrame
      title={name('reviseUser')}
      effect={false}
      dated={false}
      document={ReviseUserDocument}
      initial={initial}
      baseVersion={user.version}
      issues={issues}
      toInput={(draft, { note }, baseVersion) => ({
        userId: user.id,
        baseVersion,
        name: draft.name.trim(),
        departmentId: draft.departmentId,
        ...personal(draft, 'phone'),
        ...personal(draft, 'identityNumber'),
        note: note.trim() || null,
      })}
      confirm={() => t('revise.confirm', { name: user.name })}
      onClose={onClose}
    >
      {({ draft, set }) => (
        <>
          <CommandField name="name" label={t('field.name')} required>
            {(control) => (
              <Input {...control} autoComplete="off" value={draft.name} onChange={({ target }) => set({ name: target.value })} />
            )}
          </CommandField>
          <CommandField name="departmentId" label={t('field.department')}>
            {(control) => (
              <DepartmentSelect control={control} value={draft.departmentId} onChange={(departmentId) => set({ departmentId })} />
            )}
          </CommandField>
          {user.kind === 'PERSON' &&
            (['phone', 'identityNumber'] as const).map((key) => (
              <PersonalInput
                key={key}
                name={key}
                masked={user[key] ?? null}
                value={draft[key]}
                removed={draft.removed.includes(key)}
                onChange={(value) => set({ [key]: value })}
                onRemove={(remove) => set({ removed: remove ? [...draft.removed, key] : draft.removed.filter((one) => one !== key) })}
              />
            ))}
        </>
      )}
    </CommandFrame>
  )
}

interface PersonalInputProps {
  readonly name: Key
  readonly masked: string | null
  readonly value: string
  readonly removed: boolean
  readonly onChange: (value: string) => void
  readonly onRemove: (remove: boolean) => void
}

function PersonalInput({ name, masked, value, removed, onChange, onRemove }: PersonalInputProps): ReactNode {
  const { t } = useTranslation('user')
  const locale = useLocale()
  return (
    <CommandField name={name} label={t(`field.${name}`)} help={masked === null ? null : t('field.keep', { masked })}>
      {(control) => (
        <>
          <Input {...control} autoComplete="off" disabled={removed} value={value} onChange={({ target }) => onChange(target.value)} />
          {masked !== null && (
            <Checkbox checked={removed} onChange={({ target }) => onRemove(target.checked)} style={{ marginTop: 4 }}>
              {t('field.remove', { field: PERSONAL_FIELDS[KEYS[name]][locale] })}
            </Checkbox>
          )}
        </>
      )}
    </CommandField>
  )
}
