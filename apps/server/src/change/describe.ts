import { sql } from 'kysely'

import type { FactRow } from '@yilian/database/dated.ts'
import type { FactEffect } from '@yilian/database/effects.ts'
import { factTable, type FactKind } from '@yilian/database/facts.ts'
import { ROLES, SCOPE_KINDS } from '@yilian/domain/access/role.ts'
import { WORK_AREAS } from '@yilian/domain/access/work-area.ts'
import { ALLIANCE_STAGES } from '@yilian/domain/alliance.ts'
import { MANAGEMENT_DOMAINS } from '@yilian/domain/code-lists/management-domain.ts'
import { LINEAGE_KINDS } from '@yilian/domain/code-lists/lineage-kind.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { codeLabel, type CodeList } from '@yilian/domain/code-list.ts'
import { INSTITUTION_FIELDS, type FieldInfo } from '@yilian/domain/institution-field.ts'
import type { Locale, Text } from '@yilian/domain/locale.ts'
import { MEMBERSHIP_ROLES } from '@yilian/domain/membership-role.ts'
import { REFERRAL_DIRECTIONS } from '@yilian/domain/referral-flow.ts'
import { SHARED_SERVICE_KINDS } from '@yilian/domain/shared-service.ts'
import { MANAGEMENT_STATES } from '@yilian/domain/unified-management.ts'

import type { Reader } from '../access/reader.ts'
import { mayRead, seesFact } from '../access/seen-facts.ts'
import { isStaffingFact } from '../access/seen-staffing.ts'
import { isConstructionFact, projectFactLabel, projectFactSubject } from './describe-construction.ts'
import { staffingFactLabel, staffingFactSubject } from './describe-staffing.ts'
import { labelIn, nameOf, same, text, UUID_LENGTH, type Names } from './words.ts'

/** What a change did, or would do, to one fact, in words: its timeline before and after. */
export interface Effect {
  readonly changeNumber: number
  readonly fact: FactKind
  readonly factId: string
  readonly subject: Text
  readonly before: readonly EffectStretch[]
  readonly after: readonly EffectStretch[]
}

/** Where a stretch stands: closed by the change, written by it, or left as it was. */
export const EFFECT_SIDES = {
  BEFORE: { zh: '变更前', en: 'Before only' },
  AFTER: { zh: '变更后', en: 'After only' },
  BOTH: { zh: '未变', en: 'Before and after' },
} as const satisfies Record<string, Text>

/** One stretch of a fact in words. Facts without days have none. */
export interface EffectStretch {
  readonly validFrom: IsoDate | null
  readonly validTo: IsoDate | null
  readonly label: Text
  readonly side: keyof typeof EFFECT_SIDES
}

/** Every stretch of an effect once, by first day. */
export function stretchesOf({ before, after }: Pick<Effect, 'before' | 'after'>): EffectStretch[] {
  const day = ({ validFrom }: EffectStretch) => validFrom ?? ''
  return [...before, ...after.filter(({ side }) => side === 'AFTER')].toSorted((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0))
}

/** Puts effects into words. Reads the names that occur with three statements, whatever the number of effects. */
export async function describeEffects(reader: Reader, effects: readonly FactEffect[]): Promise<Effect[]> {
  const names = await namesIn(
    reader,
    effects.flatMap(({ before, after }) => [...before, ...after]),
  )
  return effects.map(({ changeNumber, fact, factId, before, after }) => {
    const varying = varyingColumns([...before, ...after])
    const stretch = (row: FactRow, others: readonly FactRow[], side: 'BEFORE' | 'AFTER'): EffectStretch => ({
      validFrom: row.validFrom ?? null,
      validTo: row.validTo ?? null,
      label: factLabel(fact, row, names, varying),
      side: others.some(({ rowId }) => rowId === row.rowId) ? 'BOTH' : side,
    })
    const one = after[0] ?? before[0]!
    return {
      changeNumber,
      fact,
      factId,
      subject: factSubject(fact, one, names),
      before: before.map((row) => stretch(row, after, 'BEFORE')),
      after: after.map((row) => stretch(row, before, 'AFTER')),
    }
  })
}

