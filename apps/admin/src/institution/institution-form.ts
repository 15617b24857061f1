import { CODE_LISTS } from '@yilian/domain/code-lists/code-lists.ts'
import { isCode } from '@yilian/domain/code-list.ts'
import type { Affiliation } from '@yilian/domain/code-lists/affiliation.ts'
import type { EconomicType } from '@yilian/domain/code-lists/economic-type.ts'
import type { HospitalGrade, HospitalLevel } from '@yilian/domain/code-lists/hospital-level.ts'
import type { InstitutionCategory } from '@yilian/domain/code-lists/institution-category.ts'
import type { InstitutionStatus } from '@yilian/domain/code-lists/institution-status.ts'
import type { ManagementClass } from '@yilian/domain/code-lists/management-class.ts'
import type { Ownership } from '@yilian/domain/code-lists/ownership.ts'
import { INSTITUTION_DEFAULTS, institutionCodeIssues, institutionIssues, type InstitutionValue } from '@yilian/domain/institution.ts'
import { issue, issuesAt, type Issue } from '@yilian/domain/issue.ts'
import type { InstitutionChoice } from '../fields/InstitutionSelect.tsx'
import type { InstitutionInput } from '../graphql/graphql.ts'

/** An institution while it is typed: what is required may still be missing. */
export interface InstitutionDraft {
  readonly code: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly category: InstitutionCategory | null
  readonly level: HospitalLevel
  readonly grade: HospitalGrade
  readonly targetLevel: HospitalLevel | null
  readonly targetGrade: HospitalGrade | null
  readonly status: InstitutionStatus
  readonly regionCode: string | null
  readonly parent: InstitutionChoice | null
  readonly ownership: Ownership | null
  readonly affiliation: Affiliation | null
  readonly economicType: EconomicType | null
  readonly managementClass: ManagementClass | null
  readonly creditCode: string
  readonly unitCount: number | null
  readonly beds: number | null
  readonly siteArea: string | null
  readonly buildingArea: string | null
  readonly servedPopulation: number | null
  readonly equipment: readonly { readonly name: string; readonly count: number | null }[]
  readonly address: string
}

export const EMPTY_DRAFT: InstitutionDraft = {
  ...INSTITUTION_DEFAULTS,
  code: '',
  name: '',
  category: null,
  regionCode: null,
  parent: null,
  creditCode: '',
  address: '',
}

/** An institution as the API tells it, as far as a form needs it; the codes of open lists are plain text there. */
export interface InstitutionShown extends Omit<
  InstitutionDraft,
  | 'code'
  | 'regionCode'
  | 'parent'
  | 'affiliation'
  | 'economicType'
  | 'managementClass'
  | 'creditCode'
  | 'unitCount'
  | 'equipment'
  | 'address'
  | 'category'
> {
  readonly category: InstitutionCategory
  readonly region: { readonly code: string }
  readonly parent: InstitutionChoice | null
  readonly affiliation: string | null
  readonly economicType: string | null
  readonly managementClass: string | null
  readonly creditCode: string | null
  readonly unitCount: number
  readonly equipment: readonly { readonly name: string; readonly count: number }[]
  readonly address: string | null
}

/** The form of an institution that exists. Its code never changes and is left out. */
export function draftOf(shown: InstitutionShown): InstitutionDraft {
  const { affiliation, economicType, managementClass } = shown
  return {
    code: '',
    name: shown.name,
    aliases: shown.aliases,
    category: shown.category,
    level: shown.level,
    grade: shown.grade,
    targetLevel: shown.targetLevel,
    targetGrade: shown.targetGrade,
    status: shown.status,
    regionCode: shown.region.code,
    parent: shown.parent,
    ownership: shown.ownership,
    affiliation: isCode(CODE_LISTS.affiliation, affiliation) ? affiliation : null,
    economicType: isCode(CODE_LISTS.economicType, economicType) ? economicType : null,
    managementClass: isCode(CODE_LISTS.managementClass, managementClass) ? managementClass : null,
    creditCode: shown.creditCode ?? '',
    unitCount: shown.unitCount,
    beds: shown.beds,
    siteArea: shown.siteArea,
    buildingArea: shown.buildingArea,
    servedPopulation: shown.servedPopulation,
    equipment: shown.equipment.map(({ name, count }) => ({ name, count })),
    address: shown.address ?? '',
  }
}

/** What the domain judges and the server keeps; category and region must have been chosen. */
function valueOf(draft: InstitutionDraft, category: InstitutionCategory, regionCode: string): InstitutionValue {
  const { code: _, parent, creditCode, unitCount, equipment, address, name, ...rest } = draft
  return {
    ...rest,
    name: name.trim(),
    category,
    regionCode,
    parentId: parent?.id ?? null,
    creditCode: creditCode.trim().toUpperCase() || null,
    unitCount: unitCount ?? 0,
    equipment: equipment.map((one) => ({ name: one.name.trim(), count: one.count ?? 0 })),
    address: address.trim() || null,
    documentId: null,
    source: null,
    sourceNote: null,
  }
}

/** The domain's rules while typing, each at `<prefix>.<field>`: `institution`, `parts.0`; without a prefix at the field. */
export function draftIssues(draft: InstitutionDraft, prefix: string): Issue[] {
  const missing = [
    ...(draft.category === null ? [issue('category', 'REQUIRED')] : []),
    ...(draft.regionCode === null ? [issue('regionCode', 'REQUIRED')] : []),
  ]
  // Any category and region will do to judge the other fields; what is said about these two is replaced.
  const others = institutionIssues(valueOf(draft, draft.category ?? 'P939', draft.regionCode ?? '110000000000'))
  const code = draft.code.trim() === '' ? [] : institutionCodeIssues(draft.code.trim())
  const all = [...missing, ...others, ...code]
  return prefix === '' ? all : issuesAt(prefix, all)
}

/** The input of a command; null while something required is missing. */
export function inputOf(draft: InstitutionDraft): InstitutionInput | null {
  if (draft.category === null || draft.regionCode === null) return null
  const { documentId: _, source: __, sourceNote: ___, ...value } = valueOf(draft, draft.category, draft.regionCode)
  return { ...value, aliases: [...value.aliases], equipment: value.equipment.map((one) => ({ ...one })), code: draft.code.trim() || null }
}
