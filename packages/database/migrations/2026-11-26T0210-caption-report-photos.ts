import { sql, type Kysely } from 'kysely'

/** A photo of a report says in words what it shows, where somebody wrote that. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table report_photo add column caption text,
    add constraint report_photo_caption check (caption <> '' and length(caption) <= 200)`.execute(db)
}
