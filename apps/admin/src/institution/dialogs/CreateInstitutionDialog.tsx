import { useNavigate } from '@tanstack/react-router'
import { COMMANDS } from '@yilian/domain/commands.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandDialog } from '../../command/CommandDialog.tsx'
import { whenKnown } from '../../command/when-known.ts'
import { graphql } from '../../graphql/gql.ts'
import { useLocale } from '../../i18n/useLocale.ts'
import { useMoment } from '../../shell/moment.ts'
import { draftIssues, EMPTY_DRAFT, inputOf } from '../institution-form.ts'
import { InstitutionFields } from '../InstitutionFields.tsx'

const CreateInstitution = graphql(`
  mutation CreateInstitution($input: CreateInstitutionInput!, $locale: Locale!) {
    result: createInstitution(input: $input) {
      ...CommandOutcome
    }
  }
`)

interface CreateInstitutionDialogProps {
  readonly regionCode?: string | undefined
  readonly onClose: () => void
}

/** 登记机构: a new institution from a day on; afterwards its profile opens. */
export function CreateInstitutionDialog({ regionCode, onClose }: CreateInstitutionDialogProps): ReactNode {
  const { t } = useTranslation('institution')
  const locale = useLocale()
  const { county } = useMoment()
  const navigate = useNavigate()
  return (
    <CommandDialog
      title={COMMANDS.createInstitution[locale]}
      wide
      document={CreateInstitution}
      initial={{ ...EMPTY_DRAFT, regionCode: regionCode ?? null }}
      issues={(draft) => draftIssues(draft, 'institution')}
      toInput={(draft, { effectiveOn, documentId, note }) => {
        const institution = inputOf(draft)
        return institution === null || effectiveOn === null ? null : { institution, effectiveOn, documentId, note: note || null }
      }}
      confirm={(draft, { effectiveOn }) => whenKnown({ name: draft.name.trim(), day: effectiveOn }, (known) => t('confirm.create', known))}
      onClose={onClose}
      onRecorded={({ institutions }) => institutions[0] && void navigate({ to: '/institutions/$id', params: { id: institutions[0].id } })}
    >
      {({ draft, set, common }) => (
        <InstitutionFields draft={draft} set={set} prefix="institution" asOf={common.effectiveOn} countyCode={county} withCode />
      )}
    </CommandDialog>
  )
}
