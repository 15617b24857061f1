import { hashPassword } from 'better-auth/crypto'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'

import type { Db } from '@yilian/database/db.ts'
import { refreshUserSearch } from '@yilian/database/search.ts'
import type { UserKind } from '@yilian/domain/user.ts'

import type { Keys } from '../keys/keys.ts'
import { personalColumns } from '../personal-data/personal-data.queries.ts'

/** An account to be made, judged already: user name and personal data in their normal forms. */
export interface NewUser {
  readonly kind: UserKind
  readonly username: string
  readonly name: string
  readonly departmentId: string | null
  readonly phone: string | null
  readonly identityNumber: string | null
  /** `null` for one that cannot sign in. */
  readonly password: string | null
  readonly mustChangePassword: boolean
  readonly demonstration?: boolean
}

/** Makes an account with its password and the terms it is found under; answers its id. */
export async function insertUser(trx: Db, keys: Keys, user: NewUser): Promise<string> {
  const id = newId()
  const { kind, username, name, departmentId, mustChangePassword, demonstration = false } = user
  await trx
    .insertInto('userAccount')
    .values({
      id,
      kind,
      username,
      name,
      departmentId,
      mustChangePassword,
      demonstration,
      ...personalColumns(keys, 'PHONE', id, user.phone),
      ...personalColumns(keys, 'IDENTITY_NUMBER', id, user.identityNumber),
    })
    .execute()
  if (user.password !== null) await setPassword(trx, id, user.password)
  await refreshUserSearch(trx, [id])
  return id
}

/** Gives an account this password, whatever it had. */
export async function setPassword(trx: Db, userId: string, password: string): Promise<void> {
  const hash = await hashPassword(password)
  await trx
    .insertInto('userCredential')
    .values({ userId, accountId: userId, providerId: 'credential', password: hash })
    .onConflict((conflict) =>
      conflict.constraint('user_credential_once').doUpdateSet({ password: hash, updatedAt: sql`clock_timestamp()` }),
    )
    .execute()
}
