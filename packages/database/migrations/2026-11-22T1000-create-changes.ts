import { sql, type Kysely } from 'kysely'

/** Who changed what, when, why and from which request: every dated row names the change that wrote it and the one that closed it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists btree_gist`.execute(db)
  await sql`
    create table change (
      id integer generated always as identity primary key,
      command text not null,
      correction boolean not null default false,
      effective_on date,
      recorded_at timestamptz not null default clock_timestamp(),
      actor_id text not null,
      actor_name text not null,
      request_id text,
      note text,
      document_id uuid,
      county_code text
    )`.execute(db)
  await sql`create index change_county on change (county_code, id)`.execute(db)
  await sql`
    create table change_subject (
      subject_id uuid not null,
      change_id integer not null references change (id),
      primary key (subject_id, change_id)
    )`.execute(db)

  // Rows of dated and recorded tables are inserted or closed, never rewritten or deleted.
  await sql`
    create function refuse_rewriting() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and old.recorded_to is null and new.recorded_to is not null
        and to_jsonb(new) - '{recorded_to,closed_by}'::text[] = to_jsonb(old) - '{recorded_to,closed_by}'::text[] then
        return new;
      end if;
      raise exception 'rows of % are closed in recorded time, never rewritten or deleted', tg_table_name
        using errcode = 'integrity_constraint_violation', constraint = 'recorded_rows_stay';
    end $$`.execute(db)
}
