import { addCounted } from './access-counting.ts'
import type { TestApi } from './api.ts'
import { globalId, recorded, versionOf, type Made } from './make.ts'

/** The staff of a county: something of every kind that is recorded of people, posts and quotas. */
export interface Staff {
  /** At home at the member since 2016. */
  readonly doctor: Made
  /** At home at the clinic of the member, which is in no alliance, since 2016, supporting elsewhere since 2019. */
  readonly aide: Made
  /** At home nowhere since 2019. */
  readonly retired: Made
  readonly staff: Readonly<
    Record<
      'assignment' | 'licence' | 'post' | 'pool' | 'loan' | 'cohort' | 'cohortMember' | 'drive' | 'mentorship' | 'count' | 'population',
      Made
    >
  >
  /** The version of the member's quota for professional posts. */
  readonly quotaVersion: number
}

/** Builds the staff of a county, under names of its own (`mark` in front). */
export async function buildStaff(
  api: TestApi,
  mark: string,
  countyCode: string,
  { member, child, document }: { readonly member: Made; readonly child: Made; readonly document: Made },
): Promise<Staff> {
  const named = (name: string) => `${mark}${name}`
  const region = { regionCode: `${countyCode}000000` }

  async function fact(command: string, type: string, kind: string, input: Readonly<Record<string, unknown>>): Promise<Made> {
    const { number, effects } = await recorded(api, command, input)
    const uuid = effects.find((effect) => effect.fact === kind)!.factId
    return { id: globalId(type, uuid), uuid, version: number, name: '' }
  }
  const hire = (name: string, institution: Made, more: Readonly<Record<string, unknown>> = {}) =>
    fact('hirePerson', 'Person', 'PERSON', {
      person: { name, profession: '11', sex: 'MALE', birthDate: '1980-01-01', establishmentType: 'IN_POST' },
      institutionId: institution.id,
      effectiveOn: '2016-01-01',
      ...more,
    })
  const doctor = await hire(named('成员医师'), member, { phone: '13800001111' })
  const aide = await hire(named('村医'), child)
  const retired = await hire(named('退休员'), child)
  await recorded(api, 'retirePerson', { personId: retired.id, baseVersion: retired.version, effectiveOn: '2019-01-01' })
  const assignment = await fact('assignPerson', 'Appointment', 'APPOINTMENT', {
    personId: aide.id,
    baseVersion: aide.version,
    kind: 'SUPPORTING',
    elsewhere: '省医院',
    plannedUntil: '2030-01-01',
    effectiveOn: '2019-01-01',
  })
  const licence = await fact('grantLicence', 'Licence', 'LICENCE', {
    personId: doctor.id,
    kind: 'PHYSICIAN',
    expiresOn: '2029-12-31',
    institutionId: member.id,
    effectiveOn: '2017-01-01',
  })
  const post = await fact('openPost', 'Post', 'POST', {
    institutionId: member.id,
    post: { postClass: 'TECHNICAL', title: named('内科岗'), count: 2 },
    effectiveOn: '2018-01-01',
  })
  const quota = { institutionId: member.id, postClass: 'TECHNICAL', count: 5, baseVersion: 0, effectiveOn: '2018-01-01' }
  const { number: quotaVersion } = await recorded(api, 'setQuota', quota)
  const exception = { institutionId: member.id, postClass: 'WORKER', count: 1, reason: '急需', baseVersion: 0, effectiveOn: '2018-01-01' }
  await recorded(api, 'setQuotaException', { ...exception, documentId: document.id })
  const pool = await fact('createQuotaPool', 'QuotaPool', 'QUOTA_POOL', {
    ...region,
    name: named('周转池'),
    total: 9,
    effectiveOn: '2018-01-01',
  })
  await recorded(api, 'setQuota', { poolId: pool.id, postClass: 'TECHNICAL', count: 9, baseVersion: 0, effectiveOn: '2018-01-01' })
  const loan = await fact('lendQuota', 'QuotaLoan', 'QUOTA_LOAN', {
    poolId: pool.id,
    institutionId: member.id,
    postClass: 'TECHNICAL',
    count: 1,
    effectiveOn: '2018-06-01',
  })
  const of = { ...region, institutionIds: [member.id] }
  const cohort = await fact('recordCohort', 'TrainingCohort', 'TRAINING_COHORT', {
    ...of,
    programme: 'ORIENTED',
    name: named('定向班'),
    enrolled: 3,
  })
  const cohortMember = await fact('setCohortMember', 'CohortMember', 'COHORT_MEMBER', {
    cohortId: cohort.id,
    personId: doctor.id,
    state: 'GRADUATED',
    effectiveOn: '2018-01-01',
  })
  const drive = await fact('recordRecruitmentDrive', 'RecruitmentDrive', 'RECRUITMENT_DRIVE', { ...of, name: '公开招聘', hired: 2 })
  const mentorship = await fact('recordMentorship', 'Mentorship', 'MENTORSHIP', {
    ...region,
    mentorId: doctor.id,
    menteeId: aide.id,
    effectiveOn: '2018-01-01',
  })
  const counted = await fact('recordStaffCount', 'StaffCount', 'STAFF_COUNT', { ...of, what: '乡村医生', count: 12 })
  const population = await fact('recordPopulation', 'RegionPopulation', 'REGION_POPULATION', {
    ...region,
    year: 2020,
    residents: 236_000,
    baseVersion: 0,
  })
  await addCounted(api, { doctor, aide, retired, child })
  const made = { assignment, licence, post, pool, loan, cohort, cohortMember, drive, mentorship, count: counted, population }
  const current = async (one: Made): Promise<Made> => ({ ...one, version: await versionOf(api, one.id) })
  return { doctor: await current(doctor), aide: await current(aide), retired: await current(retired), staff: made, quotaVersion }
}
