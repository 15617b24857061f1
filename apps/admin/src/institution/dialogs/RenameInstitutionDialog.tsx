import { Input, Select } from 'antd'
import { COMMANDS } from '@yilian/domain/commands.ts'
import { INSTITUTION_FIELDS } from '@yilian/domain/institution-field.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandDialog } from '../../command/CommandDialog.tsx'
import { CommandField } from '../../command/CommandField.tsx'
import { whenKnown } from '../../command/when-known.ts'
import { graphql } from '../../graphql/gql.ts'
import { useLocale } from '../../i18n/useLocale.ts'
import { draftIssues, draftOf } from '../institution-form.ts'
import type { InstitutionDialogProps } from './ReviseInstitutionDialog.tsx'

const RenameInstitution = graphql(`
  mutation RenameInstitution($input: RenameInstitutionInput!, $locale: Locale!) {
    result: renameInstitution(input: $input) {
      ...CommandOutcome
    }
  }
`)

/** 更名: the present name stays among the aliases, so that everyone who knows it still finds the institution. */
export function RenameInstitutionDialog({ institution, onClose }: InstitutionDialogProps): ReactNode {
  const { t } = useTranslation('institution')
  const locale = useLocale()
  return (
    <CommandDialog
      title={`${COMMANDS.renameInstitution[locale]} · ${institution.name}`}
      document={RenameInstitution}
      initial={{ name: '', aliases: [...new Set([...institution.aliases, institution.name])] }}
      baseVersion={institution.version}
      countyCode={institution.countyCode}
      issues={(draft) =>
        draftIssues({ ...draftOf(institution), ...draft }, '').filter(({ path }) => path === 'name' || path.startsWith('aliases'))
      }
      toInput={(draft, { effectiveOn, documentId, note }, baseVersion) =>
        effectiveOn === null
          ? null
          : {
              institutionId: institution.id,
              name: draft.name.trim(),
              aliases: draft.aliases,
              baseVersion,
              effectiveOn,
              documentId,
              note: note || null,
            }
      }
      confirm={(draft, { effectiveOn }) => whenKnown({ day: effectiveOn, name: draft.name.trim() }, (known) => t('confirm.rename', known))}
      onClose={onClose}
    >
      {({ draft, set }) => (
        <>
          <CommandField name="name" label={t('form.newName')} required>
            {(control) => <Input {...control} value={draft.name} onChange={({ target }) => set({ name: target.value })} />}
          </CommandField>
          <CommandField
            name="aliases"
            label={INSTITUTION_FIELDS.aliases.label[locale]}
            help={t('form.formerKept', { name: institution.name })}
          >
            {(control) => (
              <Select
                {...control}
                mode="tags"
                open={false}
                suffixIcon={null}
                value={draft.aliases}
                onChange={(aliases: string[]) => set({ aliases })}
                style={{ width: '100%' }}
              />
            )}
          </CommandField>
        </>
      )}
    </CommandDialog>
  )
}
