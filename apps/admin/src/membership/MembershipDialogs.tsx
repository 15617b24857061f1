import { issue } from '@yilian/domain/issue.ts'
import type { MembershipRole } from '@yilian/domain/membership-role.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandDialog } from '../command/CommandDialog.tsx'
import { CommandField } from '../command/CommandField.tsx'
import { useCommandName } from '../command/useCommandName.ts'
import { whenKnown } from '../command/when-known.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { ChangeRoleDocument, WithdrawMemberDocument } from './membership-documents.ts'
import { RoleSelect } from './RoleSelect.tsx'
import type { MembershipRef } from './TransferMemberDialog.tsx'

interface MembershipDialogProps {
  readonly membership: MembershipRef
  readonly alliance: { readonly id: string; readonly name: string; readonly countyCode: string }
  readonly onClose: () => void
}

/** 退出: the membership ends on the effective day; what was planned for later is cancelled. */
export function WithdrawMemberDialog({ membership, alliance, onClose }: MembershipDialogProps): ReactNode {
  const { t } = useTranslation('membership')
  const name = useCommandName()
  return (
    <CommandDialog
      title={name('withdrawMember')}
      danger
      document={WithdrawMemberDocument}
      initial={{}}
      baseVersion={membership.version}
      countyCode={alliance.countyCode}
      toInput={(_, { effectiveOn, documentId, note }, baseVersion) =>
        effectiveOn && { membershipId: membership.id, effectiveOn, documentId, note: note.trim() || null, baseVersion }
      }
      confirm={(_, { effectiveOn }) =>
        whenKnown({ day: effectiveOn, institution: membership.institution.name, alliance: alliance.name }, (known) =>
          t('withdraw.confirm', known),
        )
      }
      onClose={onClose}
    >
      {() => <Subject membership={membership} alliance={alliance} />}
    </CommandDialog>
  )
}

/** 变更角色: something else in the same alliance from the effective day. */
export function ChangeRoleDialog({ membership, alliance, onClose }: MembershipDialogProps): ReactNode {
  const { t } = useTranslation('membership')
  const name = useCommandName()
  const label = useCodeLabel()
  const initial: { readonly role: MembershipRole | null } = { role: null }
  return (
    <CommandDialog
      title={name('changeRole')}
      document={ChangeRoleDocument}
      initial={initial}
      baseVersion={membership.version}
      countyCode={alliance.countyCode}
      issues={({ role }) => (role === null ? [issue('role', 'REQUIRED')] : [])}
      toInput={({ role }, { effectiveOn, documentId, note }, baseVersion) =>
        effectiveOn && role ? { membershipId: membership.id, role, effectiveOn, documentId, note: note.trim() || null, baseVersion } : null
      }
      confirm={({ role }, { effectiveOn }) =>
        whenKnown({ day: effectiveOn, institution: membership.institution.name, role: role && label('membershipRole', role) }, (known) =>
          t('changeRole.confirm', known),
        )
      }
      onClose={onClose}
    >
      {({ draft, set }) => (
        <>
          <Subject membership={membership} alliance={alliance} />
          <CommandField name="role" label={t('field.role')} required>
            {(control) => <RoleSelect control={control} value={draft.role} onChange={(role) => set({ role })} except={membership.role} />}
          </CommandField>
        </>
      )}
    </CommandDialog>
  )
}

function Subject({ membership, alliance }: Pick<MembershipDialogProps, 'membership' | 'alliance'>): ReactNode {
  const { t } = useTranslation('membership')
  const label = useCodeLabel()
  return (
    <p style={{ margin: '0 0 12px' }}>
      {t('transfer.from', {
        institution: membership.institution.name,
        alliance: alliance.name,
        role: label('membershipRole', membership.role),
      })}
    </p>
  )
}
