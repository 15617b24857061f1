import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { LOCALES, type Locale } from '@yilian/domain/locale.ts'
import { resources } from './resources.ts'

const STORED = 'yilian.lang'

/** The language the user chose last on this machine; Chinese before any choice. */
export function storedLocale(): Locale {
  const stored = localStorage.getItem(STORED)
  return LOCALES.find((one) => one === stored) ?? 'zh'
}

/** Shows everything in `locale` and remembers it for addresses that do not say a language. */
export function setLocale(locale: Locale): void {
  localStorage.setItem(STORED, locale)
  document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en'
  if (i18next.language !== locale) void i18next.changeLanguage(locale)
}

/** Must run before the first render; texts are part of the bundle, so nothing is awaited. */
export function initI18n(locale: Locale): void {
  void i18next.use(initReactI18next).init({
    lng: locale,
    fallbackLng: false,
    resources,
    defaultNS: 'shell',
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en'
}
