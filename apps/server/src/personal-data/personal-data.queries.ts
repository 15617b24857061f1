import { sql } from 'kysely'

import { acting, type Acting } from '@yilian/database/act-as.ts'
import type { Db } from '@yilian/database/db.ts'
import { normalisePersonal, personalIssues, type PersonalField } from '@yilian/domain/personal-data.ts'

import type { Keys } from '../keys/keys.ts'
import { keyIdOf, lookupHash, lookupHashes, seal, unseal } from './seal.ts'

/** The columns in which a kind of personal data is kept. */
const COLUMNS = {
  PHONE: { encrypted: 'phoneEncrypted', hash: 'phoneHash' },
  IDENTITY_NUMBER: { encrypted: 'identityNumberEncrypted', hash: 'identityNumberHash' },
} as const satisfies Record<PersonalField, { encrypted: string; hash: string }>

/** Keeps what is given, in its normal form: `undefined` stays as it is, `null` is taken away. */
export async function setPersonal(
  db: Db,
  keys: Keys,
  userId: string,
  { PHONE: phone, IDENTITY_NUMBER: identityNumber }: Readonly<Record<PersonalField, string | null | undefined>>,
): Promise<void> {
  if (phone === undefined && identityNumber === undefined) return
  const columns = {
    ...(phone !== undefined && personalColumns(keys, 'PHONE', userId, phone)),
    ...(identityNumber !== undefined && personalColumns(keys, 'IDENTITY_NUMBER', userId, identityNumber)),
  }
  await db.updateTable('userAccount').set(columns).where('id', '=', userId).execute()
}

function personalColumns(keys: Keys, field: PersonalField, userId: string, value: string | null) {
  const encrypted = value === null ? null : seal(keys, { field, userId }, value)
  const hash = value === null ? null : lookupHash(keys, field, value)
  return field === 'PHONE'
    ? { phoneEncrypted: encrypted, phoneHash: hash }
    : { identityNumberEncrypted: encrypted, identityNumberHash: hash }
}

/** The account, disabled ones included, that has this value in its normal form. */
export async function userWithPersonal(
  db: Db,
  keys: Keys,
  field: PersonalField,
  value: string,
): Promise<{ id: string; username: string } | undefined> {
  return db
    .selectFrom('userAccount')
    .select(['id', 'username'])
    .where(COLUMNS[field].hash, 'in', lookupHashes(keys, field, value))
    .executeTakeFirst()
}

/** The user name of a phone number as somebody types it at sign-in; `null` when it is none, or nobody has it. */
export async function usernameOfPhone(db: Db, keys: Keys, typed: string): Promise<string | null> {
  const phone = normalisePersonal('PHONE', typed)
  if (personalIssues('', 'PHONE', phone).length > 0) return null
  return (await userWithPersonal(db, keys, 'PHONE', phone))?.username ?? null
}

/** One value in clear; `null` when there is none, or no such account. */
export async function personalValue(db: Db, keys: Keys, field: PersonalField, userId: string): Promise<string | null> {
  const row = await db
    .selectFrom('userAccount')
    .select(['phoneEncrypted', 'identityNumberEncrypted'])
    .where('id', '=', userId)
    .executeTakeFirst()
  const text = row?.[COLUMNS[field].encrypted] ?? null
  return text === null ? null : unseal(keys, { field, userId }, text)
}

const AT_ONCE = 200

/**
 * Seals with the current key whatever another key has sealed, so that the other can be taken away; answers how many accounts. Accounts
 * can be used meanwhile, and it can be broken off and begun again.
 */
export async function resealPersonalData(db: Db, keys: Keys, who: Acting): Promise<number> {
  const current = `v1.${keys.current}.%`
  for (let done = 0; ;) {
    const count = await acting(db, who, async (trx) => {
      const rows = await trx
        .selectFrom('userAccount')
        .select(['id', 'phoneEncrypted', 'identityNumberEncrypted'])
        .where(sql<boolean>`(phone_encrypted not like ${current} or identity_number_encrypted not like ${current})`)
        .orderBy('id')
        .limit(AT_ONCE)
        .forNoKeyUpdate()
        .execute()
      for (const row of rows) await trx.updateTable('userAccount').set(resealed(keys, row)).where('id', '=', row.id).execute()
      return rows.length
    })
    done += count
    if (count === 0) return done
  }
}

interface Sealed {
  readonly id: string
  readonly phoneEncrypted: string | null
  readonly identityNumberEncrypted: string | null
}

function resealed(keys: Keys, row: Sealed) {
  const columns = (field: PersonalField) => {
    const text = row[COLUMNS[field].encrypted]
    if (text === null || keyIdOf(text) === keys.current) return {}
    return personalColumns(keys, field, row.id, unseal(keys, { field, userId: row.id }, text))
  }
  return { ...columns('PHONE'), ...columns('IDENTITY_NUMBER') }
}
