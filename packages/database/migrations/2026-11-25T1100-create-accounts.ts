import { sql, type Kysely } from 'kysely'

/** Who signs in, and with which roles: accounts, sessions and second factors of the sign-in library; departments, grants and tokens. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table department (
      id uuid primary key default gen_random_uuid(),
      county_code text not null check (county_code ~ '^[0-9]{6}$'),
      name text not null check (name <> ''),
      closed_on date,
      constraint department_name unique (county_code, name)
    )`.execute(db)
  await sql`
    create table user_account (
      id uuid primary key default gen_random_uuid(),
      kind text not null default 'PERSON' check (kind in ('PERSON', 'SERVICE')),
      username text not null constraint user_account_username unique check (username ~ '^[a-z0-9][a-z0-9._-]{2,31}$'),
      name text not null check (name <> ''),
      department_id uuid references department (id),
      phone_encrypted text,
      phone_hash text constraint user_account_phone unique,
      identity_number_encrypted text,
      identity_number_hash text constraint user_account_identity_number unique,
      status text not null default 'ACTIVE' check (status in ('ACTIVE', 'DISABLED')),
      demonstration boolean not null default false,
      must_change_password boolean not null default true,
      password_changed_at timestamptz,
      two_factor_enabled boolean not null default false,
      failed_sign_ins integer not null default 0,
      locked_until timestamptz,
      last_sign_in_at timestamptz,
      created_at timestamptz not null default clock_timestamp(),
      updated_at timestamptz not null default clock_timestamp()
    )`.execute(db)
  await sql`create index user_account_department on user_account (department_id)`.execute(db)
  await sql`
    create table user_search_term (
      user_id uuid not null references user_account (id) on delete cascade,
      term text not null,
      primary key (user_id, term)
    )`.execute(db)
  await sql`create index user_search_term_any on user_search_term (term text_pattern_ops)`.execute(db)
  await sql`
    create table user_session (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references user_account (id) on delete cascade,
      token text not null unique,
      expires_at timestamptz not null,
      ip_address text,
      user_agent text,
      created_at timestamptz not null default clock_timestamp(),
      last_seen_at timestamptz not null default clock_timestamp()
    )`.execute(db)
  await sql`create index user_session_user on user_session (user_id)`.execute(db)
  await sql`
    create table user_credential (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references user_account (id) on delete cascade,
      account_id text not null,
      provider_id text not null,
      password text,
      created_at timestamptz not null default clock_timestamp(),
      updated_at timestamptz not null default clock_timestamp(),
      constraint user_credential_once unique (user_id, provider_id)
    )`.execute(db)
  await sql`
    create table user_verification (
      id uuid primary key default gen_random_uuid(),
      identifier text not null,
      value text not null,
      expires_at timestamptz not null,
      created_at timestamptz not null default clock_timestamp(),
      updated_at timestamptz not null default clock_timestamp()
    )`.execute(db)
  await sql`create index user_verification_identifier on user_verification (identifier)`.execute(db)
  await sql`create index user_verification_value on user_verification (value)`.execute(db)
  await sql`
    create table user_two_factor (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null constraint user_two_factor_once unique references user_account (id) on delete cascade,
      secret text not null,
      backup_codes text not null,
      verified boolean not null default false,
      failed_verification_count integer not null default 0,
      locked_until timestamptz
    )`.execute(db)
  // A code is valid for a minute or so, and good for one use.
  await sql`
    create table used_code (
      user_id uuid not null references user_account (id) on delete cascade,
      code_hash text not null,
      used_at timestamptz not null,
      primary key (user_id, code_hash)
    )`.execute(db)
  // Names that nobody has are counted and locked as those of users are, so that nobody learns which there are; hashed, since people
  // type passwords where the name belongs.
  await sql`
    create table unknown_username (
      name_hash text primary key,
      failed_sign_ins integer not null,
      locked_until timestamptz,
      last_tried_at timestamptz not null
    )`.execute(db)
  await sql`create index unknown_username_last_tried on unknown_username (last_tried_at)`.execute(db)
  await sql`
    create table sign_in_address (
      address text primary key,
      failures integer not null,
      counted_from timestamptz not null
    )`.execute(db)
  await sql`create index sign_in_address_counted_from on sign_in_address (counted_from)`.execute(db)
  await sql`
    create table role_grant (
      row_id uuid primary key default gen_random_uuid(),
      id uuid not null,
      user_id uuid not null references user_account (id),
      role text not null,
      scope_kind text not null check (scope_kind in ('INSTALLATION', 'COUNTY', 'DEPARTMENT', 'ALLIANCE', 'INSTITUTION')),
      scope_id text not null check (scope_id <> ''),
      work_area text,
      reason text not null check (reason <> ''),
      document_id uuid references policy_document (id),
      valid_from date not null,
      valid_to date,
      recorded_from timestamptz not null,
      recorded_to timestamptz,
      recorded_by integer not null references change (id),
      closed_by integer references change (id),
      constraint role_grant_period check (valid_to > valid_from),
      constraint role_grant_recorded check (recorded_to > recorded_from and (recorded_to is null) = (closed_by is null)),
      constraint role_grant_no_overlap exclude using gist (id with =, daterange(valid_from, valid_to) with &&) where (recorded_to is null),
      constraint role_grant_once exclude using gist (user_id with =, role with =, scope_kind with =, scope_id with =, coalesce(work_area, '') with =, daterange(valid_from, valid_to) with &&)
        where (recorded_to is null)
    )`.execute(db)
  await sql`create index role_grant_id on role_grant (id)`.execute(db)
  await sql`create index role_grant_user on role_grant (user_id)`.execute(db)
  await sql`create index role_grant_role on role_grant (role) where recorded_to is null`.execute(db)
  await sql`create index role_grant_recorded_by on role_grant (recorded_by)`.execute(db)
  await sql`create index role_grant_closed_by on role_grant (closed_by) where closed_by is not null`.execute(db)
  await sql`create trigger role_grant_stays before update or delete on role_grant for each row execute function refuse_rewriting()`.execute(
    db,
  )
  await sql`
    create table api_token (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references user_account (id),
      name text not null check (name <> ''),
      hash text not null constraint api_token_hash unique,
      prefix text not null,
      read_only boolean not null default true,
      grant_ids uuid[],
      expires_at timestamptz not null,
      last_used_at timestamptz,
      last_used_from text,
      created_at timestamptz not null default clock_timestamp(),
      revoked_at timestamptz,
      revoked_by uuid references user_account (id)
    )`.execute(db)
  await sql`create index api_token_user on api_token (user_id, created_at desc)`.execute(db)
  await sql`create index api_token_created on api_token (created_at desc, id)`.execute(db)
}
