import type { IsoDate } from '../day.ts'
import type { Text } from '../locale.ts'

/** What is known of somebody when asking whether two records are of one person. */
export interface Likeness {
  readonly name: string
  readonly birthDate: IsoDate | null
  readonly institutionId: string | null
}

/** How alike two records are, 0 to 100, and why. */
export interface Resemblance {
  readonly score: number
  readonly reasons: readonly Text[]
}

/** From here on two records are told as possibly one person. */
export const LIKELY_SAME = 60

/**
 * How alike two records are by name, birth date and institution: the name counts 40, the birth date 40 (20 for the same year and month, or day and
 * month the other way round), the institution 20. Different birth dates that are both known speak against it.
 */
export function resemblance(a: Likeness, b: Likeness): Resemblance {
  const reasons: Text[] = []
  let score = 0
  const count = (points: number, zh: string, en: string) => {
    score += points
    reasons.push({ zh, en })
  }
  if (plainName(a.name) === plainName(b.name)) count(40, '姓名相同', 'the same name')
  if (a.birthDate !== null && b.birthDate !== null) {
    if (a.birthDate === b.birthDate) count(40, '出生日期相同', 'the same birth date')
    else if (a.birthDate.slice(0, 7) === b.birthDate.slice(0, 7)) count(20, '出生年月相同', 'the same year and month of birth')
    else score -= 30
  }
  if (a.institutionId !== null && a.institutionId === b.institutionId) count(20, '单位相同', 'the same institution')
  return { score: Math.max(0, score), reasons }
}

/** A name as it is compared: without spaces and dots, in one width. */
export function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s·•.]/g, '')
    .toLowerCase()
}
