import { sql, type Kysely } from 'kysely'

/** A change that undoes another one names it; a change is undone once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table change add column undoes integer references change (id)`.execute(db)
  await sql`create unique index change_undoes on change (undoes) where undoes is not null`.execute(db)
}
