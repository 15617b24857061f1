import { sql } from 'kysely'

import type { Actor } from './changes.ts'
import type { Db } from './db.ts'

/** Who does something and why, as the audit keeps it. */
export interface Acting {
  readonly actor: Actor
  readonly requestId?: string | null | undefined
  readonly reason?: string | null | undefined
  /** The network address that the request came from. */
  readonly address?: string | null | undefined
}

/**
 * Says until the end of this transaction who changes what in it: call it first. What is changed without has no name in the
 * audit, and is told as done outside the application where it was not done in the application's role.
 */
export async function actAs(trx: Db, { actor, requestId, reason, address }: Acting): Promise<void> {
  await sql`select set_config('yilian.actor_id', ${actor.id}, true), set_config('yilian.actor_name', ${actor.name}, true),
    set_config('yilian.request_id', ${requestId ?? ''}, true), set_config('yilian.reason', ${reason ?? ''}, true),
    set_config('yilian.address', ${address ?? ''}, true)`.execute(trx)
}

/** Does something in a transaction of its own, or in the one under way, as its doing: for single statements outside of commands. */
export function acting<T>(db: Db, who: Acting, action: (trx: Db) => Promise<T>): Promise<T> {
  const act = async (trx: Db): Promise<T> => {
    await actAs(trx, who)
    return action(trx)
  }
  return db.isTransaction ? act(db) : db.transaction().execute(act)
}
