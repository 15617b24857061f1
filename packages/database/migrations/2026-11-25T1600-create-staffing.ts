import { sql, type Kysely } from 'kysely'

const CITED = `document_id uuid references policy_document (id), source text, source_note text`
const REGION = 'region_code text not null references region (code)'
const POST_CLASS = `post_class text not null check (post_class in ('MANAGEMENT', 'TECHNICAL', 'WORKER'))`
const GP = `general_practitioner text check (general_practitioner in ('GP', 'ASSISTANT_GP', 'TRANSFER_GP', 'RURAL_GP'))`
const count = (...columns: string[]) => columns.map((column) => `${column} integer check (${column} >= 0)`).join(', ')

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
    ...(dated ? [apart(`${table}_no_overlap`, '(id::text)')] : []),
    ...constraints,
  ]
  await run(db, [
    `create table ${table} (${parts.join(', ')})`,
    dated ? `create index ${table}_id on ${table} (id)` : `create unique index ${table}_known on ${table} (id) where recorded_to is null`,
    `create index ${table}_recorded_by on ${table} (recorded_by)`,
    `create index ${table}_closed_by on ${table} (closed_by) where closed_by is not null`,
    `create trigger ${table}_stays before update or delete on ${table} for each row execute function refuse_rewriting()`,
  ])
}

/** No two rows with this key hold on the same day. Over expressions, which look-ups do not have: the index guards, and nothing else. */
function apart(name: string, key: string, where = ''): string {
  return `constraint ${name} exclude using gist (${key} with =, daterange(valid_from, valid_to) with &&) where (recorded_to is null${where})`
}

