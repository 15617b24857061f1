import { codesOf } from '@yilian/domain/code-list.ts'
import { HOSPITAL_LEVELS, type HospitalLevel } from '@yilian/domain/code-lists/hospital-level.ts'
import { INSTITUTION_CATEGORIES, type InstitutionCategory } from '@yilian/domain/code-lists/institution-category.ts'
import { INSTITUTION_STATUSES, type InstitutionStatus } from '@yilian/domain/code-lists/institution-status.ts'
import { OWNERSHIPS, type Ownership } from '@yilian/domain/code-lists/ownership.ts'
import { isRegionCode } from '@yilian/domain/region.ts'
import type { InstitutionFilter, InstitutionOrderBy } from '../graphql/graphql.ts'
import { flag, oneOf, someOf, text, type Params } from '../shell/address.ts'
import { tableSearch, type TableSearch } from '../table/table-search.ts'

const ORDERS = ['CODE', 'NAME', 'CATEGORY', 'LEVEL', 'REGION', 'BEDS', 'SERVED_POPULATION'] as const satisfies readonly InstitutionOrderBy[]

/** The filters of the list, as the address has them. */
export interface InstitutionSearch extends TableSearch<InstitutionOrderBy> {
  readonly q?: string | undefined
  readonly region?: string | undefined
  /** Those run by this institution. */
  readonly parent?: string | undefined
  readonly category?: InstitutionCategory[] | undefined
  readonly level?: HospitalLevel[] | undefined
  readonly status?: InstitutionStatus[] | undefined
  readonly ownership?: Ownership[] | undefined
  readonly inAlliance?: boolean | undefined
  readonly aggregate?: boolean | undefined
}

export function institutionSearch(search: Params): InstitutionSearch {
  const region = text(search.region)
  return {
    ...tableSearch(search, ORDERS),
    q: text(search.q),
    region: isRegionCode(region) ? region : undefined,
    parent: text(search.parent),
    category: someOf(search.category, codesOf(INSTITUTION_CATEGORIES)),
    level: someOf(search.level, codesOf(HOSPITAL_LEVELS)),
    status: someOf(search.status, codesOf(INSTITUTION_STATUSES)),
    ownership: someOf(search.ownership, codesOf(OWNERSHIPS)),
    inAlliance: flag(search.inAlliance),
    aggregate: flag(search.aggregate),
  }
}

/** The same as the filter of the query and of the export. Without a status the server leaves out what is closed or merged. */
export function institutionFilter(search: InstitutionSearch, county: string | undefined): InstitutionFilter {
  return {
    countyCode: county,
    search: search.q,
    regionCode: search.region,
    parentId: search.parent,
    categories: search.category,
    levels: search.level,
    statuses: search.status,
    ownerships: search.ownership,
    inAlliance: search.inAlliance,
    aggregate: search.aggregate,
  }
}

/** A patch that lifts every filter. */
export const NO_FILTERS = {
  q: undefined,
  region: undefined,
  parent: undefined,
  category: undefined,
  level: undefined,
  status: undefined,
  ownership: undefined,
  inAlliance: undefined,
  aggregate: undefined,
} as const satisfies InstitutionSearch

export const INSTITUTION_TABS = ['overview', 'timeline', 'alliances', 'map', 'staff', 'projects', 'changes'] as const
export type InstitutionTab = (typeof INSTITUTION_TABS)[number]

export function institutionTab(search: Params): { tab?: InstitutionTab | undefined } {
  return { tab: oneOf(search.tab, INSTITUTION_TABS) }
}
