import { day, type IsoDate } from '../../day.ts'

/** The same day of the month `count` months later, or the last day of that month where it is shorter, as PostgreSQL adds months. */
export function addMonths(from: IsoDate, count: number): IsoDate {
  const month = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + count
  const [year, inYear] = [Math.floor(month / 12), (((month % 12) + 12) % 12) + 1]
  const last = new Date(Date.UTC(2000, 0, 1))
  last.setUTCFullYear(year, inYear, 0)
  const text = (number: number, digits: number) => String(number).padStart(digits, '0')
  return day(`${text(year, 4)}-${text(inYear, 2)}-${text(Math.min(Number(from.slice(8)), last.getUTCDate()), 2)}`)
}