async function run(db: Kysely<unknown>, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

/** People with what ties them to institutions, posts and the establishment, and how people are trained and recruited. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await people(db)
  await establishment(db)
  await training(db)
  await run(db, [
    `alter table search_term drop constraint search_term_subject_check`,
    `alter table search_term add constraint search_term_subject_check check (subject in ('INSTITUTION', 'ALLIANCE', 'PROJECT', 'PERSON'))`,
  ])
}

async function people(db: Kysely<unknown>): Promise<void> {
  await run(db, [
    `create table person (id uuid primary key, code text not null constraint person_code unique,
      county_code text not null check (county_code ~ '^[0-9]{6}$'))`,
    `create index person_county on person (county_code, code)`,
    `create table person_personal (person_id uuid primary key references person (id), phone_encrypted text, phone_hash text,
      identity_number_encrypted text, identity_number_hash text constraint person_identity_number unique)`,
    `create index person_personal_phone on person_personal (phone_hash) where phone_hash is not null`,
  ])
  await createFacts(
    db,
    'person_version',
    true,
    `id uuid not null references person (id), name text not null check (name <> ''), sex text check (sex in ('MALE', 'FEMALE')), birth_date date,
     ethnicity text, education text, degree text, major text, work_class text, profession text, physician_category text,
     title_qualified text, title_qualified_on date, title_appointed text, title_appointed_on date, establishment_type text, management_post text,
     department text, work_started_on date, specialty text, ${GP}, synthetic boolean not null, ${CITED}`,
  )
  await createFacts(
    db,
    'appointment',
    true,
    `id uuid not null, person_id uuid not null references person (id), kind text not null, institution_id uuid references institution (id), elsewhere text,
     home_id uuid references institution (id), home_elsewhere text, post_id uuid, leadership text, title text,
     share numeric(3, 2) check (share between 0 and 1), planned_until date, review_on date, flow_in text, flow_out text, ${CITED}`,
    `constraint appointment_host check (institution_id is not null or elsewhere is not null)`,
    `constraint appointment_home check (kind not in ('PRIMARY', 'REHIRED') or home_id is not distinct from institution_id)`,
    apart('appointment_primary', '(person_id::text)', ` and kind in ('PRIMARY', 'REHIRED')`),
    apart('appointment_posting', '(person_id::text)', ` and kind = 'POSTED_DOWN'`),
  )
  await createFacts(
    db,
    'licence',
    true,
    `id uuid not null, person_id uuid not null references person (id), kind text not null, number text, category text, scope text,
     institution_id uuid references institution (id), issued_on date, expires_on date, ${CITED}`,
  )
  await run(db, [
    `create index person_version_name on person_version (name) where recorded_to is null`,
    `create index person_version_born on person_version (birth_date) where recorded_to is null`,
    `create index appointment_person on appointment (person_id, valid_from)`,
    `create index appointment_institution on appointment (institution_id, valid_from) where recorded_to is null`,
    `create index appointment_home_known on appointment (home_id, valid_from) where recorded_to is null`,
    `create index appointment_post on appointment (post_id) where post_id is not null and recorded_to is null`,
    `create index appointment_planned on appointment (planned_until) where planned_until is not null and recorded_to is null`,
    `create index appointment_review on appointment (review_on) where review_on is not null and recorded_to is null`,
    `create index licence_person on licence (person_id)`,
    `create index licence_institution on licence (institution_id) where institution_id is not null and recorded_to is null`,
    `create index licence_expires on licence (expires_on) where expires_on is not null and recorded_to is null`,
  ])
}

async function establishment(db: Kysely<unknown>): Promise<void> {
  await createFacts(
    db,
    'post',
    true,
    `id uuid not null, institution_id uuid references institution (id), alliance_id uuid references alliance (id), ${POST_CLASS},
     title text not null check (title <> ''), grade text, count integer not null check (count >= 1), frozen boolean not null, leadership text, ${CITED}`,
    `constraint post_owner check ((institution_id is null) <> (alliance_id is null))`,
  )
  await createFacts(
    db,
    'quota_pool',
    true,
    `id uuid not null, ${REGION}, name text not null check (name <> ''), total integer not null check (total >= 0), ${CITED}`,
  )
  await createFacts(
    db,
    'establishment_quota',
    true,
    `id uuid not null, institution_id uuid references institution (id), pool_id uuid, ${POST_CLASS}, count integer not null check (count >= 0), ${CITED}`,
    `constraint establishment_quota_owner check ((institution_id is null) <> (pool_id is null))`,
    apart('establishment_quota_once', `(coalesce(institution_id, pool_id)::text || post_class)`),
  )
  await createFacts(
    db,
    'quota_loan',
    true,
    `id uuid not null, pool_id uuid, from_id uuid references institution (id), institution_id uuid not null references institution (id), ${POST_CLASS},
     count integer not null check (count >= 1), planned_until date, ${CITED}`,
    `constraint quota_loan_lender check ((pool_id is null) <> (from_id is null))`,
    `constraint quota_loan_borrower check (from_id <> institution_id)`,
  )
  await createFacts(
    db,
    'quota_exception',
    true,
    `id uuid not null, institution_id uuid not null references institution (id), ${POST_CLASS}, count integer not null check (count >= 1),
     reason text not null check (reason <> ''), document_id uuid not null references policy_document (id), source text, source_note text`,
    apart('quota_exception_once', `(institution_id::text || post_class)`),
  )
  await run(db, [
    `create index post_institution on post (institution_id) where institution_id is not null`,
    `create index post_alliance on post (alliance_id) where alliance_id is not null`,
    `create index quota_pool_region on quota_pool (region_code text_pattern_ops)`,
    `create index establishment_quota_institution on establishment_quota (institution_id) where institution_id is not null`,
    `create index establishment_quota_pool on establishment_quota (pool_id) where pool_id is not null`,
    `create index quota_loan_institution on quota_loan (institution_id)`,
    `create index quota_loan_from on quota_loan (from_id) where from_id is not null`,
    `create index quota_loan_pool on quota_loan (pool_id) where pool_id is not null`,
    `create index quota_exception_institution on quota_exception (institution_id)`,
  ])
}

async function training(db: Kysely<unknown>): Promise<void> {
  const institutions = `institution_ids uuid[] not null default '{}'`
  await createFacts(
    db,
    'training_cohort',
    false,
    `id uuid not null, ${REGION}, programme text not null, name text not null check (name <> ''), start_year integer,
     ${count('planned', 'enrolled', 'interns', 'graduated', 'placed', 'posts', 'obligation_years')}, ${institutions}, reported_for text,
     target boolean not null, ${CITED}`,
  )
  await createFacts(
    db,
    'cohort_member',
    true,
    `id uuid not null, cohort_id uuid not null, person_id uuid not null references person (id),
     state text not null check (state in ('ENROLLED', 'INTERN', 'GRADUATED', 'PLACED', 'LEFT')), ${CITED}`,
    apart('cohort_member_once', `(cohort_id::text || person_id::text)`),
  )
  await createFacts(
    db,
    'recruitment_drive',
    false,
    `id uuid not null, ${REGION}, name text not null check (name <> ''), channel text, ${count('posts', 'applicants', 'hired')}, opened_on date,
     closed_on date, post_pool boolean not null, ${institutions}, reported_for text, target boolean not null, ${CITED}`,
  )
  await createFacts(
    db,
    'mentorship',
    true,
    `id uuid not null, ${REGION}, mentor_id uuid references person (id), mentee_id uuid references person (id), ${count('pairs')}, ${institutions},
     content text, ${CITED}`,
    `constraint mentorship_pair check ((mentor_id is null) = (mentee_id is null) and mentor_id <> mentee_id)`,
  )
  await createFacts(
    db,
    'staff_count',
    false,
    `id uuid not null, ${REGION}, what text not null check (what <> ''), profession text, ${GP}, ${institutions}, ${count('count')}, on_day date,
     period text, target boolean not null, replaced boolean not null, ${CITED}`,
  )
  await createFacts(
    db,
    'region_population',
    false,
    `id uuid not null, ${REGION}, year integer not null, residents integer not null check (residents >= 0), ${CITED}`,
  )
  await run(db, [
    ...['training_cohort', 'recruitment_drive', 'mentorship', 'staff_count', 'region_population'].map(
      (table) => `create index ${table}_region on ${table} (region_code text_pattern_ops)`,
    ),
    ...['training_cohort', 'recruitment_drive', 'mentorship', 'staff_count'].map(
      (table) => `create index ${table}_institutions on ${table} using gin (institution_ids)`,
    ),
    `create index cohort_member_cohort on cohort_member (cohort_id)`,
    `create index cohort_member_person on cohort_member (person_id)`,
    `create index mentorship_mentor on mentorship (mentor_id) where mentor_id is not null`,
    `create index mentorship_mentee on mentorship (mentee_id) where mentee_id is not null`,
    `create unique index region_population_once on region_population (region_code, year) where recorded_to is null`,
  ])
}
