import { CONSTRUCTION_FACTS } from './construction-facts.ts'
import { STAFFING_FACTS } from './staffing-facts.ts'

/**
 * The facts the database keeps in two times (or in recorded time alone), one row each: the mechanisms in `dated.ts`,
 * `changes.ts` and `undo.ts` work from this table. `keys` never change within a fact, `values` do; `institutions`, `alliances`,
 * `projects` and `people` are the columns that name whom a row concerns, so that a change is found from each.
 */
export interface FactTable {
  readonly table: string
  /** `false`: the fact is known or replaced (a count, a meeting), but is not valid for a stretch of days. */
  readonly dated: boolean
  readonly keys: readonly string[]
  /** No two facts with the same keys hold on the same day (or are known at once); the constraint `<table>_once` guards it. */
  readonly once: boolean
  readonly values: readonly string[]
  /** Of the values, those kept as `jsonb`. */
  readonly json?: readonly string[]
  /** Of a construction fact's values, those kept as `numeric`: as JSON they have to be told as text to stay exact. */
  readonly decimals?: readonly string[]
  readonly institutions: readonly string[]
  readonly alliances: readonly string[]
  readonly projects?: readonly string[]
  readonly people?: readonly string[]
}

const CITED = ['documentId', 'source', 'sourceNote'] as const

export const FACTS = {
  INSTITUTION: {
    table: 'institutionVersion',
    dated: true,
    keys: [],
    once: false,
    values: [
      'name',
      'aliases',
      'category',
      'level',
      'grade',
      'targetLevel',
      'targetGrade',
      'status',
      'regionCode',
      'parentId',
      'ownership',
      'affiliation',
      'economicType',
      'managementClass',
      'creditCode',
      'unitCount',
      'beds',
      'siteArea',
      'buildingArea',
      'servedPopulation',
      'equipment',
      'address',
      ...CITED,
    ],
    json: ['equipment'],
    institutions: ['id', 'parentId'],
    alliances: [],
  },
  INSTITUTION_LINEAGE: {
    table: 'institutionLineage',
    dated: false,
    keys: ['kind', 'fromId', 'toId'],
    once: true,
    values: ['effectiveOn'],
    institutions: ['fromId', 'toId'],
    alliances: [],
  },
  ALLIANCE: {
    table: 'allianceVersion',
    dated: true,
    keys: [],
    once: false,
    values: ['name', 'stage', 'specialty', 'purpose', ...CITED],
    institutions: [],
    alliances: ['id'],
  },
  MEMBERSHIP: {
    table: 'membership',
    dated: true,
    keys: ['allianceId', 'institutionId'],
    once: true,
    values: ['role', 'exclusiveGroup', 'legalPersonKept', ...CITED],
    institutions: ['institutionId'],
    alliances: ['allianceId'],
  },
  LEAD_VACANCY: {
    table: 'leadVacancy',
    dated: true,
    keys: ['allianceId'],
    once: true,
    values: ['reason', ...CITED],
    institutions: [],
    alliances: ['allianceId'],
  },
  LEAD_DISPUTE: {
    table: 'leadDispute',
    dated: true,
    keys: ['allianceId'],
    once: true,
    values: ['chosenId', 'mandatedId', 'authority', 'summary', ...CITED],
    institutions: ['chosenId', 'mandatedId'],
    alliances: ['allianceId'],
  },
  UNIFIED_MANAGEMENT: {
    table: 'unifiedManagement',
    dated: true,
    keys: ['allianceId', 'institutionId', 'domain'],
    once: true,
    values: ['state', ...CITED],
    institutions: ['institutionId'],
    alliances: ['allianceId'],
  },
  SHARED_SERVICE: {
    table: 'sharedService',
    dated: true,
    keys: ['allianceId'],
    once: false,
    values: ['kind', 'name', 'providerId', 'recipientIds', 'servesAll', 'planned', ...CITED],
    institutions: ['providerId', 'recipientIds'],
    alliances: ['allianceId'],
  },
  REFERRAL_FLOW: {
    table: 'referralFlow',
    dated: false,
    keys: ['allianceId', 'period', 'fromId', 'toId', 'direction'],
    once: true,
    values: ['count', 'documentId', 'source'],
    institutions: ['fromId', 'toId'],
    alliances: ['allianceId'],
  },
  ALLIANCE_MEETING: {
    table: 'allianceMeeting',
    dated: false,
    keys: ['allianceId'],
    once: false,
    values: ['heldOn', 'title', 'summary', 'attendeeIds', 'documentId', 'source'],
    institutions: ['attendeeIds'],
    alliances: ['allianceId'],
  },
  POLICY_DOCUMENT: {
    table: 'policyDocumentVersion',
    dated: false,
    keys: [],
    once: false,
    values: ['number', 'title', 'issuer', 'issuedOn', 'url', 'source'],
    institutions: [],
    alliances: [],
  },
  ROLE_GRANT: {
    table: 'roleGrant',
    dated: true,
    keys: ['userId', 'role', 'scopeKind', 'scopeId', 'workArea'],
    once: true,
    values: ['reason', 'documentId'],
    institutions: [],
    alliances: [],
  },
  ...CONSTRUCTION_FACTS,
  ...STAFFING_FACTS,
} as const satisfies Record<string, FactTable>

export type FactKind = keyof typeof FACTS
export const FACT_KINDS = Object.keys(FACTS) as FactKind[]
/** Facts that hold for stretches of days. */
export type DatedFactKind = { [K in FactKind]: (typeof FACTS)[K]['dated'] extends true ? K : never }[FactKind]

/** How a kind of fact is kept, as the type that all share. */
export function factTable(fact: FactKind): FactTable {
  return FACTS[fact]
}
