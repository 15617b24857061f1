import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table membership (
      row_id uuid primary key default gen_random_uuid(),
      id uuid not null,
      alliance_id uuid not null references alliance (id),
      institution_id uuid not null references institution (id),
      role text not null check (role in ('LEAD', 'MEMBER', 'SUPPORTING')),
      exclusive_group text,
      legal_person_kept boolean,
      document_id uuid references policy_document (id),
      source text,
      source_note text,
      valid_from date not null,
      valid_to date,
      recorded_from timestamptz not null,
      recorded_to timestamptz,
      recorded_by integer not null references change (id),
      closed_by integer references change (id),
      constraint membership_period check (valid_to > valid_from),
      constraint membership_recorded check (recorded_to > recorded_from and (recorded_to is null) = (closed_by is null)),
      constraint membership_no_overlap exclude using gist (id with =, daterange(valid_from, valid_to) with &&) where (recorded_to is null),
      constraint membership_once exclude using gist (alliance_id with =, institution_id with =, daterange(valid_from, valid_to) with &&) where (recorded_to is null),
      constraint membership_exclusive exclude using gist (institution_id with =, exclusive_group with =, daterange(valid_from, valid_to) with &&)
        where (recorded_to is null and exclusive_group is not null),
      constraint membership_one_lead exclude using gist (alliance_id with =, daterange(valid_from, valid_to) with &&) where (recorded_to is null and role = 'LEAD')
    )`.execute(db)
  await sql`create index membership_id on membership (id)`.execute(db)
  await sql`create index membership_alliance_id on membership (alliance_id)`.execute(db)
  await sql`create index membership_institution_id on membership (institution_id)`.execute(db)
  await sql`create index membership_recorded_by on membership (recorded_by)`.execute(db)
  await sql`create index membership_closed_by on membership (closed_by) where closed_by is not null`.execute(db)
  await sql`create trigger membership_stays before update or delete on membership for each row execute function refuse_rewriting()`.execute(
    db,
  )
  await sql`
    create table lead_vacancy (
      row_id uuid primary key default gen_random_uuid(),
      id uuid not null,
      alliance_id uuid not null references alliance (id),
      reason text not null check (reason <> ''),
      document_id uuid references policy_document (id),
      source text,
      source_note text,
      valid_from date not null,
      valid_to date,
      recorded_from timestamptz not null,
      recorded_to timestamptz,
      recorded_by integer not null references change (id),
      closed_by integer references change (id),
      constraint lead_vacancy_period check (valid_to > valid_from),
      constraint lead_vacancy_recorded check (recorded_to > recorded_from and (recorded_to is null) = (closed_by is null)),
      constraint lead_vacancy_no_overlap exclude using gist (id with =, daterange(valid_from, valid_to) with &&) where (recorded_to is null),
      constraint lead_vacancy_once exclude using gist (alliance_id with =, daterange(valid_from, valid_to) with &&) where (recorded_to is null)
    )`.execute(db)
  await sql`create index lead_vacancy_id on lead_vacancy (id)`.execute(db)
  await sql`create index lead_vacancy_alliance_id on lead_vacancy (alliance_id)`.execute(db)
  await sql`create index lead_vacancy_recorded_by on lead_vacancy (recorded_by)`.execute(db)
  await sql`create index lead_vacancy_closed_by on lead_vacancy (closed_by) where closed_by is not null`.execute(db)
  await sql`create trigger lead_vacancy_stays before update or delete on lead_vacancy for each row execute function refuse_rewriting()`.execute(
    db,
  )
  await sql`
    create table lead_dispute (
      row_id uuid primary key default gen_random_uuid(),
      id uuid not null,
      alliance_id uuid not null references alliance (id),
      chosen_id uuid references institution (id),
      mandated_id uuid references institution (id),
      authority text not null check (authority <> ''),
      summary text,
      document_id uuid references policy_document (id),
      source text,
      source_note text,
      valid_from date not null,
      valid_to date,
      recorded_from timestamptz not null,
      recorded_to timestamptz,
      recorded_by integer not null references change (id),
      closed_by integer references change (id),
      constraint lead_dispute_period check (valid_to > valid_from),
      constraint lead_dispute_recorded check (recorded_to > recorded_from and (recorded_to is null) = (closed_by is null)),
      constraint lead_dispute_no_overlap exclude using gist (id with =, daterange(valid_from, valid_to) with &&) where (recorded_to is null),
      constraint lead_dispute_parties check (chosen_id is not null or mandated_id is not null),
      constraint lead_dispute_differs check (chosen_id <> mandated_id),
      constraint lead_dispute_once exclude using gist (alliance_id with =, daterange(valid_from, valid_to) with &&) where (recorded_to is null)
    )`.execute(db)
  await sql`create index lead_dispute_id on lead_dispute (id)`.execute(db)
  await sql`create index lead_dispute_alliance_id on lead_dispute (alliance_id)`.execute(db)
  await sql`create index lead_dispute_chosen_id on lead_dispute (chosen_id)`.execute(db)
  await sql`create index lead_dispute_mandated_id on lead_dispute (mandated_id)`.execute(db)
  await sql`create index lead_dispute_recorded_by on lead_dispute (recorded_by)`.execute(db)
  await sql`create index lead_dispute_closed_by on lead_dispute (closed_by) where closed_by is not null`.execute(db)
  await sql`create trigger lead_dispute_stays before update or delete on lead_dispute for each row execute function refuse_rewriting()`.execute(
    db,
  )
}
