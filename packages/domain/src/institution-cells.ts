import { codeLabel, codesMatching, codesOf, plain } from './code-list.ts'
import {
  GRADES_OF_LEVEL,
  HOSPITAL_LEVELS,
  levelGradeLabel,
  parseLevelGrade,
  type HospitalGrade,
  type HospitalLevel,
} from './code-lists/hospital-level.ts'
import { normaliseCreditCode } from './credit-code.ts'
import { listCells, optionalTextCells, type Cells } from './file-cells.ts'
import type { Parsed } from './file-columns.ts'
import type { Equipment } from './institution.ts'
import { issue } from './issue.ts'
import { LOCALES, type Locale } from './locale.ts'
import { normaliseDocumentNumber } from './policy-document.ts'

/** Level and grade in one cell, 二级甲等; a level alone says nothing of the grade (`grade` null). */
export interface LevelGrade {
  readonly level: HospitalLevel
  readonly grade: HospitalGrade | null
}

export const levelCells: Cells<LevelGrade> = {
  format: 'TEXT',
  cleared: { level: 'UNREPORTED', grade: 'UNREPORTED' },
  parse: parseLevelCell,
  write: writeLevel,
}

export const optionalLevelCells: Cells<LevelGrade | null> = {
  format: 'TEXT',
  cleared: null,
  parse: parseLevelCell,
  write: (value, locale) => (value === null ? null : writeLevel(value, locale)),
}

function writeLevel({ level, grade }: LevelGrade, locale: Locale): string {
  return grade === null ? codeLabel(HOSPITAL_LEVELS, level, locale) : levelGradeLabel(level, grade, locale)
}

function parseLevelCell(text: string): Parsed<LevelGrade> {
  const [level] = codesMatching(HOSPITAL_LEVELS, text)
  // A level that has one grade only says its grade too.
  if (level) return { value: { level, grade: GRADES_OF_LEVEL[level].length === 1 ? GRADES_OF_LEVEL[level][0]! : null } }
  const both = PAIRS.get(plain(text)) ?? parseLevelGrade(text)
  return both ? { value: both } : { issues: [issue('', 'NOT_IN_LIST', { value: text, list: HOSPITAL_LEVELS.label })] }
}

/** Every pair as `levelGradeLabel` writes it, so that what was written is read. */
const PAIRS: ReadonlyMap<string, LevelGrade> = new Map(
  codesOf(HOSPITAL_LEVELS).flatMap((level) =>
    GRADES_OF_LEVEL[level].flatMap((grade) =>
      LOCALES.map((locale) => [plain(levelGradeLabel(level, grade, locale)), { level, grade }] as const),
    ),
  ),
)

export const creditCodeCells: Cells<string | null> = { ...optionalTextCells, parse: (text) => ({ value: normaliseCreditCode(text) }) }

/** A document by its number, or by its title where it has none. */
export const documentCells: Cells<string | null> = {
  ...optionalTextCells,
  parse: (text) => ({ value: /\d{4}.*号$/.test(text) ? normaliseDocumentNumber(text) : text }),
}

const COUNTED = [/^(.+?)\s*[×✕*]\s*(\d{1,9})\s*[台套件个张辆部]?$/, /^(.+?)\s+[xX]\s*(\d{1,9})$/, /^(.+?)\s*(\d{1,9})\s*[台套件个张辆部]$/]

export const equipmentCells: Cells<readonly Equipment[]> = {
  ...listCells,
  cleared: [],
  parse: (text) => ({ value: splitEquipment(text) }),
  write: (items, locale) =>
    listCells.write(
      items.map(({ name, count }) => `${name}×${count}`),
      locale,
    ),
}

function splitEquipment(text: string): Equipment[] {
  const parsed = listCells.parse(text)
  return ('value' in parsed ? parsed.value : []).map((item) => {
    const [, name, count] = COUNTED.map((pattern) => pattern.exec(item)).find((match) => match !== null) ?? []
    return name && count ? { name, count: Number(count) } : { name: item, count: 1 }
  })
}
