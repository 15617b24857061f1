import type { Cited } from '../cited.ts'
import { codeIssues } from '../code-list.ts'
import type { Recorded } from '../dated.ts'
import { isDecimal, type Decimal } from '../decimal.ts'
import { issue, type Issue } from '../issue.ts'
import { asYuan } from '../money.ts'
import { regionCodeIssues } from '../region.ts'
import { projectCodeIssues } from './project-code.ts'
import { countIssues, lengthIssues } from '../value-issues.ts'
import { PROJECT_KINDS, type ProjectKind } from './project-kind.ts'

/** What is recorded of a project (建设项目); `null`: not reported, which is not zero. */
export interface ConstructionProjectValue extends Cited {
  readonly name: string
  /** 国家项目代码, of either generation. */
  readonly nationalCode: string | null
  readonly kind: ProjectKind
  /** The institutions it is for; none where it is for places alone. */
  readonly institutionIds: readonly string[]
  /** Twelve digits: where it is, or the region it serves. */
  readonly regionCode: string
  /** The project it is a part of. */
  readonly parentId: string | null
  /** 建设单位 as written. */
  readonly owner: string | null
  /** 建设规模及内容. */
  readonly description: string | null
  /** 1, or how many alike units one entry stands for ("130 village clinics"). */
  readonly unitCount: number
  /** Building area in m². */
  readonly area: Decimal | null
  readonly beds: number | null
  /** Sets of equipment. */
  readonly sets: number | null
}

/** A project as it is known. */
export interface ConstructionProject extends Recorded, ConstructionProjectValue {
  readonly rowId: string
  readonly id: string
  readonly code: string
  readonly countyCode: string
}

export const PROJECT_DEFAULTS = {
  nationalCode: null,
  institutionIds: [],
  parentId: null,
  owner: null,
  description: null,
  unitCount: 1,
  area: null,
  beds: null,
  sets: null,
  documentId: null,
  source: null,
  sourceNote: null,
} as const satisfies Partial<ConstructionProjectValue>

/** Every rule of a project's own record. */
export function projectIssues(project: ConstructionProjectValue): Issue[] {
  const { name, nationalCode, kind, regionCode, owner, description, unitCount, area, beds, sets } = project
  const issues: Issue[] = [...codeIssues('kind', PROJECT_KINDS, kind), ...regionCodeIssues('regionCode', regionCode)]
  if (name.trim() === '') issues.push(issue('name', 'REQUIRED'))
  issues.push(...lengthIssues({ name: [name, 200], owner: [owner, 100], description: [description, 2000] }))
  if (nationalCode !== null) issues.push(...projectCodeIssues('nationalCode', nationalCode))
  if (!Number.isInteger(unitCount) || unitCount < 1) issues.push(issue('unitCount', 'NOT_A_COUNT', { value: unitCount, min: 1 }))
  issues.push(...areaIssues('area', area), ...countIssues('beds', beds), ...countIssues('sets', sets))
  return issues
}

/** `NOT_AN_AREA` unless it is square metres with at most two decimals and ten digits before them, or not reported. */
export function areaIssues(path: string, value: Decimal | null): Issue[] {
  const right = value === null || (isDecimal(value, 2) && /^\d{1,10}(\.|$)/.test(value))
  return right ? [] : [issue(path, 'NOT_AN_AREA', { value })]
}

/** Square metres in the form that is stored, with two decimals; text that is no area stays as it is. */
export function asArea(value: string | null | undefined): Decimal | null {
  return value == null ? null : asYuan(value)
}
