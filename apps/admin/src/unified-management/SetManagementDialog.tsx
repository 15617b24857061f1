import { Radio, Select } from 'antd'
import { MANAGEMENT_DOMAINS, type ManagementDomain } from '@yilian/domain/code-lists/management-domain.ts'
import { issue } from '@yilian/domain/issue.ts'
import { MANAGEMENT_STATES, type ManagementState } from '@yilian/domain/unified-management.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AllianceOnPage } from '../alliance/alliance-page.ts'
import { CommandDialog } from '../command/CommandDialog.tsx'
import { CommandField } from '../command/CommandField.tsx'
import { useCommandName } from '../command/useCommandName.ts'
import { whenKnown } from '../command/when-known.ts'
import { graphql } from '../graphql/gql.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import type { ManagementRecord } from './management-record.ts'
import type { MatrixLine } from './ManagementMatrix.tsx'

const SetManagementDocument = graphql(`
  mutation SetManagement($input: SetUnifiedManagementInput!, $locale: Locale!) {
    result: setUnifiedManagement(input: $input) {
      ...CommandOutcome
    }
  }
`)

interface SetManagementDialogProps {
  readonly alliance: AllianceOnPage
  readonly line: MatrixLine
  readonly domains: readonly ManagementDomain[]
  readonly records: readonly ManagementRecord[]
  readonly onClose: () => void
}

/** 登记统一管理: one state for some domains, of all members or of one. */
export function SetManagementDialog({ alliance, line, domains, records, onClose }: SetManagementDialogProps): ReactNode {
  const { t } = useTranslation('management')
  const label = useCodeLabel()
  const name = useCommandName()
  const initial: { readonly domains: readonly ManagementDomain[]; readonly state: ManagementState | null } = { domains, state: null }
  const domainsText = (list: readonly ManagementDomain[]) => {
    const words = list.map((domain) => label('managementDomain', domain))
    return words.length > 3 ? t('listMore', { first: words[0] ?? '', count: words.length }) : words.join(t('listSeparator'))
  }
  // The newest version seen: the server refuses when a record of one of the domains was changed after it.
  const seen = Math.max(0, ...records.map(({ version }) => version))
  return (
    <CommandDialog
      title={name('setUnifiedManagement')}
      document={SetManagementDocument}
      initial={initial}
      baseVersion={seen}
      countyCode={alliance.countyCode}
      issues={(draft) => [
        ...(draft.state === null ? [issue('state', 'REQUIRED')] : []),
        ...(draft.domains.length === 0 ? [issue('domains', 'REQUIRED')] : []),
      ]}
      toInput={(draft, { effectiveOn, documentId, note }, baseVersion) =>
        effectiveOn && draft.state
          ? {
              allianceId: alliance.id,
              institutionId: line.institutionId,
              domains: [...draft.domains],
              state: draft.state,
              effectiveOn,
              documentId,
              note: note.trim() || null,
              baseVersion: baseVersion || null,
            }
          : null
      }
      confirm={(draft, { effectiveOn }) =>
        whenKnown(
          {
            day: effectiveOn,
            who: line.name,
            domains: domainsText(draft.domains),
            state: draft.state && label('managementState', draft.state),
          },
          (sentence) => t('confirm', sentence),
        )
      }
      onClose={onClose}
    >
      {({ draft, set }) => (
        <>
          <CommandField name="institutionId" label={t('field.who')} required>
            {({ id }) => <div id={id}>{line.name}</div>}
          </CommandField>
          <CommandField name="domains" label={t('field.domains')} required>
            {(control) => (
              <Select<ManagementDomain[]>
                {...control}
                mode="multiple"
                style={{ width: '100%' }}
                value={[...draft.domains]}
                onChange={(next) => set({ domains: next })}
                options={(Object.keys(MANAGEMENT_DOMAINS.items) as ManagementDomain[]).map((value) => ({
                  value,
                  label: label('managementDomain', value),
                }))}
                showSearch={{ optionFilterProp: 'label' }}
              />
            )}
          </CommandField>
          <CommandField name="state" label={t('field.state')} required>
            {({ id }) => (
              <Radio.Group
                id={id}
                value={draft.state}
                onChange={({ target }) => set({ state: target.value })}
                options={(Object.keys(MANAGEMENT_STATES) as ManagementState[]).map((value) => ({
                  value,
                  label: label('managementState', value),
                }))}
              />
            )}
          </CommandField>
        </>
      )}
    </CommandDialog>
  )
}
