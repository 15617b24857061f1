import type { CodeList } from '@yilian/domain/code-list.ts'
import { HOSPITAL_LEVELS } from '@yilian/domain/code-lists/hospital-level.ts'
import { INSTITUTION_CATEGORIES } from '@yilian/domain/code-lists/institution-category.ts'
import { INSTITUTION_STATUSES } from '@yilian/domain/code-lists/institution-status.ts'
import { OWNERSHIPS } from '@yilian/domain/code-lists/ownership.ts'
import type { Text } from '@yilian/domain/locale.ts'

import type { InstitutionCount, InstitutionDimension } from './institution.queries.ts'

const LISTS: Readonly<Record<Exclude<InstitutionDimension, 'REGION'>, CodeList>> = {
  CATEGORY: INSTITUTION_CATEGORIES,
  LEVEL: HOSPITAL_LEVELS,
  STATUS: INSTITUTION_STATUSES,
  OWNERSHIP: OWNERSHIPS,
}

const NOT_REPORTED: Text = { zh: '未报告', en: 'Not reported' }

/** What the counted code means. */
export function countLabel({ code, by, regionName }: InstitutionCount & { by: InstitutionDimension }): Text {
  if (code === null) return NOT_REPORTED
  if (by === 'REGION') return { zh: regionName ?? code, en: regionName ?? code }
  return LISTS[by].items[code]?.label ?? { zh: code, en: code }
}
