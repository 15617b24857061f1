import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table institution (
      id uuid primary key,
      code text not null constraint institution_code unique,
      county_code text not null check (county_code ~ '^[0-9]{6}$')
    )`.execute(db)
  await sql`create index institution_county on institution (county_code, code)`.execute(db)
  await sql`
    create table institution_version (
      row_id uuid primary key default gen_random_uuid(),
      id uuid not null references institution (id),
      name text not null check (name <> ''),
      aliases text[] not null default '{}',
      category text not null,
      level text not null check (level in ('LEVEL_3', 'LEVEL_2', 'LEVEL_1', 'NONE', 'UNREPORTED')),
      grade text not null check (grade in ('SPECIAL', 'A', 'B', 'C', 'UNGRADED', 'UNREPORTED')),
      target_level text check (target_level in ('LEVEL_3', 'LEVEL_2', 'LEVEL_1', 'NONE', 'UNREPORTED')),
      target_grade text check (target_grade in ('SPECIAL', 'A', 'B', 'C', 'UNGRADED', 'UNREPORTED')),
      status text not null check (status in ('PREPARING', 'OPERATING', 'SUSPENDED', 'CLOSED', 'MERGED')),
      region_code text not null references region (code),
      parent_id uuid references institution (id),
      ownership text,
      affiliation text,
      economic_type text,
      management_class text,
      credit_code text,
      unit_count integer not null default 1 check (unit_count >= 1),
      beds integer check (beds >= 0),
      site_area numeric check (site_area >= 0),
      building_area numeric check (building_area >= 0),
      served_population integer check (served_population >= 0),
      equipment jsonb not null default '[]',
      address text,
      document_id uuid references policy_document (id),
      source text,
      source_note text,
      valid_from date not null,
      valid_to date,
      recorded_from timestamptz not null,
      recorded_to timestamptz,
      recorded_by integer not null references change (id),
      closed_by integer references change (id),
      constraint institution_version_period check (valid_to > valid_from),
      constraint institution_version_parent check (parent_id <> id),
      constraint institution_version_recorded check (recorded_to > recorded_from and (recorded_to is null) = (closed_by is null)),
      constraint institution_version_no_overlap exclude using gist (id with =, daterange(valid_from, valid_to) with &&) where (recorded_to is null),
      constraint institution_credit_code exclude using gist (credit_code with =, id with <>, daterange(valid_from, valid_to) with &&)
        where (recorded_to is null and credit_code is not null)
    )`.execute(db)
  await sql`create index institution_version_id on institution_version (id)`.execute(db)
  await sql`create index institution_version_parent_id on institution_version (parent_id) where parent_id is not null`.execute(db)
  await sql`create index institution_version_region on institution_version (region_code text_pattern_ops)`.execute(db)
  await sql`create index institution_version_recorded_by on institution_version (recorded_by)`.execute(db)
  await sql`create index institution_version_closed_by on institution_version (closed_by) where closed_by is not null`.execute(db)
  await sql`create trigger institution_version_stays before update or delete on institution_version for each row execute function refuse_rewriting()`.execute(
    db,
  )

  await sql`
    create table institution_lineage (
      row_id uuid primary key default gen_random_uuid(),
      id uuid not null,
      kind text not null check (kind in ('MERGED_INTO', 'SPLIT_FROM')),
      from_id uuid not null references institution (id),
      to_id uuid not null references institution (id),
      effective_on date not null,
      recorded_from timestamptz not null,
      recorded_to timestamptz,
      recorded_by integer not null references change (id),
      closed_by integer references change (id),
      constraint institution_lineage_ends check (from_id <> to_id),
      constraint institution_lineage_recorded check (recorded_to > recorded_from and (recorded_to is null) = (closed_by is null))
    )`.execute(db)
  await sql`create unique index institution_lineage_once on institution_lineage (from_id, to_id, kind) where recorded_to is null`.execute(
    db,
  )
  await sql`create index institution_lineage_to on institution_lineage (to_id)`.execute(db)
  await sql`create index institution_lineage_recorded_by on institution_lineage (recorded_by)`.execute(db)
  await sql`create index institution_lineage_closed_by on institution_lineage (closed_by) where closed_by is not null`.execute(db)
  await sql`create trigger institution_lineage_stays before update or delete on institution_lineage for each row execute function refuse_rewriting()`.execute(
    db,
  )

  // Every suffix of every name, code, pinyin and initials: a prefix match on a suffix is a match anywhere, and indexed.
  await sql`
    create table search_term (
      subject_id uuid not null,
      subject text not null check (subject in ('INSTITUTION', 'ALLIANCE')),
      county_code text not null,
      term text not null,
      primary key (subject_id, term)
    )`.execute(db)
  await sql`create index search_term_county on search_term (county_code, term text_pattern_ops)`.execute(db)
  await sql`create index search_term_any on search_term (term text_pattern_ops)`.execute(db)
}
