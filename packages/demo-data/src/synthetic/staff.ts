import type { EstablishmentType } from '@yilian/domain/code-lists/establishment-type.ts'
import { PROFESSIONS, type Profession } from '@yilian/domain/code-lists/profession.ts'
import type { TitleLevel } from '@yilian/domain/code-lists/title-level.ts'
import type { Stretch } from '@yilian/domain/dated.ts'
import { addDays, day, type IsoDate } from '@yilian/domain/day.ts'
import { APPOINTMENT_DEFAULTS, type AppointmentValue } from '@yilian/domain/staffing/appointment.ts'
import type { AppointmentKind } from '@yilian/domain/staffing/appointment-kind.ts'
import type { LicenceValue } from '@yilian/domain/staffing/licence.ts'
import { PERSON_DEFAULTS, type PersonValue } from '@yilian/domain/staffing/person.ts'
import { addMonths, retirementOf } from '@yilian/domain/staffing/retirement.ts'
import type { Leadership, LicenceKind } from '@yilian/domain/staffing/terms.ts'

import { seededRandom, type Random } from './random.ts'

/** An institution to be staffed. */
export interface Workplace {
  readonly id: string
  readonly people: number
  /** Primary care: people of the others are posted here. */
  readonly primaryCare: boolean
}

/** One generated person with the whole career. */
export interface SyntheticPerson {
  readonly stretches: readonly Stretch<PersonValue>[]
  readonly appointments: readonly { readonly kind: AppointmentKind; readonly stretches: readonly Stretch<AppointmentValue>[] }[]
  readonly licence: Stretch<LicenceValue> | null
}

/** What careers are made up to. */
const UNTIL = day('2026-11-01')
export const SYNTHETIC_STAFF_SOURCE = '示例数据（程序生成，非真实人员）'
const CITED = { documentId: null, source: SYNTHETIC_STAFF_SOURCE, sourceNote: null }

const SURNAMES = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程苏魏吕丁任沈姚卢']
const MEN = [...'伟强磊军勇杰涛明超刚平辉鹏斌波飞亮宁健']
const WOMEN = [...'芳娜敏静丽娟艳霞婷玲燕红梅琴慧颖洁雪莉萍']

const PROFESSION_MIX: readonly (readonly [Profession, number])[] = [
  ['11', 27],
  ['12', 6],
  ['13', 3],
  ['21', 34],
  ['22', 2],
  ['31', 4],
  ['32', 2],
  ['41', 4],
  ['42', 4],
  ['69', 2],
  ['70', 3],
  ['80', 5],
  ['90', 4],
]
const LICENCE_OF: Readonly<Partial<Record<Profession, LicenceKind>>> = {
  '11': 'PHYSICIAN',
  '12': 'ASSISTANT_PHYSICIAN',
  '21': 'NURSE',
  '22': 'NURSE',
}

/** The staff of these workplaces, the same for the same seed: hired, promoted, moved, posted down, retired, over some twenty years. */
export function syntheticStaff(seed: string, workplaces: readonly Workplace[]): SyntheticPerson[] {
  const random = seededRandom(`staff ${seed}`)
  const hosts = workplaces.filter(({ primaryCare }) => primaryCare)
  return workplaces.flatMap((place) => Array.from({ length: place.people }, (_, at) => somebody(random, place, hosts, leadershipAt(at))))
}

function leadershipAt(at: number): Leadership | null {
  return ([['DIRECTOR'], ['PARTY_SECRETARY'], ['DEPUTY_DIRECTOR']] as const)[at]?.[0] ?? null
}

