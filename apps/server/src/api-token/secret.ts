import { createHash, randomBytes } from 'node:crypto'

import { TOKEN_PREFIX } from '@yilian/domain/api-token.ts'

const SECRET_BYTES = 32
const SHOWN = TOKEN_PREFIX.length + 6

/** The shape of every secret, for those who look for leaked ones: `yln_` and 43 characters of base64url. */
export const SECRET = /^yln_[A-Za-z0-9_-]{43}$/

/** A new secret; it is shown once and kept nowhere. */
export function newSecret(): string {
  return TOKEN_PREFIX + randomBytes(SECRET_BYTES).toString('base64url')
}

/** What is kept of it. Nobody guesses 32 random bytes, so that a hash without salt, which an index finds, tells nothing. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}

/** The beginning, by which its owner knows it again. */
export function shownPart(secret: string): string {
  return secret.slice(0, SHOWN)
}
