import { Radio } from 'antd'
import { stretchIssues, type Stretch } from '@yilian/domain/dated.ts'
import { MANAGEMENT_STATES, type ManagementState } from '@yilian/domain/unified-management.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandDialog } from '../command/CommandDialog.tsx'
import { StretchField } from '../command/StretchField.tsx'
import { useCommandName } from '../command/useCommandName.ts'
import { graphql } from '../graphql/gql.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'

const CorrectManagementDocument = graphql(`
  mutation CorrectManagement($input: CorrectUnifiedManagementInput!, $locale: Locale!) {
    result: correctUnifiedManagement(input: $input) {
      ...CommandOutcome
    }
  }
`)

interface Value {
  readonly state: ManagementState
}

interface CorrectManagementDialogProps {
  readonly alliance: { readonly countyCode: string }
  readonly who: string
  readonly domain: string
  readonly record: { readonly id: string; readonly version: number }
  readonly stretches: readonly Stretch<Value>[]
  readonly onClose: () => void
}

/** 更正统一管理记录: all stretches of one domain of one row as they truly were. */
export function CorrectManagementDialog({ alliance, who, domain, record, stretches, onClose }: CorrectManagementDialogProps): ReactNode {
  const { t } = useTranslation('management')
  const name = useCommandName()
  const label = useCodeLabel()
  const initial: { readonly stretches: readonly Stretch<Value>[] } = {
    stretches: stretches.map(({ state, validFrom, validTo }) => ({ state, validFrom, validTo })),
  }
  return (
    <CommandDialog
      title={name('correctUnifiedManagement')}
      correction
      wide
      dated={false}
      document={CorrectManagementDocument}
      initial={initial}
      baseVersion={record.version}
      countyCode={alliance.countyCode}
      issues={(draft) => stretchIssues(draft.stretches)}
      toInput={(draft, { documentId, note }, baseVersion) => ({
        unifiedManagementId: record.id,
        stretches: [...draft.stretches],
        documentId,
        note: note.trim() || null,
        baseVersion,
      })}
      confirm={(draft) => t(draft.stretches.length === 0 ? 'correct.confirmNever' : 'correct.confirm', { who, domain })}
      onClose={onClose}
    >
      {({ draft, set }) => (
        <>
          <p style={{ marginTop: 0 }}>{t('correct.explain', { who, domain })}</p>
          <StretchField<Value>
            stretches={draft.stretches}
            onChange={(next) => set({ stretches: next })}
            none={t('correct.none')}
            fresh={() => ({ state: 'IN_FORCE' })}
          >
            {(stretch, change, row) => (
              <Radio.Group
                aria-label={`${t('field.state')} ${row + 1}`}
                value={stretch.state}
                onChange={({ target }) => change({ state: target.value })}
                options={(Object.keys(MANAGEMENT_STATES) as ManagementState[]).map((value) => ({
                  value,
                  label: label('managementState', value),
                }))}
              />
            )}
          </StretchField>
        </>
      )}
    </CommandDialog>
  )
}