const NAMED = [
  'id',
  'institutionId',
  'allianceId',
  'parentId',
  'chosenId',
  'mandatedId',
  'providerId',
  'recipientIds',
  'fromId',
  'toId',
  'attendeeIds',
  'documentId',
  'regionCode',
  'userId',
  'projectId',
  'institutionIds',
  'fundingLineId',
  'contractId',
  'scopeId',
  'personId',
  'homeId',
  'postId',
  'poolId',
  'cohortId',
  'mentorId',
  'menteeId',
]

/** The latest names of whatever these rows name, out of the stretches that are seen; of what is no longer known, the last name it had. */
export async function namesIn({ db, access }: Reader, rows: readonly Readonly<Record<string, unknown>>[]): Promise<Names> {
  const all = [...new Set(rows.flatMap((row) => NAMED.flatMap((column) => [row[column]].flat())).filter((id) => typeof id === 'string'))]
  const ids = all.filter((id) => id.length === UUID_LENGTH)
  // A county is named by six digits where it is a scope; the rest of its code are zeros.
  const codes = all.filter((id) => id.length === 12 || id.length === 6)
  // What a grant that is seen is over is named with it.
  const granted = sql`id = any(${rows.flatMap(({ scopeId }) => (typeof scopeId === 'string' && scopeId.length === UUID_LENGTH ? [scopeId] : []))}::uuid[])`
  const { rows: found } = await sql<{ id: string; name: string }>`
    select distinct on (id) id::text, name from (
      select id, name, valid_from, recorded_to, recorded_by from institution_version v where id = any(${ids}::uuid[]) and (${granted} or ${seesFact(access, 'INSTITUTION', 'v')})
      union all select id, name, valid_from, recorded_to, recorded_by from alliance_version v where id = any(${ids}::uuid[]) and (${granted} or ${seesFact(access, 'ALLIANCE', 'v')})
      union all select id, name, null, recorded_to, recorded_by from construction_project_version v where id = any(${ids}::uuid[]) and ${seesFact(access, 'CONSTRUCTION_PROJECT', 'v')}
      union all select id, funding_source, null, recorded_to, recorded_by from funding_line v where id = any(${ids}::uuid[]) and ${seesFact(access, 'FUNDING_LINE', 'v')}
      union all select id, party, null, recorded_to, recorded_by from project_contract v where id = any(${ids}::uuid[]) and ${seesFact(access, 'PROJECT_CONTRACT', 'v')}
      union all select id, name, valid_from, recorded_to, recorded_by from person_version v where id = any(${ids}::uuid[]) and ${seesFact(access, 'PERSON', 'v')}
      union all select id, title, valid_from, recorded_to, recorded_by from post v where id = any(${ids}::uuid[]) and ${seesFact(access, 'POST', 'v')}
      union all select id, name, valid_from, recorded_to, recorded_by from quota_pool v where id = any(${ids}::uuid[]) and ${seesFact(access, 'QUOTA_POOL', 'v')}
      union all select id, name, null, recorded_to, recorded_by from training_cohort v where id = any(${ids}::uuid[]) and ${seesFact(access, 'TRAINING_COHORT', 'v')}
      union all select id, name, null, null, 0 from user_account where id = any(${ids}::uuid[]) and ${mayRead(access, 'user.read')}
      union all select id, name, null, null, 0 from department where id = any(${ids}::uuid[])
      union all select g.id, u.name, g.valid_from, g.recorded_to, g.recorded_by from role_grant g join user_account u on u.id = g.user_id
        where g.id = any(${ids}::uuid[]) and ${mayRead(access, 'roleGrant.read')}
      union all select id, coalesce(number, title), null, recorded_to, recorded_by from policy_document_version v where id = any(${ids}::uuid[]) and ${seesFact(access, 'POLICY_DOCUMENT', 'v')}) n
    order by id, recorded_to desc nulls first, valid_from desc, recorded_by desc`.execute(db)
  const regions =
    codes.length === 0
      ? []
      : await db
          .selectFrom('regionVersion')
          .select(['code', 'name'])
          .where('recordedTo', 'is', null)
          .where(
            'code',
            'in',
            codes.map((code) => code.padEnd(12, '0')),
          )
          .execute()
  const byCode = new Map(regions.map(({ code, name }) => [code, name]))
  return new Map([
    ...found.map(({ id, name }) => [id, name] as const),
    ...codes.flatMap((code) => {
      const name = byCode.get(code.padEnd(12, '0'))
      return name === undefined ? [] : [[code, name] as const]
    }),
  ])
}

