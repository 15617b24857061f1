import { Input, Select, Space } from 'antd'
import { issue, type Issue } from '@yilian/domain/issue.ts'
import { parseYuan, wanOf, type MoneyUnit, type Yuan } from '@yilian/domain/money.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandField } from '../../command/CommandField.tsx'
import type { FieldProps } from '../../command/fields.tsx'

/** An amount as it is typed, in the unit chosen. */
export interface Money {
  readonly text: string
  readonly unit: MoneyUnit
}
export const NO_MONEY: Money = { text: '', unit: 'WAN' }

/** An amount on record as one would type it. */
export function moneyOf(yuan: Yuan | null | undefined): Money {
  return { text: yuan == null ? '' : wanOf(yuan), unit: 'WAN' }
}

/** What is typed in yuan; `null` for nothing, and for what is no amount. */
export function yuanIn({ text, unit }: Money): Yuan | null {
  return text.trim() === '' ? null : parseYuan(text.replaceAll(',', ''), unit)
}

/** What is typed and no amount, and with `required` that nothing is. */
export function moneyIssues(path: string, money: Money, required = false): Issue[] {
  if (money.text.trim() === '') return required ? [issue(path, 'REQUIRED')] : []
  if (yuanIn(money) !== null) return []
  return [issue(path, money.unit === 'WAN' ? 'NOT_AN_AMOUNT_OF_WAN' : 'NOT_AN_AMOUNT', { value: money.text })]
}

export function MoneyField({ value, onChange, ...field }: FieldProps<Money>): ReactNode {
  const { t } = useTranslation('project')
  return (
    <CommandField {...field}>
      {(control) => (
        <Space.Compact block>
          <Input
            {...control}
            inputMode="decimal"
            value={value.text}
            onChange={({ target }) => onChange({ ...value, text: target.value })}
          />
          <Select<MoneyUnit>
            aria-label={`${field.label} ${t('money.label')}`}
            value={value.unit}
            onChange={(unit) => onChange({ ...value, unit })}
            options={[
              { value: 'WAN', label: t('money.WAN') },
              { value: 'YUAN', label: t('money.YUAN') },
            ]}
            style={{ width: 118 }}
          />
        </Space.Compact>
      )}
    </CommandField>
  )
}
