import { sql, type Kysely } from 'kysely'

/** Rows of facts are closed, never rewritten: nothing else of them can be updated, whoever asks. */
const FACT = 'select, insert, update (recorded_to, closed_by)'
/** Updating is allowed on paper, for a row cannot be locked without; a trigger refuses it. */
const IDENTITY = 'select, insert, update (id)'

/** Facts and what is kept like them, with the columns that say whom a row concerns: three at most. */
const FACTS = {
  institution_version: ['id', 'parent_id'],
  institution_lineage: ['from_id', 'to_id'],
  alliance_version: ['id'],
  membership: ['alliance_id', 'institution_id'],
  lead_vacancy: ['alliance_id'],
  lead_dispute: ['alliance_id', 'chosen_id', 'mandated_id'],
  unified_management: ['alliance_id', 'institution_id'],
  shared_service: ['alliance_id', 'provider_id'],
  referral_flow: ['alliance_id', 'from_id', 'to_id'],
  alliance_meeting: ['alliance_id'],
  policy_document_version: ['id'],
  role_grant: ['user_id'],
}

/** Puts every table there is under audit, or says why not, and gives the application what it needs of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function refuse_identity_change() returns trigger language plpgsql as $$
    begin
      raise exception 'what lasts of a thing in % is never rewritten or deleted', tg_table_name
        using errcode = 'integrity_constraint_violation', constraint = 'identity_stays';
    end $$`.execute(db)
  for (const table of ['institution', 'alliance', 'policy_document']) {
    await sql`create trigger ${sql.id(`${table}_stays`)} before update or delete on ${sql.id(table)} for each row execute function refuse_identity_change()`.execute(
      db,
    )
    await keep(table, IDENTITY, ['id'])
  }
  for (const [table, subjects] of Object.entries(FACTS)) await keep(table, FACT, subjects)

  await keep('change', 'select, insert, update (county_code)', [])
  await keep('change_subject', 'select, insert', ['subject_id'])
  await keep('region', 'select', ['code'])
  await keep('region_version', 'select', ['code'])
  await keep('import_run', 'select, insert, update', ['id'], { unwatched: ['rows_total', 'rows_done'] })

  await keep('department', 'select, insert, update', ['id'])
  await keep('user_account', 'select, insert, update', ['id'], {
    secrets: ['phone_encrypted', 'phone_hash', 'identity_number_encrypted', 'identity_number_hash'],
    unwatched: ['failed_sign_ins', 'last_sign_in_at', 'updated_at'],
  })
  await keep('user_session', 'select, insert, update, delete', ['user_id'], {
    secrets: ['token'],
    unwatched: ['expires_at', 'updated_at', 'last_seen_at'],
  })
  await keep('user_credential', 'select, insert, update, delete', ['user_id'], {
    secrets: ['password'],
    unwatched: ['updated_at'],
  })
  await keep('user_verification', 'select, insert, update, delete', ['id'], { secrets: ['identifier', 'value'], unwatched: ['updated_at'] })
  await keep('user_two_factor', 'select, insert, update, delete', ['user_id'], {
    secrets: ['secret', 'backup_codes'],
    unwatched: ['failed_verification_count'],
  })
  await keep('api_token', 'select, insert, update (last_used_at, last_used_from, revoked_at, revoked_by)', ['user_id'], {
    secrets: ['hash'],
    unwatched: ['last_used_at', 'last_used_from'],
  })

  await leave(
    'import_row',
    'select, insert, update, delete',
    'Lines of a file under way, forgotten after a month; what was written of them is in the facts.',
  )
  for (const table of ['used_code', 'unknown_username', 'sign_in_address'])
    await leave(table, 'select, insert, update, delete', 'Counts of tries of the last minutes; what came of a try is an event.')
  await leave('search_term', 'select, insert, delete', 'Made from names and codes, and made again from them.')
  await leave('user_search_term', 'select, insert, delete', 'Made from names and user names, and made again from them.')
  for (const table of ['audit_entry', 'audit_block', 'audit_table']) await leave(table, 'select', 'The audit itself: entries are chained.')
  await leave('kysely_migration', 'select', 'Which migrations ran; kept by the migrator.')
  await leave('kysely_migration_lock', 'select', 'A lock of the migrator.')
  await sql`select grant_app_all()`.execute(db)

  async function keep(
    table: string,
    privileges: string,
    subjects: readonly string[],
    { secrets = [], unwatched = [] }: { secrets?: readonly string[]; unwatched?: readonly string[] } = {},
  ): Promise<void> {
    await sql`select audited(${table}, ${subjects}::text[], ${secrets}::text[], ${unwatched}::text[]), grant_app(${table}, ${privileges})`.execute(
      db,
    )
  }

  async function leave(table: string, privileges: string, why: string): Promise<void> {
    await sql`select unaudited(${table}, ${why}), grant_app(${table}, ${privileges})`.execute(db)
  }
}
