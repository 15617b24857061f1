import { sql, type Kysely } from 'kysely'

/** Files of staff cards are read in too. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table import_run drop constraint import_run_kind_check`.execute(db)
  await sql`alter table import_run add constraint import_run_kind_check check (kind in
    ('INSTITUTIONS', 'MEMBERSHIPS', 'PROJECTS', 'FUNDING', 'FUND_FLOWS', 'PROGRESS_REPORTS', 'PEOPLE', 'OC4IDS'))`.execute(db)
}
