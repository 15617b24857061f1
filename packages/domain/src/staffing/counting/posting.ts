// National indicator T2.1: physicians of intermediate title or above whom hospitals of level 2 and above posted to primary care for at least
// six months in the year, per 10,000 residents. Numerator and denominator are read from the source (S1); how six months are counted is not
// said there: both readings here are ours.
import type { HospitalLevel } from '../../code-lists/hospital-level.ts'
import { PHYSICIANS, type Profession } from '../../code-lists/profession.ts'
import { isAtLeast, type TitleLevel } from '../../code-lists/title-level.ts'
import { addDays, daysBetween, type IsoDate } from '../../day.ts'
import { earlierEnd, type Period } from '../../period.ts'
import type { Text } from '../../locale.ts'
import { addMonths } from '../retirement.ts'

/** How six months of posting are counted. */
export const SIX_MONTH_RULES = {
  WITHIN_YEAR: {
    label: { zh: '按年内天数', en: 'Within the year' },
    says: {
      zh: '只计当年之内的派驻天数，同一人各次派驻相加，满183天计入。',
      en: 'Days of posting inside the year alone, those of all postings of one person together; 183 days count.',
    },
  },
  ACROSS_YEARS: {
    label: { zh: '跨年连续', en: 'Across years' },
    says: {
      zh: '按派驻起始日连续计算，不论起于哪一年；某个满六个月（对月）的日子落在当年的，计入当年。',
      en: 'Calendar months from the first day of a posting, whichever year it began in; it counts in a year in which it completes six months, or another six.',
    },
  },
} as const satisfies Record<string, { readonly label: Text; readonly says: Text }>
export type SixMonthRule = keyof typeof SIX_MONTH_RULES

/** Days of posting within one year that stand for six months. */
export const DAYS_WITHIN_YEAR = 183

/** Calendar months that a posting must last. */
export const POSTING_MONTHS = 6

const PROFESSIONS: readonly Profession[] = PHYSICIANS
const LEVELS: readonly HospitalLevel[] = ['LEVEL_3', 'LEVEL_2']

/** Why a posting does not count. */
export const POSTING_FAULTS = {
  NOT_PHYSICIAN: { zh: '不从事执业（助理）医师工作', en: 'Does not work as a physician' },
  TITLE_BELOW: { zh: '聘任职务低于中级', en: 'Appointed below intermediate title' },
  HOME_LEVEL: { zh: '任职单位不是二级及以上医院', en: 'Home institution is no hospital of level 2 or above' },
  HOME_LEVEL_UNREPORTED: {
    zh: '任职单位级别未登记，无法判定',
    en: 'The level of the home institution is not recorded, so it cannot be judged',
  },
  HOST_NOT_PRIMARY: { zh: '派驻单位不是基层医疗卫生机构', en: 'Host is not primary care' },
  TOO_SHORT: { zh: '未满六个月', en: 'Less than six months' },
} as const satisfies Record<string, Text>
export type PostingFault = keyof typeof POSTING_FAULTS

/** A posting with what has to be known of it. Profession and title: on its last day in the year; home and host: on its first day. */
export interface Posting extends Period {
  readonly personId: string
  readonly profession: Profession | null
  readonly titleAppointed: TitleLevel | null
  readonly homeLevel: HospitalLevel | null
  readonly hostPrimaryCare: boolean
}

/** A posting with its days in the year, and what keeps it from counting; `null`: it counts. */
export interface JudgedPosting<P extends Posting> {
  readonly posting: P
  /** Days within the year, until the day asked about. */
  readonly days: number
  /** The day on which six months were complete by the rule; `null`: not yet, or not in this year. */
  readonly completedOn: IsoDate | null
  readonly fault: PostingFault | null
}

/** The days of a posting that lie in the year, until the day asked about; `null`: none. */
export function daysInYear(posting: Period, year: number, asOf: IsoDate): Period | null {
  const first = `${String(year).padStart(4, '0')}-01-01` as IsoDate
  const from = posting.validFrom > first ? posting.validFrom : first
  const to = earlierEnd(earlierEnd(posting.validTo, addMonths(first, 12)), addDays(asOf, 1))!
  return from < to ? { validFrom: from, validTo: to } : null
}

