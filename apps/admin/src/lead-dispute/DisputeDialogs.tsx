import { Alert, Input } from 'antd'
import { leadDisputeIssues } from '@yilian/domain/lead-dispute.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandDialog } from '../command/CommandDialog.tsx'
import { CommandField } from '../command/CommandField.tsx'
import { useCommandName } from '../command/useCommandName.ts'
import { whenKnown } from '../command/when-known.ts'
import { InstitutionSelect, type InstitutionChoice } from '../fields/InstitutionSelect.tsx'
import { graphql } from '../graphql/gql.ts'

const OpenDisputeDocument = graphql(`
  mutation OpenDispute($input: OpenLeadDisputeInput!, $locale: Locale!) {
    result: openLeadDispute(input: $input) {
      ...CommandOutcome
    }
  }
`)
const ResolveDisputeDocument = graphql(`
  mutation ResolveDispute($input: ResolveLeadDisputeInput!, $locale: Locale!) {
    result: resolveLeadDispute(input: $input) {
      ...CommandOutcome
    }
  }
`)

interface OfAlliance {
  readonly alliance: { readonly id: string; readonly version: number; readonly name: string; readonly countyCode: string }
  readonly onClose: () => void
}

interface Draft {
  readonly chosen: InstitutionChoice | null
  readonly mandated: InstitutionChoice | null
  readonly authority: string
  readonly summary: string
}

/** The dispute as the domain judges it. */
export function disputeValue({ chosen, mandated, authority, summary }: Draft) {
  return {
    chosenId: chosen?.id ?? null,
    mandatedId: mandated?.id ?? null,
    authority: authority.trim(),
    summary: summary.trim() || null,
    documentId: null,
    source: null,
    sourceNote: null,
  }
}

/** 登记牵头争议: the alliance chose one lead, an authority mandates another. */
export function OpenDisputeDialog({ alliance, onClose }: OfAlliance): ReactNode {
  const { t } = useTranslation('dispute')
  const name = useCommandName()
  const initial: Draft = { chosen: null, mandated: null, authority: '', summary: '' }
  return (
    <CommandDialog
      title={name('openLeadDispute')}
      document={OpenDisputeDocument}
      initial={initial}
      baseVersion={alliance.version}
      countyCode={alliance.countyCode}
      issues={(draft) => leadDisputeIssues(disputeValue(draft))}
      toInput={(draft, { effectiveOn, documentId, note }, baseVersion) => {
        const { chosenId, mandatedId, authority, summary } = disputeValue(draft)
        return (
          effectiveOn && {
            allianceId: alliance.id,
            chosenId,
            mandatedId,
            authority,
            summary,
            effectiveOn,
            documentId,
            note: note.trim() || null,
            baseVersion,
          }
        )
      }}
      confirm={(_, { effectiveOn }) => whenKnown({ day: effectiveOn, alliance: alliance.name }, (known) => t('openConfirm', known))}
      onClose={onClose}
    >
      {({ draft, set, common }) => (
        <>
          <CommandField name="chosenId" label={t('column.chosen')}>
            {(control) => (
              <InstitutionSelect
                control={control}
                value={draft.chosen}
                allowClear
                onChange={(chosen) => set({ chosen })}
                asOf={common.effectiveOn}
              />
            )}
          </CommandField>
          <CommandField name="mandatedId" label={t('column.mandated')}>
            {(control) => (
              <InstitutionSelect
                control={control}
                value={draft.mandated}
                allowClear
                onChange={(mandated) => set({ mandated })}
                asOf={common.effectiveOn}
              />
            )}
          </CommandField>
          <CommandField name="authority" label={t('authority')} required help={t('authorityHint')}>
            {(control) => <Input {...control} value={draft.authority} onChange={({ target }) => set({ authority: target.value })} />}
          </CommandField>
          <CommandField name="summary" label={t('summary')}>
            {(control) => (
              <Input.TextArea
                {...control}
                autoSize={{ minRows: 2, maxRows: 5 }}
                value={draft.summary}
                onChange={({ target }) => set({ summary: target.value })}
              />
            )}
          </CommandField>
        </>
      )}
    </CommandDialog>
  )
}

/** 解决牵头争议: from the effective day it is settled. */
export function ResolveDisputeDialog({
  alliance,
  dispute,
  onClose,
}: OfAlliance & { readonly dispute: { readonly id: string; readonly version: number } }): ReactNode {
  const { t } = useTranslation('dispute')
  const name = useCommandName()
  return (
    <CommandDialog
      title={name('resolveLeadDispute')}
      document={ResolveDisputeDocument}
      initial={{}}
      baseVersion={dispute.version}
      countyCode={alliance.countyCode}
      toInput={(_, { effectiveOn, documentId, note }, baseVersion) =>
        effectiveOn && { leadDisputeId: dispute.id, effectiveOn, documentId, note: note.trim() || null, baseVersion }
      }
      confirm={(_, { effectiveOn }) => whenKnown({ day: effectiveOn, alliance: alliance.name }, (known) => t('resolveConfirm', known))}
      onClose={onClose}
    >
      {() => <Alert type="info" showIcon title={t('resolveExplain')} />}
    </CommandDialog>
  )
}
