import { createHmac } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

import { isSame } from './secrets.ts'

/** What the library keeps in the browser. */
export type CookieName = 'session_token' | 'two_factor'

/**
 * Before every cookie's name. Over https browsers take one with `__Host-` only from this very host, with `Secure` and for all paths: no
 * other site of the domain can put one in its place.
 */
export function cookiePrefix(secure: boolean): string {
  return secure ? '__Host-yilian' : 'yilian'
}

/** The value of one of our cookies, or `null` where there is none or its signature is not ours. The library signs as `value.signature`. */
export function signedCookie({ headers }: IncomingMessage, secure: boolean, name: CookieName, secret: string): string | null {
  const text = cookieText(headers.cookie ?? '', `${cookiePrefix(secure)}.${name}`)
  const dot = text.lastIndexOf('.')
  if (dot <= 0) return null
  const value = text.slice(0, dot)
  return isSame(text.slice(dot + 1), createHmac('sha256', secret).update(value).digest('base64')) ? value : null
}

/** Takes our cookies out of the browser. */
export function expiredCookies(secure: boolean): string[] {
  return (['session_token', 'two_factor'] satisfies CookieName[]).map(
    (name) => `${cookiePrefix(secure)}.${name}=; Max-Age=0; Path=/; HttpOnly${secure ? '; Secure' : ''}; SameSite=Lax`,
  )
}

/** The first cookie of this name, as the library reads it. */
function cookieText(header: string, name: string): string {
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return decoded(pair.slice(at + 1).trim())
  }
  return ''
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
