import { Input, Radio, Select } from 'antd'
import { issue, type Issue } from '@yilian/domain/issue.ts'
import { mayLead } from '@yilian/domain/membership.ts'
import { allianceKindRules } from '@yilian/domain/alliance-kind.ts'
import type { MembershipRole } from '@yilian/domain/membership-role.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandDialog } from '../command/CommandDialog.tsx'
import { CommandField } from '../command/CommandField.tsx'
import { useCommandName } from '../command/useCommandName.ts'
import { whenKnown } from '../command/when-known.ts'
import { InstitutionSelect, type InstitutionChoice } from '../fields/InstitutionSelect.tsx'
import type { AllianceRef } from './AdmitMemberDialog.tsx'
import { ChangeLeadDocument } from './membership-documents.ts'

interface Draft {
  readonly vacant: boolean
  readonly lead: InstitutionChoice | null
  readonly reason: string
  readonly former: MembershipRole | 'LEAVES'
}

interface ChangeLeadDialogProps {
  readonly alliance: AllianceRef & { readonly lead?: { readonly institution: { readonly id: string; readonly name: string } } | null }
  readonly onClose: () => void
}

/** 更换牵头单位: a new lead or a declared vacancy; the former lead stays in another role or leaves. */
export function ChangeLeadDialog({ alliance, onClose }: ChangeLeadDialogProps): ReactNode {
  const { t } = useTranslation('membership')
  const name = useCommandName()
  const initial: Draft = { vacant: false, lead: null, reason: '', former: 'MEMBER' }
  const issues = ({ vacant, lead, reason }: Draft): Issue[] => {
    if (vacant) return reason.trim() === '' ? [issue('vacancyReason', 'REQUIRED')] : []
    if (!lead) return [issue('leadId', 'REQUIRED')]
    return mayLead(alliance.kind, lead.category)
      ? []
      : [issue('leadId', 'MAY_NOT_LEAD', { institution: lead.name, kind: allianceKindRules(alliance.kind).label })]
  }
  return (
    <CommandDialog
      title={name('changeLead')}
      document={ChangeLeadDocument}
      initial={initial}
      baseVersion={alliance.version}
      countyCode={alliance.countyCode}
      issues={issues}
      toInput={({ vacant, lead, reason, former }, { effectiveOn, documentId, note }, baseVersion) =>
        effectiveOn && {
          allianceId: alliance.id,
          leadId: vacant ? null : (lead?.id ?? null),
          vacancyReason: vacant ? reason.trim() : null,
          formerLeadRole: alliance.lead && former !== 'LEAVES' ? former : null,
          effectiveOn,
          documentId,
          note: note.trim() || null,
          baseVersion,
        }
      }
      confirm={({ vacant, lead }, { effectiveOn }) =>
        vacant
          ? whenKnown({ day: effectiveOn, alliance: alliance.name }, (known) => t('changeLead.confirmVacant', known))
          : whenKnown({ day: effectiveOn, institution: lead?.name, alliance: alliance.name }, (known) => t('changeLead.confirm', known))
      }
      onClose={onClose}
    >
      {({ draft, set, common }) => (
        <>
          <p style={{ margin: '0 0 12px' }}>
            {alliance.lead ? t('field.current', { institution: alliance.lead.institution.name }) : t('changeLead.none')}
          </p>
          <Radio.Group
            value={draft.vacant}
            onChange={({ target }) => set({ vacant: target.value })}
            options={[
              { value: false, label: t('field.named') },
              { value: true, label: t('field.vacant') },
            ]}
            style={{ marginBottom: 8 }}
          />
          {draft.vacant ? (
            <CommandField name="vacancyReason" label={t('field.vacancyReason')} required>
              {(control) => <Input {...control} value={draft.reason} onChange={({ target }) => set({ reason: target.value })} />}
            </CommandField>
          ) : (
            <CommandField name="leadId" label={t('field.lead')} required>
              {(control) => (
                <InstitutionSelect control={control} value={draft.lead} onChange={(lead) => set({ lead })} asOf={common.effectiveOn} />
              )}
            </CommandField>
          )}
          {alliance.lead && (
            <CommandField name="formerLeadRole" label={t('field.former')} required>
              {(control) => (
                <Select<Draft['former']>
                  {...control}
                  style={{ width: '100%' }}
                  value={draft.former}
                  onChange={(former) => set({ former })}
                  options={[
                    { value: 'MEMBER', label: t('field.formerStays') },
                    { value: 'SUPPORTING', label: t('field.formerSupports') },
                    { value: 'LEAVES', label: t('field.formerLeaves') },
                  ]}
                />
              )}
            </CommandField>
          )}
        </>
      )}
    </CommandDialog>
  )
}