/** The institutions, alliances, projects and people that a row names, by id. */
export function subjectsOf(fact: FactKind, row: FactRow): string[] {
  const { institutions, alliances, projects = [], people = [] } = factTable(fact)
  return [...institutions, ...alliances, ...projects, ...people]
    .flatMap((column) => [row[column]].flat())
    .filter((id) => typeof id === 'string')
}

/** Whose or what fact it is. */
export function factSubject(fact: FactKind, row: FactRow, names: Names): Text {
  if (isConstructionFact(fact)) return projectFactSubject(fact, row, names)
  if (isStaffingFact(fact)) return staffingFactSubject(fact, row, names)
  const name = (column: string) => nameOf(row[column], names)
  switch (fact) {
    case 'INSTITUTION':
    case 'ALLIANCE':
      return same(String(row['name'] ?? name('id')))
    case 'POLICY_DOCUMENT':
      return same(String(row['number'] ?? row['title']))
    case 'MEMBERSHIP':
      return same(`${name('allianceId')} · ${name('institutionId')}`)
    case 'UNIFIED_MANAGEMENT': {
      const domain = labelIn(MANAGEMENT_DOMAINS.items, row['domain'])
      return text((locale) => [name('allianceId'), ...(row['institutionId'] ? [name('institutionId')] : []), domain[locale]].join(' · '))
    }
    case 'LEAD_VACANCY':
      return { zh: `${name('allianceId')} · 牵头空缺`, en: `${name('allianceId')} · lead vacancy` }
    case 'LEAD_DISPUTE':
      return { zh: `${name('allianceId')} · 牵头争议`, en: `${name('allianceId')} · lead dispute` }
    case 'SHARED_SERVICE':
      return same(`${name('allianceId')} · ${String(row['name'])}`)
    case 'REFERRAL_FLOW': {
      const direction = labelIn(REFERRAL_DIRECTIONS, row['direction'])
      return text((locale) => `${String(row['period'])} · ${name('fromId')} → ${name('toId')} · ${direction[locale]}`)
    }
    case 'ALLIANCE_MEETING':
      return same(`${name('allianceId')} · ${String(row['title'])}`)
    case 'INSTITUTION_LINEAGE':
      return same(`${name('fromId')} → ${name('toId')}`)
    case 'ROLE_GRANT': {
      const role = labelIn(ROLES, row['role'])
      return text((locale) => `${name('userId')} · ${role[locale]}`)
    }
  }
}

