import pg from 'pg'

import { DatabaseUnavailable, errorCode, errorText } from './database-unavailable.ts'

/** The role as which the application works: not the owner of the tables, and granted only what it needs (`grant_app` in migrations). */
export function appRoleOf(owner: string): string {
  return `${owner.slice(0, 59)}_app`
}

/** What PostgreSQL says when somebody else made the role a moment ago. */
const MADE_MEANWHILE = ['42710', '23505', 'XX000']

/**
 * Makes the application's role where it is missing, and lets the owner become it; answers its name. Roles belong to the whole server, so
 * each owner has one of its own. `login`: one may connect as it. Throws `DatabaseUnavailable` with what an administrator has to run.
 */
export async function ensureAppRole(client: pg.Client, login: boolean): Promise<string> {
  const { rows } = await client.query<{ owner: string }>('select current_user as owner')
  const owner = rows[0]!.owner
  const role = appRoleOf(owner)
  for (let attempt = 1; !(await isReady(client, role, login)); attempt++) {
    try {
      await make(client, role, owner, login)
    } catch (error) {
      if (attempt < 3 && MADE_MEANWHILE.includes(errorCode(error))) continue
      const [name, to] = [pg.escapeIdentifier(role), pg.escapeIdentifier(owner)]
      throw new DatabaseUnavailable(
        `The application's own role is missing and cannot be made (${errorText(error)}): have an administrator run CREATE ROLE ${name} NOLOGIN; GRANT ${name} TO ${to};`,
      )
    }
  }
  return role
}

/** Sees that who connects for the application has its role and is not above it. Throws `DatabaseUnavailable` with the remedy. */
export async function requireAppRole(client: pg.Client, role: string): Promise<void> {
  const { rows } = await client.query<{ user: string; granted: boolean; above: boolean }>(
    `select current_user as user, pg_has_role(current_user, $1, 'USAGE') as granted,
      (select rolsuper or rolcreaterole from pg_roles where rolname = current_user) or exists (
        select from pg_database where datname = current_database() and pg_has_role(current_user, datdba, 'MEMBER')) as above`,
    [role],
  )
  const { user, granted, above } = rows[0]!
  const [name, to] = [pg.escapeIdentifier(role), pg.escapeIdentifier(user)]
  if (above) throw new DatabaseUnavailable(`The user ${user} of DATABASE_APP_URL may do more than the application: give it another one.`)
  if (!granted) throw new DatabaseUnavailable(`The user ${user} of DATABASE_APP_URL lacks the application's role: GRANT ${name} TO ${to};`)
}

async function isReady(client: pg.Client, role: string, login: boolean): Promise<boolean> {
  // Whether one may become another was not asked for on its own before PostgreSQL 16.
  const { rows } = await client.query<{ ready: boolean }>(
    `select pg_has_role(r.oid, case when current_setting('server_version_num')::int4 >= 160000 then 'SET' else 'MEMBER' end)
      and (r.rolcanlogin or not $2) as ready
     from pg_roles r where r.rolname = $1`,
    [role, login],
  )
  return rows[0]?.ready ?? false
}

async function make(client: pg.Client, role: string, owner: string, login: boolean): Promise<void> {
  const name = pg.escapeIdentifier(role)
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role])
  if (rowCount === 0) await client.query(`create role ${name} ${login ? 'login' : 'nologin'}`)
  else if (login) await client.query(`alter role ${name} login`)
  if (!(await isReady(client, role, login))) await client.query(`grant ${name} to ${pg.escapeIdentifier(owner)}`)
}
