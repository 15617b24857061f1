import { type RawBuilder, sql } from 'kysely'

import type { ChangeSubjects } from '@yilian/database/changes.ts'
import type { WhichRows } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import { ESTABLISHMENT_TYPES } from '@yilian/domain/code-lists/establishment-type.ts'
import { periodsText, periodText } from '@yilian/domain/dated.ts'
import { issue, naming, type Issue } from '@yilian/domain/issue.ts'
import type { Text } from '@yilian/domain/locale.ts'
import { union, type Period } from '@yilian/domain/period.ts'
import { kindsThat } from '@yilian/domain/staffing/appointment-kind.ts'
import { appointmentsIssues, type AppointmentOfPerson } from '@yilian/domain/staffing/appointment.ts'
import { overQuotaDays, quotaIssues, takenBeyond } from '@yilian/domain/staffing/quota.ts'
import { POST_CLASSES, type PostClass } from '@yilian/domain/staffing/terms.ts'

import { THINGS } from './things.ts'

/** Kinds of employment that take a place of the establishment. */
export const TAKING_QUOTA = Object.entries(ESTABLISHMENT_TYPES.items).flatMap(([type, { takesQuota }]) => (takesQuota ? [type] : []))

/** The class of post in SQL: of the post where one is recorded, else of the work class, as `postClassOfWork` has it. */
export function postClassSql(post: RawBuilder<unknown>, workClass: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`coalesce(${post}, case ${workClass} when '3' then 'MANAGEMENT' when '4' then 'WORKER' else 'TECHNICAL' end)`
}

/**
 * The rules over everything of the people, institutions, alliances and pools a change concerns, by the rows meant: one home at a time and a home
 * on every day, institutions that exist, no more people than quota and posts, no more lent than there is, nothing that names what is gone.
 */
export async function staffingStructureIssues(trx: Db, subjects: ChangeSubjects, which: WhichRows, withHomes: boolean): Promise<Issue[]> {
  const people = [...subjects.people]
  const homes = withHomes ? (await homesOf(trx, people, which)).map(({ id }) => id) : []
  const institutions = [...new Set([...subjects.institutions, ...homes])]
  if (people.length + institutions.length + subjects.alliances.size + subjects.others.size === 0) return []
  return [
    ...(await appointmentIssuesOf(trx, people, which)),
    ...(await lifeIssues(trx, people, institutions, which)),
    ...(await quotaIssuesOf(trx, institutions, which)),
    ...(await postIssuesOf(trx, people, institutions, [...subjects.alliances], which)),
    ...(await loanIssues(trx, institutions, [...subjects.others], which)),
    ...(await usedIssues(trx, subjects, which)),
  ]
}

/** At which institutions these people are at home on some day. One statement. */
export async function homesOf(
  trx: Db,
  people: readonly string[],
  which: WhichRows,
): Promise<{ readonly personId: string; readonly id: string }[]> {
  if (people.length === 0) return []
  const { rows } = await sql<{ personId: string; id: string }>`select distinct a.person_id, a.institution_id as id from appointment a
    where a.person_id = any(${people}::uuid[]) and a.kind = any(${kindsThat('home')}) and a.institution_id is not null and ${which('a')}`.execute(
    trx,
  )
  return rows
}

const nameOf = (table: string, id: RawBuilder<unknown>, which: WhichRows) =>
  sql`(select n.name from ${sql.table(table)} n where n.id = ${id} and ${which('n')} order by n.valid_from desc limit 1)`

type OfPerson = AppointmentOfPerson & { readonly personId: string; readonly person: string | null }

/** The appointments of people with the names that messages need. */
export async function appointmentsOf(trx: Db, people: readonly string[], which: WhichRows): Promise<OfPerson[]> {
  const { rows } = await sql<OfPerson>`
    select a.id, a.person_id, a.kind, a.institution_id, a.valid_from, a.valid_to, a.home_elsewhere is not null as home_elsewhere,
      coalesce(${nameOf('institution_version', sql`a.institution_id`, which)}, a.elsewhere, '—') as host, ${nameOf('person_version', sql`a.person_id`, which)} as person
    from appointment a where a.person_id = any(${people}::uuid[]) and ${which('a')} order by a.valid_from, a.id`.execute(trx)
  return rows
}

async function appointmentIssuesOf(trx: Db, people: readonly string[], which: WhichRows): Promise<Issue[]> {
  if (people.length === 0) return []
  const rows = await appointmentsOf(trx, people, which)
  return [...Map.groupBy(rows, ({ personId }) => personId).values()].flatMap((all) => appointmentsIssues(all[0]!.person ?? '—', all))
}

