import { type RawBuilder, sql } from 'kysely'

import type { Instant, IsoDate } from '@yilian/domain/day.ts'

import type { Db } from './db.ts'
import { FACT_KINDS, factTable } from './facts.ts'

/** Who does something: a person signed in, a program, or the reference data of the product. */
export interface Actor {
  readonly id: string
  readonly name: string
}

/** The product itself: what it brings, and what it does unasked. */
export const SYSTEM: Actor = { id: 'system', name: 'Yilian' }

/** What is said of a change: the command in the trade's words, its effective day, document, note, actor and request. */
export interface ChangeDraft {
  readonly command: string
  /** A correction says what truly was; a change says what is from a day on. */
  readonly correction?: boolean
  readonly effectiveOn?: IsoDate | null
  readonly actor: Actor
  readonly requestId?: string | null
  readonly note?: string | null
  readonly documentId?: string | null
  readonly countyCode?: string | null
  /** The number of the change that this one undoes. */
  readonly undoes?: number | null
}

/** A change under way. Facts written under it carry `number` and `recordedAt`; whom they concern is gathered here. */
export interface Change extends ChangeSubjects {
  readonly number: number
  readonly recordedAt: Instant
  readonly institutions: Set<string>
  readonly alliances: Set<string>
  readonly projects: Set<string>
  readonly people: Set<string>
  readonly others: Set<string>
}

/**
 * Begins a change inside a transaction. Take the locks first (`lockAlliances`, `lockInstitutions`): the instant is read
 * after them, so that of two changes to one thing the later number also has the later instant. What is written from then on is the
 * doing of its actor, whether or not `actAs` was called before.
 */
export async function beginChange(db: Db, draft: ChangeDraft): Promise<Change> {
  const [change] = await beginChanges(db, draft.actor, [draft])
  return change!
}

/** Begins several changes of one actor, each with its own number, in the order given. One statement. */
export async function beginChanges(db: Db, actor: Actor, drafts: readonly ChangeDraft[]): Promise<Change[]> {
  if (drafts.length === 0) return []
  const rows = await db
    .insertInto('change')
    .values(
      drafts.map((draft) => ({
        command: draft.command,
        correction: draft.correction ?? false,
        effectiveOn: draft.effectiveOn ?? null,
        actorId: actor.id,
        actorName: actor.name,
        requestId: draft.requestId ?? null,
        note: draft.note ?? null,
        documentId: draft.documentId ?? null,
        countyCode: draft.countyCode ?? null,
        undoes: draft.undoes ?? null,
      })),
    )
    .returning([
      'id',
      'recordedAt',
      sql`set_config('yilian.actor_id', ${actor.id}, true)`.as('actorId'),
      sql`set_config('yilian.actor_name', ${actor.name}, true)`.as('actorName'),
    ])
    .execute()
  // Numbers are given in the order of the rows.
  return rows
    .toSorted((a, b) => a.id - b.id)
    .map(({ id, recordedAt }) => ({
      number: id,
      recordedAt,
      institutions: new Set(),
      alliances: new Set(),
      projects: new Set(),
      people: new Set(),
      others: new Set(),
    }))
}

/** Notes whom the change concerned, and which county, so that their histories show it. */
export async function finishChange(db: Db, change: Change): Promise<void> {
  if (subjectsOf(change).length === 0) return
  await keepSubjects(db, [change])
  await sql`update change set county_code = coalesce(county_code,
      (select county_code from alliance where id = any(${[...change.alliances]}::uuid[]) limit 1),
      (select county_code from construction_project where id = any(${[...change.projects]}::uuid[]) limit 1),
      (select county_code from institution where id = any(${[...change.institutions]}::uuid[]) limit 1),
      (select county_code from person where id = any(${[...change.people]}::uuid[]) limit 1),
      (select county_code from policy_document where id = any(${[...change.others]}::uuid[]) limit 1),
      (${countyOf([...change.others])})) where id = ${change.number}`.execute(db)
}

function subjectsOf(change: Change): string[] {
  return [...new Set([...change.institutions, ...change.alliances, ...change.projects, ...change.people, ...change.others])]
}

