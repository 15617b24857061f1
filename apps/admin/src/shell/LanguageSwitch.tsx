import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { setLocale } from '../i18n/i18n.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { useSetRootSearch } from './moment.ts'

/** Shows the other language, at the same place. */
export function useSwitchLanguage(): () => void {
  const setRootSearch = useSetRootSearch()
  const other = useLocale() === 'en' ? 'zh' : 'en'
  return () => {
    setLocale(other)
    setRootSearch({ lang: other === 'en' ? 'en' : undefined })
  }
}

/** The other language, in its own words. */
export function LanguageSwitch({ className = '' }: { readonly className?: string | undefined }): ReactNode {
  const { t } = useTranslation('shell')
  const locale = useLocale()
  return (
    <Button type="text" className={className} lang={locale === 'en' ? 'zh-CN' : 'en'} title={t('lang.label')} onClick={useSwitchLanguage()}>
      {t('lang.switch')}
    </Button>
  )
}
