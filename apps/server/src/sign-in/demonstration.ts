import { beginChange, finishChange } from '@yilian/database/changes.ts'
import type { Db } from '@yilian/database/db.ts'
import { WHOLE_INSTALLATION } from '@yilian/domain/access/role-grant.ts'
import { ROLES, type Role, type ScopeKind } from '@yilian/domain/access/role.ts'
import { WORK_AREAS, type WorkArea } from '@yilian/domain/access/work-area.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import type { Text } from '@yilian/domain/locale.ts'
import { sql } from 'kysely'

import { insertAccount, insertGrant, passwordHash } from './accounts.ts'

/** An account of the demonstration, as its sign-in page shows it. */
export interface DemonstrationAccount {
  readonly username: string
  readonly password: string
  readonly name: string
  readonly role: Text
}

/** Everybody may know it: it opens demonstration data only, and no server in production starts with it. */
const PASSWORD = 'Yl-demo-2026'

interface Person {
  readonly username: string
  readonly name: string
  readonly role: Role
  readonly workArea?: WorkArea
  /** The county's code, or the institution's name; left out for the whole installation. */
  readonly county?: string
  readonly institution?: string
  /** Where the role does not say it alone. */
  readonly of?: Text
}

const ZHONGFANG = '431221'
const LANGXI = '341821'
const IN_ZHONGFANG: Text = { zh: '中方县', en: 'Zhongfang' }

/** One per role, and for lines of work and counties that see different things. Surnames only. */
const PEOPLE: readonly Person[] = [
  { username: 'system', name: '周某', role: 'SYSTEM_ADMINISTRATOR' },
  { username: 'security', name: '吴某', role: 'SECURITY_ADMINISTRATOR' },
  { username: 'audit', name: '郑某', role: 'AUDIT_ADMINISTRATOR' },
  { username: 'alliance', name: '杨某', role: 'BUREAU_OPERATOR', workArea: 'ALLIANCE', county: ZHONGFANG, of: IN_ZHONGFANG },
  { username: 'construction', name: '龙某', role: 'BUREAU_OPERATOR', workArea: 'CONSTRUCTION', county: ZHONGFANG, of: IN_ZHONGFANG },
  { username: 'leader', name: '向某', role: 'LEADER', county: ZHONGFANG, of: IN_ZHONGFANG },
  {
    username: 'lead-hospital',
    name: '蒲某',
    role: 'LEAD_OPERATOR',
    institution: '铁坡镇中心卫生院',
    of: { zh: '铁坡镇中心卫生院', en: 'Tiepo central hospital' },
  },
  {
    username: 'reporter',
    name: '舒某',
    role: 'REPORTER',
    institution: '铁坡镇锦溪卫生院',
    of: { zh: '铁坡镇锦溪卫生院', en: 'Jinxi township hospital' },
  },
  { username: 'analyst', name: '丁某', role: 'ANALYST', county: ZHONGFANG, of: IN_ZHONGFANG },
  {
    username: 'staffing',
    name: '方某',
    role: 'BUREAU_OPERATOR',
    workArea: 'PERSONNEL',
    county: LANGXI,
    of: { zh: '郎溪县', en: 'Langxi' },
  },
  { username: 'langxi', name: '夏某', role: 'BUREAU_OPERATOR', workArea: 'ALLIANCE', county: LANGXI, of: { zh: '郎溪县', en: 'Langxi' } },
]

const ACTOR = { id: 'demonstration', name: '演示数据' }
/** The roles of the demonstration are as old as what it shows. */
const SINCE = '2019-01-01' as IsoDate

/**
 * Adds the demonstration's accounts, in one transaction, to a database that holds the demonstration and no account; answers whether it
 * did. Where people have accounts of their own, none that everybody can open is put beside them.
 */
export async function addDemonstrationAccounts(db: Db): Promise<boolean> {
  if (!(await isBare(db))) return false
  const hash = await passwordHash(PASSWORD)
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('yilian set-up'))`.execute(trx)
    if (!(await isBare(trx))) return false
    const change = await beginChange(trx, { command: 'loadDemonstration', actor: ACTOR })
    for (const { username, name, role, workArea = null, ...where } of PEOPLE) {
      const userId = await insertAccount(trx, change, { username, name }, hash, { mustChangePassword: false, demonstration: true })
      const scope = await scopeOf(trx, where)
      await insertGrant(trx, change, { userId, role, workArea, ...scope, reason: '演示', validFrom: SINCE, validTo: null })
    }
    await finishChange(trx, change)
    return true
  })
}

async function scopeOf(
  trx: Db,
  { county, institution }: Pick<Person, 'county' | 'institution'>,
): Promise<{ scopeKind: ScopeKind; scopeId: string }> {
  if (county) return { scopeKind: 'COUNTY', scopeId: county }
  if (!institution) return { scopeKind: 'INSTALLATION', scopeId: WHOLE_INSTALLATION }
  const { id } = await trx.selectFrom('institutionVersion').select('id').where('name', '=', institution).limit(1).executeTakeFirstOrThrow()
  return { scopeKind: 'INSTITUTION', scopeId: id }
}

/** The demonstration's accounts that are active and still have the password everybody knows. */
export async function demonstrationAccounts(db: Db): Promise<DemonstrationAccount[]> {
  const rows = await db
    .selectFrom('userAccount')
    .select('username')
    .where('demonstration', '=', true)
    .where('status', '=', 'ACTIVE')
    .where('passwordChangedAt', 'is', null)
    .execute()
  const active = new Set(rows.map(({ username }) => username))
  return PEOPLE.filter(({ username }) => active.has(username)).map(({ username, name, role, workArea, of }) => ({
    username,
    password: PASSWORD,
    name,
    role: labelOf(role, workArea, of),
  }))
}

/** Whether anybody could sign in with an account of the demonstration. */
export async function hasActiveDemonstration(db: Db): Promise<boolean> {
  const found = await db
    .selectFrom('userAccount')
    .select('id')
    .where('demonstration', '=', true)
    .where('status', '=', 'ACTIVE')
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** The demonstration's counties are here, and no account. */
async function isBare(db: Db): Promise<boolean> {
  if (await db.selectFrom('userAccount').select('id').limit(1).executeTakeFirst()) return false
  const names = PEOPLE.flatMap(({ institution }) => institution ?? [])
  const found = await db.selectFrom('institutionVersion').select('name').distinct().where('name', 'in', names).execute()
  return found.length === new Set(names).size
}

function labelOf(role: Role, workArea: WorkArea | undefined, of: Text | undefined): Text {
  const area = workArea && WORK_AREAS[workArea]
  const more = (locale: 'zh' | 'en'): string[] => [of?.[locale], area?.[locale]].filter((text) => text !== undefined)
  return {
    zh: [ROLES[role].label.zh, ...more('zh')].join('·'),
    en: [ROLES[role].label.en, ...more('en')].join(', '),
  }
}