async function lifeIssues(trx: Db, people: readonly string[], institutions: readonly string[], which: WhichRows): Promise<Issue[]> {
  const days = (alias: string) => sql`daterange(${sql.ref(`${alias}.validFrom`)}, ${sql.ref(`${alias}.validTo`)})`
  const columns = sql`a.institution_id, a.valid_from, a.valid_to`
  // Two look-ups by index rather than one with an `or`, and the life of an institution once for all who are there.
  const { rows } = await sql<Period & { institutionId: string; host: string }>`
    with a as materialized (select ${columns} from appointment a where a.institution_id = any(${institutions}::uuid[]) and ${which('a')}
        union all select ${columns} from appointment a where a.person_id = any(${people}::uuid[]) and a.institution_id is not null and ${which('a')}),
      life as materialized (select v.id, range_agg(${days('v')}) as days from institution_version v
        where v.id in (select institution_id from a) and v.status not in ('CLOSED', 'MERGED') and ${which('v')} group by v.id),
      beyond as (select ${columns} from a left join life on life.id = a.institution_id
        where not coalesce(life.days, '{}'::datemultirange) @> ${days('a')} order by a.valid_from limit 3)
    select ${columns}, ${nameOf('institution_version', sql`a.institution_id`, which)} as host from beyond a order by a.valid_from`.execute(
    trx,
  )
  if (rows.length === 0) return []
  const life = await sql<Period & { id: string }>`select v.id, v.valid_from, v.valid_to from institution_version v
    where v.id = any(${rows.map(({ institutionId }) => institutionId)}::uuid[]) and v.status not in ('CLOSED', 'MERGED') and ${which('v')}`.execute(
    trx,
  )
  return rows.map(({ institutionId, host, ...days }) => {
    const own = union(life.rows.filter(({ id }) => id === institutionId))
    const said = { host, period: periodText(days), life: periodsText(own) }
    return naming(issue('effectiveOn', 'APPOINTMENT_BEYOND_LIFE', said), [institutionId])
  })
}

interface Counted extends Period {
  readonly of: string
  readonly postClass: PostClass
  readonly part: 'quotas' | 'borrowed' | 'given' | 'exceptions' | 'filled'
  readonly count: number
}

async function quotaIssuesOf(trx: Db, institutions: readonly string[], which: WhichRows): Promise<Issue[]> {
  if (institutions.length === 0) return []
  const among = (column: string) => sql`${sql.ref(column)} = any(${institutions}::uuid[])`
  const post = sql`(select p.post_class from post p where p.id = a.post_id and ${which('p')} order by p.valid_from desc limit 1)`
  const { rows } = await sql<Counted>`
    select q.institution_id as of, q.post_class, 'quotas' as part, q.count, q.valid_from, q.valid_to from establishment_quota q where ${among('q.institutionId')} and ${which('q')}
    union all select l.institution_id, l.post_class, 'borrowed', l.count, l.valid_from, l.valid_to from quota_loan l where ${among('l.institutionId')} and ${which('l')}
    union all select l.from_id, l.post_class, 'given', l.count, l.valid_from, l.valid_to from quota_loan l where ${among('l.fromId')} and ${which('l')}
    union all select e.institution_id, e.post_class, 'exceptions', e.count, e.valid_from, e.valid_to from quota_exception e where ${among('e.institutionId')} and ${which('e')}
    union all select a.institution_id, ${postClassSql(post, sql`v.work_class`)}, 'filled', 1, greatest(a.valid_from, v.valid_from), least(a.valid_to, v.valid_to)
      from appointment a join person_version v on v.id = a.person_id and ${which('v')} and daterange(v.valid_from, v.valid_to) && daterange(a.valid_from, a.valid_to)
      where ${among('a.institutionId')} and a.kind = any(${kindsThat('home')}) and v.establishment_type = any(${TAKING_QUOTA}) and ${which('a')}
        and exists (select from establishment_quota q where q.institution_id = a.institution_id and ${which('q')})`.execute(trx)
  const issues: Issue[] = []
  for (const some of Map.groupBy(rows, ({ of, postClass }) => `${of} ${postClass}`).values()) {
    const part = (wanted: Counted['part']) => some.filter((one) => one.part === wanted)
    const facts = { quotas: part('quotas'), borrowed: part('borrowed'), given: part('given'), exceptions: part('exceptions') }
    const { of, postClass } = some[0]!
    const over = overQuotaDays(facts, part('filled'))
    const [beyond] = facts.quotas.length === 0 ? [] : takenBeyond([...facts.quotas, ...facts.borrowed], facts.given)
    if (over.length === 0 && !beyond) continue
    const name = await institutionName(trx, of, which)
    issues.push(...quotaIssues(name, postClass, over).map((one) => naming(one, [of])))
    if (beyond) {
      const said = {
        institution: name,
        postClass: POST_CLASSES[postClass],
        day: beyond.validFrom,
        given: beyond.taken,
        quota: beyond.there,
      }
      issues.push(naming(issue('count', 'LENT_BEYOND_QUOTA', said), [of]))
    }
  }
  return issues
}

