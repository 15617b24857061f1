import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'

import type { Db } from '@yilian/database/db.ts'

import type { Keys } from '../keys/keys.ts'
import { signInSecrets } from './secrets.ts'

/**
 * Encrypts every second factor with the current key, as part of a rotation: afterwards the older keys are not needed for them any more.
 * Answers how many were renewed. Throws where a key is missing that one was encrypted with; nothing is changed then.
 */
export async function renewSecondFactors(trx: Db, keys: Keys): Promise<number> {
  const { library } = signInSecrets(keys)
  const current = library[0]!
  const key = { keys: new Map(library.map(({ version, value }) => [version, value])), currentVersion: current.version }
  const renewed = async (data: string): Promise<string> => symmetricEncrypt({ key, data: await symmetricDecrypt({ key, data }) })
  const rows = await trx
    .selectFrom('userTwoFactor')
    .select(['id', 'secret', 'backupCodes'])
    .where('secret', 'not like', `$ba$${current.version}$%`)
    .forUpdate()
    .execute()
  for (const { id, secret, backupCodes } of rows) {
    const set = { secret: await renewed(secret), backupCodes: await renewed(backupCodes) }
    await trx.updateTable('userTwoFactor').set(set).where('id', '=', id).execute()
  }
  return rows.length
}
