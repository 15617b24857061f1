import { type RawBuilder, sql } from 'kysely'

import { FACT_KINDS, factTable, type FactKind } from '@yilian/database/facts.ts'
import type { Access } from '@yilian/domain/access/access.ts'
import type { Permission } from '@yilian/domain/access/permission.ts'

import { isOneOf } from '../list/is-one-of.ts'
import { between, daysOf, EVER, onDayOf, type Days } from './days.ts'
import { seesProject } from './seen-projects.ts'
import { isStaffingFact, seesStaffing } from './seen-staffing.ts'
import { anyOf, isNothing, reading, seesAlliance, seesCounty, seesInstitution, seesTogether } from './seen.ts'

/** Institutions without which a fact says nothing, or something else: it is seen only with them. The others it names are left out where they are not seen. */
const SAID_OF: Readonly<Partial<Record<FactKind, readonly string[]>>> = {
  INSTITUTION: ['id'],
  INSTITUTION_LINEAGE: ['fromId', 'toId'],
  MEMBERSHIP: ['institutionId'],
  UNIFIED_MANAGEMENT: ['institutionId'],
  REFERRAL_FLOW: ['fromId', 'toId'],
}

/** The days a row of a fact is about; of those without days, any. What is said of a project counts from its first day on, into all its sums. */
function daysOfFact(fact: FactKind, alias: string): Days {
  if (factTable(fact).projects !== undefined) return sinceFirstDay(fact, alias)
  if (factTable(fact).dated) return daysOf(alias)
  if (fact === 'ALLIANCE_MEETING') return onDayOf(sql.ref(`${alias}.heldOn`))
  if (fact !== 'REFERRAL_FLOW') return EVER
  return month(sql.ref(`${alias}.period`))
}

/** What is recorded of projects for a day without being dated, and the column that says which; it may be empty. */
const FIRST_DAY: Readonly<Partial<Record<FactKind, string>>> = {
  PROJECT_APPROVAL: 'approvedOn',
  PROJECT_CONTRACT: 'signedOn',
  PROJECT_PROBLEM: 'foundOn',
  FUND_RECEIPT: 'receivedOn',
  PROJECT_PAYMENT: 'paidOn',
}

function sinceFirstDay(fact: FactKind, alias: string): Days {
  const from = (day: RawBuilder<unknown>) => between(sql`coalesce(${day}, '-infinity'::date)`, sql`null::date`)
  if (fact === 'PROGRESS_REPORT' || fact === 'REPORT_PHOTO') return from(sql`(${sql.ref(`${alias}.month`)} || '-01')::date`)
  const day = factTable(fact).dated ? 'validFrom' : FIRST_DAY[fact]
  return day === undefined ? EVER : from(sql.ref(`${alias}.${day}`))
}

function month(text: RawBuilder<unknown>): Days {
  const first = sql`(${text} || '-01')::date`
  return between(first, sql`(${first} + interval '1 month')::date`)
}

/**
 * True for the rows of a fact under this alias that are seen: on one of `days`, or when they are left out on one of the days the row is
 * about.
 */
export function seesFact(access: Access, fact: FactKind, alias: string, days: Days = daysOfFact(fact, alias)): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  const institutions = (SAID_OF[fact] ?? []).map(column)
  const [alliance] = factTable(fact).alliances
  if (fact === 'ROLE_GRANT') return mayRead(access, 'roleGrant.read')
  if (fact === 'POLICY_DOCUMENT') return seesDocument(access, column('id'))
  if (isStaffingFact(fact)) return seesStaffing(access, fact, alias, days)
  if (fact === 'ALLIANCE') return seesAlliance(access, column('id'), days)
  const [project] = factTable(fact).projects ?? []
  if (project !== undefined) return seesProject(access, column(project), days)
  if (alliance !== undefined && institutions.length === 0) return seesAlliance(access, column(alliance), days)
  const said = { alliance: alliance === undefined ? NONE : column(alliance), institutions, within: isWithin(fact) }
  return seesTogether(access, said, days)
}

