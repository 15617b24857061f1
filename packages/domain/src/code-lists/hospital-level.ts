// Hospital levels and grades, read from one copy of the national list of 14 (三级特等 … 一级丙等, 三级未评 …, 未定级) and kept
// apart here: level 一/二/三/未定, grade 特/甲/乙/丙/未评. `UNREPORTED` is ours: a report that names a hospital seldom says.
import { defineCodeList, isCode, plain, type CodeOf } from '../code-list.ts'
import { issue, type Issue } from '../issue.ts'
import type { Locale } from '../locale.ts'
import { SOURCES } from './sources.ts'

const unreported = { label: { zh: '未报告', en: 'Not reported' }, provenance: 'PRODUCT', sources: [], alsoWritten: ['不详'] } as const

export const HOSPITAL_LEVELS = defineCodeList({
  name: 'hospitalLevel',
  label: { zh: '医院级别', en: 'Hospital level' },
  standard: '医院等级(14 项)',
  provenance: 'VERIFIED',
  sources: [SOURCES.CHONGQING_CORE_IG],
  items: {
    LEVEL_3: { label: { zh: '三级', en: 'Level 3' }, alsoWritten: ['三级医院', '3级', '3'] },
    LEVEL_2: { label: { zh: '二级', en: 'Level 2' }, alsoWritten: ['二级医院', '2级', '2'] },
    LEVEL_1: { label: { zh: '一级', en: 'Level 1' }, alsoWritten: ['一级医院', '1级', '1'] },
    NONE: { label: { zh: '未定级', en: 'No level' }, alsoWritten: ['无级别', '未评级'] },
    UNREPORTED: unreported,
  },
})
export type HospitalLevel = CodeOf<typeof HOSPITAL_LEVELS>

export const HOSPITAL_GRADES = defineCodeList({
  name: 'hospitalGrade',
  label: { zh: '医院等次', en: 'Hospital grade' },
  standard: '医院等级(14 项)',
  provenance: 'VERIFIED',
  sources: [SOURCES.CHONGQING_CORE_IG],
  items: {
    SPECIAL: { label: { zh: '特等', en: 'Special' }, alsoWritten: ['特'] },
    A: { label: { zh: '甲等', en: 'Grade A' }, alsoWritten: ['甲'] },
    B: { label: { zh: '乙等', en: 'Grade B' }, alsoWritten: ['乙'] },
    C: { label: { zh: '丙等', en: 'Grade C' }, alsoWritten: ['丙'] },
    UNGRADED: { label: { zh: '未评', en: 'Not graded' }, alsoWritten: ['未评等', '未定等'] },
    UNREPORTED: unreported,
  },
})
export type HospitalGrade = CodeOf<typeof HOSPITAL_GRADES>

/** The grades that go with each level: the 14 pairs of the list, and the pairs in which something is not reported. */
export const GRADES_OF_LEVEL: Readonly<Record<HospitalLevel, readonly HospitalGrade[]>> = {
  LEVEL_3: ['SPECIAL', 'A', 'B', 'C', 'UNGRADED', 'UNREPORTED'],
  LEVEL_2: ['A', 'B', 'C', 'UNGRADED', 'UNREPORTED'],
  LEVEL_1: ['A', 'B', 'C', 'UNGRADED', 'UNREPORTED'],
  NONE: ['UNGRADED'],
  UNREPORTED: ['UNREPORTED'],
}

/** `GRADE_NOT_OF_LEVEL` at `path` where the pair is not allowed; silent on codes that are in no list. */
export function levelGradeIssues(path: string, level: string, grade: string): Issue[] {
  if (!isCode(HOSPITAL_LEVELS, level) || !isCode(HOSPITAL_GRADES, grade) || GRADES_OF_LEVEL[level].includes(grade)) return []
  return [issue(path, 'GRADE_NOT_OF_LEVEL', { level: HOSPITAL_LEVELS.items[level].label, grade: HOSPITAL_GRADES.items[grade].label })]
}

/** Level and grade as they are said together: 二级甲等, 三级未评, 未定级, 三级（等次未报告）, 未报告. */
export function levelGradeLabel(level: HospitalLevel, grade: HospitalGrade, locale: Locale): string {
  const levelText = HOSPITAL_LEVELS.items[level].label[locale]
  if (level === 'NONE' || level === 'UNREPORTED') return levelText
  if (grade === 'UNREPORTED') return locale === 'zh' ? `${levelText}（等次未报告）` : `${levelText}, grade not reported`
  const gradeText = HOSPITAL_GRADES.items[grade].label[locale]
  return locale === 'zh'
    ? levelText + gradeText
    : `${levelText}, ${gradeText.toLowerCase().replace(/ (a|b|c)$/, (letter) => letter.toUpperCase())}`
}

const LEVEL_GRADE = /^([一二三123])级?(?:([特甲乙丙])等?|(未评)(?:等|级)?)?$/
const LEVEL_OF: Readonly<Record<string, HospitalLevel>> = {
  一: 'LEVEL_1',
  二: 'LEVEL_2',
  三: 'LEVEL_3',
  1: 'LEVEL_1',
  2: 'LEVEL_2',
  3: 'LEVEL_3',
}
const GRADE_OF: Readonly<Record<string, HospitalGrade>> = { 特: 'SPECIAL', 甲: 'A', 乙: 'B', 丙: 'C', 未评: 'UNGRADED' }

/** Level and grade written as one, as files have them: 二级甲等, 二甲, 三级, 未定级. `null` where it is neither. */
export function parseLevelGrade(text: string): { level: HospitalLevel; grade: HospitalGrade } | null {
  const written = plain(text)
  if (written === '未定级') return { level: 'NONE', grade: 'UNGRADED' }
  if (written === '未报告' || written === '不详') return { level: 'UNREPORTED', grade: 'UNREPORTED' }
  const match = LEVEL_GRADE.exec(written)
  if (!match) return null
  const level = LEVEL_OF[match[1]!]!
  const grade = GRADE_OF[match[2] ?? match[3] ?? ''] ?? 'UNREPORTED'
  return GRADES_OF_LEVEL[level].includes(grade) ? { level, grade } : null
}
