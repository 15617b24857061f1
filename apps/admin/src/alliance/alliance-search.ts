import { ALLIANCE_KINDS, type AllianceKind } from '@yilian/domain/alliance-kind.ts'
import { ALLIANCE_STAGES, LEAD_STATES, type AllianceStage, type LeadState } from '@yilian/domain/alliance.ts'
import type { AllianceFilter } from '../graphql/graphql.ts'
import { someOf, text, type Params } from '../shell/address.ts'
import { tableSearch, type TableSearch } from '../table/table-search.ts'

export const ALLIANCE_SORTS = ['NAME', 'KIND', 'FOUNDED_ON', 'MEMBER_COUNT', 'CODE'] as const
export type AllianceSort = (typeof ALLIANCE_SORTS)[number]

const KINDS = Object.keys(ALLIANCE_KINDS) as AllianceKind[]
const STAGES = Object.keys(ALLIANCE_STAGES) as AllianceStage[]
const STATES = Object.keys(LEAD_STATES) as LeadState[]

/** What the list of alliances keeps in the address. */
export interface AllianceListSearch extends TableSearch<AllianceSort> {
  readonly q?: string | undefined
  readonly kind?: AllianceKind[] | undefined
  readonly stage?: AllianceStage[] | undefined
  readonly lead?: LeadState[] | undefined
}

export function allianceListSearch(search: Params): AllianceListSearch {
  return {
    ...tableSearch(search, ALLIANCE_SORTS),
    q: text(search.q),
    kind: someOf(search.kind, KINDS),
    stage: someOf(search.stage, STAGES),
    lead: someOf(search.lead, STATES),
  }
}

export function allianceFilter({ q, kind, stage, lead }: AllianceListSearch, countyCode: string | undefined): AllianceFilter {
  return { countyCode: countyCode ?? null, search: q ?? null, kinds: kind ?? null, stages: stage ?? null, leadStates: lead ?? null }
}

export const NO_FILTERS = { q: undefined, kind: undefined, stage: undefined, lead: undefined } as const
