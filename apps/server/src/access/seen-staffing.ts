import { type RawBuilder, sql } from 'kysely'

import { whereKnown } from '@yilian/database/dated.ts'
import type { FactKind } from '@yilian/database/facts.ts'
import { STAFFING_FACTS, type StaffingFact } from '@yilian/database/staffing-facts.ts'
import type { Access } from '@yilian/domain/access/access.ts'
import { NOTHING, type Own } from '@yilian/domain/access/own.ts'
import { kindsThat } from '@yilian/domain/staffing/appointment-kind.ts'

import { isOneOf } from '../list/is-one-of.ts'
import { within, type Days } from './days.ts'
import { anyOf, seesAlliance, seesCounty, worksFor } from './seen.ts'

// Who sees people and what is said of staff, in SQL: the county that keeps a person, and whoever works for an institution, host or home of one
// of the person's appointments on one of the days. Appointments and memberships count as known now.

/** Whether a fact is one of staffing. */
export function isStaffingFact(fact: FactKind): fact is StaffingFact {
  return Object.hasOwn(STAFFING_FACTS, fact)
}

/** What is own for reading staff. */
export function readingStaff(access: Access): Own {
  return access.own('staff.read') ?? NOTHING
}

/** True for a person who is seen on one of the days. `county` is who keeps the person, where the query has that at hand. */
export function seesPerson(access: Access, id: RawBuilder<unknown>, days: Days, county?: RawBuilder<unknown>): RawBuilder<boolean> {
  const own = readingStaff(access)
  if (own.everything) return sql`true`
  const here = within(days, 'own_a')
  const at = (column: string) => worksFor(own, sql.ref(`own_a.${column}`), here)
  return anyOf([
    keptBy(own, id, county),
    sql<boolean>`exists (select from appointment own_a where own_a.person_id = ${id} and ${whereKnown('own_a', null)} and ${days.during('own_a')}
      and ${anyOf([at('institutionId'), at('homeId')])})`,
  ])
}

/** True for a person whose record is own to change: kept by an own county, or at home in one on the day. */
export function reachesPerson(own: Own, id: RawBuilder<unknown>, days: Days): RawBuilder<boolean> {
  if (own.everything) return sql`true`
  return anyOf([
    keptBy(own, id),
    sql<boolean>`exists (select from appointment own_a where own_a.person_id = ${id} and own_a.kind = any(${kindsThat('home')}) and ${whereKnown('own_a', null)}
      and ${days.during('own_a')} and ${worksFor(own, sql`own_a.home_id`, within(days, 'own_a'))})`,
  ])
}

function keptBy({ counties }: Own, id: RawBuilder<unknown>, county?: RawBuilder<unknown>): RawBuilder<boolean> {
  if (counties.length === 0) return sql`false`
  if (county) return isOneOf(county, counties)
  return sql`exists (select from person own_w where own_w.id = ${id} and ${isOneOf(sql`own_w.county_code`, counties)})`
}

/** True for staff of an institution that may be read on one of the days: it is own, or in an own alliance then. */
export function seesStaffOf(access: Access, institutionId: RawBuilder<unknown>, days: Days): RawBuilder<boolean> {
  const own = readingStaff(access)
  return own.everything ? sql`true` : worksFor(own, institutionId, days)
}

/** True for the rows of a fact of staffing under this alias that are seen on one of the days. */
export function seesStaffing(access: Access, fact: StaffingFact, alias: string, days: Days): RawBuilder<boolean> {
  const own = access.own('staff.read')
  if (own === null) return sql`false`
  if (own.everything) return sql`true`
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  const county = () => sql`substr(${column('regionCode')}, 1, 6)`
  const person = (name: string) => seesPerson(access, column(name), days)
  const staffOf = (name: string) => seesStaffOf(access, column(name), days)
  const ofCounty = () => (own.counties.length === 0 ? sql<boolean>`false` : isOneOf(county(), own.counties))
  const forInstitutions = () =>
    sql<boolean>`exists (select from unnest(${column('institutionIds')}) own_u(id) where ${seesStaffOf(access, sql`own_u.id`, days)})`
  switch (fact) {
    case 'PERSON':
      return person('id')
    case 'LICENCE':
    case 'APPOINTMENT':
    case 'COHORT_MEMBER':
      return person('personId')
    case 'MENTORSHIP':
      return sql`(${column('mentorId')} is null and ${anyOf([ofCounty(), forInstitutions()])}
        or ${column('mentorId')} is not null and ${person('mentorId')} and ${person('menteeId')})`
    case 'POST':
      return sql`(${column('institutionId')} is not null and ${staffOf('institutionId')}
        or ${column('allianceId')} is not null and ${seesAlliance(access, column('allianceId'), days)})`
    case 'ESTABLISHMENT_QUOTA':
      return sql`(${column('institutionId')} is not null and ${staffOf('institutionId')} or ${column('poolId')} is not null and exists (
        select from quota_pool own_q where own_q.id = ${column('poolId')} and ${seesCounty(access, sql`substr(own_q.region_code, 1, 6)`)}))`
    case 'QUOTA_LOAN':
      return anyOf([staffOf('institutionId'), staffOf('fromId')])
    case 'QUOTA_EXCEPTION':
      return staffOf('institutionId')
    case 'QUOTA_POOL':
    case 'REGION_POPULATION':
      return seesCounty(access, county())
    case 'TRAINING_COHORT':
    case 'RECRUITMENT_DRIVE':
    case 'STAFF_COUNT':
      return anyOf([ofCounty(), forInstitutions()])
  }
}
