import { sql, type Kysely } from 'kysely'

const CITED = `document_id uuid references policy_document (id), source text, source_note text`
const AMOUNT = 'numeric(16, 2)'
const OF_PROJECT = 'project_id uuid not null references construction_project (id)'

/** A table of facts as all others: rows inserted or closed in recorded time; with `dated`, in force for stretches of days as well. */
async function createFacts(db: Kysely<unknown>, table: string, dated: boolean, columns: string, ...constraints: string[]): Promise<void> {
  const days = dated ? ['valid_from date not null', 'valid_to date', `constraint ${table}_period check (valid_to > valid_from)`] : []
  const parts = [
    'row_id uuid primary key default gen_random_uuid()',
    columns,
    ...days,
    'recorded_from timestamptz not null',
    'recorded_to timestamptz',
    'recorded_by integer not null references change (id)',
    'closed_by integer references change (id)',
    `constraint ${table}_recorded check (recorded_to > recorded_from and (recorded_to is null) = (closed_by is null))`,
    ...(dated
      ? [
          `constraint ${table}_no_overlap exclude using gist (id with =, daterange(valid_from, valid_to) with &&) where (recorded_to is null)`,
        ]
      : []),
    ...constraints,
  ]
  await sql.raw(`create table ${table} (${parts.join(', ')})`).execute(db)
  const statements = [
    dated ? `create index ${table}_id on ${table} (id)` : `create unique index ${table}_known on ${table} (id) where recorded_to is null`,
    `create index ${table}_recorded_by on ${table} (recorded_by)`,
    `create index ${table}_closed_by on ${table} (closed_by) where closed_by is not null`,
    `create trigger ${table}_stays before update or delete on ${table} for each row execute function refuse_rewriting()`,
  ]
  if (columns.includes('project_id')) statements.push(`create index ${table}_project_id on ${table} (project_id)`)
  for (const statement of statements) await sql.raw(statement).execute(db)
}

