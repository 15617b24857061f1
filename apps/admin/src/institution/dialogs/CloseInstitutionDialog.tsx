import { COMMANDS } from '@yilian/domain/commands.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandDialog } from '../../command/CommandDialog.tsx'
import { whenKnown } from '../../command/when-known.ts'
import { graphql } from '../../graphql/gql.ts'
import { useLocale } from '../../i18n/useLocale.ts'
import type { InstitutionDialogProps } from './ReviseInstitutionDialog.tsx'

const CloseInstitution = graphql(`
  mutation CloseInstitution($input: CloseInstitutionInput!, $locale: Locale!) {
    result: closeInstitution(input: $input) {
      ...CommandOutcome
    }
  }
`)

/** 撤销机构. What stands in the way (units below, a lead) is said by the server's preview. */
export function CloseInstitutionDialog({ institution, onClose }: InstitutionDialogProps): ReactNode {
  const { t } = useTranslation('institution')
  const locale = useLocale()
  return (
    <CommandDialog
      title={`${COMMANDS.closeInstitution[locale]} · ${institution.name}`}
      danger
      document={CloseInstitution}
      initial={{}}
      baseVersion={institution.version}
      countyCode={institution.countyCode}
      toInput={(_, { effectiveOn, documentId, note }, baseVersion) =>
        effectiveOn === null ? null : { institutionId: institution.id, baseVersion, effectiveOn, documentId, note: note || null }
      }
      confirm={(_, { effectiveOn }) => whenKnown({ day: effectiveOn }, ({ day }) => t('confirm.close', { day, name: institution.name }))}
      onClose={onClose}
    >
      {() => <p style={{ marginTop: 0 }}>{t('form.closeExplain')}</p>}
    </CommandDialog>
  )
}
