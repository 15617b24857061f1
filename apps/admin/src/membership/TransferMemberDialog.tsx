import { issue } from '@yilian/domain/issue.ts'
import type { MembershipRole } from '@yilian/domain/membership-role.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandDialog } from '../command/CommandDialog.tsx'
import { CommandField } from '../command/CommandField.tsx'
import { useCommandName } from '../command/useCommandName.ts'
import { whenKnown } from '../command/when-known.ts'
import { AllianceSelect, type AllianceChoice } from '../fields/AllianceSelect.tsx'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { TransferMemberDocument } from './membership-documents.ts'
import { RoleSelect } from './RoleSelect.tsx'

/** The membership a command is about. */
export interface MembershipRef {
  readonly id: string
  readonly version: number
  readonly role: MembershipRole
  readonly institution: { readonly id: string; readonly name: string }
}

interface TransferMemberDialogProps {
  readonly membership: MembershipRef
  readonly from: { readonly id: string; readonly name: string }
  /** Proposed, when the way here already named it. */
  readonly to?: AllianceChoice | undefined
  readonly countyCode: string
  readonly onClose: () => void
}

/** 调整到…: leaves one alliance and joins another on the same day. */
export function TransferMemberDialog({ membership, from, to, countyCode, onClose }: TransferMemberDialogProps): ReactNode {
  const { t } = useTranslation('membership')
  const name = useCommandName()
  const label = useCodeLabel()
  const institution = membership.institution.name
  const initial: { readonly alliance: AllianceChoice | null; readonly role: MembershipRole } = {
    alliance: to ?? null,
    role: membership.role === 'LEAD' ? 'MEMBER' : membership.role,
  }
  return (
    <CommandDialog
      title={name('transferMember')}
      document={TransferMemberDocument}
      initial={initial}
      baseVersion={membership.version}
      countyCode={countyCode}
      issues={(draft) => (draft.alliance ? [] : [issue('toAllianceId', 'REQUIRED')])}
      toInput={(draft, { effectiveOn, documentId, note }, baseVersion) =>
        effectiveOn && draft.alliance
          ? {
              membershipId: membership.id,
              toAllianceId: draft.alliance.id,
              role: draft.role,
              effectiveOn,
              documentId,
              note: note.trim() || null,
              baseVersion,
            }
          : null
      }
      confirm={(draft, { effectiveOn }) =>
        whenKnown({ day: effectiveOn, institution, alliance: draft.alliance?.name }, (known) => t('transfer.confirm', known))
      }
      onClose={onClose}
    >
      {({ draft, set, common }) => (
        <>
          <p style={{ margin: '0 0 12px' }}>
            {t('transfer.from', { institution, alliance: from.name, role: label('membershipRole', membership.role) })}
          </p>
          <CommandField name="toAllianceId" label={t('field.toAlliance')} required>
            {(control) => (
              <AllianceSelect
                control={control}
                value={draft.alliance}
                onChange={(alliance) => set({ alliance })}
                asOf={common.effectiveOn}
                except={from.id}
                countyCode={countyCode}
              />
            )}
          </CommandField>
          <CommandField name="role" label={t('field.role')} required>
            {(control) => <RoleSelect control={control} value={draft.role} onChange={(role) => set({ role })} />}
          </CommandField>
        </>
      )}
    </CommandDialog>
  )
}
