import type { IsoDate } from '../../day.ts'
import type { Decimal } from '../../decimal.ts'
import type { Text } from '../../locale.ts'
import { ageBandOn } from './age.ts'
import type { Career, CountedTraits } from './career.ts'
import { exclusionOn, STATISTICAL_EXCLUSIONS, traitsOn, type Exclusion } from './exclusion.ts'
import { placesOn, type Place } from './places.ts'
import { fullTimeEquivalents } from './shares.ts'

/** What staff can be counted by. The first four belong to the place, the others to the person. */
export const HEAD_COUNT_DIMENSIONS = {
  INSTITUTION: { zh: '机构', en: 'Institution' },
  ALLIANCE: { zh: '医共体', en: 'Alliance' },
  COUNTY: { zh: '县（市、区）', en: 'County' },
  REGION: { zh: '乡镇', en: 'Town' },
  PROFESSION: { zh: '从事专业类别', en: 'Profession' },
  WORK_CLASS: { zh: '人员类别', en: 'Work class' },
  TITLE_LEVEL: { zh: '专业技术职务（聘）', en: 'Title appointed' },
  ESTABLISHMENT_TYPE: { zh: '编制情况', en: 'Establishment' },
  SEX: { zh: '性别', en: 'Sex' },
  AGE_BAND: { zh: '年龄组', en: 'Age band' },
  EDUCATION: { zh: '学历', en: 'Education' },
} as const satisfies Record<string, Text>
export type HeadCountDimension = keyof typeof HEAD_COUNT_DIMENSIONS

/** By which of three rules somebody counts somewhere. */
export const COUNTING_RULES = {
  HOME: { zh: '按任职单位', en: 'By home institution' },
  HOST: { zh: '按工作单位', en: 'By working institution' },
  FTE: { zh: '按折合全时人员', en: 'By full-time equivalents' },
} as const satisfies Record<string, Text>
export type CountingRule = keyof typeof COUNTING_RULES

/** What is known of a place on the day; `null`: none, or not known. */
export interface PlaceTraits {
  readonly allianceId: string | null
  /** Twelve digits. */
  readonly regionCode: string | null
}

/** A person as counted on a day. */
export interface Counted {
  readonly personId: string
  readonly traits: CountedTraits | null
  readonly places: readonly Place[]
}

/** Everybody who counts on a day; `statistical` leaves out whom statistics leave out. */
export function countedOn(careers: readonly Career[], day: IsoDate, { statistical }: { readonly statistical: boolean }): Counted[] {
  return careers.flatMap((career) => {
    const exclusion = exclusionOn(career, day)
    if (exclusion !== null && (statistical || !STATISTICAL_EXCLUSIONS.includes(exclusion))) return []
    const places = placesOn(career.appointments, day)
    return places.length === 0 ? [] : [{ personId: career.personId, traits: traitsOn(career, day), places }]
  })
}

/** Everybody with an appointment in force whom statistics leave out on a day, and why. */
export function excludedOn(careers: readonly Career[], day: IsoDate): { personId: string; exclusion: Exclusion }[] {
  return careers.flatMap((career) => {
    const exclusion = exclusionOn(career, day)
    return exclusion === null ? [] : [{ personId: career.personId, exclusion }]
  })
}

/** One cell of the pivot: what was counted, by the dimensions in their order, and how many by each rule. */
export interface HeadCountCell {
  readonly keys: readonly (string | null)[]
  readonly home: number
  readonly host: number
  readonly fte: Decimal
}

/** Staff by any dimensions, the three rules side by side. Cells without anybody are left out; by no dimension there is one cell. */
export function headCount(
  counted: readonly Counted[],
  by: readonly HeadCountDimension[],
  day: IsoDate,
  placeTraits: (institutionId: string) => PlaceTraits,
): HeadCountCell[] {
  const cells = new Map<string, { keys: (string | null)[]; home: number; host: number; fte: number }>()
  for (const { traits, places } of counted) {
    for (const { institutionId, home, host, fte } of places) {
      const place = institutionId === null ? null : placeTraits(institutionId)
      const keys = by.map((dimension) => keyOf(dimension, institutionId, place, traits, day))
      const cell = cells.get(JSON.stringify(keys)) ?? { keys, home: 0, host: 0, fte: 0 }
      cells.set(JSON.stringify(keys), { keys, home: cell.home + home, host: cell.host + host, fte: cell.fte + fte })
    }
  }
  return [...cells.values()].map((cell) => ({ ...cell, fte: fullTimeEquivalents(cell.fte) }))
}

function keyOf(
  dimension: HeadCountDimension,
  institutionId: string | null,
  place: PlaceTraits | null,
  traits: CountedTraits | null,
  day: IsoDate,
): string | null {
  switch (dimension) {
    case 'INSTITUTION':
      return institutionId
    case 'ALLIANCE':
      return place?.allianceId ?? null
    case 'COUNTY':
      return place?.regionCode ? `${place.regionCode.slice(0, 6)}000000` : null
    case 'REGION':
      return place?.regionCode ? townOf(place.regionCode) : null
    case 'PROFESSION':
      return traits?.profession ?? null
    case 'WORK_CLASS':
      return traits?.workClass ?? null
    case 'TITLE_LEVEL':
      return traits?.titleAppointed ?? null
    case 'ESTABLISHMENT_TYPE':
      return traits?.establishmentType ?? null
    case 'SEX':
      return traits?.sex ?? null
    case 'AGE_BAND':
      return traits === null ? null : ageBandOn(traits.birthDate, day)
    case 'EDUCATION':
      return traits?.education ?? null
  }
}

/** What lies in a town or village counts for the town, what lies in the county alone for the county. */
function townOf(regionCode: string): string {
  return regionCode.endsWith('000000') ? regionCode : `${regionCode.slice(0, 9)}000`
}
