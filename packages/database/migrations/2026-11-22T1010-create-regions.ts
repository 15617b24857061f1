import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table region (
      code text primary key check (code ~ '^[0-9]{12}$'),
      level text not null check (level in ('PROVINCE', 'PREFECTURE', 'COUNTY', 'TOWNSHIP', 'VILLAGE')),
      statistical_only boolean not null default false
    )`.execute(db)
  await sql`
    create table region_version (
      row_id uuid primary key default gen_random_uuid(),
      code text not null references region (code),
      name text not null,
      parent_code text references region (code),
      source text,
      valid_from date not null,
      valid_to date,
      recorded_from timestamptz not null,
      recorded_to timestamptz,
      recorded_by integer not null references change (id),
      closed_by integer references change (id),
      constraint region_version_period check (valid_to > valid_from),
      constraint region_version_recorded check (recorded_to > recorded_from and (recorded_to is null) = (closed_by is null)),
      constraint region_version_no_overlap exclude using gist (code with =, daterange(valid_from, valid_to) with &&) where (recorded_to is null)
    )`.execute(db)
  await sql`create index region_version_code on region_version (code)`.execute(db)
  await sql`create index region_version_parent on region_version (parent_code)`.execute(db)
  await sql`create trigger region_version_stays before update or delete on region_version for each row execute function refuse_rewriting()`.execute(
    db,
  )
}