/** Construction projects and everything that is recorded of them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table construction_project (
      id uuid primary key,
      code text not null constraint construction_project_code unique,
      county_code text not null check (county_code ~ '^[0-9]{6}$')
    )`.execute(db)
  await sql`create index construction_project_county on construction_project (county_code, code)`.execute(db)
  await createFacts(
    db,
    'construction_project_version',
    false,
    `id uuid not null references construction_project (id), name text not null check (name <> ''), national_code text, kind text not null,
     institution_ids uuid[] not null default '{}', region_code text not null references region (code),
     parent_id uuid references construction_project (id), owner text, description text,
     unit_count integer not null default 1 check (unit_count >= 1), area numeric(12, 2) check (area >= 0),
     beds integer check (beds >= 0), sets integer check (sets >= 0), ${CITED}`,
    'constraint construction_project_version_parent check (parent_id <> id)',
  )
  await sql`create unique index construction_project_national_code on construction_project_version (national_code)
    where recorded_to is null and national_code is not null`.execute(db)
  await sql`create index construction_project_version_institutions on construction_project_version using gin (institution_ids)`.execute(db)
  await sql`create index construction_project_version_parent_id on construction_project_version (parent_id) where parent_id is not null`.execute(
    db,
  )
  await sql`create index construction_project_version_region on construction_project_version (region_code text_pattern_ops)`.execute(db)

  const once = (table: string) =>
    `constraint ${table}_once exclude using gist (project_id with =, daterange(valid_from, valid_to) with &&) where (recorded_to is null)`
  await createFacts(
    db,
    'project_stage',
    true,
    `id uuid not null, ${OF_PROJECT}, stage text, wording text, basis text not null check (basis in ('STATED', 'MAPPED', 'INFERRED', 'NOT_STATED')),
     start_known boolean not null, units_done integer check (units_done >= 0), reason text, ${CITED}`,
    once('project_stage'),
  )
  await sql`create index project_stage_stage on project_stage (stage) where recorded_to is null`.execute(db)
  await createFacts(
    db,
    'project_suspension',
    true,
    `id uuid not null, ${OF_PROJECT}, cause text not null, responsible_party text, detail text, start_known boolean not null,
     end_known boolean not null, observed_on date, ${CITED}`,
    once('project_suspension'),
  )
  await createFacts(
    db,
    'project_milestone',
    false,
    `id uuid not null, ${OF_PROJECT}, stage text not null, baseline_on date, replanned_on date, forecast_on date, wording text, reason text, ${CITED}`,
  )
  await sql`create unique index project_milestone_once on project_milestone (project_id, stage) where recorded_to is null`.execute(db)
  await createFacts(
    db,
    'project_approval',
    false,
    `id uuid not null, ${OF_PROJECT}, stage text not null, number text, authority text, approved_on date,
     investment ${AMOUNT} check (investment >= 0), area numeric(12, 2) check (area >= 0), beds integer check (beds >= 0), ${CITED}`,
  )
  await createFacts(
    db,
    'funding_line',
    false,
    `id uuid not null, ${OF_PROJECT}, funding_source text not null, name text, planned ${AMOUNT} check (planned >= 0), share_group text,
     share_part integer check (share_part >= 1), ${CITED}`,
    'constraint funding_line_share check ((share_group is null) = (share_part is null))',
  )
  await sql`create index funding_line_source on funding_line (funding_source) where recorded_to is null`.execute(db)
  await createFacts(
    db,
    'funding_year',
    false,
    `id uuid not null, ${OF_PROJECT}, funding_line_id uuid not null, year integer not null, amount ${AMOUNT} not null check (amount >= 0), ${CITED}`,
  )
  await sql`create unique index funding_year_once on funding_year (project_id, funding_line_id, year) where recorded_to is null`.execute(db)
  await createFacts(
    db,
    'fund_receipt',
    false,
    `id uuid not null, ${OF_PROJECT}, funding_line_id uuid not null, received_on date not null, day_known boolean not null,
     amount ${AMOUNT} not null check (amount >= 0), ${CITED}`,
  )
  await createFacts(
    db,
    'project_payment',
    false,
    `id uuid not null, ${OF_PROJECT}, funding_line_id uuid, contract_id uuid, paid_on date not null, day_known boolean not null,
     amount ${AMOUNT} not null check (amount > 0), advance boolean not null, payee text, purpose text, ${CITED}`,
  )
  await createFacts(
    db,
    'project_contract',
    false,
    `id uuid not null, ${OF_PROJECT}, role text not null, party text not null check (party <> ''), number text, signed_on date,
     amount ${AMOUNT} check (amount >= 0), starts_on date, ends_on date, changes jsonb not null default '[]', ${CITED}`,
    'constraint project_contract_days check (ends_on >= starts_on)',
  )
  await createFacts(
    db,
    'progress_report',
    false,
    `id uuid not null, ${OF_PROJECT}, month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
     state text not null check (state in ('DRAFT', 'SUBMITTED', 'ACCEPTED', 'RETURNED')), stage text, wording text,
     percent numeric(5, 2) check (percent between 0 and 100), investment_month ${AMOUNT} check (investment_month >= 0),
     investment_to_date ${AMOUNT} check (investment_to_date >= 0), units_done integer check (units_done >= 0),
     workers integer check (workers >= 0), safety text, next_steps text, return_reason text, document_id uuid references policy_document (id), source text`,
  )
  await sql`create unique index progress_report_once on progress_report (project_id, month) where recorded_to is null`.execute(db)
  await createFacts(
    db,
    'project_problem',
    false,
    `id uuid not null, ${OF_PROJECT}, text text not null check (text <> ''), responsible text, found_on date, due_on date, resolved_on date,
     resolution text, ${CITED}`,
  )
  await createFacts(
    db,
    'alert_acknowledgement',
    false,
    `id uuid not null, ${OF_PROJECT}, rule text not null, subject text not null, reason text not null check (reason <> '')`,
  )
  await sql`create unique index alert_acknowledgement_once on alert_acknowledgement (project_id, rule, subject) where recorded_to is null`.execute(
    db,
  )

  await sql`alter table search_term drop constraint search_term_subject_check`.execute(db)
  await sql`alter table search_term add constraint search_term_subject_check check (subject in ('INSTITUTION', 'ALLIANCE', 'PROJECT'))`.execute(
    db,
  )
}
