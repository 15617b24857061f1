import { Input } from 'antd'
import type { IsoDate } from '@yilian/domain/day.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DayField } from '../fields/DayField.tsx'
import { CommandField, type FieldControl } from './CommandField.tsx'
import styles from './CommandDialog.module.css'
import type { CommonInput } from './outcome.ts'

interface CommonFieldsProps {
  readonly common: CommonInput
  readonly onChange: (patch: Partial<CommonInput>) => void
  readonly today: IsoDate
  readonly dated: boolean
  readonly noteRequired: boolean
  readonly documentRequired: boolean
  readonly documentField: ((control: FieldControl) => ReactNode) | undefined
}

/** Effective day, document and note: in every command, in this order, at the end of the form. */
export function CommonFields({
  common,
  onChange,
  today,
  dated,
  noteRequired,
  documentRequired,
  documentField,
}: CommonFieldsProps): ReactNode {
  const { t } = useTranslation('command')
  const day = common.effectiveOn
  return (
    <div className={styles.common}>
      {dated && (
        <CommandField
          name="effectiveOn"
          label={t('effectiveOn')}
          required
          help={day === null || day === today ? null : t(day > today ? 'future' : 'past', { day })}
        >
          {(control) => (
            <DayField
              {...control}
              value={day}
              allowClear={false}
              style={{ width: '100%' }}
              onChange={(effectiveOn) => onChange({ effectiveOn })}
            />
          )}
        </CommandField>
      )}
      {documentField && (
        <CommandField name="documentId" label={t('document')} required={documentRequired}>
          {documentField}
        </CommandField>
      )}
      <CommandField name="note" label={t('note')} required={noteRequired}>
        {(control) => (
          <Input.TextArea
            {...control}
            value={common.note}
            autoSize={{ minRows: 2, maxRows: 5 }}
            maxLength={1000}
            placeholder={t(noteRequired ? 'noteNeeded' : 'notePlaceholder')}
            onChange={({ target }) => onChange({ note: target.value })}
          />
        )}
      </CommandField>
    </div>
  )
}
