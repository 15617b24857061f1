import { useTranslation } from 'react-i18next'
import type { Locale } from '@yilian/domain/locale.ts'

/** The language shown; pass it to everything in `@yilian/domain` that speaks. */
export function useLocale(): Locale {
  const { i18n } = useTranslation()
  return i18n.language === 'en' ? 'en' : 'zh'
}
