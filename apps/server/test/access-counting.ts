import type { Permission } from '@yilian/domain/access/permission.ts'

import type { Made } from './make.ts'

// Counting of staff in the tests of access: its rows of the table, and what is asked.

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
export function countingQuestions(
  side: { readonly countyCode: string; readonly member: Made; readonly alliance: Made },
  asOf: string,
): Record<string, string[]> {
  const q = (value: string) => JSON.stringify(value)
  const county = `countyCode: ${q(side.countyCode)}`
  const day = `asOf: ${q(asOf)}`
  return {
    headCount: [`(by: [INSTITUTION, ALLIANCE, REGION], ${day})`, `(by: [INSTITUTION], filter: { ${county} }, ${day})`],
    headCountDifferences: [`(${day})`, `(filter: { ${county} }, ${day})`],
    // Before 2017 somebody was there for a time.
    headCountExclusions: [`(${day})`, `(filter: { ${county} }, asOf: "2016-06-01")`],
    postedPhysicians: [`(${county}, year: 2017)`, `(${county}, year: 2017, rule: ACROSS_YEARS, ${day})`],
    returnsDue: [`(filter: { withinDays: 3660 }, ${day})`, `(filter: { overdue: true, ${county} }, ${day})`],
    licencesExpiring: [`(filter: { withinDays: 3660 }, ${day})`, `(filter: { expired: true, ${county} }, ${day})`],
    retirements: [`(filter: { withinYears: 50 }, ${day})`, `(filter: { past: true, institutionId: ${q(side.member.id)} }, ${day})`],
    villagesWithoutDoctor: [`(${day})`, `(filter: { allianceId: ${q(side.alliance.id)} }, ${day})`],
    leadershipOverlaps: [`(${day})`, `(filter: { ${county} }, ${day})`],
    postingsUnderWay: [`(${day})`, `(filter: { ${county} }, asOf: "2017-03-01")`],
  }
}
