import { sql, type Kysely } from 'kysely'

/** Rows of facts are closed, never rewritten. */
const FACT = 'select, insert, update (recorded_to, closed_by)'
/** Updating is allowed on paper, for a row cannot be locked without; a trigger refuses it. */
const IDENTITY = 'select, insert, update (id)'

/** The tables of facts, with the columns that say whom a row concerns: three at most. */
const FACTS = {
  person_version: ['id'],
  appointment: ['person_id', 'institution_id', 'home_id'],
  licence: ['person_id', 'institution_id'],
  post: ['institution_id', 'alliance_id'],
  quota_pool: ['id'],
  establishment_quota: ['institution_id', 'pool_id'],
  quota_loan: ['institution_id', 'pool_id', 'from_id'],
  quota_exception: ['institution_id'],
  training_cohort: ['id'],
  cohort_member: ['cohort_id', 'person_id'],
  recruitment_drive: ['id'],
  mentorship: ['mentor_id', 'mentee_id'],
  staff_count: ['id'],
  region_population: ['id'],
}

/** Puts the tables of staffing under audit, and gives the application what it needs of them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create trigger person_stays before update or delete on person for each row execute function refuse_identity_change()`.execute(
    db,
  )
  await keep('person', IDENTITY, ['id'])
  const secrets = ['phone_encrypted', 'phone_hash', 'identity_number_encrypted', 'identity_number_hash']
  await keep('person_personal', 'select, insert, update', ['person_id'], secrets)
  for (const [table, subjects] of Object.entries(FACTS)) await keep(table, FACT, subjects)
  await sql`select grant_app_all()`.execute(db)

  async function keep(table: string, privileges: string, subjects: readonly string[], hidden: readonly string[] = []): Promise<void> {
    await sql`select audited(${table}, ${subjects}::text[], ${hidden}::text[]), grant_app(${table}, ${privileges})`.execute(db)
  }
}
