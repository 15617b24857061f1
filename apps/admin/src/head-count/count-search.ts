import { codesOf } from '@yilian/domain/code-list.ts'
import { EDUCATIONS, SEXES } from '@yilian/domain/code-lists/education.ts'
import { ESTABLISHMENT_TYPES } from '@yilian/domain/code-lists/establishment-type.ts'
import { PROFESSIONS, WORK_CLASSES } from '@yilian/domain/code-lists/profession.ts'
import { TITLE_LEVELS } from '@yilian/domain/code-lists/title-level.ts'
import { AGE_BANDS } from '@yilian/domain/staffing/counting/age.ts'
import {
  COUNTING_RULES,
  HEAD_COUNT_DIMENSIONS,
  type CountingRule,
  type HeadCountDimension,
} from '@yilian/domain/staffing/counting/head-count.ts'
import { SIX_MONTH_RULES, type SixMonthRule } from '@yilian/domain/staffing/counting/posting.ts'
import type { HeadCountFilter } from '../graphql/graphql.ts'
import { keysOf } from '../i18n/useTextChoices.ts'
import { count, flag, oneOf, someOf, text, type Params } from '../shell/address.ts'
import { tableSearch, type TableSearch } from '../table/table-search.ts'
import type { Layout } from './pivot.ts'

export const COUNT_VIEWS = ['pivot', 'chart', 'differences', 'left', 'posted'] as const
export type CountView = (typeof COUNT_VIEWS)[number]

export const DIMENSIONS = keysOf(HEAD_COUNT_DIMENSIONS)
const RULES = keysOf(COUNTING_RULES)

/** Filters by which people are counted, with the codes each may have. */
export const PEOPLE_LISTS = {
  profession: PROFESSIONS,
  workClass: WORK_CLASSES,
  title: TITLE_LEVELS,
  establishment: ESTABLISHMENT_TYPES,
  sex: SEXES,
  ageBand: AGE_BANDS,
  education: EDUCATIONS,
} as const
export type PeopleKey = keyof typeof PEOPLE_LISTS
export const PEOPLE_KEYS = keysOf(PEOPLE_LISTS)

type PeopleFilters = {
  readonly [K in PeopleKey]?: (keyof (typeof PEOPLE_LISTS)[K]['items'] & string)[] | undefined
}

/** What the screen of head counts keeps in the address. */
export interface CountSearch extends TableSearch<never>, PeopleFilters {
  readonly view?: CountView | undefined
  readonly rows?: HeadCountDimension | undefined
  /** Within the rows, and within the columns. */
  readonly rows2?: HeadCountDimension | undefined
  readonly columns?: HeadCountDimension | undefined
  readonly columns2?: HeadCountDimension | undefined
  /** One rule alone; left out: all three. */
  readonly rule?: CountingRule | undefined
  /** With those whom statistics leave out. */
  readonly everybody?: boolean | undefined
  /** What the pivot is in order of, the largest first: a figure of all columns together. */
  readonly order?: CountingRule | undefined
  readonly institution?: string | undefined
  readonly alliance?: string | undefined
  /** Twelve digits. */
  readonly region?: string | undefined
  readonly year?: number | undefined
  readonly reading?: SixMonthRule | undefined
  /** Postings that count, or that do not. */
  readonly counted?: boolean | undefined
}

export const FIRST_ROWS: HeadCountDimension = 'INSTITUTION'

type Dimensions = Pick<CountSearch, 'rows' | 'rows2' | 'columns' | 'columns2'>

/** The same without what is said twice, and without columns within columns that are not there. */
export function distinctDimensions({ rows, rows2, columns, columns2 }: Dimensions): Dimensions {
  const first = rows ?? FIRST_ROWS
  const second = rows2 === first ? undefined : rows2
  const third = columns === first || columns === second ? undefined : columns
  const fourth = third === undefined || columns2 === first || columns2 === second || columns2 === third ? undefined : columns2
  return { rows, rows2: second, columns: third, columns2: fourth }
}

/** By what the pivot of this address is laid out. */
export function layoutOf({ rows = FIRST_ROWS, rows2, columns, columns2 }: Dimensions): Layout {
  const given = (dimensions: readonly (HeadCountDimension | undefined)[]) => dimensions.filter((one) => one !== undefined)
  return { rows: given([rows, rows2]), columns: given([columns, columns2]) }
}

/** Columns within columns have room for one rule at a time. */
export function ruleShown({ rule, columns2 }: CountSearch): CountingRule | undefined {
  return columns2 === undefined ? rule : (rule ?? 'HOME')
}

export function countSearch(search: Params): CountSearch {
  const region = text(search['region'])
  return {
    ...tableSearch(search, []),
    view: oneOf(search['view'], COUNT_VIEWS),
    ...distinctDimensions({
      rows: oneOf(search['rows'], DIMENSIONS),
      rows2: oneOf(search['rows2'], DIMENSIONS),
      columns: oneOf(search['columns'], DIMENSIONS),
      columns2: oneOf(search['columns2'], DIMENSIONS),
    }),
    rule: oneOf(search['rule'], RULES),
    everybody: flag(search['everybody']) === true ? true : undefined,
    order: oneOf(search['order'], RULES),
    institution: text(search['institution']),
    alliance: text(search['alliance']),
    region: region !== undefined && /^\d{12}$/.test(region) ? region : undefined,
    profession: someOf(search['profession'], codesOf(PROFESSIONS)),
    workClass: someOf(search['workClass'], codesOf(WORK_CLASSES)),
    title: someOf(search['title'], codesOf(TITLE_LEVELS)),
    establishment: someOf(search['establishment'], codesOf(ESTABLISHMENT_TYPES)),
    sex: someOf(search['sex'], codesOf(SEXES)),
    ageBand: someOf(search['ageBand'], codesOf(AGE_BANDS)),
    education: someOf(search['education'], codesOf(EDUCATIONS)),
    year: count(search['year'], 1949, 2100),
    reading: oneOf(search['reading'], keysOf(SIX_MONTH_RULES)),
    counted: flag(search['counted']),
  }
}

/** The same as the filter of every count and of its export. */
export function countFilter(search: CountSearch, county: string | undefined): HeadCountFilter {
  return {
    countyCode: county,
    regionCode: search.region,
    allianceId: search.alliance,
    institutionId: search.institution,
    professions: search.profession,
    workClasses: search.workClass,
    titleLevels: search.title,
    establishmentTypes: search.establishment,
    sexes: search.sex,
    ageBands: search.ageBand,
    educations: search.education,
  }
}

export const NO_FILTERS = {
  institution: undefined,
  alliance: undefined,
  region: undefined,
  profession: undefined,
  workClass: undefined,
  title: undefined,
  establishment: undefined,
  sex: undefined,
  ageBand: undefined,
  education: undefined,
} as const satisfies CountSearch

/** What every view is given. */
export interface CountViewProps {
  readonly search: CountSearch
  readonly onSearch: (patch: CountSearch) => void
}
