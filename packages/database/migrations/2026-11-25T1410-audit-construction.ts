import { sql, type Kysely } from 'kysely'

/** Rows of facts are closed, never rewritten. */
const FACT = 'select, insert, update (recorded_to, closed_by)'
/** Updating is allowed on paper, for a row cannot be locked without; a trigger refuses it. */
const IDENTITY = 'select, insert, update (id)'

const FACTS_OF_PROJECTS = [
  'project_stage',
  'project_suspension',
  'project_milestone',
  'project_approval',
  'funding_line',
  'funding_year',
  'fund_receipt',
  'project_payment',
  'project_contract',
  'progress_report',
  'project_problem',
  'alert_acknowledgement',
]

/** Puts the tables of construction under audit, and gives the application what it needs of them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create trigger construction_project_stays before update or delete on construction_project
    for each row execute function refuse_identity_change()`.execute(db)
  await keep('construction_project', IDENTITY, ['id'])
  await keep('construction_project_version', FACT, ['id'])
  for (const table of FACTS_OF_PROJECTS) await keep(table, FACT, ['project_id'])
  await sql`select grant_app_all()`.execute(db)

  async function keep(table: string, privileges: string, subjects: readonly string[]): Promise<void> {
    await sql`select audited(${table}, ${subjects}::text[]), grant_app(${table}, ${privileges})`.execute(db)
  }
}
