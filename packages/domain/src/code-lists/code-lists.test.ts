import { describe, expect, test } from 'vitest'

import { codeProvenance, codesMatching, codesOf, isOfficial, type CodeList } from '../code-list.ts'
import { CODE_LISTS } from './code-lists.ts'
import { GRADES_OF_LEVEL, HOSPITAL_GRADES, HOSPITAL_LEVELS, levelGradeIssues, levelGradeLabel, parseLevelGrade } from './hospital-level.ts'
import { INSTITUTION_CATEGORIES } from './institution-category.ts'
import { MANAGEMENT_DOMAINS } from './management-domain.ts'

const lists: [string, CodeList][] = Object.entries(CODE_LISTS)

describe('the registry of code lists', () => {
  test.each(lists)('%s is found under its own name and has labels for every code', (name, list) => {
    expect(list.name).toBe(name)
    expect(codesOf(list).length).toBeGreaterThan(1)
    for (const code of codesOf(list)) {
      expect(list.items[code]!.label.zh, code).toMatch(/\p{Script=Han}/u)
      expect(list.items[code]!.label.en, code).toMatch(/^[A-Z][\x20-\x7e]*$/)
    }
  })

  test.each(lists.filter(([, { standard }]) => standard === undefined))(
    '%s copies no standard and so has full-width brackets',
    (_, list) => {
      for (const code of codesOf(list)) expect(list.items[code]!.label.zh).not.toMatch(/[()]/)
    },
  )

  test.each(lists)('%s is read in either width', (_, list) => {
    for (const code of codesOf(list)) {
      const { zh } = list.items[code]!.label
      for (const written of [zh.replace(/[（(]/g, '(').replace(/[）)]/g, ')'), zh.replace(/[（(]/g, '（').replace(/[）)]/g, '）')])
        expect(codesMatching(list, written), written).toEqual([code])
    }
  })

  test.each(lists)('%s reads back each of its codes and labels, and no spelling means two codes', (_, list) => {
    for (const code of codesOf(list)) {
      const { label, alsoWritten = [] } = list.items[code]!
      for (const spelling of [code, label.zh, label.en, ...alsoWritten]) expect(codesMatching(list, spelling), spelling).toEqual([code])
    }
  })

  test.each(lists)('%s names a source for everything it calls checked', (_, list) => {
    const unsourced = codesOf(list).filter(
      (code) => codeProvenance(list, code) === 'VERIFIED' && (list.items[code]!.sources ?? list.sources).length === 0,
    )
    expect(unsourced).toEqual([])
  })
})

describe('institution categories', () => {
  test('are the 62 checked codes of WS 218-2002, all official', () => {
    expect(codesOf(INSTITUTION_CATEGORIES)).toHaveLength(62)
    for (const code of codesOf(INSTITUTION_CATEGORIES)) {
      expect(code).toMatch(/^[A-HJ-Q]\d{3}$/)
      expect(isOfficial(INSTITUTION_CATEGORIES, code)).toBe(true)
    }
  })

  test('are primary care exactly where the letter is B, C or D, but for school health centres and township prevention groups', () => {
    const exceptions = codesOf(INSTITUTION_CATEGORIES).filter(
      (code) => INSTITUTION_CATEGORIES.items[code].primaryCare !== /^[BCD]/.test(code),
    )
    expect(exceptions).toEqual(['D500', 'P914'])
  })

  test.each([
    ['卫生室', 'D600'],
    ['乡镇卫生院', 'C220'],
    ['镇中心卫生院', 'C210'],
    ['疾控中心', 'J100'],
    ['中医院', 'A210'],
    ['ｄ６００', 'D600'],
  ])('%s in a file means %s', (written, code) => {
    expect(codesMatching(INSTITUTION_CATEGORIES, written)).toEqual([code])
  })
})

