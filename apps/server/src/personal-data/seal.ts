import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

import { maskPersonal, type PersonalField } from '@yilian/domain/personal-data.ts'

import type { Keys } from '../keys/keys.ts'

/** Whose value of which kind is sealed: bound into the text, so that one moved to another row or column does not open. */
export interface SealedFor {
  readonly field: PersonalField
  /** The account or person, a uuid. */
  readonly ownerId: string
}

const VERSION = 'v1'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Encrypts a value with the current key (AES-256-GCM): `v1.<keyId>.<nonce>.<cipher and tag>`, the last two in base64url. */
export function seal(keys: Keys, where: SealedFor, value: string): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keys.derive(ENCRYPTION), nonce).setAAD(boundTo(where))
  const sealed = Buffer.concat([cipher.update(value, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return [VERSION, keys.current, nonce.toString('base64url'), sealed.toString('base64url')].join('.')
}

/** The value in a sealed text. Throws `KeysUnavailable` when its key is not here, and when the text was changed or moved. */
export function unseal(keys: Keys, where: SealedFor, text: string): string {
  const [version, keyId = '', nonce = '', sealed = ''] = text.split('.')
  if (version !== VERSION) throw new Error('personal data are sealed in a way that this program does not know')
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', keys.derive(ENCRYPTION, keyId), Buffer.from(nonce, 'base64url'), {
    authTagLength: TAG_BYTES,
  })
    .setAAD(boundTo(where))
    .setAuthTag(bytes.subarray(-TAG_BYTES))
  return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8')
}

/** The key that a sealed text was made with. */
export function keyIdOf(text: string): string {
  return text.split('.')[1] ?? ''
}

/** The value as everybody may see it. */
export function unsealMasked(keys: Keys, where: SealedFor, text: string | null): string | null {
  return text === null ? null : maskPersonal(where.field, unseal(keys, where, text))
}

/** The keyed hash under which a value is found: the current key's. Without a key, all eleven-digit numbers could be tried. */
export function lookupHash(keys: Keys, field: PersonalField, value: string): string {
  return hashWith(keys, field, value, keys.current)
}

/** The hashes of a value under every key: while keys change, older ones are still in the table. */
export function lookupHashes(keys: Keys, field: PersonalField, value: string): string[] {
  return keys.ids.map((id) => hashWith(keys, field, value, id))
}

const ENCRYPTION = 'personal data encryption'
const LOOKUP = 'personal data look-up'

function hashWith(keys: Keys, field: PersonalField, value: string, keyId: string): string {
  return createHmac('sha256', keys.derive(LOOKUP, keyId)).update(`${field}:${value}`).digest('base64url')
}

function boundTo({ field, ownerId }: SealedFor): Buffer {
  return Buffer.from(`${field}:${ownerId}`)
}
