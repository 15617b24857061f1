import { sql, type Kysely } from 'kysely'

/** Photos of monthly reports: which a report has is a fact; their content lies apart, written once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table photo_content (
      id uuid primary key,
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      image bytea not null,
      thumbnail bytea not null
    )`.execute(db)
  await sql`create trigger photo_content_stays before update or delete on photo_content for each row execute function refuse_rewriting()`.execute(
    db,
  )
  await sql`
    create table report_photo (
      row_id uuid primary key default gen_random_uuid(),
      id uuid not null references photo_content (id),
      project_id uuid not null references construction_project (id),
      progress_report_id uuid not null,
      month text not null,
      name text not null,
      width integer not null check (width > 0),
      height integer not null check (height > 0),
      bytes integer not null check (bytes > 0),
      sha256 text not null,
      recorded_from timestamptz not null,
      recorded_to timestamptz,
      recorded_by integer not null references change (id),
      closed_by integer references change (id),
      constraint report_photo_recorded check (recorded_to > recorded_from and (recorded_to is null) = (closed_by is null))
    )`.execute(db)
  for (const statement of [
    'create unique index report_photo_known on report_photo (id) where recorded_to is null',
    'create unique index report_photo_once on report_photo (progress_report_id, sha256) where recorded_to is null',
    'create index report_photo_recorded_by on report_photo (recorded_by)',
    'create index report_photo_closed_by on report_photo (closed_by) where closed_by is not null',
    'create index report_photo_project_id on report_photo (project_id)',
    'create trigger report_photo_stays before update or delete on report_photo for each row execute function refuse_rewriting()',
  ])
    await sql.raw(statement).execute(db)
  await sql`select audited('report_photo', ${['project_id']}::text[]), grant_app('report_photo', 'select, insert, update (recorded_to, closed_by)')`.execute(
    db,
  )
  await sql`select unaudited('photo_content', 'the digest of each photo is audited with report_photo'), grant_app('photo_content', 'select, insert')`.execute(
    db,
  )
  await sql`select grant_app_all()`.execute(db)
}
