import { sql, type Kysely } from 'kysely'

/** The version of a funding line is told from its years as well, withdrawn ones among them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index funding_year_line on funding_year (funding_line_id)`.execute(db)
}
