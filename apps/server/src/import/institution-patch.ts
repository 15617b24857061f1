import { HOSPITAL_GRADES, type HospitalGrade, type HospitalLevel } from '@yilian/domain/code-lists/hospital-level.ts'
import { shortDecimal, type Decimal } from '@yilian/domain/decimal.ts'
import type { FileRow } from '@yilian/domain/file-columns.ts'
import type { LevelGrade } from '@yilian/domain/institution-cells.ts'
import type { InstitutionFileValues } from '@yilian/domain/institution-columns.ts'
import { INSTITUTION_DEFAULTS, type InstitutionValue } from '@yilian/domain/institution.ts'
import { issue, type Issue } from '@yilian/domain/issue.ts'

type Values = FileRow<InstitutionFileValues>

/** What a row names, found. `undefined`: it says nothing of it. */
export interface FoundReferences {
  readonly regionCode: string | undefined
  readonly parentId: string | null | undefined
  readonly documentId: string | undefined
}

/** Attributes that are taken from the row as they stand. */
const PLAIN = [
  'name',
  'aliases',
  'category',
  'status',
  'ownership',
  'affiliation',
  'economicType',
  'managementClass',
  'creditCode',
  'unitCount',
  'beds',
  'servedPopulation',
  'equipment',
  'address',
  'source',
  'sourceNote',
] as const satisfies readonly (keyof InstitutionValue & keyof InstitutionFileValues)[]
const AREAS = ['siteArea', 'buildingArea'] as const

/** What a row says an institution is, beside what is recorded (`before`; `null` for a new one). A row that is silent changes nothing. */
export function institutionPatch(
  values: Values,
  before: InstitutionValue | null,
  { regionCode, parentId, documentId }: FoundReferences,
): { patch: Partial<InstitutionValue>; issues: Issue[] } {
  const now = before ?? INSTITUTION_DEFAULTS
  const level = mergeLevel('grade', values.level, values.grade, { level: now.level, grade: now.grade })
  const target = mergeLevel('targetGrade', values.targetLevel, values.targetGrade, { level: now.targetLevel, grade: now.targetGrade })
  const plainFields = Object.fromEntries(PLAIN.flatMap((field) => (values[field] === undefined ? [] : [[field, values[field]]])))
  return {
    issues: [...level.issues, ...target.issues],
    patch: {
      ...plainFields,
      ...Object.fromEntries(AREAS.flatMap((field) => (isSame(values[field], now[field]) ? [] : [[field, values[field]]]))),
      ...(level.said && { level: level.level ?? 'UNREPORTED', grade: level.grade ?? 'UNREPORTED' }),
      ...(target.said && { targetLevel: target.level, targetGrade: target.grade }),
      ...(regionCode !== undefined && { regionCode }),
      ...(parentId !== undefined && { parentId }),
      ...(documentId !== undefined && { documentId }),
    },
  }
}

// What is recorded as 9000.50 stays so when a file says 9000.5.
function isSame(said: Decimal | null | undefined, recorded: Decimal | null): boolean {
  return said === undefined || said === recorded || (said !== null && recorded !== null && shortDecimal(said) === shortDecimal(recorded))
}

interface Pair {
  readonly level: HospitalLevel | null
  readonly grade: HospitalGrade | null
}

/** Level and grade out of two cells, of which the first may say both. A new level without a grade says that the grade is not known. */
function mergeLevel(
  path: string,
  both: LevelGrade | null | undefined,
  alone: HospitalGrade | null | undefined,
  now: Pair,
): Pair & { said: boolean; issues: Issue[] } {
  if (both === undefined && alone === undefined) return { ...now, said: false, issues: [] }
  const level = both === undefined ? now.level : (both?.level ?? null)
  const stated = both?.grade ?? null
  if (stated !== null && alone != null && stated !== alone) {
    return { ...now, said: false, issues: [issue(path, 'LEVEL_GRADE_DISAGREE', { grade: HOSPITAL_GRADES.items[alone].label })] }
  }
  const kept = level === now.level ? now.grade : null
  const grade = level === null ? null : (stated ?? (alone === undefined ? kept : alone))
  return { level, grade, said: true, issues: [] }
}
