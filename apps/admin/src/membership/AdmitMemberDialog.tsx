import { Button } from 'antd'
import { allianceKindRules, type AllianceKind } from '@yilian/domain/alliance-kind.ts'
import { addDays, type IsoDate } from '@yilian/domain/day.ts'
import { issue } from '@yilian/domain/issue.ts'
import { exclusiveGroupOf, membershipIssues } from '@yilian/domain/membership.ts'
import type { MembershipRole } from '@yilian/domain/membership-role.ts'
import { lastDay, overlaps } from '@yilian/domain/period.ts'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandDialog } from '../command/CommandDialog.tsx'
import { CommandField } from '../command/CommandField.tsx'
import { useCommandName } from '../command/useCommandName.ts'
import { whenKnown } from '../command/when-known.ts'
import { DayField } from '../fields/DayField.tsx'
import { InstitutionSelect, type InstitutionChoice } from '../fields/InstitutionSelect.tsx'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { LegalPersonSelect } from './LegalPersonSelect.tsx'
import { AdmitMemberDocument } from './membership-documents.ts'
import { othersOf } from './others.ts'
import { RoleSelect } from './RoleSelect.tsx'
import { TransferMemberDialog } from './TransferMemberDialog.tsx'

/** The alliance a command is about. */
export interface AllianceRef {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly kind: AllianceKind
  readonly countyCode: string
}

interface Draft {
  readonly institution: InstitutionChoice | null
  readonly role: MembershipRole
  readonly legalPersonKept: boolean | null
  readonly until: IsoDate | null
}

interface AdmitMemberDialogProps {
  readonly alliance: AllianceRef
  readonly onClose: () => void
}

/** 纳入成员. Where the institution is held by another alliance of the same exclusive group, a transfer is offered. */
export function AdmitMemberDialog({ alliance, onClose }: AdmitMemberDialogProps): ReactNode {
  const { t } = useTranslation('membership')
  const name = useCommandName()
  const label = useCodeLabel()
  const [transfer, setTransfer] = useState<InstitutionChoice['membershipTimeline'][number] | null>(null)
  const [institution, setInstitution] = useState<InstitutionChoice | null>(null)
  const initial: Draft = { institution: null, role: 'MEMBER', legalPersonKept: null, until: null }
  if (transfer && institution) {
    return (
      <TransferMemberDialog
        membership={{ id: transfer.id, version: transfer.version, role: transfer.role, institution }}
        from={transfer.alliance}
        to={{ ...alliance, stage: 'OPERATING', memberCount: 0 }}
        countyCode={alliance.countyCode}
        onClose={onClose}
      />
    )
  }
  return (
    <CommandDialog
      title={name('admitMember')}
      document={AdmitMemberDocument}
      initial={initial}
      baseVersion={alliance.version}
      countyCode={alliance.countyCode}
      issues={(draft, { effectiveOn }) => {
        if (!draft.institution) return [issue('institutionId', 'REQUIRED')]
        if (!effectiveOn) return []
        const { name, category } = draft.institution
        return membershipIssues(
          {
            id: null,
            allianceId: alliance.id,
            allianceKind: alliance.kind,
            role: draft.role,
            validFrom: effectiveOn,
            validTo: draft.until,
            institutionName: name,
            category,
          },
          othersOf(draft.institution),
        )
      }}
      toInput={(draft, { effectiveOn, documentId, note }, baseVersion) =>
        effectiveOn && draft.institution
          ? {
              allianceId: alliance.id,
              institutionId: draft.institution.id,
              role: draft.role,
              legalPersonKept: draft.legalPersonKept,
              until: draft.until,
              effectiveOn,
              documentId,
              note: note.trim() || null,
              baseVersion,
            }
          : null
      }
      confirm={(draft, { effectiveOn }) =>
        whenKnown(
          { day: effectiveOn, institution: draft.institution?.name, alliance: alliance.name, role: label('membershipRole', draft.role) },
          (known) => t('admit.confirm', known),
        )
      }
      onClose={onClose}
    >
      {({ draft, set, common }) => {
        const holder = holderOf(draft.institution, alliance, draft.role, common.effectiveOn)
        return (
          <>
            <CommandField
              name="institutionId"
              label={t('field.institution')}
              required
              help={
                holder && (
                  <Button
                    size="small"
                    onClick={() => {
                      setInstitution(draft.institution)
                      setTransfer(holder)
                    }}
                  >
                    {t('admit.insteadTransfer', { alliance: holder.alliance.name })}
                  </Button>
                )
              }
            >
              {(control) => (
                <InstitutionSelect
                  control={control}
                  value={draft.institution}
                  onChange={(next) => set({ institution: next })}
                  asOf={common.effectiveOn}
                />
              )}
            </CommandField>
            <CommandField name="role" label={t('field.role')} required>
              {(control) => <RoleSelect control={control} value={draft.role} onChange={(role) => set({ role })} />}
            </CommandField>
            <CommandField name="legalPersonKept" label={t('field.legalPerson')}>
              {(control) => (
                <LegalPersonSelect
                  control={control}
                  value={draft.legalPersonKept}
                  onChange={(legalPersonKept) => set({ legalPersonKept })}
                />
              )}
            </CommandField>
            <CommandField name="until" label={t('field.until')} help={t('field.untilHint')}>
              {(control) => (
                <DayField
                  {...control}
                  style={{ width: '100%' }}
                  value={draft.until && common.effectiveOn ? lastDay({ validFrom: common.effectiveOn, validTo: draft.until }) : null}
                  onChange={(day) => set({ until: day === null ? null : addDays(day, 1) })}
                />
              )}
            </CommandField>
          </>
        )
      }}
    </CommandDialog>
  )
}

/** The membership that stands in the way of an admission and could be transferred. */
function holderOf(
  institution: InstitutionChoice | null,
  alliance: AllianceRef,
  role: MembershipRole,
  effectiveOn: IsoDate | null,
): InstitutionChoice['membershipTimeline'][number] | null {
  const group = exclusiveGroupOf(alliance.kind, role)
  if (!institution || !effectiveOn || group === null) return null
  return (
    institution.membershipTimeline.find(
      (one) =>
        !one.recordedTo &&
        one.alliance.id !== alliance.id &&
        one.role !== 'SUPPORTING' &&
        allianceKindRules(one.alliance.kind).exclusiveGroup === group &&
        one.validFrom <= effectiveOn &&
        overlaps({ validFrom: one.validFrom, validTo: one.validTo ?? null }, { validFrom: effectiveOn, validTo: null }),
    ) ?? null
  )
}
