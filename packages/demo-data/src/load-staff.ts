import type { Change } from '@yilian/database/changes.ts'
import { replaceRows } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import type { FactKind } from '@yilian/database/facts.ts'
import { refreshSearch } from '@yilian/database/search.ts'
import { ESTABLISHMENT_TYPES } from '@yilian/domain/code-lists/establishment-type.ts'
import { covers } from '@yilian/domain/period.ts'
import { day, type IsoDate } from '@yilian/domain/day.ts'
import { countyCodeOf } from '@yilian/domain/region.ts'
import { APPOINTMENT_DEFAULTS } from '@yilian/domain/staffing/appointment.ts'
import { PERSON_DEFAULTS } from '@yilian/domain/staffing/person.ts'
import { postClassOfWork, POST_CLASSES, type PostClass } from '@yilian/domain/staffing/terms.ts'

import type { StaffFacts } from './facts/staff-fact.ts'
import { institutionIdOf, stableId } from './stable-id.ts'
import { syntheticStaff, SYNTHETIC_STAFF_SOURCE, type SyntheticPerson } from './synthetic/staff.ts'

const CITED = { documentId: null, source: null, sourceNote: null }

/** Loads what one report says of staff; what it does not say stays not known. */
export async function loadStaff(trx: Db, change: Change, facts: StaffFacts): Promise<void> {
  const { regionCode, describedOn, people = [], cohorts = [], drives = [], mentorships = [], counts = [], residents = [] } = facts
  const insert = (fact: FactKind, rows: readonly Readonly<Record<string, unknown>>[]) => replaceRows(trx, change, fact, [], rows)
  const own = (what: string) => ({ ...CITED, id: stableId(`staff ${regionCode} ${what}`), regionCode })
  const named = (institutions: readonly string[] = []) => institutions.map(institutionIdOf)
  for (const { code, name, source, sourceNote, appointments } of people) {
    const id = stableId(`person ${code}`)
    await trx
      .insertInto('person')
      .values({ id, code, countyCode: countyCodeOf(regionCode) })
      .execute()
    await insert('PERSON', [{ ...PERSON_DEFAULTS, id, name, source, sourceNote, validFrom: describedOn }])
    const home = appointments.find(({ kind }) => kind === 'PRIMARY')
    await insert(
      'APPOINTMENT',
      appointments.map(({ kind, institution, leadership, homeElsewhere, sourceNote: note }) => ({
        ...APPOINTMENT_DEFAULTS,
        id: stableId(`person ${code} ${kind} ${institution}`),
        personId: id,
        kind,
        institutionId: institutionIdOf(institution),
        homeId: home ? institutionIdOf(home.institution) : null,
        homeElsewhere: homeElsewhere ?? null,
        leadership,
        source,
        sourceNote: note ?? null,
        validFrom: describedOn,
      })),
    )
  }
  await refreshSearch(
    trx,
    'PERSON',
    people.map(({ code }) => stableId(`person ${code}`)),
  )
  await insert(
    'TRAINING_COHORT',
    cohorts.map(({ institutions, ...value }) => ({
      target: false,
      ...own(`cohort ${value.name}`),
      ...value,
      institutionIds: named(institutions),
    })),
  )
  await insert(
    'RECRUITMENT_DRIVE',
    drives.map((value) => ({
      target: false,
      postPool: false,
      ...own(`drive ${value.name} ${value.reportedFor}`),
      ...value,
      institutionIds: [],
    })),
  )
  await insert(
    'MENTORSHIP',
    mentorships.map((value) => ({ ...own(`mentorship ${value.content}`), ...value, institutionIds: [], validFrom: describedOn })),
  )
  await insert(
    'STAFF_COUNT',
    counts.map(({ institutions, ...value }) => ({
      target: false,
      replaced: false,
      ...own(`count ${value.what}`),
      ...value,
      institutionIds: named(institutions),
    })),
  )
  await insert(
    'REGION_POPULATION',
    residents.map((value) => ({ ...own(`residents ${value.year}`), ...value })),
  )
}

/** Where the generated staff of 郎溪县 work, and how many. */
const WORKPLACES = [
  { institution: '郎溪县人民医院', people: 190, primaryCare: false },
  { institution: '郎溪县中医院', people: 110, primaryCare: false },
  { institution: '郎溪县第四人民医院', people: 40, primaryCare: false },
  { institution: '新发镇卫生院', people: 32, primaryCare: true },
] as const
const SYNTHETIC_DOCUMENT = '关于县中医院超编使用的批复（示例数据）'
const OVER = '郎溪县中医院'
const QUOTAS_FROM = day('2006-01-01')
/** The day as of which quotas are generated to fit. */
const FITS_ON = day('2026-11-01')