function somebody(random: Random, place: Workplace, hosts: readonly Workplace[], leadership: Leadership | null): SyntheticPerson {
  const profession = leadership ? '11' : weighted(random, PROFESSION_MIX)
  const female = random.chance(profession === '21' || profession === '22' ? 0.95 : 0.45)
  const birthDate = addDays(day(`${leadership ? 1968 + random.int(12) : 1966 + random.int(36)}-01-01`), random.int(365))
  const workStartedOn = laterOf(
    addDays(day(`${Number(birthDate.slice(0, 4)) + 22 + random.int(3)}-07-01`), random.int(120)),
    day('1988-01-01'),
  )
  const hiredOn = laterOf(workStartedOn, addDays(day('2006-01-01'), random.int(3000)))
  const establishmentType: EstablishmentType =
    leadership || random.chance(0.62) ? 'IN_POST' : random.pick(['CONTRACT', 'CONTRACT', 'FILING', 'DISPATCH'])
  const value: PersonValue = {
    ...PERSON_DEFAULTS,
    ...CITED,
    name: random.pick(SURNAMES) + random.pick(female ? WOMEN : MEN) + (random.chance(0.6) ? random.pick(female ? WOMEN : MEN) : ''),
    sex: female ? 'FEMALE' : 'MALE',
    birthDate,
    ethnicity: '汉族',
    education: random.pick(['20', '20', '30', '30', '40', '10']),
    workClass: PROFESSIONS.items[profession].workClass,
    profession,
    physicianCategory: profession === '11' || profession === '12' ? random.pick(['1', '1', '1', '2', '3', '4']) : null,
    establishmentType,
    managementPost:
      leadership === 'PARTY_SECRETARY' ? '1' : leadership === 'DIRECTOR' ? '2' : leadership === 'DEPUTY_DIRECTOR' ? '3' : null,
    workStartedOn,
    generalPractitioner: place.primaryCare && profession === '11' && random.chance(0.5) ? random.pick(['GP', 'TRANSFER_GP']) : null,
    synthetic: true,
  }
  const retiresOn = retirementOf(value)?.on ?? null
  const leavesOn =
    retiresOn !== null && retiresOn <= UNTIL ? retiresOn : random.chance(0.04) ? addDays(day('2022-01-01'), random.int(1600)) : null
  const end = leavesOn !== null && leavesOn > hiredOn ? leavesOn : null
  const home: Stretch<AppointmentValue> = {
    ...APPOINTMENT_DEFAULTS,
    ...CITED,
    institutionId: place.id,
    homeId: place.id,
    leadership,
    flowIn: random.pick(['11', '11', '12', '13']),
    flowOut: end === null ? null : end === retiresOn ? '24' : '25',
    validFrom: hiredOn,
    validTo: end,
  }
  const posting =
    place.primaryCare || end !== null || !isPhysician(profession) || !random.chance(0.22) ? null : postingOf(random, place, hosts, hiredOn)
  const licenceKind = LICENCE_OF[profession]
  return {
    stretches: titlesOf(random, value, hiredOn, workStartedOn),
    appointments: [{ kind: 'PRIMARY', stretches: [home] }, ...(posting ? [{ kind: 'POSTED_DOWN' as const, stretches: [posting] }] : [])],
    licence: licenceKind ? licenceOf(random, licenceKind, value, place, hiredOn) : null,
  }
}

const isPhysician = (profession: Profession) => profession === '11' || profession === '12'

/** Junior at first, then a level every six years or so, qualified for half a year before being appointed. */
function titlesOf(random: Random, value: PersonValue, hiredOn: IsoDate, workStartedOn: IsoDate): Stretch<PersonValue>[] {
  const levels: readonly TitleLevel[] = ['JUNIOR', 'ASSISTANT', 'INTERMEDIATE', 'ASSOCIATE_SENIOR', 'SENIOR']
  if (value.workClass !== '1') return [{ ...value, validFrom: hiredOn, validTo: null }]
  const stretches: Stretch<PersonValue>[] = []
  let since = workStartedOn
  for (const [at, level] of levels.entries()) {
    const next = addMonths(since, 12 * (4 + random.int(5)))
    const isLast = at === levels.length - 1 || next > UNTIL || (at >= 2 && random.chance(0.5))
    const validTo = isLast ? null : next
    if (validTo === null || validTo > hiredOn)
      stretches.push({
        ...value,
        titleQualified: level,
        titleQualifiedOn: addMonths(since, -6),
        titleAppointed: level,
        titleAppointedOn: since,
        validFrom: laterOf(since, hiredOn),
        validTo,
      })
    if (isLast) break
    since = next
  }
  return stretches
}

/** A posting of the last two years: some over, some under way, some overdue. */
function postingOf(random: Random, place: Workplace, hosts: readonly Workplace[], hiredOn: IsoDate): Stretch<AppointmentValue> | null {
  const validFrom = addDays(day('2024-09-01'), random.int(700))
  if (validFrom <= hiredOn || hosts.length === 0) return null
  const plannedUntil = addMonths(validFrom, random.pick([3, 6, 6, 12, 12]))
  const isBack = plannedUntil < UNTIL && random.chance(0.7)
  return {
    ...APPOINTMENT_DEFAULTS,
    ...CITED,
    institutionId: random.pick(hosts).id,
    homeId: place.id,
    plannedUntil,
    validFrom,
    validTo: isBack ? addDays(plannedUntil, 1) : null,
  }
}

function licenceOf(random: Random, kind: LicenceKind, value: PersonValue, place: Workplace, hiredOn: IsoDate): Stretch<LicenceValue> {
  const issuedOn = addMonths(hiredOn, -random.int(24))
  return {
    ...CITED,
    kind,
    number: null,
    category: value.physicianCategory,
    scope: null,
    institutionId: place.id,
    issuedOn,
    // Nurses register for five years; physicians' licences have no end.
    expiresOn: kind === 'NURSE' ? addMonths(day('2026-06-01'), random.int(60)) : null,
    validFrom: issuedOn,
    validTo: null,
  }
}

function weighted(random: Random, mix: readonly (readonly [Profession, number])[]): Profession {
  let at = random.int(mix.reduce((sum, [, weight]) => sum + weight, 0))
  for (const [profession, weight] of mix) if ((at -= weight) < 0) return profession
  return '11'
}

function laterOf(a: IsoDate, b: IsoDate): IsoDate {
  return a > b ? a : b
}
