import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { setLocale } from '../i18n/i18n.ts'
import { useSetRootSearch } from './moment.ts'

/** The other language, at the same place. */
export function LanguageSwitch(): ReactNode {
  const { t, i18n } = useTranslation('shell')
  const setRootSearch = useSetRootSearch()
  const other = i18n.language === 'en' ? 'zh' : 'en'
  return (
    <Button
      type="text"
      lang={other === 'en' ? 'en' : 'zh-CN'}
      title={t('lang.label')}
      onClick={() => {
        setLocale(other)
        setRootSearch({ lang: other === 'en' ? 'en' : undefined })
      }}
    >
      {t('lang.switch')}
    </Button>
  )
}
