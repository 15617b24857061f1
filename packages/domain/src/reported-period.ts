import type { Text } from './locale.ts'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** A month, `2026-12`, in words; what is no month stays as it is. */
export function monthText(month: string): Text {
  const [year, number] = [month.slice(0, 4), Number(month.slice(5))]
  const name = MONTHS[number - 1]
  return name === undefined ? asWritten(month) : { zh: `${year}年${number}月`, en: `${name} ${year}` }
}

/** A period that figures are reported for (`2023`, `2023H1`, `2023Q2`, `2023-07`), in words; what is written otherwise stays as it is. */
export function reportedPeriodText(written: string): Text {
  const [, year, half, quarter, month] = /^(\d{4})(?:H([12])|Q([1-4])|-(\d\d))?$/.exec(written) ?? []
  if (year === undefined) return asWritten(written)
  if (half === '1') return { zh: `${year}年上半年`, en: `First half of ${year}` }
  if (half === '2') return { zh: `${year}年下半年`, en: `Second half of ${year}` }
  if (quarter !== undefined) return { zh: `${year}年第${quarter}季度`, en: `Quarter ${quarter} of ${year}` }
  return month === undefined ? { zh: `${year}年`, en: year } : monthText(written)
}

function asWritten(text: string): Text {
  return { zh: text, en: text }
}
