import type { Permission } from '@yilian/domain/access/permission.ts'

import type { TestApi } from './api.ts'
import { globalId, recorded, versionOf, type Made } from './make.ts'

// Counting of staff in the tests of access: its rows of the table, what is asked, and what it needs of a county's staff to show everything.

export const COUNTING_QUERIES: Readonly<Record<string, Permission>> = {
  headCount: 'staff.read',
  headCountDifferences: 'staff.read',
  headCountExclusions: 'staff.read',
  postedPhysicians: 'staff.read',
  returnsDue: 'staff.read',
  licencesExpiring: 'staff.read',
  retirements: 'staff.read',
  villagesWithoutDoctor: 'staff.read',
  leadershipOverlaps: 'staff.read',
  postingsUnderWay: 'staff.read',
}

export const COUNTING_TYPES: Readonly<Record<string, string>> = {
  HeadCount: 'counts at institutions whose staff is seen on the day',
  HeadCountCell: 'as what has it',
  HeadCountKey: 'as what has it',
  HeadCountDifference: 'staff of one of the person’s places on the day',
  HeadCountSpot: 'as what has it, without the names of institutions that are not seen',
  HeadCountExclusion: 'staff of an institution of the person on the day',
  PostedPhysicians: 'postings to institutions whose staff is seen on one of the days',
  PostedPhysician: 'staff of the host on one of the days',
  ReturnDue: 'staff of host or home on the day',
  LicenceExpiring: 'staff of an institution of the person on the day',
  RetirementDue: 'staff of the home on the day',
  VillageWithoutDoctor: 'staff of the clinic on the day',
  LeadershipOverlap: 'staff of an institution of one of the posts on the day',
  LeadershipPost: 'as what has it',
  PostingUnderWay: 'staff of host or home on the day',
  StaffListCount: 'as the list',
}

/** What is asked of counting, of something of the county on a day. */
export function countingQuestions(side: { readonly countyCode: string }, asOf: string): Record<string, string[]> {
  const q = (value: string) => JSON.stringify(value)
  const county = `countyCode: ${q(side.countyCode)}`
  const day = `asOf: ${q(asOf)}`
  return {
    headCount: [`(by: [INSTITUTION, ALLIANCE, REGION], ${day})`],
    headCountDifferences: [`(${day})`],
    headCountExclusions: [`(filter: { ${county} }, asOf: "2019-07-01")`],
    postedPhysicians: [`(${county}, year: 2017)`],
    returnsDue: [`(filter: { withinDays: 3660 }, ${day})`],
    licencesExpiring: [`(filter: { withinDays: 3660 }, ${day})`],
    retirements: [`(filter: { withinYears: 50 }, ${day})`],
    villagesWithoutDoctor: [`(${day})`],
    leadershipOverlaps: [`(${day})`],
    postingsUnderWay: [`(filter: { ${county} }, asOf: "2017-03-01")`],
  }
}

/**
 * Somebody posted to a village clinic for most of 2017, somebody retired who was rehired for two months of 2019, and two leadership posts of
 * one person since: what the counts and lists of staff have to tell.
 */
export async function addCounted(
  api: TestApi,
  { doctor, aide, retired, child }: Readonly<Record<'doctor' | 'aide' | 'retired' | 'child', Made>>,
): Promise<void> {
  const on = async (command: string, person: Made, input: Readonly<Record<string, unknown>>): Promise<string> => {
    const about = { personId: person.id, baseVersion: await versionOf(api, person.id) }
    const { effects } = await recorded(api, command, { ...about, ...input })
    return globalId('Appointment', effects.find(({ fact }) => fact === 'APPOINTMENT')!.factId)
  }
  const away = { plannedUntil: '2017-08-31', effectiveOn: '2017-01-01' }
  const posting = await on('assignPerson', doctor, { kind: 'POSTED_DOWN', institutionId: child.id, ...away })
  await recorded(api, 'endAssignment', { appointmentId: posting, baseVersion: await versionOf(api, doctor.id), effectiveOn: '2017-09-01' })
  await on('rehirePerson', retired, { institutionId: child.id, rehired: true, effectiveOn: '2019-06-01' })
  await on('leavePerson', retired, { flowOut: '29', effectiveOn: '2019-08-01' })
  await on('appointPerson', aide, { leadership: 'DIRECTOR', effectiveOn: '2020-01-01' })
  const beside = { elsewhere: '市医院', leadership: 'DEPUTY_DIRECTOR', plannedUntil: '2030-01-01', effectiveOn: '2020-01-01' }
  await on('assignPerson', aide, { kind: 'SUPPORTING', ...beside })
}

/** Levels that are asked for below these fields. */
export const COUNTING_DEPTHS: Readonly<Record<string, number>> = {
  headCount: 2,
  headCountDifferences: 2,
  postedPhysicians: 2,
  leadershipOverlaps: 2,
}
