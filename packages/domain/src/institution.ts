import type { Cited } from './cited.ts'
import { codeIssues, type CodeList } from './code-list.ts'
import { AFFILIATIONS, type Affiliation } from './code-lists/affiliation.ts'
import { ECONOMIC_TYPES, type EconomicType } from './code-lists/economic-type.ts'
import { HOSPITAL_GRADES, HOSPITAL_LEVELS, levelGradeIssues, type HospitalGrade, type HospitalLevel } from './code-lists/hospital-level.ts'
import { INSTITUTION_CATEGORIES, type InstitutionCategory } from './code-lists/institution-category.ts'
import { INSTITUTION_STATUSES, type InstitutionStatus } from './code-lists/institution-status.ts'
import { MANAGEMENT_CLASSES, type ManagementClass } from './code-lists/management-class.ts'
import { OWNERSHIPS, type Ownership } from './code-lists/ownership.ts'
import { creditCodeIssues } from './credit-code.ts'
import type { DatedRow } from './dated.ts'
import { isDecimal, type Decimal } from './decimal.ts'
import { issue, issuesAt, type Issue } from './issue.ts'
import type { Text } from './locale.ts'
import { union, type Period } from './period.ts'
import { regionCodeIssues } from './region.ts'

/** A piece of equipment and how many of it. */
export interface Equipment {
  readonly name: string
  readonly count: number
}

/** What may change about an institution while it stays the same institution. `null` means not reported, never zero or none. */
export interface InstitutionValue extends Cited {
  readonly name: string
  readonly aliases: readonly string[]
  /** WS 218-2002. */
  readonly category: InstitutionCategory
  readonly level: HospitalLevel
  readonly grade: HospitalGrade
  /** The level and grade it is working towards (创建二级医院); `null` when it is not, or not known to be. */
  readonly targetLevel: HospitalLevel | null
  readonly targetGrade: HospitalGrade | null
  readonly status: InstitutionStatus
  /** Twelve digits; a town, or the finest region known. */
  readonly regionCode: string
  /** The institution that runs or manages it, as a township hospital its village clinics. */
  readonly parentId: string | null
  readonly ownership: Ownership | null
  readonly affiliation: Affiliation | null
  readonly economicType: EconomicType | null
  readonly managementClass: ManagementClass | null
  readonly creditCode: string | null
  /** 1, or how many one entry stands for where only their number is known (“14 village clinics”). */
  readonly unitCount: number
  readonly beds: number | null
  /** Square metres. */
  readonly siteArea: Decimal | null
  readonly buildingArea: Decimal | null
  readonly servedPopulation: number | null
  readonly equipment: readonly Equipment[]
  readonly address: string | null
}

/** What never changes about an institution. */
export interface InstitutionIdentity {
  readonly id: string
  readonly code: string
  /** Six digits under which its facts are kept: `countyCodeOf` its region when it was created. */
  readonly countyCode: string
}

export type Institution = DatedRow & InstitutionValue & InstitutionIdentity

/** What a new institution is where nothing else is said. */
export const INSTITUTION_DEFAULTS = {
  aliases: [],
  level: 'UNREPORTED',
  grade: 'UNREPORTED',
  targetLevel: null,
  targetGrade: null,
  status: 'OPERATING',
  parentId: null,
  ownership: null,
  affiliation: null,
  economicType: null,
  managementClass: null,
  creditCode: null,
  unitCount: 1,
  beds: null,
  siteArea: null,
  buildingArea: null,
  servedPopulation: null,
  equipment: [],
  address: null,
  documentId: null,
  source: null,
  sourceNote: null,
} as const satisfies Partial<InstitutionValue>

/** Whether it exists on the days of this status: neither closed nor merged into another. */
export function isOpen({ status }: Pick<InstitutionValue, 'status'>): boolean {
  return INSTITUTION_STATUSES.items[status].open
}

/** Closing and merging are commands of their own, with all they bring about: no other closes what is open (`before`; `null`: new). */
export function statusIssues(before: Pick<InstitutionValue, 'status'> | null, value: Pick<InstitutionValue, 'status'>): Issue[] {
  if (isOpen(value) || (before !== null && !isOpen(before))) return []
  return [issue('status', 'STATUS_BY_COMMAND', { status: INSTITUTION_STATUSES.items[value.status].label })]
}

/** The periods in which it exists, as the fewest in order. A member, a parent or a target must lie within. */
export function lifeOf(stretches: readonly (Period & Pick<InstitutionValue, 'status'>)[]): Period[] {
  return union(stretches.filter(isOpen))
}

/** Whether it counts as primary care (基层医疗卫生机构), by its category. */
export function isPrimaryCare(category: InstitutionCategory): boolean {
  return INSTITUTION_CATEGORIES.items[category].primaryCare
}

/** One entry for several units (“14 village clinics”): counts as many, and is no legal person. */
export function isAggregate({ unitCount }: Pick<InstitutionValue, 'unitCount'>): boolean {
  return unitCount > 1
}

