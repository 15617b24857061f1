import { acting } from '@yilian/database/act-as.ts'
import type { Db } from '@yilian/database/db.ts'
import { userInfo } from 'node:os'

import { readKeys } from '../keys/keys.ts'
import { resealPersonalData } from '../personal-data/personal-data.queries.ts'
import type { Settings } from '../settings.ts'
import { renewSecondFactors } from '../sign-in/renew-second-factors.ts'
import { say } from './command-line.ts'

/** Encrypts everything that older keys have encrypted with the current one: personal data and second factors. The server may run meanwhile. */
export async function rotateKeys(db: Db, settings: Settings): Promise<void> {
  const keys = await readKeys(settings)
  const who = { actor: { id: 'command-line', name: `命令行 ${userInfo().username}` }, reason: '更换密钥' }
  const people = await resealPersonalData(db, keys, who)
  const factors = await acting(db, who, (trx) => renewSecondFactors(trx, keys))
  say(`Encrypted with the key ${keys.current}: personal data of ${people} users, second factors of ${factors}.`)
  const [, ...older] = keys.ids
  if (older.length > 0)
    say(`Nothing needs ${older.join(', ')} any more. Take it out of YILIAN_KEYS once no backup that you may restore is older than this.`)
}
