import { INSTITUTION_DEFAULTS, type InstitutionValue } from '@yilian/domain/institution.ts'
import { stableId } from '../stable-id.ts'
import type { SyntheticRegion } from './places.ts'
import type { Random } from './random.ts'

export const SYNTHETIC_SOURCE = '合成数据'

/** What lasts of a synthetic institution, and what it was at first. */
export interface SyntheticInstitution {
  readonly id: string
  readonly code: string
  readonly countyCode: string
  /** What it was when the ten years began. */
  readonly value: InstitutionValue
}

/** The institutions of one synthetic county, and a hospital of its prefecture that supports it from outside. */
export interface SyntheticInstitutions {
  readonly countyLevel: readonly SyntheticInstitution[]
  readonly townships: readonly SyntheticInstitution[]
  readonly clinics: readonly SyntheticInstitution[]
  readonly support: SyntheticInstitution
}

const COUNTY_LEVEL = [
  ['人民医院', 'A100'],
  ['第二人民医院', 'A100'],
  ['中医医院', 'A210'],
  ['妇幼保健院', 'G100'],
  ['疾病预防控制中心', 'J100'],
  ['第三人民医院', 'A100'],
] as const

/** 6 institutions of the county, 20 township hospitals (every fifth a central one) and 274 village clinics under them. */
export function syntheticInstitutions(countyName: string, regions: readonly SyntheticRegion[], random: Random): SyntheticInstitutions {
  const [, prefecture, county] = regions
  const countyCode = county!.code.slice(0, 6)
  let number = 0
  const make = (
    name: string,
    value: Pick<InstitutionValue, 'category' | 'regionCode'> & Partial<InstitutionValue>,
  ): SyntheticInstitution => {
    const code = `${countyCode}-${String(++number).padStart(4, '0')}`
    return {
      id: stableId(`synthetic ${code}`),
      code,
      countyCode,
      value: { ...INSTITUTION_DEFAULTS, source: SYNTHETIC_SOURCE, ...value, name },
    }
  }
  const countyLevel = COUNTY_LEVEL.map(([name, category]) =>
    make(`${countyName}${name}`, {
      category,
      regionCode: county!.code,
      ownership: 'PUBLIC_GOV',
      ...(category === 'A100' || category === 'A210' ? { level: 'LEVEL_2', grade: 'B', beds: 200 + random.int(400) } : {}),
    }),
  )
  const townships = regions
    .filter(({ level }) => level === 'TOWNSHIP')
    .map(({ name, code }, at) =>
      at % 5 === 0
        ? make(`${name}中心卫生院`, {
            category: 'C210',
            regionCode: code,
            level: 'LEVEL_1',
            grade: 'A',
            beds: 60 + random.int(60),
            servedPopulation: 30_000 + random.int(30_000),
          })
        : make(`${name}卫生院`, {
            category: 'C220',
            regionCode: code,
            level: 'LEVEL_1',
            grade: 'UNGRADED',
            beds: 20 + random.int(40),
            servedPopulation: 8_000 + random.int(20_000),
          }),
    )
  const hospitalOf = new Map(townships.map(({ id, value }) => [value.regionCode, { id, town: value.name.replace(/(中心)?卫生院$/, '') }]))
  const clinics = regions
    .filter(({ level }) => level === 'VILLAGE')
    .map(({ name, code, parentCode }) => {
      const { id, town } = hospitalOf.get(parentCode!)!
      return make(`${town}${name}卫生室`, {
        category: 'D600',
        regionCode: code,
        parentId: id,
        ownership: random.chance(0.8) ? 'VILLAGE_PUBLIC' : 'VILLAGE_PRIVATE',
      })
    })
  const supportCode = `${countyCode}-S1`
  const support = {
    id: stableId(`synthetic ${supportCode}`),
    code: supportCode,
    countyCode: prefecture!.code.slice(0, 6),
    value: {
      ...INSTITUTION_DEFAULTS,
      source: SYNTHETIC_SOURCE,
      name: `${prefecture!.name}支援${countyName}医院`,
      category: 'A100',
      regionCode: prefecture!.code,
      level: 'LEVEL_3',
      grade: 'A',
    },
  } as const satisfies SyntheticInstitution
  return { countyLevel, townships, clinics, support }
}
