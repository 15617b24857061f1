import { sql } from 'kysely'

import { changeSubjects, type ChangeSubjects } from '@yilian/database/changes.ts'
import type { Db } from '@yilian/database/db.ts'
import type { Own } from '@yilian/domain/access/own.ts'
import type { Permission } from '@yilian/domain/access/permission.ts'
import { COMMANDS, type CommandKey } from '@yilian/domain/commands.ts'
import { issue, type Issue } from '@yilian/domain/issue.ts'
import type { Text } from '@yilian/domain/locale.ts'

import { denied } from '../access/denied.ts'
import { reading } from '../access/seen.ts'
import { changeNumberOf } from '../change/change.queries.ts'
import { namesIn } from '../change/describe.ts'
import { unseenIn } from './input-ids.ts'
import { beyondReach } from './reach.ts'
import type { CommandContext, CommandInput } from './run-command.ts'
import { THINGS } from './things.ts'

/** Why a command is refused to who asks for it; empty when it is not. */
type Refusal = readonly Issue[]

/** Whose reach a command is held to, asked before anything is done and again when it is. */
export interface Authority {
  /** Before: the permission is held, and all that the input names is seen. */
  before(): Promise<Refusal>
  /** After: all that the change touched is within reach. */
  after(number: number, subjects: ChangeSubjects): Promise<Refusal>
}

const UNBOUND: Authority = { before: async () => [], after: async () => [] }

/** The authority of who asks for this command. Programs without limit are asked nothing. */
export function authorityOf(trx: Db, context: CommandContext, command: CommandKey, input: CommandInput): Authority {
  const { access, today } = context
  if (reading(access).everything) return UNBOUND
  let own: Own | null = null

  const beyond = async (number: number, subjects: ChangeSubjects): Promise<Refusal> => {
    const [first] = own === null ? [] : await beyondReach(trx, own, number, subjects, today)
    return first === undefined ? [] : notAllowed(first)
  }

  async function notAllowed(subjectId: string | null, permission: Permission | null = COMMANDS[command].needs): Promise<Refusal> {
    denied(context, { command, ...(permission && { permission }), ...(subjectId && { subjectId }) })
    const name = subjectId === null ? undefined : (await namesIn({ db: trx, access }, [{ id: subjectId }])).get(subjectId)
    return [issue('', 'NOT_ALLOWED', { subject: name ?? THESE_RECORDS, command: COMMANDS[command] })]
  }

  return {
    async before() {
      const hidden = await unseenIn(trx, access, input)
      for (const { there, id } of hidden) if (there) denied(context, { command, subjectId: id })
      if (hidden.length > 0) return hidden.map(({ path, thing, id }) => issue(path, 'NOT_FOUND', { thing: THINGS[thing], value: id }))
      const undone = 'changeId' in input && typeof input.changeId === 'string' ? changeNumberOf(input.changeId) : null
      const permission = COMMANDS[command].needs ?? (undone === null ? null : await neededFor(trx, undone))
      own = permission && access.own(permission)
      if (own === null) return notAllowed(null, permission)
      // An undo is judged by the rules before it is written, on what may be beyond reach.
      return undone === null ? [] : beyond(undone, await changeSubjects(trx, undone))
    },
    after: beyond,
  }
}

const THESE_RECORDS: Text = { zh: '所涉记录', en: 'the records concerned' }

/** What the command of a change takes; of an undo, what the command at the bottom of it does. */
async function neededFor(trx: Db, number: number): Promise<Permission | null> {
  const { rows } = await sql<{ command: string }>`
    with recursive undone as (
      select id, command, undoes from change where id = ${number}
      union all select c.id, c.command, c.undoes from change c join undone u on c.id = u.undoes)
    select command from undone where undoes is null`.execute(trx)
  const command = rows[0]?.command ?? ''
  return Object.hasOwn(COMMANDS, command) ? COMMANDS[command as CommandKey].needs : null
}
