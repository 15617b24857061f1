import { COMMANDS } from '@yilian/domain/commands.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandDialog } from '../../command/CommandDialog.tsx'
import { whenKnown } from '../../command/when-known.ts'
import { graphql } from '../../graphql/gql.ts'
import { useLocale } from '../../i18n/useLocale.ts'
import { draftIssues, draftOf, inputOf } from '../institution-form.ts'
import { InstitutionFields } from '../InstitutionFields.tsx'
import type { InstitutionProfile } from '../profile.ts'

const ReviseInstitution = graphql(`
  mutation ReviseInstitution($input: ReviseInstitutionInput!, $locale: Locale!) {
    result: reviseInstitution(input: $input) {
      ...CommandOutcome
    }
  }
`)

export interface InstitutionDialogProps {
  readonly institution: InstitutionProfile
  readonly onClose: () => void
}

/** 变更机构信息: everything that is recorded of it, from a day on. */
export function ReviseInstitutionDialog({ institution, onClose }: InstitutionDialogProps): ReactNode {
  const { t } = useTranslation('institution')
  const locale = useLocale()
  return (
    <CommandDialog
      title={`${COMMANDS.reviseInstitution[locale]} · ${institution.name}`}
      wide
      document={ReviseInstitution}
      initial={draftOf(institution)}
      baseVersion={institution.version}
      countyCode={institution.countyCode}
      issues={(draft) => draftIssues(draft, 'institution')}
      toInput={(draft, { effectiveOn, documentId, note }, baseVersion) => {
        const input = inputOf(draft)
        return input === null || effectiveOn === null
          ? null
          : { institutionId: institution.id, institution: input, baseVersion, effectiveOn, documentId, note: note || null }
      }}
      confirm={(draft, { effectiveOn }) =>
        whenKnown({ day: effectiveOn }, ({ day }) => t('confirm.revise', { day, name: draft.name.trim() }))
      }
      onClose={onClose}
    >
      {({ draft, set, common }) => (
        <InstitutionFields draft={draft} set={set} prefix="institution" asOf={common.effectiveOn} countyCode={institution.countyCode} />
      )}
    </CommandDialog>
  )
}
