import { sql, type Kysely } from 'kysely'

/** The columns of the national staff card that were not kept so far. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table person_version
    add column identity_document text, add column department_code text, add column office_phone text,
    add column specialty2 text, add column specialty3 text,
    add column multi_site boolean, add column second_site text, add column third_site text,
    add column residency_certified boolean, add column residency_certificate text,
    add column gp_registered boolean, add column gp_certificate text,
    add column posted_to_village boolean, add column statistics_work boolean`.execute(db)
}
