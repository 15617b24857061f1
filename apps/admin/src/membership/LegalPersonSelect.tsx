import { Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldControl } from '../command/CommandField.tsx'

interface LegalPersonSelectProps {
  readonly control?: FieldControl | undefined
  readonly label?: string | undefined
  /** Said inside, where there is no room for a label above. */
  readonly prefix?: string | undefined
  readonly value: boolean | null
  readonly onChange: (kept: boolean | null) => void
}

/** Whether a member keeps its legal-person status; not reported is an answer of its own. */
export function LegalPersonSelect({ control, label, prefix, value, onChange }: LegalPersonSelectProps): ReactNode {
  const { t } = useTranslation('membership')
  return (
    <Select<string>
      {...control}
      {...(label ? { 'aria-label': label } : {})}
      {...(prefix ? { prefix } : {})}
      style={{ width: '100%' }}
      value={value === null ? 'unknown' : String(value)}
      onChange={(next) => onChange(next === 'unknown' ? null : next === 'true')}
      options={[
        { value: 'unknown', label: t('field.legalPersonUnknown') },
        { value: 'true', label: t('field.legalPersonKept') },
        { value: 'false', label: t('field.legalPersonGone') },
      ]}
    />
  )
}
