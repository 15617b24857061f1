import { codesOf } from '@yilian/domain/code-list.ts'
import { ALERT_RULES, type AlertRule } from '@yilian/domain/construction/alert.ts'
import { FUNDING_SOURCES, type FundingSource } from '@yilian/domain/construction/funding-source.ts'
import { PROJECT_KINDS, type ProjectKind } from '@yilian/domain/construction/project-kind.ts'
import { PROJECT_STAGES, type ProjectStage } from '@yilian/domain/construction/stage.ts'
import type { ConstructionProjectFilter, ConstructionProjectOrderBy } from '../graphql/graphql.ts'
import { keysOf } from '../i18n/useTextChoices.ts'
import { count, flag, oneOf, someOf, text, type Params } from '../shell/address.ts'
import { tableSearch, type TableSearch } from '../table/table-search.ts'

const ORDERS = [
  'CODE',
  'NAME',
  'STAGE',
  'PLANNED',
  'ARRIVED',
  'PAID',
  'COMPLETED',
  'REPORTED',
] as const satisfies readonly ConstructionProjectOrderBy[]

/** How the projects are shown. */
export const PROJECT_VIEWS = ['table', 'cards', 'timeline', 'alerts', 'month'] as const
export type ProjectView = (typeof PROJECT_VIEWS)[number]

/** What the list of projects keeps in the address. */
export interface ProjectSearch extends TableSearch<ConstructionProjectOrderBy> {
  readonly view?: ProjectView | undefined
  readonly q?: string | undefined
  readonly institution?: string | undefined
  readonly alliance?: string | undefined
  readonly kind?: ProjectKind[] | undefined
  readonly stage?: ProjectStage[] | undefined
  readonly stageKnown?: boolean | undefined
  readonly funding?: FundingSource[] | undefined
  readonly suspended?: boolean | undefined
  readonly alert?: AlertRule[] | undefined
  readonly year?: number | undefined
  readonly whole?: boolean | undefined
  /** `YYYY-MM`: the month whose changes are shown. */
  readonly month?: string | undefined
}

export function projectSearch(search: Params): ProjectSearch {
  return {
    ...tableSearch(search, ORDERS),
    view: oneOf(search['view'], PROJECT_VIEWS),
    q: text(search['q']),
    institution: text(search['institution']),
    alliance: text(search['alliance']),
    kind: someOf(search['kind'], codesOf(PROJECT_KINDS)),
    stage: someOf(search['stage'], codesOf(PROJECT_STAGES)),
    stageKnown: flag(search['stageKnown']),
    funding: someOf(search['funding'], codesOf(FUNDING_SOURCES)),
    suspended: flag(search['suspended']),
    alert: someOf(search['alert'], keysOf(ALERT_RULES)),
    year: count(search['year'], 1990, 2100),
    whole: flag(search['whole']),
    month: monthOf(search['month']),
  }
}

function monthOf(value: unknown): string | undefined {
  const month = text(value)
  return month && /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? month : undefined
}

/** The same as the filter of every view and of the export. */
export function projectFilter(search: ProjectSearch, county: string | undefined): ConstructionProjectFilter {
  return {
    countyCode: county,
    search: search.q,
    institutionId: search.institution,
    allianceId: search.alliance,
    kinds: search.kind,
    stages: search.stage,
    stageKnown: search.stageKnown,
    fundingSources: search.funding,
    suspended: search.suspended,
    alerts: search.alert,
    year: search.year,
    whole: search.whole,
  }
}

export const NO_FILTERS = {
  q: undefined,
  institution: undefined,
  alliance: undefined,
  kind: undefined,
  stage: undefined,
  stageKnown: undefined,
  funding: undefined,
  suspended: undefined,
  alert: undefined,
  year: undefined,
  whole: undefined,
} as const satisfies ProjectSearch

/** The tabs of a project's page. */
export const PROJECT_TABS = ['overview', 'schedule', 'funds', 'reports', 'parties', 'documents', 'changes'] as const
export type ProjectTab = (typeof PROJECT_TABS)[number]

export function projectTab(search: Params): { readonly tab?: ProjectTab | undefined } {
  return { tab: oneOf(search['tab'], PROJECT_TABS) }
}
