import { DatePicker, type DatePickerProps } from 'antd'
import dayjs from 'dayjs'
import { useMemo, type ReactNode } from 'react'

interface MonthFieldProps extends Omit<DatePickerProps, 'value' | 'defaultValue' | 'onChange' | 'format' | 'picker' | 'maxDate'> {
  /** `YYYY-MM`, or `null` when empty. */
  readonly value: string | null
  readonly onChange: (month: string | null) => void
  readonly max?: string | undefined
}

/** A month as text in and out, written 2020-07. */
export function MonthField({ value, onChange, max, ...rest }: MonthFieldProps): ReactNode {
  // A new object would throw away what is being typed.
  const picked = useMemo(() => (value === null ? null : dayjs(`${value}-01`)), [value])
  return (
    <DatePicker
      {...rest}
      picker="month"
      value={picked}
      format={['YYYY-MM', 'YYYYMM', 'YYYY.M', 'YYYY/M', 'YYYY年M月']}
      onChange={(next) => onChange(next && !Array.isArray(next) ? next.format('YYYY-MM') : null)}
      {...(max ? { maxDate: dayjs(`${max}-01`).endOf('month') } : {})}
    />
  )
}