/** Every rule of the attributes alone. Whether the region, parent and document exist is asked of the database. */
export function institutionIssues(value: InstitutionValue): Issue[] {
  return [
    ...textIssues('name', value.name, 100, true),
    ...aliasIssues(value),
    ...codeIssues('category', INSTITUTION_CATEGORIES, value.category),
    ...codeIssues('level', HOSPITAL_LEVELS, value.level),
    ...codeIssues('grade', HOSPITAL_GRADES, value.grade),
    ...levelGradeIssues('grade', value.level, value.grade),
    ...targetIssues(value),
    ...codeIssues('status', INSTITUTION_STATUSES, value.status),
    ...regionCodeIssues('regionCode', value.regionCode),
    ...ownershipIssues(value),
    ...optional(value.affiliation, (code) => codeIssues('affiliation', AFFILIATIONS, code)),
    ...optional(value.economicType, (code) => codeIssues('economicType', ECONOMIC_TYPES, code)),
    ...optional(value.managementClass, (code) => codeIssues('managementClass', MANAGEMENT_CLASSES, code)),
    ...optional(value.creditCode, (code) => creditCodeIssues('creditCode', code)),
    ...countIssues('unitCount', value.unitCount, 1),
    ...(value.creditCode !== null && isAggregate(value) ? [issue('creditCode', 'AGGREGATE_CREDIT_CODE', { count: value.unitCount })] : []),
    ...optional(value.beds, (count) => countIssues('beds', count, 0)),
    ...optional(value.siteArea, (area) => areaIssues('siteArea', area)),
    ...optional(value.buildingArea, (area) => areaIssues('buildingArea', area)),
    ...optional(value.servedPopulation, (count) => countIssues('servedPopulation', count, 0)),
    ...value.equipment.flatMap((one, at) =>
      issuesAt(`equipment.${at}`, [...textIssues('name', one.name, 100, true), ...countIssues('count', one.count, 1)]),
    ),
    ...optional(value.address, (text) => textIssues('address', text, 200)),
    ...optional(value.source, (text) => textIssues('source', text, 200)),
    ...optional(value.sourceNote, (text) => textIssues('sourceNote', text, 1000)),
  ]
}

/** An institution's code: letters, digits and `-_.`, at most 40, as people write it in tables and addresses. */
export function institutionCodeIssues(code: string): Issue[] {
  if (code === '') return [issue('code', 'REQUIRED')]
  return /^[0-9A-Za-z][0-9A-Za-z._-]{0,39}$/.test(code) ? [] : [issue('code', 'INSTITUTION_CODE', { value: code })]
}

function aliasIssues({ name, aliases }: InstitutionValue): Issue[] {
  return aliases.flatMap((alias, at) => {
    const path = `aliases.${at}`
    if (alias === name) return [issue(path, 'ALIAS_IS_NAME', { value: alias })]
    if (aliases.indexOf(alias) < at) return [issue(path, 'ALIAS_TWICE', { value: alias })]
    return textIssues(path, alias, 100, true)
  })
}

function targetIssues({ targetLevel, targetGrade }: InstitutionValue): Issue[] {
  if (targetLevel === null) return targetGrade === null ? [] : [issue('targetLevel', 'TARGET_LEVEL_REQUIRED')]
  return [
    ...(['NONE', 'UNREPORTED'].includes(targetLevel)
      ? [issue('targetLevel', 'TARGET_LEVEL_REQUIRED')]
      : codeIssues('targetLevel', HOSPITAL_LEVELS, targetLevel)),
    ...optional(targetGrade, (grade) => [
      ...codeIssues('targetGrade', HOSPITAL_GRADES, grade),
      ...levelGradeIssues('targetGrade', targetLevel, grade),
    ]),
  ]
}

function ownershipIssues({ ownership, category }: InstitutionValue): Issue[] {
  if (ownership === null) return []
  const onlyVillageClinics: readonly string[] = ['VILLAGE_PUBLIC', 'VILLAGE_PRIVATE']
  const issues = codeIssues('ownership', OWNERSHIPS, ownership)
  if (onlyVillageClinics.includes(ownership) && category !== 'D600') {
    issues.push(
      issue('ownership', 'OWNERSHIP_OF_VILLAGE_CLINIC', {
        ownership: label(OWNERSHIPS, ownership),
        category: label(INSTITUTION_CATEGORIES, category),
      }),
    )
  }
  return issues
}

function label(list: CodeList, code: string): Text {
  return list.items[code]?.label ?? { zh: code, en: code }
}

function optional<T>(value: T | null, issuesOf: (value: T) => Issue[]): Issue[] {
  return value === null ? [] : issuesOf(value)
}

function textIssues(path: string, text: string, max: number, required = false): Issue[] {
  if (required && text.trim() === '') return [issue(path, 'REQUIRED')]
  return text.length > max ? [issue(path, 'TOO_LONG', { max })] : []
}

function countIssues(path: string, count: number, min: number): Issue[] {
  return Number.isSafeInteger(count) && count >= min && count <= 2_147_483_647 ? [] : [issue(path, 'NOT_A_COUNT', { value: count, min })]
}

function areaIssues(path: string, area: string): Issue[] {
  return isDecimal(area, 2) ? [] : [issue(path, 'NOT_AN_AREA', { value: area })]
}
