import { POST_CLASSES, type PostClass } from '@yilian/domain/staffing/terms.ts'
import type { PostFilter, QuotaBoardFilter } from '../graphql/graphql.ts'
import { keysOf } from '../i18n/useTextChoices.ts'
import { flag, oneOf, someOf, text, type Params } from '../shell/address.ts'
import { tableSearch, type TableSearch } from '../table/table-search.ts'

export const QUOTA_VIEWS = ['board', 'pools', 'posts'] as const
export type QuotaView = (typeof QUOTA_VIEWS)[number]

/** What the screen of quotas and posts keeps in the address. */
export interface QuotaSearch extends TableSearch<never> {
  readonly view?: QuotaView | undefined
  readonly institution?: string | undefined
  readonly alliance?: string | undefined
  readonly over?: boolean | undefined
  readonly vacant?: boolean | undefined
  readonly postClass?: PostClass[] | undefined
  readonly pooled?: boolean | undefined
  readonly frozen?: boolean | undefined
}

export function quotaSearch(search: Params): QuotaSearch {
  return {
    ...tableSearch(search, []),
    view: oneOf(search['view'], QUOTA_VIEWS),
    institution: text(search['institution']),
    alliance: text(search['alliance']),
    over: flag(search['over']),
    vacant: flag(search['vacant']),
    postClass: someOf(search['postClass'], keysOf(POST_CLASSES)),
    pooled: flag(search['pooled']),
    frozen: flag(search['frozen']),
  }
}

export function boardFilter({ institution, alliance, over, vacant }: QuotaSearch, county: string | undefined): QuotaBoardFilter {
  return { countyCode: county, institutionId: institution, allianceId: alliance, over, vacant }
}

export function postFilter(search: QuotaSearch, county: string | undefined): PostFilter {
  return {
    countyCode: county,
    institutionId: search.institution,
    allianceId: search.alliance,
    postClasses: search.postClass,
    pooled: search.pooled,
    vacant: search.vacant,
    frozen: search.frozen,
  }
}

export const NO_FILTERS = {
  institution: undefined,
  alliance: undefined,
  over: undefined,
  vacant: undefined,
  postClass: undefined,
  pooled: undefined,
  frozen: undefined,
} as const satisfies QuotaSearch
