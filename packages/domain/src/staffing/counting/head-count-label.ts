import type { CodeList } from '../../code-list.ts'
import { EDUCATIONS, SEXES } from '../../code-lists/education.ts'
import { ESTABLISHMENT_TYPES } from '../../code-lists/establishment-type.ts'
import { PROFESSIONS, WORK_CLASSES } from '../../code-lists/profession.ts'
import { TITLE_LEVELS } from '../../code-lists/title-level.ts'
import type { Text } from '../../locale.ts'
import { AGE_BANDS } from './age.ts'
import type { HeadCountDimension } from './head-count.ts'

/** The code list of each dimension that has one. */
export const HEAD_COUNT_LISTS: Readonly<Partial<Record<HeadCountDimension, CodeList>>> = {
  PROFESSION: PROFESSIONS,
  WORK_CLASS: WORK_CLASSES,
  TITLE_LEVEL: TITLE_LEVELS,
  ESTABLISHMENT_TYPE: ESTABLISHMENT_TYPES,
  SEX: SEXES,
  AGE_BAND: AGE_BANDS,
  EDUCATION: EDUCATIONS,
}

const NO_KEY: Readonly<Partial<Record<HeadCountDimension, Text>>> = {
  INSTITUTION: { zh: '登记机构以外', en: 'Outside the register' },
  ALLIANCE: { zh: '不在紧密型医共体', en: 'In no tight alliance' },
  COUNTY: { zh: '登记机构以外', en: 'Outside the register' },
  REGION: { zh: '登记机构以外', en: 'Outside the register' },
}
const NOT_RECORDED: Text = { zh: '未登记', en: 'Not recorded' }

/** What a key of the pivot means: the name of a place, the label of a code, or what it means that there is none. */
export function headCountLabel(dimension: HeadCountDimension, code: string | null, name: string | null): Text {
  if (code === null) return NO_KEY[dimension] ?? NOT_RECORDED
  const plain = name ?? code
  return HEAD_COUNT_LISTS[dimension]?.items[code]?.label ?? { zh: plain, en: plain }
}
