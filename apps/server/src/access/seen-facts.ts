import { type RawBuilder, sql } from 'kysely'

import { FACT_KINDS, factTable, type FactKind } from '@yilian/database/facts.ts'
import type { Access } from '@yilian/domain/access/access.ts'
import type { Permission } from '@yilian/domain/access/permission.ts'

import { between, daysOf, EVER, onDayOf, type Days } from './days.ts'
import { anyOf, reading, seesAlliance, seesCounty, seesInstitution, seesTogether } from './seen.ts'

/** Institutions without which a fact says nothing, or something else: it is seen only with them. The others it names are left out where they are not seen. */
const SAID_OF: Readonly<Partial<Record<FactKind, readonly string[]>>> = {
  INSTITUTION: ['id'],
  INSTITUTION_LINEAGE: ['fromId', 'toId'],
  MEMBERSHIP: ['institutionId'],
  UNIFIED_MANAGEMENT: ['institutionId'],
  REFERRAL_FLOW: ['fromId', 'toId'],
}

/** The days a row of a fact is about; of those without days, any. */
function daysOfFact(fact: FactKind, alias: string): Days {
  if (factTable(fact).dated) return daysOf(alias)
  if (fact === 'ALLIANCE_MEETING') return onDayOf(sql.ref(`${alias}.heldOn`))
  if (fact !== 'REFERRAL_FLOW') return EVER
  const month = sql`(${sql.ref(`${alias}.period`)} || '-01')::date`
  return between(month, sql`(${month} + interval '1 month')::date`)
}

/**
 * True for the rows of a fact under this alias that are seen: on one of `days`, or when they are left out on one of the days the row is
 * about.
 */
export function seesFact(access: Access, fact: FactKind, alias: string, days: Days = daysOfFact(fact, alias)): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  const named = (SAID_OF[fact] ?? []).map(column)
  const [alliance] = factTable(fact).alliances
  if (fact === 'ROLE_GRANT') return mayRead(access, 'roleGrant.read')
  if (fact === 'POLICY_DOCUMENT') return seesDocument(access, column('id'))
  if (fact === 'ALLIANCE') return seesAlliance(access, column('id'), days)
  if (alliance !== undefined) return seesTogether(access, column(alliance), named, days)
  return reading(access).everything
    ? sql`true`
    : sql`(${sql.join(
        named.map((id) => seesInstitution(access, id, days)),
        sql` and `,
      )})`
}

/** True for whoever holds a permission that is over the whole installation. */
export function mayRead(access: Access, permission: Permission): RawBuilder<boolean> {
  return access.own(permission) === null ? sql`false` : sql`true`
}

/** True for a document of a county in which anything is seen, or of a wider authority. */
export function seesDocument(access: Access, id: RawBuilder<unknown>): RawBuilder<boolean> {
  if (reading(access).everything) return sql`true`
  return sql`exists (select from policy_document own_d where own_d.id = ${id} and ${seesCounty(access, sql`own_d.county_code`)})`
}

/**
 * Further columns for a select of `alias.*`: those that name institutions which may be unseen, without the ones that are. They have the
 * names of the columns they replace; of two columns of one name the driver keeps the later.
 */
export function onlySeen(access: Access, fact: FactKind, alias: string, days: Days = daysOfFact(fact, alias)): RawBuilder<unknown> {
  if (reading(access).everything) return sql``
  const said = SAID_OF[fact] ?? []
  const columns = factTable(fact).institutions.filter((column) => !said.includes(column))
  return sql.join(
    columns.map((column) => {
      const [from, name] = [sql.ref(`${alias}.${column}`), sql.ref(column)]
      return column.endsWith('Ids')
        ? sql`, array(select own_n.id from unnest(${from}) own_n(id) where ${seesInstitution(access, sql`own_n.id`, days)}) as ${name}`
        : sql`, case when ${seesInstitution(access, from, days)} then ${from} end as ${name}`
    }),
    sql``,
  )
}

/**
 * True for the changes under this alias that are seen: one that wrote or closed a row which is seen. Those of an own county are told by
 * their county, without a look at the rows. Changes to accounts and departments are for those who read accounts.
 */
export function seesChange(access: Access, alias: string): RawBuilder<boolean> {
  const own = reading(access)
  if (own.everything) return sql`true`
  const number = sql.ref(`${alias}.id`)
  const rows = FACT_KINDS.filter(
    (fact) => fact === 'ROLE_GRANT' || own.registers.length + own.institutions.length + own.alliances.length > 0,
  ).map(
    (
      fact,
    ) => sql`exists (select from ${sql.table(factTable(fact).table)} own_f where (own_f.recorded_by = ${number} or own_f.closed_by = ${number})
      and ${seesFact(access, fact, 'own_f')})`,
  )
  const accounts = sql`exists (select from change_subject own_s where own_s.change_id = ${number}
    and (exists (select from user_account own_u where own_u.id = own_s.subject_id) or exists (select from department own_d where own_d.id = own_s.subject_id)))`
  return anyOf([
    ...(own.counties.length > 0 ? [sql`${sql.ref(`${alias}.countyCode`)} = any(${own.counties})`] : []),
    ...rows,
    ...(access.own('user.read') === null ? [] : [accounts]),
  ])
}