describe('hospital level and grade', () => {
  test('allow the 14 pairs of the national list and no other reported ones', () => {
    const pairs = codesOf(HOSPITAL_LEVELS).flatMap((level) => GRADES_OF_LEVEL[level].map((grade) => [level, grade] as const))
    const reported = pairs.filter(([level, grade]) => level !== 'UNREPORTED' && grade !== 'UNREPORTED')
    expect(reported.map(([level, grade]) => levelGradeLabel(level, grade, 'zh'))).toEqual([
      '三级特等',
      '三级甲等',
      '三级乙等',
      '三级丙等',
      '三级未评',
      '二级甲等',
      '二级乙等',
      '二级丙等',
      '二级未评',
      '一级甲等',
      '一级乙等',
      '一级丙等',
      '一级未评',
      '未定级',
    ])
  })

  test('refuse a special grade below level 3 and a grade without a level', () => {
    expect(levelGradeIssues('grade', 'LEVEL_2', 'SPECIAL')).toMatchObject([{ path: 'grade', code: 'GRADE_NOT_OF_LEVEL' }])
    expect(levelGradeIssues('grade', 'NONE', 'A')).toHaveLength(1)
    expect(levelGradeIssues('grade', 'UNREPORTED', 'A')).toHaveLength(1)
    expect(levelGradeIssues('grade', 'LEVEL_3', 'SPECIAL')).toEqual([])
  })

  test('never call “not reported” a term of the national list', () => {
    expect([
      isOfficial(HOSPITAL_LEVELS, 'UNREPORTED'),
      isOfficial(HOSPITAL_GRADES, 'UNREPORTED'),
      isOfficial(HOSPITAL_LEVELS, 'NONE'),
    ]).toEqual([false, false, true])
  })

  test('are read from one cell as people write it, and written so again', () => {
    for (const level of codesOf(HOSPITAL_LEVELS)) {
      for (const grade of GRADES_OF_LEVEL[level]) {
        const written =
          level !== 'UNREPORTED' && level !== 'NONE' && grade === 'UNREPORTED'
            ? HOSPITAL_LEVELS.items[level].label.zh
            : levelGradeLabel(level, grade, 'zh')
        expect(parseLevelGrade(written), written).toEqual({ level, grade })
      }
    }
    expect(parseLevelGrade('二甲')).toEqual({ level: 'LEVEL_2', grade: 'A' })
    expect(parseLevelGrade('３级')).toEqual({ level: 'LEVEL_3', grade: 'UNREPORTED' })
    expect(['二级特等', '四级', '甲等', ''].map(parseLevelGrade)).toEqual([null, null, null, null])
  })

  test('are said in English without shouting', () => {
    expect(levelGradeLabel('LEVEL_2', 'A', 'en')).toBe('Level 2, grade A')
    expect(levelGradeLabel('LEVEL_3', 'UNREPORTED', 'en')).toBe('Level 3, grade not reported')
  })
})

describe('management domains', () => {
  test('name five of 2024 and six for village clinics as checked, the rest as from memory', () => {
    const codes = codesOf(MANAGEMENT_DOMAINS)
    expect(codes).toHaveLength(13)
    expect(codes.filter((code) => MANAGEMENT_DOMAINS.items[code].in2024)).toEqual(['STAFF', 'FINANCE', 'SERVICE', 'DRUG', 'INFO'])
    expect(codes.filter((code) => MANAGEMENT_DOMAINS.items[code].inSixVillage)).toEqual([
      'ADMIN',
      'STAFF',
      'FINANCE',
      'SERVICE',
      'DRUG',
      'PERFORMANCE',
    ])
    expect(codes.filter((code) => codeProvenance(MANAGEMENT_DOMAINS, code) === 'MEMORY')).toEqual([
      'EQUIPMENT',
      'LOGISTICS',
      'INSURANCE',
      'PUBLIC_HEALTH',
      'QUALITY',
      'TRAINING',
    ])
  })

  test('are found as reports abbreviate them: 人、财、物', () => {
    expect(['人', '财', '物'].map((word) => codesMatching(MANAGEMENT_DOMAINS, word))).toEqual([['STAFF'], ['FINANCE'], ['EQUIPMENT']])
  })
})
