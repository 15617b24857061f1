import { PERSONAL_FIELDS, type PersonalField } from '@yilian/domain/personal-data.ts'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useDialog } from '../command/useDialog.tsx'
import { MISSING } from '../i18n/format.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { useMay } from '../session/use-may.ts'
import { RevealDialog } from '../user/RevealDialog.tsx'

interface PersonalNumberProps {
  readonly person: { readonly id: string; readonly name: string }
  readonly field: PersonalField
  readonly masked: string | null
}

/** A number as it is shown to everybody, and 查看全文 for those who may, with a reason. */
export function PersonalNumber({ person, field, masked }: PersonalNumberProps): ReactNode {
  const { t } = useTranslation('user')
  const { t: staffing } = useTranslation('staffing')
  const locale = useLocale()
  const mayReveal = useMay('staff.reveal')
  const { dialog, show } = useDialog()
  if (masked === null) return MISSING
  return (
    <>
      {masked}
      {mayReveal && (
        <Button
          type="link"
          size="small"
          style={{ height: 'auto', paddingBlock: 0 }}
          aria-label={t('reveal.buttonOf', { field: PERSONAL_FIELDS[field][locale] })}
          onClick={() =>
            show((close) => (
              <RevealDialog of={{ personId: person.id }} name={person.name} field={field} hint={staffing('revealHint')} onClose={close} />
            ))
          }
        >
          {t('reveal.button')}
        </Button>
      )}
      {dialog}
    </>
  )
}
