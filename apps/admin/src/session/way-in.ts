import { parseAddress, writeAddress } from '../shell/address.ts'
import type { SessionState } from './session.ts'

/** Pages without the frame: they are for those who are not signed in. */
export const SIGN_IN = '/sign-in'
export const SET_UP = '/set-up'

export function isFrontPage(pathname: string): boolean {
  return pathname === SIGN_IN || pathname === SET_UP
}

/** Where one has to go first, or instead, in this state of the session; `null`: one is where one may be. */
export function wayIn(state: SessionState, { pathname, href }: { pathname: string; href: string }): string | null {
  if (state === 'SIGNED_IN') return isFrontPage(pathname) ? wantedAddress(toOf(href)) : null
  if (state === 'SET_UP') return pathname === SET_UP ? null : SET_UP
  if (pathname === SIGN_IN) return null
  return `${SIGN_IN}${writeAddress({ to: isFrontPage(pathname) || href === '/' ? undefined : href, lang: langOf(href) })}`
}

/** The address one wanted before one had to sign in: of this site, and not the way in again; else the start page. */
export function wantedAddress(to: string | undefined): string {
  if (to === undefined || !to.startsWith('/')) return '/'
  const base = 'http://here.invalid'
  // As a browser reads it: `//elsewhere`, `/\elsewhere` and the like are other sites.
  const url = URL.canParse(to, base) ? new URL(to, base) : null
  if (url === null || url.origin !== base || isFrontPage(url.pathname)) return '/'
  return url.pathname + url.search + url.hash
}

/** Answered by the server itself, not by a screen of these pages. */
export function isServed(address: string): boolean {
  return /^\/(graphql|files|health|ready|auth)([/?#]|$)/.test(address)
}

function toOf(href: string): string | undefined {
  const { to } = parseAddress(href.split('?')[1]?.split('#')[0] ?? '')
  return typeof to === 'string' ? to : undefined
}

function langOf(href: string): string | undefined {
  return /[?&]lang=en\b/.test(href) ? 'en' : undefined
}
