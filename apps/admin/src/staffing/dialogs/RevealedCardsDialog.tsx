import { issue } from '@yilian/domain/issue.ts'
import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandField } from '../../command/CommandField.tsx'
import { FormDialog, type Sent } from '../../command/FormDialog.tsx'
import { shownIssues } from '../../command/issues.ts'
import { useLocale } from '../../i18n/useLocale.ts'
import { useMoment } from '../../shell/moment.ts'
import { exportHref } from '../../table/export-href.ts'

interface RevealedCardsDialogProps {
  /** The filter of the list shown. */
  readonly filter: object
  readonly onClose: () => void
}

/** Staff cards with identity and phone numbers in clear, as Excel: for a reason, each number on record. */
export function RevealedCardsDialog({ filter, onClose }: RevealedCardsDialogProps): ReactNode {
  const { t } = useTranslation('staffing')
  const { t: user } = useTranslation('user')
  const locale = useLocale()
  const { asOf, asKnownAt } = useMoment()
  const [reason, setReason] = useState('')
  const take = async (): Promise<Sent> => {
    const href = exportHref({
      name: 'people',
      format: 'xlsx',
      filter,
      order: { orderBy: undefined, direction: undefined },
      moment: { asOf, asKnownAt },
      locale,
      reveal: reason.trim(),
    })
    const link = Object.assign(document.createElement('a'), { href, download: '' })
    link.click()
    return 'done'
  }
  return (
    <FormDialog
      title={t('revealedCards.title')}
      confirm={t('revealedCards.confirm')}
      issues={shownIssues(reason.trim() === '' ? [issue('reason', 'REQUIRED')] : [], locale)}
      fields={['reason']}
      onSubmit={take}
      onClose={onClose}
    >
      {(change) => (
        <>
          <p style={{ marginTop: 0 }}>{t('revealedCards.explain')}</p>
          <CommandField name="reason" label={user('reveal.reason')} required>
            {(control) => (
              <Input
                {...control}
                value={reason}
                maxLength={500}
                placeholder={t('revealedCards.hint')}
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
