import { sql, type Kysely } from 'kysely'

/** Documents that any change can cite. What a document is called may be corrected; the document stays the same. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table policy_document (id uuid primary key, county_code text)`.execute(db)
  await sql`
    create table policy_document_version (
      row_id uuid primary key default gen_random_uuid(),
      id uuid not null references policy_document (id),
      number text,
      title text not null,
      issuer text,
      issued_on date,
      url text,
      source text,
      recorded_from timestamptz not null,
      recorded_to timestamptz,
      recorded_by integer not null references change (id),
      closed_by integer references change (id),
      constraint policy_document_version_recorded check (recorded_to > recorded_from and (recorded_to is null) = (closed_by is null))
    )`.execute(db)
  await sql`create unique index policy_document_version_known on policy_document_version (id) where recorded_to is null`.execute(db)
  await sql`create unique index policy_document_number on policy_document_version (number) where recorded_to is null and number is not null`.execute(
    db,
  )
  await sql`create index policy_document_version_recorded_by on policy_document_version (recorded_by)`.execute(db)
  await sql`create index policy_document_version_closed_by on policy_document_version (closed_by) where closed_by is not null`.execute(db)
  await sql`create trigger policy_document_version_stays before update or delete on policy_document_version for each row execute function refuse_rewriting()`.execute(
    db,
  )
  await sql`alter table change add constraint change_document foreign key (document_id) references policy_document (id)`.execute(db)
}
