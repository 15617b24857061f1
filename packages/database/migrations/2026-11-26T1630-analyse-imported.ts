import { sql, type Kysely } from 'kysely'

/**
 * Lets the application tell PostgreSQL how tables have grown within a long import: only the owner may analyse, so it is done as the owner,
 * these tables and nothing else.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create function analyse_imported() returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      analyze institution, institution_version, membership, person, person_version, appointment, licence, person_personal;
    end $$`.execute(db)
}
