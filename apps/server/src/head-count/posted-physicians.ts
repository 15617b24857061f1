import { day } from '@yilian/domain/day.ts'
import type { Moment } from '@yilian/domain/dated.ts'
import { judgePostings, postedPeople, type JudgedPosting, type SixMonthRule } from '@yilian/domain/staffing/counting/posting.ts'

import type { Reader } from '../access/reader.ts'
import type { AtMoment } from '../graphql/moment.ts'
import { postingsIn, residentsOf, type PostingRow } from './posted-physicians.queries.ts'

/** A judged posting at the moment it was read. */
export type JudgedRow = JudgedPosting<PostingRow> & AtMoment

/** The national indicator T2.1 of a county and year, with what it comes from. */
export interface PostedPhysiciansFigures extends AtMoment {
  readonly year: number
  readonly rule: SixMonthRule
  readonly people: number
  readonly residents: number | null
  readonly postings: readonly JudgedRow[]
}

/** Reads and judges the postings of a year, and the residents; two statements. */
export async function postedPhysicians(
  reader: Reader,
  { countyCode, year, rule }: { readonly countyCode: string; readonly year: number; readonly rule: SixMonthRule },
  moment: Moment,
): Promise<PostedPhysiciansFigures> {
  const [first, last] = [day(`${year}-01-01`), day(`${year}-12-31`)]
  const days = { from: first, to: moment.asOf < last ? moment.asOf : last }
  const rows = await postingsIn(reader, countyCode, days, moment)
  const judged = judgePostings(rows, year, rule, moment.asOf)
  const residents = await residentsOf(reader, `${countyCode}000000`, year, moment)
  return { year, rule, moment, residents, people: postedPeople(judged).length, postings: judged.map((one) => ({ ...one, moment })) }
}
