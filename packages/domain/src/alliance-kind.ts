import type { Text } from './locale.ts'

/** What an alliance of this kind may and must be. One row per kind is all it takes to add one. */
export interface AllianceKindRules {
  readonly label: Text
  /**
   * Kinds with the same group exclude each other: an institution leads or belongs to at most one alliance of the group
   * on any day. `null`: any number. Supporting from outside never counts.
   */
  readonly exclusiveGroup: string | null
  /** On every day there is a lead, a declared vacancy or an open dispute. */
  readonly leadRequired: boolean
  /** Who may lead: any institution, hospitals only, or only institutions that are not primary care. */
  readonly mayLead: 'ANY' | 'HOSPITAL' | 'NOT_PRIMARY_CARE'
}

/** The exclusive group of tight alliances (紧密型): people, money and goods can be managed by one alliance only. */
export const TIGHT = 'TIGHT'

/**
 * Kinds of alliance. County and area alliances share the tight group, as counties practise it (an area alliance is a
 * tight one for a part of the county); the rest may overlap freely. Source: `docs/adr/0003-alliance-kinds.md`.
 */
export const ALLIANCE_KINDS = {
  COUNTY_TIGHT: {
    label: { zh: '县域医共体（紧密型）', en: 'County alliance (tight)' },
    exclusiveGroup: TIGHT,
    leadRequired: true,
    mayLead: 'HOSPITAL',
  },
  COUNTY_LOOSE: {
    label: { zh: '县域医共体（松散型）', en: 'County alliance (loose)' },
    exclusiveGroup: null,
    leadRequired: false,
    mayLead: 'ANY',
  },
  AREA: { label: { zh: '片区医共体', en: 'Area alliance' }, exclusiveGroup: TIGHT, leadRequired: true, mayLead: 'ANY' },
  MEDICAL_GROUP: { label: { zh: '医疗集团', en: 'Medical group' }, exclusiveGroup: null, leadRequired: true, mayLead: 'HOSPITAL' },
  CITY_CONSORTIUM: { label: { zh: '医联体', en: 'City consortium' }, exclusiveGroup: null, leadRequired: false, mayLead: 'ANY' },
  SPECIALTY: { label: { zh: '专科联盟', en: 'Specialty alliance' }, exclusiveGroup: null, leadRequired: false, mayLead: 'ANY' },
  TELEMEDICINE: { label: { zh: '远程医疗协作网', en: 'Telemedicine network' }, exclusiveGroup: null, leadRequired: false, mayLead: 'ANY' },
  COUNTERPART_SUPPORT: { label: { zh: '对口支援', en: 'Counterpart support' }, exclusiveGroup: null, leadRequired: false, mayLead: 'ANY' },
  BRANCH_HOSPITAL: { label: { zh: '分院', en: 'Branch hospital' }, exclusiveGroup: null, leadRequired: false, mayLead: 'ANY' },
  EXPERT_STUDIO: { label: { zh: '名医工作室', en: 'Expert studio' }, exclusiveGroup: null, leadRequired: false, mayLead: 'ANY' },
} as const satisfies Record<string, AllianceKindRules>

export type AllianceKind = keyof typeof ALLIANCE_KINDS

/** The rules of a kind, as the type that all kinds share. */
export function allianceKindRules(kind: AllianceKind): AllianceKindRules {
  return ALLIANCE_KINDS[kind]
}