async function institutionName(trx: Db, id: string, which: WhichRows): Promise<string> {
  const { rows } = await sql<{ name: string | null }>`select ${nameOf('institution_version', sql`${id}::uuid`, which)} as name`.execute(trx)
  return rows[0]?.name ?? '—'
}

async function postIssuesOf(
  trx: Db,
  people: readonly string[],
  institutions: readonly string[],
  alliances: readonly string[],
  which: WhichRows,
): Promise<Issue[]> {
  const { rows } = await sql<Period & { postId: string; title: string | null; count: number; part: 'there' | 'taken' }>`
    with wanted as (
      select p.id from post p where p.institution_id = any(${institutions}::uuid[]) or p.alliance_id = any(${alliances}::uuid[])
      union select a.post_id from appointment a where a.person_id = any(${people}::uuid[]) and a.post_id is not null and ${which('a')})
    select p.id as post_id, p.title, p.count, 'there' as part, p.valid_from, p.valid_to from post p join wanted w on w.id = p.id where ${which('p')}
    union all select a.post_id, null, 1, 'taken', a.valid_from, a.valid_to from appointment a join wanted w on w.id = a.post_id where ${which('a')}`.execute(
    trx,
  )
  return [...Map.groupBy(rows, ({ postId }) => postId).values()].flatMap((some) => {
    const there = some.filter(({ part }) => part === 'there')
    const [beyond] = takenBeyond(
      there,
      some.filter(({ part }) => part === 'taken'),
    )
    if (!beyond) return []
    const post = there[0]?.title ?? '—'
    if (beyond.there === 0) return [issue('postId', 'POST_NOT_OPEN', { post, period: periodText(beyond) })]
    return [issue('postId', 'POST_FILLED', { post, count: beyond.there, day: beyond.validFrom, filled: beyond.taken })]
  })
}

async function loanIssues(trx: Db, institutions: readonly string[], others: readonly string[], which: WhichRows): Promise<Issue[]> {
  const { rows } = await sql<Period & { poolId: string; name: string | null; count: number; part: 'there' | 'taken' }>`
    with wanted as (
      select l.pool_id as id from quota_loan l where l.institution_id = any(${institutions}::uuid[]) and l.pool_id is not null
      union select unnest(${others}::uuid[]))
    select p.id as pool_id, p.name, p.total as count, 'there' as part, p.valid_from, p.valid_to from quota_pool p join wanted w on w.id = p.id where ${which('p')}
    union all select l.pool_id, null, l.count, 'taken', l.valid_from, l.valid_to from quota_loan l join wanted w on w.id = l.pool_id where ${which('l')}`.execute(
    trx,
  )
  return [...Map.groupBy(rows, ({ poolId }) => poolId).values()].flatMap((some) => {
    const there = some.filter(({ part }) => part === 'there')
    const [beyond] = takenBeyond(
      there,
      some.filter(({ part }) => part === 'taken'),
    )
    if (!beyond) return []
    const said = { pool: there[0]?.name ?? '—', day: beyond.validFrom, lent: beyond.taken, total: beyond.there }
    return [issue('count', 'POOL_LENT_OUT', said)]
  })
}

/** Posts, pools and cohorts that are gone stay while something names them. */
async function usedIssues(trx: Db, subjects: ChangeSubjects, which: WhichRows): Promise<Issue[]> {
  const gone = (table: string, id: RawBuilder<unknown>) =>
    sql`not exists (select from ${sql.table(table)} g where g.id = ${id} and ${which('g')})`
  const owners = sql`(p.institution_id = any(${[...subjects.institutions]}::uuid[]) or p.alliance_id = any(${[...subjects.alliances]}::uuid[]))`
  const { rows } = await sql<{ thing: 'post' | 'quotaPool' | 'cohort' }>`
    select 'post' as thing where exists (select from post p join appointment a on a.post_id = p.id and ${which('a')} where ${owners} and ${gone('post', sql`p.id`)})
    union all select 'quotaPool' where exists (select from quota_pool p where p.id = any(${[...subjects.others]}::uuid[]) and ${gone('quota_pool', sql`p.id`)}
      and (exists (select from quota_loan l where l.pool_id = p.id and ${which('l')}) or exists (select from establishment_quota q where q.pool_id = p.id and ${which('q')})))
    union all select 'cohort' where exists (select from training_cohort c join cohort_member m on m.cohort_id = c.id and ${which('m')}
      where c.id = any(${[...subjects.others]}::uuid[]) and ${gone('training_cohort', sql`c.id`)})`.execute(trx)
  return rows.map(({ thing }) => stillUsed(THINGS[thing]))
}

function stillUsed(thing: Text): Issue {
  return issue('', 'STILL_USED_BY_STAFF', { thing })
}
