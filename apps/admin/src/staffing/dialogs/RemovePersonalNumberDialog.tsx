import { issue } from '@yilian/domain/issue.ts'
import { PERSONAL_FIELDS, type PersonalField } from '@yilian/domain/personal-data.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Choice, cited } from '../../command/fields.tsx'
import { graphql } from '../../graphql/gql.ts'
import { useLocale } from '../../i18n/useLocale.ts'
import { useTextChoices } from '../../i18n/useTextChoices.ts'
import type { PersonOnPage } from '../person-page.ts'
import { PersonDialog } from './PersonDialog.tsx'

const RemovePersonalNumberDocument = graphql(`
  mutation RemovePersonalNumber($input: RemovePersonalNumberInput!, $locale: Locale!) {
    result: removePersonalNumber(input: $input) {
      ...CommandOutcome
    }
  }
`)

interface RemovePersonalNumberDialogProps {
  readonly person: PersonOnPage
  readonly onClose: () => void
}

interface Draft {
  readonly field: PersonalField | null
}

/** 删除证件号码或手机号: one that was recorded wrongly, for a reason, and for good. */
export function RemovePersonalNumberDialog({ person, onClose }: RemovePersonalNumberDialogProps): ReactNode {
  const { t } = useTranslation('staffingCommand')
  const locale = useLocale()
  const choices = useTextChoices()
  const shown = { PHONE: person.phone, IDENTITY_NUMBER: person.identityNumber }
  const recorded = choices(PERSONAL_FIELDS).filter(({ value }) => shown[value] !== null)
  const only = recorded.length === 1 ? recorded[0]!.value : null
  const initial: Draft = { field: only }
  return (
    <PersonDialog
      command="removePersonalNumber"
      person={person}
      correction
      danger
      dated={false}
      effect={false}
      noteRequired
      document={RemovePersonalNumberDocument}
      initial={initial}
      issues={({ field }, { note }) => [
        ...(field === null ? [issue('field', 'REQUIRED')] : []),
        ...(note.trim() === '' ? [issue('note', 'REQUIRED')] : []),
      ]}
      toInput={({ field }, common, baseVersion) => field && { personId: person.id, field, baseVersion, ...cited(common) }}
      confirm={({ field }) => field && t('removeNumberSaid', { person: person.name, field: PERSONAL_FIELDS[field][locale] })}
      onClose={onClose}
    >
      {({ draft: { field }, set }) => (
        <>
          <p style={{ marginTop: 0 }}>{t('removeNumberExplain')}</p>
          <Choice
            name="field"
            label={t('removeNumberWhich')}
            required
            help={field ? shown[field] : undefined}
            value={field}
            choices={recorded}
            onChange={(next) => set({ field: next })}
          />
        </>
      )}
    </PersonDialog>
  )
}