/** Every posting with a day in the year, judged by a rule as of a day: days to come do not count. */
export function judgePostings<P extends Posting>(
  postings: readonly P[],
  year: number,
  rule: SixMonthRule,
  asOf: IsoDate,
): JudgedPosting<P>[] {
  const inYear = postings
    .flatMap((posting) => {
      const within = daysInYear(posting, year, asOf)
      return within === null ? [] : [{ posting, within, days: daysBetween(within.validFrom, within.validTo!) }]
    })
    .toSorted((a, b) => (a.within.validFrom < b.within.validFrom ? -1 : 1))
  const before = new Map<string, number>()
  const judged = inYear.map(({ posting, within, days }) => {
    const fault = faultOf(posting)
    const sum = before.get(posting.personId) ?? 0
    if (fault === null) before.set(posting.personId, sum + days)
    const completedOn = rule === 'ACROSS_YEARS' ? completedAcross(posting, within) : completedWithin(within, sum, days)
    return { posting, days, completedOn: fault === null ? completedOn : null, fault }
  })
  const reached = new Set(judged.filter(({ completedOn }) => completedOn !== null).map(({ posting }) => posting.personId))
  return judged.map((one) => {
    const together = rule === 'WITHIN_YEAR' && reached.has(one.posting.personId)
    return one.fault !== null || one.completedOn !== null || together ? one : { ...one, fault: 'TOO_SHORT' }
  })
}

/** The day on which the days of the year, with those of postings before, came to six months; `null` where they did earlier or do not. */
function completedWithin({ validFrom }: Period, before: number, days: number): IsoDate | null {
  const needed = DAYS_WITHIN_YEAR - before
  return needed > 0 && days >= needed ? addDays(validFrom, needed - 1) : null
}

/** The first day within these on which another six calendar months of the posting were complete. */
function completedAcross({ validFrom }: Period, within: Period): IsoDate | null {
  for (let months = POSTING_MONTHS; ; months += POSTING_MONTHS) {
    const last = addDays(addMonths(validFrom, months), -1)
    if (last >= within.validTo!) return null
    if (last >= within.validFrom) return last
  }
}

function faultOf({ profession, titleAppointed, homeLevel, hostPrimaryCare }: Posting): PostingFault | null {
  if (profession === null || !PROFESSIONS.includes(profession)) return 'NOT_PHYSICIAN'
  if (!isAtLeast(titleAppointed, 'INTERMEDIATE')) return 'TITLE_BELOW'
  if (homeLevel === 'UNREPORTED') return 'HOME_LEVEL_UNREPORTED'
  if (homeLevel === null || !LEVELS.includes(homeLevel)) return 'HOME_LEVEL'
  return hostPrimaryCare ? null : 'HOST_NOT_PRIMARY'
}

/** People who count, each once however often posted. */
export function postedPeople<P extends Posting>(judged: readonly JudgedPosting<P>[]): string[] {
  return [...new Set(judged.filter(({ completedOn }) => completedOn !== null).map(({ posting }) => posting.personId))]
}

/** Whether some posting cannot be judged, so that there is no figure: nobody knows how many people it is of. */
export function unjudged(judged: readonly Pick<JudgedPosting<Posting>, 'fault'>[]): boolean {
  return judged.some(({ fault }) => fault === 'HOME_LEVEL_UNREPORTED')
}

/** Per 10,000 residents with four decimals; `null` where the residents are not known or none. */
export function perTenThousand(people: number, residents: number | null): string | null {
  if (residents === null || residents <= 0) return null
  const scaled = (BigInt(people) * 10_000n * 100_000n) / BigInt(residents)
  const rounded = (scaled + 5n) / 10n
  return `${rounded / 10_000n}.${String(rounded % 10_000n).padStart(4, '0')}`
}

/** The counting rule in words: what is from the national indicator, and what is ours. */
export function postedPhysiciansSays(rule: SixMonthRule): Text {
  const { says } = SIX_MONTH_RULES[rule]
  return {
    zh: `分子：当年由二级及以上医院派驻到基层医疗卫生机构满六个月、聘任中级及以上职务、实际从事执业（助理）医师工作的人数，每人只计一次。分母：本县当年常住人口。结果为每万常住人口人数。分子、分母依据紧密型县域医共体监测指标（2024年版）T2.1（据转载文本核对）。以下为本系统口径：${says.zh}医院级别和基层机构按派驻首日判定，从事专业和聘任职务按派驻在当年的最后一日判定，尚未到来的日子不计。`,
    en: `Numerator: people who work as physicians or assistant physicians, are appointed at intermediate title or above, and were posted by hospitals of level 2 or above to primary care for six months in the year; each once. Denominator: the residents of the county in that year. The result is per 10,000 residents. Numerator and denominator follow indicator T2.1 of the 2024 monitoring set for county alliances, checked against a copy of its text. The rest is this product’s reading: ${says.en} The level of the hospital and whether the host is primary care are judged on the first day of the posting, profession and title on its last day in the year; days to come do not count.`,
  }
}
