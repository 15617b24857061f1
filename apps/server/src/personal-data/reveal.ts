import { sql } from 'kysely'

import { acting } from '@yilian/database/act-as.ts'
import { whereKnown } from '@yilian/database/dated.ts'
import { NOTHING } from '@yilian/domain/access/own.ts'
import type { Permission } from '@yilian/domain/access/permission.ts'
import { issue, type Issue } from '@yilian/domain/issue.ts'
import { PERSONAL_FIELDS, type PersonalField } from '@yilian/domain/personal-data.ts'

import { EVER, onDay } from '../access/days.ts'
import { denied } from '../access/denied.ts'
import { reachesPerson, seesPerson } from '../access/seen-staffing.ts'
import { requestEvent } from '../audit/request-event.ts'
import { notFound } from '../command/known.ts'
import type { InputRefused } from '../command/run-command.ts'
import type { Context } from '../graphql/context.ts'
import { isUserSeen, userLoader } from '../user/user.ref.ts'
import { personalValue, type PersonalOwner } from './personal-data.queries.ts'

export interface Reveal {
  /** An account, or */
  readonly userId: string | null
  /** somebody on the staff. */
  readonly personId: string | null
  readonly field: PersonalField
  readonly reason: string
}

export type RevealOutcome = { readonly outcome: 'Revealed'; readonly value: string } | InputRefused

const REVEAL = { zh: '查看全文', en: 'Reveal personal data' }

/**
 * Answers a value in clear, and has it on record before it is answered. Others’ need `user.reveal`, or of staff `staff.reveal`; everybody may
 * see their own account’s.
 */
export async function revealPersonalData(context: Context, { userId, personId, field, reason }: Reveal): Promise<RevealOutcome> {
  const { db, keys } = context
  if ((userId === null) === (personId === null)) return refused([issue('userId', 'REQUIRED')])
  const owner: PersonalOwner = personId === null ? { of: 'USER', id: userId! } : { of: 'PERSON', id: personId }
  const event = { subjectId: owner.id, reason: reason.trim(), details: { field } }
  const found = await ownerSeen(context, owner)
  if (!found)
    return refused(owner.of === 'USER' ? notFound('userId', 'user', owner.id).issues : notFound('personId', 'person', owner.id).issues)
  if (!found.mayReveal) {
    denied(context, { field: 'revealPersonalData', permission: found.permission, subjectId: owner.id })
    return refused([issue('', 'NOT_ALLOWED', { subject: found.name, command: REVEAL })])
  }
  if (event.reason === '') return refused([issue('reason', 'REQUIRED')])
  if (event.reason.length > 500) return refused([issue('reason', 'TOO_LONG', { max: 500 })])
  return acting(db, { ...context, reason: event.reason }, async (trx): Promise<RevealOutcome> => {
    const value = await personalValue(trx, keys, field, owner)
    if (value === null) return refused([issue('field', 'NOT_RECORDED', { field: PERSONAL_FIELDS[field] })])
    await requestEvent(trx, context, { kind: 'REVEALED', ...event })
    return { outcome: 'Revealed', value }
  })
}

/** Who has a file with numbers in clear, in which request, and why. */
export interface RevealInFile extends Pick<Context, 'db' | 'actor' | 'access' | 'requestId' | 'address' | 'today'> {
  readonly reason: string
  /** The name of the export. */
  readonly file: string
}

/**
 * Of these people, those whose numbers may be shown in a file. That they are is on record, by person and number, before this answers: two
 * statements for however many.
 */
export async function revealInFile(
  { db, actor, access, requestId, address, today, reason, file }: RevealInFile,
  people: readonly string[],
  fields: readonly PersonalField[],
): Promise<Set<string>> {
  if (people.length === 0 || fields.length === 0) return new Set()
  const own = access.own('staff.reveal') ?? NOTHING
  return acting(db, { actor, requestId, address, reason }, async (trx) => {
    const { rows } = await sql<{ id: string; field: PersonalField }>`
      select p.person_id as id, f.field from person_personal p cross join unnest(${fields}::text[]) as f(field)
      where p.person_id = any(${people}::uuid[]) and ${reachesPerson(own, sql`p.person_id`, onDay(today))}
        and case f.field when 'PHONE' then p.phone_encrypted else p.identity_number_encrypted end is not null`.execute(trx)
    await sql`select audit_event('REVEALED', r.id, jsonb_build_object('field', r.field, 'export', ${file}::text))
      from unnest(${rows.map(({ id }) => id)}::text[], ${rows.map(({ field }) => field)}::text[]) as r(id, field)`.execute(trx)
    return new Set(rows.map(({ id }) => id))
  })
}

interface OwnerSeen {
  readonly name: string
  readonly permission: Permission
  readonly mayReveal: boolean
}

/** Who it is, for those who see them at all, and whether what is theirs may be revealed. */
async function ownerSeen(context: Context, { of, id }: PersonalOwner): Promise<OwnerSeen | null> {
  if (of === 'USER') {
    const user = isUserSeen(context, id) ? await userLoader(context).load(id) : null
    const mayReveal = context.userId === id || context.access.own('user.reveal') !== null
    return user && { name: user.name, permission: 'user.reveal', mayReveal }
  }
  const own = context.access.own('staff.reveal') ?? NOTHING
  const { rows } = await sql<{ name: string; mayReveal: boolean }>`
    select v.name, ${reachesPerson(own, sql`v.id`, onDay(context.today))} as may_reveal from person_version v
    where v.id = ${id} and ${whereKnown('v', null)} and ${seesPerson(context.access, sql`v.id`, EVER)} order by v.valid_from desc limit 1`.execute(
    context.db,
  )
  return rows[0] ? { ...rows[0], permission: 'staff.reveal' } : null
}

function refused(issues: readonly Issue[]): InputRefused {
  return { outcome: 'InputRefused', issues }
}
