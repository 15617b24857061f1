import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table alliance (
      id uuid primary key,
      code text not null constraint alliance_code unique,
      county_code text not null check (county_code ~ '^[0-9]{6}$'),
      kind text not null
    )`.execute(db)
  await sql`create index alliance_county on alliance (county_code, code)`.execute(db)
  await sql`
    create table alliance_version (
      row_id uuid primary key default gen_random_uuid(),
      id uuid not null references alliance (id),
      name text not null check (name <> ''),
      stage text not null check (stage in ('PLANNED', 'PILOT', 'OPERATING')),
      specialty text,
      purpose text,
      document_id uuid references policy_document (id),
      source text,
      source_note text,
      valid_from date not null,
      valid_to date,
      recorded_from timestamptz not null,
      recorded_to timestamptz,
      recorded_by integer not null references change (id),
      closed_by integer references change (id),
      constraint alliance_version_period check (valid_to > valid_from),
      constraint alliance_version_recorded check (recorded_to > recorded_from and (recorded_to is null) = (closed_by is null)),
      constraint alliance_version_no_overlap exclude using gist (id with =, daterange(valid_from, valid_to) with &&) where (recorded_to is null)
    )`.execute(db)
  await sql`create index alliance_version_id on alliance_version (id)`.execute(db)
  await sql`create index alliance_version_recorded_by on alliance_version (recorded_by)`.execute(db)
  await sql`create index alliance_version_closed_by on alliance_version (closed_by) where closed_by is not null`.execute(db)
  await sql`create trigger alliance_version_stays before update or delete on alliance_version for each row execute function refuse_rewriting()`.execute(
    db,
  )
}
