import type { Db } from '@yilian/database/db.ts'
import { WHOLE_INSTALLATION } from '@yilian/domain/access/role-grant.ts'
import { ROLES, type ScopeKind } from '@yilian/domain/access/role.ts'
import { WORK_AREAS } from '@yilian/domain/access/work-area.ts'
import { addDays, dayInChina, isIsoDate, type IsoDate } from '@yilian/domain/day.ts'

import { grantIssues, insertGrant } from '../sign-in/accounts.ts'
import { CommandFailed, failOn, recordAs, say } from './command-line.ts'
import { findUser } from './find-user.ts'

/** What `yilian user grant` is told. */
export interface GrantOptions {
  readonly county?: string
  readonly department?: string
  readonly alliance?: string
  readonly institution?: string
  readonly workArea?: string
  readonly from?: string
  readonly until?: string
  readonly reason: string
}

/** Grants a role as the security administrator would: over one scope, for a period, for a reason, by the same rules. */
export async function grantRole(db: Db, username: string, roleName: string, options: GrantOptions): Promise<void> {
  const role = oneOf(ROLES, roleName, 'role')
  const workArea = options.workArea === undefined ? null : oneOf(WORK_AREAS, options.workArea, 'line of work')
  const today = dayInChina(new Date())
  const validFrom = options.from === undefined ? today : dayOf(options.from)
  const validTo = options.until === undefined ? null : addDays(dayOf(options.until), 1)
  const { id: userId } = await findUser(db, username)
  const scope = await scopeOf(db, options)
  await recordAs(db, 'grantRole', async (trx, change) => {
    // Two at once must not make what either alone would be refused.
    await trx.selectFrom('userAccount').select('id').where('id', '=', userId).forUpdate().execute()
    const draft = { userId, role, workArea, ...scope, reason: options.reason, validFrom, validTo }
    failOn(await grantIssues(trx, draft))
    await insertGrant(trx, change, draft)
  })
  say(`${username} is ${ROLES[role].label.zh} (${role}) from ${validFrom}${options.until ? ` to ${options.until}` : ''}.`)
}

async function scopeOf(db: Db, options: GrantOptions): Promise<{ scopeKind: ScopeKind; scopeId: string }> {
  const { county, department, alliance, institution } = options
  if ([department ?? county, alliance, institution].filter((one) => one !== undefined).length > 1)
    throw new CommandFailed('Name one of --county, --department, --alliance and --institution.')
  if (department !== undefined) return { scopeKind: 'DEPARTMENT', scopeId: await departmentId(db, county, department) }
  if (alliance !== undefined) return { scopeKind: 'ALLIANCE', scopeId: await idByCode(db, 'alliance', alliance) }
  if (institution !== undefined) return { scopeKind: 'INSTITUTION', scopeId: await idByCode(db, 'institution', institution) }
  if (county === undefined) return { scopeKind: 'INSTALLATION', scopeId: WHOLE_INSTALLATION }
  if (!/^\d{6}$/.test(county)) throw new CommandFailed(`${county} is no county: write its six-digit code, such as 431221.`)
  return { scopeKind: 'COUNTY', scopeId: county }
}

async function departmentId(db: Db, county: string | undefined, name: string): Promise<string> {
  if (county === undefined) throw new CommandFailed('Say with --county whose department it is.')
  const found = await db.selectFrom('department').select('id').where('countyCode', '=', county).where('name', '=', name).executeTakeFirst()
  if (!found) throw new CommandFailed(`${county} has no department ${name}.`)
  return found.id
}

async function idByCode(db: Db, table: 'alliance' | 'institution', code: string): Promise<string> {
  const found = await db.selectFrom(table).select('id').where('code', '=', code).executeTakeFirst()
  if (!found) throw new CommandFailed(`There is no ${table} with the code ${code}.`)
  return found.id
}

function oneOf<Key extends string>(known: Readonly<Record<Key, unknown>>, text: string, what: string): Key {
  const keys = Object.keys(known) as Key[]
  const found = keys.find((key) => key === text.toUpperCase().replaceAll('-', '_'))
  if (!found) throw new CommandFailed(`${text} is no ${what}: write one of ${keys.join(', ')}.`)
  return found
}

function dayOf(text: string): IsoDate {
  if (!isIsoDate(text)) throw new CommandFailed(`${text} is no day: write it as 2026-11-25.`)
  return text
}
