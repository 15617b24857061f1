import type { Db } from '@yilian/database/db.ts'
import { normalUsername } from '@yilian/domain/access/username.ts'

import { CommandFailed } from './command-line.ts'

/** The account with this user name. Fails when there is none. */
export async function findUser(db: Db, username: string): Promise<{ id: string; username: string }> {
  const found = await db
    .selectFrom('userAccount')
    .select(['id', 'username'])
    .where('username', '=', normalUsername(username))
    .executeTakeFirst()
  if (!found) throw new CommandFailed(`There is no user ${username}: pnpm yilian user list shows them.`)
  return found
}
