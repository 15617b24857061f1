import { acting } from '@yilian/database/act-as.ts'
import { issue, type Issue } from '@yilian/domain/issue.ts'
import { PERSONAL_FIELDS, type PersonalField } from '@yilian/domain/personal-data.ts'

import { denied } from '../access/denied.ts'
import { requestEvent } from '../audit/request-event.ts'
import { notFound } from '../command/known.ts'
import type { InputRefused } from '../command/run-command.ts'
import type { Context } from '../graphql/context.ts'
import { isUserSeen, userLoader } from '../user/user.ref.ts'
import { personalValue } from './personal-data.queries.ts'

export interface Reveal {
  readonly userId: string
  readonly field: PersonalField
  readonly reason: string
}

export type RevealOutcome = { readonly outcome: 'Revealed'; readonly value: string } | InputRefused

const REVEAL = { zh: '查看全文', en: 'Reveal personal data' }

/** Answers a value in clear, and has it on record before it is answered. Others’ need `user.reveal`; everybody may see their own. */
export async function revealPersonalData(context: Context, { userId, field, reason }: Reveal): Promise<RevealOutcome> {
  const { db, keys } = context
  const event = { subjectId: userId, reason: reason.trim(), details: { field } }
  const user = isUserSeen(context, userId) ? await userLoader(context).load(userId) : null
  if (!user) return refused(notFound('userId', 'user', userId).issues)
  if (context.userId !== userId && context.access.own('user.reveal') === null) {
    denied(context, { field: 'revealPersonalData', permission: 'user.reveal', subjectId: userId })
    return refused([issue('', 'NOT_ALLOWED', { subject: user.name, command: REVEAL })])
  }
  if (event.reason === '') return refused([issue('reason', 'REQUIRED')])
  if (event.reason.length > 500) return refused([issue('reason', 'TOO_LONG', { max: 500 })])
  return acting(db, { ...context, reason: event.reason }, async (trx): Promise<RevealOutcome> => {
    const value = await personalValue(trx, keys, field, userId)
    if (value === null) return refused([issue('field', 'NOT_RECORDED', { field: PERSONAL_FIELDS[field] })])
    await requestEvent(trx, context, { kind: 'REVEALED', ...event })
    return { outcome: 'Revealed', value }
  })
}

function refused(issues: readonly Issue[]): InputRefused {
  return { outcome: 'InputRefused', issues }
}
