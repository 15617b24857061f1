import { sql, type Kysely } from 'kysely'

const VERSIONS = [
  'institution_version',
  'alliance_version',
  'membership',
  'lead_vacancy',
  'lead_dispute',
  'unified_management',
  'shared_service',
]

/**
 * The same constraints over expressions, which look-ups do not have: their indexes guard, and nothing else. Over columns the planner took
 * them for look-ups too. `membership_once` served those by institution, its second column, by reading most of itself; the others took
 * three times as long as the plain index on the id beside them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await replace('membership', 'membership_once', sql`(alliance_id::text || institution_id::text)`)
  for (const table of VERSIONS) await replace(table, `${table}_no_overlap`, sql`(id::text)`)
  await replace('region_version', 'region_version_no_overlap', sql`(code || '')`)

  async function replace(table: string, constraint: string, key: ReturnType<typeof sql>): Promise<void> {
    await sql`
      alter table ${sql.table(table)} drop constraint ${sql.ref(constraint)}, add constraint ${sql.ref(constraint)}
        exclude using gist (${key} with =, daterange(valid_from, valid_to) with &&) where (recorded_to is null)`.execute(db)
  }
}