/** Notes whom changes concerned that said their county when they began: all that is left to do for those. One statement. */
export async function keepSubjects(db: Db, changes: readonly Change[]): Promise<void> {
  const pairs = changes.flatMap((change) => subjectsOf(change).map((id) => ({ id, number: change.number })))
  if (pairs.length === 0) return
  await sql`insert into change_subject (subject_id, change_id)
    select * from unnest(${pairs.map(({ id }) => id)}::uuid[], ${pairs.map(({ number }) => number)}::int[])`.execute(db)
}

/** The county of one of these facts that are kept by region alone. */
function countyOf(ids: readonly string[]): RawBuilder<unknown> {
  const tables = FACT_KINDS.map(factTable).filter(({ keys }) => keys.includes('regionCode'))
  const each = tables.map(
    ({ table }) => sql`select substr(region_code, 1, 6) as code from ${sql.table(table)} where id = any(${ids}::uuid[])`,
  )
  return sql`select code from (${sql.join(each, sql` union all `)}) f limit 1`
}

/** Whom a change concerns: institutions, alliances, construction projects, people, and what names none of them (documents, facts of a county). */
export interface ChangeSubjects {
  readonly institutions: ReadonlySet<string>
  readonly alliances: ReadonlySet<string>
  readonly projects: ReadonlySet<string>
  readonly people: ReadonlySet<string>
  readonly others: ReadonlySet<string>
}

/** Nobody: to be spread over. */
export const NO_SUBJECTS: ChangeSubjects = {
  institutions: new Set(),
  alliances: new Set(),
  projects: new Set(),
  people: new Set(),
  others: new Set(),
}

/** Whom a finished change concerned. One statement. */
export async function changeSubjects(db: Db, number: number): Promise<ChangeSubjects> {
  const { rows } = await sql<{ id: string; kind: keyof ChangeSubjects }>`
    select s.subject_id as id,
      case when a.id is not null then 'alliances' when i.id is not null then 'institutions' when p.id is not null then 'projects' when w.id is not null then 'people' else 'others' end as kind
    from change_subject s left join alliance a on a.id = s.subject_id left join institution i on i.id = s.subject_id
      left join construction_project p on p.id = s.subject_id left join person w on w.id = s.subject_id where s.change_id = ${number}`.execute(
    db,
  )
  const of = (wanted: keyof ChangeSubjects) => new Set(rows.filter(({ kind }) => kind === wanted).map(({ id }) => id))
  return {
    institutions: of('institutions'),
    alliances: of('alliances'),
    projects: of('projects'),
    people: of('people'),
    others: of('others'),
  }
}

/** Holds these alliances until the transaction ends, in one order for everybody. Call before `lockInstitutions`. */
export async function lockAlliances(db: Db, ids: readonly string[]): Promise<void> {
  await lockRows(db, 'alliance', ids)
}

/** Holds these institutions until the transaction ends, in one order for everybody. */
export async function lockInstitutions(db: Db, ids: readonly string[]): Promise<void> {
  await lockRows(db, 'institution', ids)
}

/** Holds these construction projects until the transaction ends, in one order for everybody. Call after `lockInstitutions`. */
export async function lockProjects(db: Db, ids: readonly string[]): Promise<void> {
  await lockRows(db, 'constructionProject', ids)
}

/** Holds these people until the transaction ends, in one order for everybody. Call after `lockInstitutions`. */
export async function lockPeople(db: Db, ids: readonly string[]): Promise<void> {
  await lockRows(db, 'person', ids)
}

async function lockRows(
  db: Db,
  table: 'alliance' | 'institution' | 'constructionProject' | 'person',
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  await sql`select id from ${sql.table(table)} where id = any(${ids}::uuid[]) order by id for no key update`.execute(db)
}

/** Holds the numbering of a county's codes until the transaction ends, so that two new things do not get the same one. */
export async function lockCodes(db: Db, countyCode: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('yilian codes'), hashtext(${countyCode}))`.execute(db)
}
