import { sql, type Kysely } from 'kysely'

/** Files under way into the system: what was read, what is wrong with which row, how far it is. Work in hand, not history: changes are. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table import_run (
      id uuid primary key default gen_random_uuid(),
      kind text not null check (kind in ('INSTITUTIONS', 'MEMBERSHIPS')),
      file_name text not null,
      county_code text not null check (county_code ~ '^[0-9]{6}$'),
      state text not null check (state in ('READING', 'CHECKING', 'CHECKED', 'WRITING', 'DONE', 'FAILED', 'CANCELLED')),
      columns jsonb not null default '[]',
      rows_total integer not null default 0,
      rows_done integer not null default 0,
      rows_right integer not null default 0,
      rows_wrong integer not null default 0,
      rows_unchanged integer not null default 0,
      failure jsonb,
      actor_id text not null,
      actor_name text not null,
      request_id text,
      created_at timestamptz not null default clock_timestamp(),
      finished_at timestamptz
    )`.execute(db)
  await sql`create index import_run_latest on import_run (created_at desc, id)`.execute(db)
  await sql`create index import_run_under_way on import_run (id) where state in ('READING', 'CHECKING', 'WRITING')`.execute(db)
  await sql`
    create table import_row (
      run_id uuid not null references import_run (id) on delete cascade,
      row_number integer not null,
      cells text[] not null,
      state text check (state in ('NEW', 'CHANGED', 'UNCHANGED', 'WRONG', 'WRITTEN', 'SKIPPED')),
      issues jsonb not null default '[]',
      fact_id uuid,
      base_version integer,
      primary key (run_id, row_number)
    )`.execute(db)
  await sql`create index import_row_wrong on import_row (run_id, row_number) where state = 'WRONG'`.execute(db)
}
