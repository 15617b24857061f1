import { COMMANDS } from '@yilian/domain/commands.ts'
import { issue } from '@yilian/domain/issue.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandDialog } from '../../command/CommandDialog.tsx'
import { CommandField } from '../../command/CommandField.tsx'
import { whenKnown } from '../../command/when-known.ts'
import { InstitutionSelect, type InstitutionChoice } from '../../fields/InstitutionSelect.tsx'
import { graphql } from '../../graphql/gql.ts'
import type { MergeInstitutionInput } from '../../graphql/graphql.ts'
import { useLocale } from '../../i18n/useLocale.ts'
import type { InstitutionDialogProps } from './ReviseInstitutionDialog.tsx'

const MergeInstitution = graphql(`
  mutation MergeInstitution($input: MergeInstitutionInput!, $locale: Locale!) {
    result: mergeInstitution(input: $input) {
      ...CommandOutcome
    }
  }
`)

interface MergeDraft {
  readonly intoId: InstitutionChoice | null
}

/** 并入他院: it goes on in another, with what it runs. */
export function MergeInstitutionDialog({ institution, onClose }: InstitutionDialogProps): ReactNode {
  const { t } = useTranslation('institution')
  const locale = useLocale()
  return (
    <CommandDialog<MergeDraft, MergeInstitutionInput>
      title={`${COMMANDS.mergeInstitution[locale]} · ${institution.name}`}
      danger
      document={MergeInstitution}
      initial={{ intoId: null }}
      baseVersion={institution.version}
      countyCode={institution.countyCode}
      issues={({ intoId }) => {
        if (intoId === null) return [issue('intoId', 'REQUIRED')]
        return intoId.id === institution.id ? [issue('intoId', 'MERGE_INTO_ITSELF', { institution: institution.name })] : []
      }}
      toInput={({ intoId }, { effectiveOn, documentId, note }, baseVersion) =>
        intoId === null || effectiveOn === null
          ? null
          : { institutionId: institution.id, intoId: intoId.id, baseVersion, effectiveOn, documentId, note: note || null }
      }
      confirm={({ intoId }, { effectiveOn }) =>
        whenKnown({ into: intoId?.name, day: effectiveOn }, (known) => t('confirm.merge', { ...known, name: institution.name }))
      }
      onClose={onClose}
    >
      {({ draft, set, common }) => (
        <>
          <p style={{ marginTop: 0 }}>{t('form.mergeExplain')}</p>
          <CommandField name="intoId" label={t('form.into')} required>
            {(control) => (
              <InstitutionSelect
                control={control}
                value={draft.intoId}
                onChange={(intoId) => set({ intoId })}
                asOf={common.effectiveOn}
                filter={{ countyCode: institution.countyCode }}
              />
            )}
          </CommandField>
        </>
      )}
    </CommandDialog>
  )
}
