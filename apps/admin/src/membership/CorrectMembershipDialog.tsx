import { stretchIssues, type Stretch } from '@yilian/domain/dated.ts'
import type { MembershipRole } from '@yilian/domain/membership-role.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandDialog } from '../command/CommandDialog.tsx'
import { StretchField } from '../command/StretchField.tsx'
import { useCommandName } from '../command/useCommandName.ts'
import { LegalPersonSelect } from './LegalPersonSelect.tsx'
import { CorrectMembershipDocument } from './membership-documents.ts'
import { RoleSelect } from './RoleSelect.tsx'
import type { MembershipRef } from './TransferMemberDialog.tsx'

interface Value {
  readonly role: MembershipRole
  readonly legalPersonKept: boolean | null
}
type MembershipStretch = Stretch<Value>

interface CorrectMembershipDialogProps {
  readonly membership: MembershipRef
  readonly alliance: { readonly id: string; readonly name: string; readonly countyCode: string }
  /** The membership's stretches as known now. */
  readonly stretches: readonly MembershipStretch[]
  readonly onClose: () => void
}

/** 更正: all stretches of one membership as they truly were; none at all says that it never was. */
export function CorrectMembershipDialog({ membership, alliance, stretches, onClose }: CorrectMembershipDialogProps): ReactNode {
  const { t } = useTranslation('membership')
  const name = useCommandName()
  const names = { institution: membership.institution.name, alliance: alliance.name }
  const initial: { readonly stretches: readonly MembershipStretch[] } = { stretches }
  return (
    <CommandDialog
      title={name('correctMembership')}
      correction
      wide
      dated={false}
      document={CorrectMembershipDocument}
      initial={initial}
      baseVersion={membership.version}
      countyCode={alliance.countyCode}
      issues={(draft) => stretchIssues(draft.stretches)}
      toInput={(draft, { documentId, note }, baseVersion) => ({
        membershipId: membership.id,
        stretches: [...draft.stretches],
        documentId,
        note: note.trim() || null,
        baseVersion,
      })}
      confirm={(draft) => t(draft.stretches.length === 0 ? 'correct.confirmNever' : 'correct.confirm', names)}
      onClose={onClose}
    >
      {({ draft, set }) => (
        <>
          <p style={{ marginTop: 0 }}>{t('correct.explain', names)}</p>
          <StretchField<Value>
            stretches={draft.stretches}
            onChange={(next) => set({ stretches: next })}
            fields={['role']}
            none={t('correct.none')}
            fresh={() => ({
              role: draft.stretches.at(-1)?.role ?? 'MEMBER',
              legalPersonKept: draft.stretches.at(-1)?.legalPersonKept ?? null,
            })}
          >
            {(stretch, change, row) => (
              <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 8 }}>
                <RoleSelect label={`${t('field.role')} ${row + 1}`} value={stretch.role} onChange={(role) => change({ role })} />
                <LegalPersonSelect
                  label={`${t('field.legalPerson')} ${row + 1}`}
                  value={stretch.legalPersonKept}
                  onChange={(legalPersonKept) => change({ legalPersonKept })}
                  prefix={t('field.legalPerson')}
                />
              </div>
            )}
          </StretchField>
        </>
      )}
    </CommandDialog>
  )
}
