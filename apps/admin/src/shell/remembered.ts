import type { Locale } from '@yilian/domain/locale.ts'
import { storedLocale } from '../i18n/i18n.ts'
import { oneOf, parseAddress, text, writeAddress } from './address.ts'

const STORED_COUNTY = 'yilian.county'

/** Remembers the county for the next time the system is opened at its front door. */
export function rememberCounty(code: string | undefined): void {
  if (code === undefined) localStorage.removeItem(STORED_COUNTY)
  else localStorage.setItem(STORED_COUNTY, code)
}

/**
 * The language to start in, and the address to show instead of the one opened (`null`: keep it). A language chosen
 * before is added where the address says none; the county only at the bare front door, because any other link must
 * reproduce what its sender saw.
 */
export function rememberedAddress(location: { pathname: string; search: string; hash: string }): { locale: Locale; href: string | null } {
  const search = parseAddress(location.search)
  const locale = oneOf(search.lang, ['zh', 'en']) ?? storedLocale()
  const county =
    text(search.county) ??
    (location.pathname === '/' && location.search === '' ? (localStorage.getItem(STORED_COUNTY) ?? undefined) : undefined)
  const wanted = writeAddress({ ...search, county, lang: locale === 'zh' ? undefined : locale })
  return { locale, href: wanted === writeAddress(search) ? null : location.pathname + wanted + location.hash }
}

/** The same address in this language. */
export function addressIn(href: string, locale: Locale): string {
  const [, pathname = '/', search = '', hash = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/.exec(href) ?? []
  return pathname + writeAddress({ ...parseAddress(search), lang: locale === 'zh' ? undefined : locale }) + hash
}
