import { Select } from 'antd'
import type { ReactNode } from 'react'
import {
  GRADES_OF_LEVEL,
  HOSPITAL_LEVELS,
  levelGradeLabel,
  type HospitalGrade,
  type HospitalLevel,
} from '@yilian/domain/code-lists/hospital-level.ts'
import type { FieldControl } from '../command/CommandField.tsx'
import { useLocale } from '../i18n/useLocale.ts'

type Pair = `${HospitalLevel}.${HospitalGrade}`

const LEVELS: readonly HospitalLevel[] = ['LEVEL_3', 'LEVEL_2', 'LEVEL_1', 'NONE', 'UNREPORTED']
const PAIRS = LEVELS.flatMap((level) => GRADES_OF_LEVEL[level].map((grade) => ({ value: `${level}.${grade}` as const, level, grade })))

interface LevelGradeSelectProps {
  readonly control: FieldControl
  readonly level: HospitalLevel
  readonly grade: HospitalGrade
  readonly onChange: (pair: { level: HospitalLevel; grade: HospitalGrade }) => void
}

/** Level and grade as they are said together; only the pairs of the national list are offered. */
export function LevelGradeSelect({ control, level, grade, onChange }: LevelGradeSelectProps): ReactNode {
  const locale = useLocale()
  return (
    <Select<Pair>
      {...control}
      style={{ width: '100%' }}
      showSearch={{ optionFilterProp: 'label' }}
      value={`${level}.${grade}`}
      options={PAIRS.map((pair) => ({ value: pair.value, label: levelGradeLabel(pair.level, pair.grade, locale) }))}
      onChange={(value) => {
        const pair = PAIRS.find((one) => one.value === value)
        if (pair) onChange({ level: pair.level, grade: pair.grade })
      }}
    />
  )
}

interface TargetSelectProps {
  readonly control: FieldControl
  readonly level: HospitalLevel | null
  readonly grade: HospitalGrade | null
  readonly onChange: (target: { targetLevel: HospitalLevel | null; targetGrade: HospitalGrade | null }) => void
}

/** What it works towards: a level, with a grade where one is aimed at. */
export function TargetSelect({ control, level, grade, onChange }: TargetSelectProps): ReactNode {
  const locale = useLocale()
  const targets = PAIRS.filter((pair) => pair.level.startsWith('LEVEL') && pair.grade !== 'UNGRADED')
  const label = (pair: (typeof targets)[number]) =>
    pair.grade === 'UNREPORTED' ? HOSPITAL_LEVELS.items[pair.level].label[locale] : levelGradeLabel(pair.level, pair.grade, locale)
  const chosen = targets.find((pair) => pair.level === level && pair.grade === (grade ?? 'UNREPORTED'))
  return (
    <Select<Pair>
      {...control}
      style={{ width: '100%' }}
      allowClear
      {...(chosen ? { value: chosen.value } : {})}
      options={targets.map((pair) => ({ value: pair.value, label: label(pair) }))}
      onChange={(value: Pair | undefined) => {
        const pair = targets.find((one) => one.value === value)
        onChange({ targetLevel: pair?.level ?? null, targetGrade: pair === undefined || pair.grade === 'UNREPORTED' ? null : pair.grade })
      }}
    />
  )
}