/** What a row says; of facts with many attributes, what differs among the rows at hand (`varying`). */
export function factLabel(fact: FactKind, row: FactRow, names: Names, varying: ReadonlySet<string>): Text {
  if (isConstructionFact(fact)) return projectFactLabel(fact, row, names, varying)
  if (isStaffingFact(fact)) return staffingFactLabel(fact, row, names, varying)
  switch (fact) {
    case 'INSTITUTION': {
      const fields = Object.entries<FieldInfo>(INSTITUTION_FIELDS).filter(([field]) => field !== 'name' && varying.has(field))
      return text((locale) => {
        const parts = fields.map(([field, { label, list }]) => `${label[locale]} ${fieldText(row[field], list, names, locale)}`)
        return [String(row['name']), ...parts].join(' · ')
      })
    }
    case 'ALLIANCE': {
      const stage = labelIn(ALLIANCE_STAGES, row['stage'])
      const extra = ['specialty', 'purpose'].filter((column) => varying.has(column)).map((column) => String(row[column] ?? '—'))
      return text((locale) => [String(row['name']), stage[locale], ...extra].join(' · '))
    }
    case 'MEMBERSHIP': {
      const role = labelIn(MEMBERSHIP_ROLES, row['role'])
      if (!varying.has('legalPersonKept')) return role
      const kept = LEGAL_PERSON[String(row['legalPersonKept'] ?? null)]!
      return text((locale) => `${role[locale]} · ${kept[locale]}`)
    }
    case 'LEAD_VACANCY':
      return same(String(row['reason']))
    case 'LEAD_DISPUTE':
      return {
        zh: `自主选择${nameOf(row['chosenId'], names)}，${String(row['authority'])}指定${nameOf(row['mandatedId'], names)}`,
        en: `chose ${nameOf(row['chosenId'], names)}; ${String(row['authority'])} mandates ${nameOf(row['mandatedId'], names)}`,
      }
    case 'UNIFIED_MANAGEMENT':
      return labelIn(MANAGEMENT_STATES, row['state'])
    case 'SHARED_SERVICE': {
      const kind = labelIn(SHARED_SERVICE_KINDS, row['kind'])
      const planned = varying.has('planned')
        ? [row['planned'] === true ? { zh: '筹建', en: 'planned' } : { zh: '运行', en: 'running' }]
        : []
      const served = varying.has('servesAll') || varying.has('recipientIds') ? [servedBy(row, names)] : []
      return text((locale) =>
        [kind[locale], nameOf(row['providerId'], names), ...[...planned, ...served].map((part) => part[locale])].join(' · '),
      )
    }
    case 'REFERRAL_FLOW':
      return { zh: `${String(row['count'])} 人次`, en: `${String(row['count'])} referrals` }
    case 'ALLIANCE_MEETING':
      return same(String(row['heldOn']))
    case 'INSTITUTION_LINEAGE': {
      const kind = labelIn(LINEAGE_KINDS.items, row['kind'])
      return text((locale) => `${kind[locale]} · ${String(row['effectiveOn'])}`)
    }
    case 'POLICY_DOCUMENT':
      return same(String(row['title']))
    case 'ROLE_GRANT': {
      const kind = labelIn(SCOPE_KINDS, row['scopeKind'])
      const area = row['workArea'] ? [labelIn(WORK_AREAS, row['workArea'])] : []
      const over = row['scopeKind'] === 'INSTALLATION' ? [] : [nameOf(row['scopeId'], names)]
      return text((locale) => [kind[locale], ...over, ...area.map((one) => one[locale])].join(' · '))
    }
  }
}

const LEGAL_PERSON: Readonly<Record<string, Text>> = {
  true: { zh: '保留独立法人', en: 'legal person kept' },
  false: { zh: '不保留独立法人', en: 'legal person not kept' },
  null: { zh: '法人情况未报告', en: 'legal person not reported' },
}

function servedBy(row: FactRow, names: Names): Text {
  if (row['servesAll'] === true) return { zh: '服务全体成员', en: 'serves all members' }
  const served = [row['recipientIds']].flat().map((id) => nameOf(id, names))
  return { zh: `服务${served.join('、')}`, en: `serves ${served.join(', ')}` }
}

function fieldText(value: unknown, list: CodeList | undefined, names: Names, locale: Locale): string {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return '—'
  if (Array.isArray(value))
    return value
      .map((one: unknown) => (typeof one === 'object' && one !== null && 'name' in one ? String(one.name) : String(one)))
      .join('、')
  const code = String(value)
  return list ? codeLabel(list, code, locale) : nameOf(code, names)
}

function varyingColumns(rows: readonly FactRow[]): Set<string> {
  const columns = Object.keys(rows[0] ?? {})
  return new Set(columns.filter((column) => new Set(rows.map((row) => JSON.stringify(row[column] ?? null))).size > 1))
}
