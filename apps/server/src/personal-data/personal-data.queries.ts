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

/** Whose they are: an account’s, or of somebody on the staff. */
export interface PersonalOwner {
  readonly of: 'USER' | 'PERSON'
  readonly id: string
}

/** Where each keeps them: accounts in their own row, people in a row beside theirs. */
const TABLES = {
  USER: { table: 'userAccount', id: 'id' },
  PERSON: { table: 'personPersonal', id: 'personId' },
} as const satisfies Record<PersonalOwner['of'], { table: string; id: string }>

type PersonalValues = Readonly<Record<PersonalField, string | null | undefined>>

/** Keeps what is given, in its normal form: `undefined` stays as it is, `null` is taken away. */
export async function setPersonal(db: Db, keys: Keys, { of, id }: PersonalOwner, values: PersonalValues): Promise<void> {
  const columns = columnsOf(keys, id, values)
  if (Object.keys(columns).length === 0) return
  if (of === 'USER') await db.updateTable('userAccount').set(columns).where('id', '=', id).execute()
  else
    await db
      .insertInto('personPersonal')
      .values({ personId: id, ...columns })
      .onConflict((conflict) => conflict.column('personId').doUpdateSet(columns))
      .execute()
}

/** Sealed numbers of somebody on the staff, as they are kept; null: nothing is said of it. */
export interface SealedNumbers {
  readonly personId: string
  readonly phoneEncrypted: string | null
  readonly phoneHash: string | null
  readonly identityNumberEncrypted: string | null
  readonly identityNumberHash: string | null
}

/** Seals what is said of somebody. */
export function sealedNumbers(keys: Keys, personId: string, values: PersonalValues): SealedNumbers {
  return { ...NOTHING_KEPT, ...columnsOf(keys, personId, values), personId }
}

/** Keeps numbers of many people; what is null stays as it is. One statement. */
export async function keepSealed(db: Db, rows: readonly SealedNumbers[]): Promise<void> {
  if (rows.length === 0) return
  const said = (column: string) => sql`${sql.ref(column)} = coalesce(excluded.${sql.ref(column)}, person_personal.${sql.ref(column)})`
  await sql`insert into person_personal (person_id, phone_encrypted, phone_hash, identity_number_encrypted, identity_number_hash)
    select * from jsonb_to_recordset(${JSON.stringify(
      rows.map((row) => ({
        person_id: row.personId,
        phone_encrypted: row.phoneEncrypted,
        phone_hash: row.phoneHash,
        identity_number_encrypted: row.identityNumberEncrypted,
        identity_number_hash: row.identityNumberHash,
      })),
    )}::jsonb) as r(person_id uuid, phone_encrypted text, phone_hash text, identity_number_encrypted text, identity_number_hash text)
    on conflict (person_id) do update set ${sql.join(Object.keys(NOTHING_KEPT).map(said))}`.execute(db)
}

const NOTHING_KEPT = { phoneEncrypted: null, phoneHash: null, identityNumberEncrypted: null, identityNumberHash: null }

function columnsOf(keys: Keys, ownerId: string, { PHONE: phone, IDENTITY_NUMBER: identityNumber }: PersonalValues) {
  return {
    ...(phone !== undefined && personalColumns(keys, 'PHONE', ownerId, phone)),
    ...(identityNumber !== undefined && personalColumns(keys, 'IDENTITY_NUMBER', ownerId, identityNumber)),
  }
}

function personalColumns(keys: Keys, field: PersonalField, ownerId: string, value: string | null) {
  const encrypted = value === null ? null : seal(keys, { field, ownerId }, value)
  const hash = value === null ? null : lookupHash(keys, field, value)
  return field === 'PHONE'
    ? { phoneEncrypted: encrypted, phoneHash: hash }
    : { identityNumberEncrypted: encrypted, identityNumberHash: hash }
}

/** The people who have these values in their normal form, by value. One statement. */
export async function peopleWithPersonal(
  db: Db,
  keys: Keys,
  field: PersonalField,
  values: readonly string[],
): Promise<Map<string, string>> {
  if (values.length === 0) return new Map()
  const valueOf = new Map(values.flatMap((value) => lookupHashes(keys, field, value).map((hash) => [hash, value] as const)))
  const column = COLUMNS[field].hash
  const rows = await db
    .selectFrom('personPersonal')
    .select(['personId', column])
    .where(column, 'in', [...valueOf.keys()])
    .execute()
  return new Map(rows.map(({ personId, ...row }) => [valueOf.get(row[column] ?? '') ?? '', personId]))
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

/** Whether a value is kept, without opening it. */
export async function hasPersonal(db: Db, field: PersonalField, { of, id }: PersonalOwner): Promise<boolean> {
  const { table, id: key } = TABLES[of]
  const { rows } =
    await sql`select from ${sql.table(table)} where ${sql.ref(key)} = ${id} and ${sql.ref(COLUMNS[field].encrypted)} is not null`.execute(
      db,
    )
  return rows.length > 0
}

/** One value in clear; `null` when there is none, or nobody of the kind. */
export async function personalValue(db: Db, keys: Keys, field: PersonalField, { of, id }: PersonalOwner): Promise<string | null> {
  const { table, id: key } = TABLES[of]
  const { rows } = await sql<{ text: string | null }>`
    select ${sql.ref(COLUMNS[field].encrypted)} as text from ${sql.table(table)} where ${sql.ref(key)} = ${id}`.execute(db)
  const text = rows[0]?.text ?? null
  return text === null ? null : unseal(keys, { field, ownerId: id }, text)
}

const AT_ONCE = 200

/**
 * Seals with the current key whatever another key has sealed, so that the other can be taken away; answers how many accounts and people.
 * They can be used meanwhile, and it can be broken off and begun again.
 */
export async function resealPersonalData(db: Db, keys: Keys, who: Acting): Promise<number> {
  let done = 0
  for (const kind of ['USER', 'PERSON'] as const) {
    for (let count = AT_ONCE; count > 0; done += count) count = await acting(db, who, (trx) => resealSome(trx, keys, kind))
  }
  return done
}

async function resealSome(trx: Db, keys: Keys, of: PersonalOwner['of']): Promise<number> {
  const { table, id } = TABLES[of]
  const current = `v1.${keys.current}.%`
  const { rows } = await sql<Sealed>`select ${sql.ref(id)} as id, phone_encrypted, identity_number_encrypted from ${sql.table(table)}
    where phone_encrypted not like ${current} or identity_number_encrypted not like ${current}
    order by 1 limit ${AT_ONCE} for no key update`.execute(trx)
  for (const row of rows) await setPersonal(trx, keys, { of, id: row.id }, unsealedWithOlder(keys, row))
  return rows.length
}

interface Sealed {
  readonly id: string
  readonly phoneEncrypted: string | null
  readonly identityNumberEncrypted: string | null
}

function unsealedWithOlder(keys: Keys, row: Sealed): PersonalValues {
  const value = (field: PersonalField) => {
    const text = row[COLUMNS[field].encrypted]
    return text === null || keyIdOf(text) === keys.current ? undefined : unseal(keys, { field, ownerId: row.id }, text)
  }
  return { PHONE: value('PHONE'), IDENTITY_NUMBER: value('IDENTITY_NUMBER') }
}