const NONE = sql`null::uuid`

/** Whether its institutions are in its alliance while it holds: what ends with the membership. */
function isWithin(fact: FactKind): RawBuilder<unknown> {
  return fact === 'MEMBERSHIP' || fact === 'UNIFIED_MANAGEMENT' ? sql`true` : sql`false`
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
  const touched = (row: string) => sql`(${sql.ref(`${row}.recordedBy`)} = ${number} or ${sql.ref(`${row}.closedBy`)} = ${number})`
  const wrote = (fact: FactKind) =>
    sql`exists (select from ${sql.table(factTable(fact).table)} own_f where ${touched('own_f')} and ${seesFact(access, fact, 'own_f')})`
  const accounts = sql`exists (select from change_subject own_s where own_s.change_id = ${number}
    and (exists (select from user_account own_u where own_u.id = own_s.subject_id) or exists (select from department own_d where own_d.id = own_s.subject_id)))`
  return anyOf([
    ...(own.counties.length > 0 ? [isOneOf(sql.ref(`${alias}.countyCode`), own.counties)] : []),
    ...(isNothing(own) ? [] : [sql`exists (${rowsSeen(access, touched)})`, wrote('POLICY_DOCUMENT'), ...APART.map(wrote)]),
    ...(access.own('roleGrant.read') === null ? [] : [wrote('ROLE_GRANT')]),
    ...(access.own('user.read') === null ? [] : [accounts]),
  ])
}

/** What is said of institutions and alliances, whatever the fact. */
const SAID = FACT_KINDS.filter((fact) => !isApart(fact) && factTable(fact).institutions.length + factTable(fact).alliances.length > 0)

/** What is said of construction projects and of staff: those have readers of their own. */
const APART = FACT_KINDS.filter(isApart)

function isApart(fact: FactKind): boolean {
  return isStaffingFact(fact) || isOfProject(fact)
}

function isOfProject(fact: FactKind): boolean {
  return (factTable(fact).projects ?? []).length > 0
}

/**
 * A select of the rows of these facts that are seen, as `alliance_id` and `document_id`; `which` says which of a fact are meant. They are
 * brought into one form first, so that who sees them is asked once and not once for every kind of fact.
 */
export function rowsSeen(
  access: Access,
  which: (row: string, fact: FactKind) => RawBuilder<unknown>,
  facts: readonly FactKind[] = SAID,
): RawBuilder<unknown> {
  const rows = facts.map((fact) => {
    const { table, alliances, values, dated } = factTable(fact)
    const [first, second] = SAID_OF[fact] ?? []
    const column = (name: string | undefined) => (name === undefined ? NONE : sql.ref(`own_r.${name}`))
    const days = dated ? sql`own_r.valid_from, own_r.valid_to` : dayColumns(fact)
    return sql`select ${column(alliances[0])} as alliance_id, ${column(first)} as institution_id, ${column(second)} as other_id,
      ${column(values.find((name) => name === 'documentId'))} as document_id, ${isWithin(fact)} as within, ${days} from ${sql.table(table)} own_r where ${which('own_r', fact)}`
  })
  const said = {
    alliance: sql`own_f.alliance_id`,
    institutions: [sql`own_f.institution_id`, sql`own_f.other_id`],
    within: sql`own_f.within`,
  }
  return sql`select own_f.alliance_id, own_f.document_id from (${sql.join(rows, sql` union all `)}) own_f
    where ${seesTogether(access, said, daysOf('own_f'))}`
}

function dayColumns(fact: FactKind): RawBuilder<unknown> {
  if (fact === 'ALLIANCE_MEETING') return sql`own_r.held_on as valid_from, own_r.held_on + 1 as valid_to`
  if (fact !== 'REFERRAL_FLOW') return sql`'-infinity'::date as valid_from, null::date as valid_to`
  return sql`(own_r.period || '-01')::date as valid_from, ((own_r.period || '-01')::date + interval '1 month')::date as valid_to`
}
