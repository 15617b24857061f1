import { issue } from '@yilian/domain/issue.ts'
import { PERSONAL_FIELDS, type PersonalField } from '@yilian/domain/personal-data.ts'
import { Alert, Button, Input, Modal, Typography } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from 'urql'
import { CommandField } from '../command/CommandField.tsx'
import { FormDialog, type Sent } from '../command/FormDialog.tsx'
import { shownIssues } from '../command/issues.ts'
import { graphql } from '../graphql/gql.ts'
import { useLocale } from '../i18n/useLocale.ts'

const RevealDocument = graphql(`
  mutation RevealPersonalData($input: RevealPersonalDataInput!, $locale: Locale!) {
    result: revealPersonalData(input: $input) {
      __typename
      ... on Revealed {
        value
      }
      ... on InputRefused {
        issues {
          path
          code
          message(locale: $locale)
        }
      }
    }
  }
`)

interface RevealDialogProps {
  /** Whose: an account, or somebody on the staff. */
  readonly of: { readonly userId: string } | { readonly personId: string }
  readonly name: string
  readonly field: PersonalField
  /** What a reason may be. */
  readonly hint: string
  readonly onClose: () => void
}

/** 查看全文: for a reason, on record; what is shown goes when the dialog does. */
export function RevealDialog({ of, name, field, hint, onClose }: RevealDialogProps): ReactNode {
  const { t } = useTranslation('user')
  const locale = useLocale()
  const client = useClient()
  const [reason, setReason] = useState('')
  const [value, setValue] = useState<string | null>(null)
  const words = { name, field: PERSONAL_FIELDS[field][locale] }
  const send = async (): Promise<Sent> => {
    const { data, error } = await client.mutation(RevealDocument, { input: { ...of, field, reason: reason.trim() }, locale }).toPromise()
    if (!data) return { failure: error }
    if (data.result.__typename === 'InputRefused')
      return { issues: data.result.issues.map(({ path, code, message }) => ({ path, code, text: message })) }
    setValue(data.result.value)
    return 'done'
  }
  if (value !== null) return <Revealed words={words} value={value} onClose={onClose} />
  return (
    <FormDialog
      title={t('reveal.title', words)}
      confirm={t('reveal.confirm', words)}
      issues={shownIssues(reason.trim() === '' ? [issue('reason', 'REQUIRED')] : [], locale)}
      fields={['reason']}
      onSubmit={send}
      onClose={onClose}
    >
      {(change) => (
        <>
          <p style={{ marginTop: 0 }}>{t('reveal.explain')}</p>
          <CommandField name="reason" label={t('reveal.reason')} required>
            {(control) => (
              <Input
                {...control}
                value={reason}
                maxLength={500}
                placeholder={hint}
                onChange={({ target }) => {
                  change('reason')
                  setReason(target.value)
                }}
              />
            )}
          </CommandField>
        </>
      )}
    </FormDialog>
  )
}

interface RevealedProps {
  readonly words: { readonly name: string; readonly field: string }
  readonly value: string
  readonly onClose: () => void
}

function Revealed({ words, value, onClose }: RevealedProps): ReactNode {
  const { t } = useTranslation('user')
  const [open, setOpen] = useState(true)
  return (
    <Modal
      open={open}
      title={t('reveal.shown', words)}
      width={460}
      onCancel={() => setOpen(false)}
      afterClose={onClose}
      footer={<Button onClick={() => setOpen(false)}>{t('reveal.close')}</Button>}
    >
      <Typography.Paragraph
        style={{ fontSize: 20, letterSpacing: 1 }}
        copyable={{ text: value, tooltips: [t('reveal.copy'), t('reveal.copied')] }}
      >
        {value}
      </Typography.Paragraph>
      <Alert type="info" showIcon title={t('reveal.recorded')} />
    </Modal>
  )
}
