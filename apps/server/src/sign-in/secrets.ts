import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

import type { Keys } from '../keys/keys.ts'

/** What signing in keeps secret, each from the installation's keys for its own purpose. */
export interface SignInSecrets {
  /** For the sign-in library, current first: it signs cookies with the first, and encrypts second factors with it; others still decrypt. */
  readonly library: readonly { readonly version: number; readonly value: string }[]
  /** The token that pages send with every change in this session. */
  csrfToken(sessionToken: string): string
  /** Under what a user name that nobody has is counted. */
  nameHash(name: string): string
  /** Under what a used code is remembered. */
  codeHash(code: string): string
  /** The code that lets somebody set up the installation that began at this moment from elsewhere. */
  setUpCode(began: string): string
}

const PURPOSE = 'sign-in library'

export function signInSecrets(keys: Keys): SignInSecrets {
  const library = keys.ids.map((id) => ({ version: versionOf(id), value: keys.derive(PURPOSE, id).toString('base64url') }))
  return {
    library,
    csrfToken: mac(keys.derive('csrf token')),
    nameHash: mac(keys.derive('unknown user name')),
    codeHash: mac(keys.derive('used code')),
    // Twelve letters and digits that are not mistaken for each other: nobody guesses them within the limits, and they can be typed.
    setUpCode: (began) =>
      readable(createHmac('sha256', keys.derive('set-up code')).update(began).digest().subarray(0, 12)).replace(/(.{4})(.{4})/, '$1-$2-'),
  }
}

/** The library numbers its secrets; our keys have names. */
function versionOf(id: string): number {
  return createHash('sha256').update(id).digest().readUInt32BE(0)
}

function mac(key: Buffer): (text: string) => string {
  return (text) => createHmac('sha256', key).update(text).digest('base64url')
}

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

function readable(bytes: Uint8Array): string {
  return [...bytes].map((byte) => LETTERS[byte % LETTERS.length]).join('')
}

/** Whether two texts are the same, in a time that does not tell how much of them is. */
export function isSame(a: string, b: string): boolean {
  const [x, y] = [a, b].map((text) => createHash('sha256').update(text).digest())
  return timingSafeEqual(x!, y!)
}
