import { REGIONS } from '@yilian/domain/reference/regions.ts'

import type { InstitutionFact } from './fact.ts'

interface VillageClinics {
  /** Six digits of a county or nine of a town. */
  readonly within: string
  readonly source: string
  readonly sourceNote: string
  /** Nine digits of a town → the hospital that runs its clinics; towns of which no hospital is known are left out. */
  readonly parents: Readonly<Record<string, string>>
}

/**
 * One village clinic for each administrative village, derived from the division codes, where a report gives only their number. The
 * report's total is then not an entry of its own, or every clinic would count twice: the number stands in each note, and a test holds
 * the list to it. Where a report's number is not that of the villages, it stays one entry with `unitCount`, and nothing is derived.
 */
export function villageClinics({ within, source, sourceNote, parents }: VillageClinics): InstitutionFact[] {
  const names = new Map(REGIONS.map(({ code, name }) => [code, name]))
  return REGIONS.filter(({ code }) => code.startsWith(within) && isAdministrativeVillage(code)).map(({ code, name, parentCode }) => ({
    code: `${code}-1`,
    name: `${names.get(parentCode!)}${villageName(name)}卫生室`,
    category: 'D600',
    regionCode: code,
    source,
    sourceNote,
    ...(parents[code.slice(0, 9)] ? { parent: parents[code.slice(0, 9)]! } : {}),
  }))
}

// Villages with a villagers' committee are numbered 200 to 399 within their town; communities and the rest otherwise.
function isAdministrativeVillage(code: string): boolean {
  return /^[23]/.test(code.slice(9))
}

/** 高川村村民委员会 → 高川村; 永兴村民委员会 → 永兴村; 铜湾村 stays. */
function villageName(name: string): string {
  const place = name.replace(/(?:村民委员会|村委会)$/, '')
  return place.endsWith('村') ? place : `${place}村`
}
