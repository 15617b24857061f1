import { CODE_LISTS } from '@yilian/domain/code-lists/code-lists.ts'
import type { CodeList } from '@yilian/domain/code-list.ts'
import { addDays, day, type IsoDate } from '@yilian/domain/day.ts'
import { identityCheckCharacter } from '@yilian/domain/personal-data.ts'

import { seededRandom } from './random.ts'
import { syntheticStaff, type SyntheticPerson } from './staff.ts'

/** A file of staff cards, and what is wrong with it on purpose. */
export interface SyntheticCards {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** How many rows have a fault, how many are alike to an earlier one, and how many say an earlier one once more. */
  readonly faulty: number
  readonly alike: number
  readonly repeated: number
}

const HEADER = [
  '机构名称',
  '姓名',
  '身份证件号码',
  '出生日期',
  '性别代码',
  '民族代码',
  '参加工作日期',
  '手机号码',
  '从事专业类别代码',
  '医师/卫生监督员执业证书编码',
  '医师执业类别代码',
  '专业技术职务（聘）代码',
  '学历代码',
  '年内人员流动情况',
  '调入/调出时间',
  '编制情况',
]
const AT = Object.fromEntries(HEADER.map((title, at) => [title, at]))

/** Institutions are recorded as of years that differ; by then they are. */
const SINCE = day('2022-01-01')

/** One fault after the other, each at one cell. */
const FAULTS: readonly (readonly [string, (cell: string) => string])[] = [
  ['机构名称', () => '没有这家卫生院'],
  ['姓名', () => ''],
  ['身份证件号码', (cell) => cell.slice(0, 17) + (cell.endsWith('1') ? '2' : '1')],
  ['出生日期', () => '1990-02-30'],
  ['从事专业类别代码', () => '宇航员'],
  ['手机号码', () => '1234567890'],
]
const EVERY = { fault: 100, alike: 250, repeated: 400 } as const

/**
 * So many staff cards of people at these institutions, by name, the same for the same seed. In every hundred one is faulty; now and then one
 * is like an earlier one (name and birth date, elsewhere, without a number), and one is an earlier one once more.
 */
export function syntheticStaffCards(seed: string, institutions: readonly string[], count: number): SyntheticCards {
  const random = seededRandom(`cards ${seed}`)
  const workplaces = institutions.map((id, at) => ({
    id,
    people: Math.floor(count / institutions.length) + (at < count % institutions.length ? 1 : 0),
    primaryCare: at > 0,
  }))
  // Another seed, other numbers.
  const division = String(341_000 + random.int(900))
  const sequence = new Map<string, number>()
  const numberOf = (birthDate: IsoDate, isMan: boolean): string => {
    const place = `${division}${birthDate.replaceAll('-', '')}`
    const before = sequence.get(`${place}${isMan}`) ?? 0
    sequence.set(`${place}${isMan}`, before + 1)
    const first17 = place + String(before * 2 + (isMan ? 1 : 0)).padStart(3, '0')
    return first17 + identityCheckCharacter(first17)
  }
  const rows: string[][] = []
  const counts = { faulty: 0, alike: 0, repeated: 0 }
  for (const [at, person] of syntheticStaff(seed, workplaces).entries()) {
    const row = cardOf(person, numberOf, at)
    const earlier = rows[at - 1 - random.int(50)]
    if (at % EVERY.fault === 99) {
      const [title, spoil] = FAULTS[counts.faulty++ % FAULTS.length]!
      row[AT[title]!] = spoil(row[AT[title]!]!)
    } else if (at % EVERY.alike === 120 && earlier && isPlain(earlier)) {
      counts.alike += 1
      for (const title of ['姓名', '出生日期', '性别代码', '参加工作日期']) row[AT[title]!] = earlier[AT[title]!]!
      row[AT['身份证件号码']!] = ''
      // The likeness is judged among those without a number.
      earlier[AT['身份证件号码']!] = ''
      row[AT['机构名称']!] = institutions[(institutions.indexOf(earlier[AT['机构名称']!]!) + 1) % institutions.length]!
    } else if (at % EVERY.repeated === 230 && earlier && isPlain(earlier)) {
      counts.repeated += 1
      row.splice(0, row.length, ...earlier)
    }
    rows.push(row)
  }
  return { header: HEADER, rows, ...counts }
}

/** A row that nothing was done to. */
function isPlain(row: readonly string[]): boolean {
  return row[AT['身份证件号码']!]?.length === 18 && FAULTS.every(([title, spoil]) => row[AT[title]!] !== spoil(row[AT[title]!]!))
}

function cardOf(
  { stretches, appointments, licence }: SyntheticPerson,
  numberOf: (birthDate: IsoDate, isMan: boolean) => string,
  at: number,
): string[] {
  const value = stretches.at(-1)!
  const [home] = appointments[0]!.stretches
  return [
    home!.institutionId ?? '',
    value.name,
    numberOf(value.birthDate!, value.sex === 'MALE'),
    value.birthDate ?? '',
    label(CODE_LISTS.sex, value.sex),
    value.ethnicity ?? '',
    value.workStartedOn ?? '',
    `13${100_000_000 + at}`,
    label(CODE_LISTS.profession, value.profession),
    licence ? `110341821${String(at).padStart(6, '0')}` : '',
    label(CODE_LISTS.physicianCategory, value.physicianCategory),
    label(CODE_LISTS.titleLevel, value.titleAppointed),
    label(CODE_LISTS.education, value.education),
    label(CODE_LISTS.flowIn, home!.flowIn),
    home!.validFrom < SINCE ? addDays(SINCE, at % 1500) : home!.validFrom,
    label(CODE_LISTS.establishmentType, value.establishmentType),
  ]
}

function label(list: CodeList, code: string | null): string {
  return code === null ? '' : (list.items[code]?.label.zh ?? code)
}
