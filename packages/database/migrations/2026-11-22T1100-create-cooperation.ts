import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table unified_management (
      row_id uuid primary key default gen_random_uuid(),
      id uuid not null,
      alliance_id uuid not null references alliance (id),
      institution_id uuid references institution (id),
      domain text not null,
      state text not null check (state in ('NOT_STARTED', 'UNDER_WAY', 'IN_FORCE')),
      document_id uuid references policy_document (id),
      source text,
      source_note text,
      valid_from date not null,
      valid_to date,
      recorded_from timestamptz not null,
      recorded_to timestamptz,
      recorded_by integer not null references change (id),
      closed_by integer references change (id),
      constraint unified_management_period check (valid_to > valid_from),
      constraint unified_management_recorded check (recorded_to > recorded_from and (recorded_to is null) = (closed_by is null)),
      constraint unified_management_no_overlap exclude using gist (id with =, daterange(valid_from, valid_to) with &&) where (recorded_to is null),
      constraint unified_management_once exclude using gist (alliance_id with =, coalesce(institution_id, '00000000-0000-0000-0000-000000000000'::uuid) with =,
        domain with =, daterange(valid_from, valid_to) with &&) where (recorded_to is null)
    )`.execute(db)
  await sql`create index unified_management_id on unified_management (id)`.execute(db)
  await sql`create index unified_management_alliance_id on unified_management (alliance_id)`.execute(db)
  await sql`create index unified_management_institution_id on unified_management (institution_id)`.execute(db)
  await sql`create index unified_management_recorded_by on unified_management (recorded_by)`.execute(db)
  await sql`create index unified_management_closed_by on unified_management (closed_by) where closed_by is not null`.execute(db)
  await sql`create trigger unified_management_stays before update or delete on unified_management for each row execute function refuse_rewriting()`.execute(
    db,
  )
  await sql`
    create table shared_service (
      row_id uuid primary key default gen_random_uuid(),
      id uuid not null,
      alliance_id uuid not null references alliance (id),
      kind text not null,
      name text not null check (name <> ''),
      provider_id uuid references institution (id),
      recipient_ids uuid[] not null default '{}',
      serves_all boolean not null default false,
      planned boolean not null default false,
      document_id uuid references policy_document (id),
      source text,
      source_note text,
      valid_from date not null,
      valid_to date,
      recorded_from timestamptz not null,
      recorded_to timestamptz,
      recorded_by integer not null references change (id),
      closed_by integer references change (id),
      constraint shared_service_period check (valid_to > valid_from),
      constraint shared_service_recorded check (recorded_to > recorded_from and (recorded_to is null) = (closed_by is null)),
      constraint shared_service_no_overlap exclude using gist (id with =, daterange(valid_from, valid_to) with &&) where (recorded_to is null)
    )`.execute(db)
  await sql`create index shared_service_id on shared_service (id)`.execute(db)
  await sql`create index shared_service_alliance_id on shared_service (alliance_id)`.execute(db)
  await sql`create index shared_service_provider_id on shared_service (provider_id)`.execute(db)
  await sql`create index shared_service_recorded_by on shared_service (recorded_by)`.execute(db)
  await sql`create index shared_service_closed_by on shared_service (closed_by) where closed_by is not null`.execute(db)
  await sql`create trigger shared_service_stays before update or delete on shared_service for each row execute function refuse_rewriting()`.execute(
    db,
  )
  await sql`create index shared_service_recipients on shared_service using gin (recipient_ids)`.execute(db)
  await sql`
    create table referral_flow (
      row_id uuid primary key default gen_random_uuid(),
      id uuid not null,
      alliance_id uuid not null references alliance (id),
      period text not null check (period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
      from_id uuid not null references institution (id),
      to_id uuid not null references institution (id),
      direction text not null check (direction in ('UP', 'DOWN')),
      count integer not null check (count >= 0),
      document_id uuid references policy_document (id),
      source text,
      recorded_from timestamptz not null,
      recorded_to timestamptz,
      recorded_by integer not null references change (id),
      closed_by integer references change (id),
      constraint referral_flow_recorded check (recorded_to > recorded_from and (recorded_to is null) = (closed_by is null)),
      constraint referral_flow_ends check (from_id <> to_id)
    )`.execute(db)
  await sql`create unique index referral_flow_once on referral_flow (alliance_id, period, from_id, to_id, direction) where recorded_to is null`.execute(
    db,
  )
  await sql`create index referral_flow_id on referral_flow (id)`.execute(db)
  await sql`create index referral_flow_from_id on referral_flow (from_id)`.execute(db)
  await sql`create index referral_flow_to_id on referral_flow (to_id)`.execute(db)
  await sql`create index referral_flow_recorded_by on referral_flow (recorded_by)`.execute(db)
  await sql`create index referral_flow_closed_by on referral_flow (closed_by) where closed_by is not null`.execute(db)
  await sql`create trigger referral_flow_stays before update or delete on referral_flow for each row execute function refuse_rewriting()`.execute(
    db,
  )
  await sql`
    create table alliance_meeting (
      row_id uuid primary key default gen_random_uuid(),
      id uuid not null,
      alliance_id uuid not null references alliance (id),
      held_on date not null,
      title text not null check (title <> ''),
      summary text,
      attendee_ids uuid[] not null default '{}',
      document_id uuid references policy_document (id),
      source text,
      recorded_from timestamptz not null,
      recorded_to timestamptz,
      recorded_by integer not null references change (id),
      closed_by integer references change (id),
      constraint alliance_meeting_recorded check (recorded_to > recorded_from and (recorded_to is null) = (closed_by is null))
    )`.execute(db)
  await sql`create unique index alliance_meeting_known on alliance_meeting (id) where recorded_to is null`.execute(db)
  await sql`create index alliance_meeting_alliance_id on alliance_meeting (alliance_id)`.execute(db)
  await sql`create index alliance_meeting_recorded_by on alliance_meeting (recorded_by)`.execute(db)
  await sql`create index alliance_meeting_closed_by on alliance_meeting (closed_by) where closed_by is not null`.execute(db)
  await sql`create trigger alliance_meeting_stays before update or delete on alliance_meeting for each row execute function refuse_rewriting()`.execute(
    db,
  )
}