/** Generates the staff of 郎溪县: people with careers, quotas, a pool and a loan, all marked as sample data. */
export async function loadSyntheticStaff(trx: Db, change: Change): Promise<number> {
  const countyCode = '341821'
  const insert = (fact: FactKind, rows: readonly Readonly<Record<string, unknown>>[]) => replaceRows(trx, change, fact, [], rows)
  const places = WORKPLACES.map(({ institution, ...place }) => ({ ...place, institution, id: institutionIdOf(institution) }))
  const people = syntheticStaff(countyCode, places).map((one, at) => ({
    ...one,
    id: stableId(`synthetic person ${countyCode} ${at}`),
    code: `${countyCode}-S${String(1001 + at).padStart(5, '0')}`,
  }))
  await trx
    .insertInto('person')
    .values(people.map(({ id, code }) => ({ id, code, countyCode })))
    .execute()
  await insert(
    'PERSON',
    people.flatMap(({ id, stretches }) => stretches.map((one) => ({ ...one, id }))),
  )
  await insert(
    'APPOINTMENT',
    people.flatMap(({ id, appointments }) =>
      appointments.flatMap(({ kind, stretches }) =>
        stretches.map((one) => ({ ...one, id: stableId(`${id} ${kind}`), personId: id, kind })),
      ),
    ),
  )
  await insert(
    'LICENCE',
    people.flatMap(({ id, licence }) => (licence ? [{ ...licence, id: stableId(`${id} licence`), personId: id }] : [])),
  )
  await refreshSearch(
    trx,
    'PERSON',
    people.map(({ id }) => id),
  )
  await loadEstablishment(trx, change, places, people)
  return people.length
}

async function loadEstablishment(
  trx: Db,
  change: Change,
  places: readonly { readonly id: string; readonly institution: string }[],
  people: readonly SyntheticPerson[],
): Promise<void> {
  const insert = (fact: FactKind, rows: readonly Readonly<Record<string, unknown>>[]) => replaceRows(trx, change, fact, [], rows)
  const cited = { ...CITED, source: SYNTHETIC_STAFF_SOURCE, validFrom: QUOTAS_FROM }
  const documentId = stableId(`document ${SYNTHETIC_DOCUMENT}`)
  await trx.insertInto('policyDocument').values({ id: documentId, countyCode: '341821' }).execute()
  await insert('POLICY_DOCUMENT', [{ id: documentId, title: SYNTHETIC_DOCUMENT, source: SYNTHETIC_STAFF_SOURCE }])
  const poolId = stableId('synthetic pool 341821')
  await insert('QUOTA_POOL', [{ ...cited, id: poolId, regionCode: '341821000000', name: '郎溪县编制周转池（示例数据）', total: 20 }])
  const classes = Object.keys(POST_CLASSES) as PostClass[]
  for (const { id: institutionId, institution } of places) {
    for (const postClass of classes) {
      const most = mostInPost(people, institutionId, postClass)
      const key = { institutionId, postClass }
      const isOver = institution === OVER && postClass === 'TECHNICAL'
      const isHelped = institution === '新发镇卫生院' && postClass === 'TECHNICAL'
      const count = Math.max(0, most + (isOver || isHelped ? -3 : Math.ceil(most * 0.06)))
      await insert('ESTABLISHMENT_QUOTA', [{ ...cited, ...key, id: stableId(`synthetic quota ${institution} ${postClass}`), count }])
      if (isOver)
        await insert('QUOTA_EXCEPTION', [
          {
            ...cited,
            ...key,
            id: stableId(`synthetic exception ${institution}`),
            documentId,
            count: 3,
            reason: '急需紧缺专业人员（示例数据）',
          },
        ])
      if (isHelped)
        await insert('QUOTA_LOAN', [
          { ...cited, ...key, id: stableId(`synthetic loan ${institution}`), poolId, count: 4, plannedUntil: day('2027-06-30') },
        ])
    }
  }
}

/** The most people in places of the establishment on any day: the quota is generated to fit the careers. */
function mostInPost(people: readonly SyntheticPerson[], institutionId: string, postClass: PostClass): number {
  const days = people.flatMap(({ appointments, stretches }) => {
    const [first] = stretches
    const type = first?.establishmentType
    const takes = type != null && ESTABLISHMENT_TYPES.items[type].takesQuota && postClassOfWork(first!.workClass) === postClass
    return takes ? (appointments[0]?.stretches ?? []).filter((one) => one.institutionId === institutionId) : []
  })
  const starts: IsoDate[] = [...days.map(({ validFrom }) => validFrom), FITS_ON]
  return Math.max(0, ...starts.map((on) => days.filter((one) => covers(one, on)).length))
}
