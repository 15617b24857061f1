import { DatePicker, type DatePickerProps } from 'antd'
import dayjs from 'dayjs'
import { useMemo, type ReactNode } from 'react'
import { isIsoDate, type IsoDate } from '@yilian/domain/day.ts'

/** Days are written 2020-07-31; these are understood as well when typed. */
const TYPED_FORMATS = ['YYYY-MM-DD', 'YYYYMMDD', 'YYYY.M.D', 'YYYY/M/D', 'YYYY-M-D', 'YYYY年M月D日']

export interface DayFieldProps extends Omit<DatePickerProps, 'value' | 'defaultValue' | 'onChange' | 'format' | 'minDate' | 'maxDate'> {
  readonly value?: IsoDate | null | undefined
  readonly onChange?: (day: IsoDate | null) => void
  readonly min?: IsoDate | undefined
  readonly max?: IsoDate | undefined
}

/** A day as text in and out (`null` when empty); nothing in the admin but this file turns days into date objects. */
export function DayField({ value, onChange, min, max, ...rest }: DayFieldProps): ReactNode {
  // A new object would throw away what is being typed.
  const picked = useMemo(() => (value ? dayjs(value) : null), [value])
  return (
    <DatePicker
      {...rest}
      value={picked}
      format={TYPED_FORMATS}
      onChange={(next) => {
        const day = next && !Array.isArray(next) ? next.format('YYYY-MM-DD') : null
        onChange?.(isIsoDate(day) ? day : null)
      }}
      {...(min ? { minDate: dayjs(min) } : {})}
      {...(max ? { maxDate: dayjs(max) } : {})}
    />
  )
}
