import { Outlet, useLocation } from '@tanstack/react-router'
import { App, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../i18n/useLocale.ts'
import { isFrontPage } from '../session/way-in.ts'
import { theme } from '../theme/theme.ts'
import { Shell } from './Shell.tsx'

/** What every page stands in: look and language; and for those who are signed in the frame. */
export function Root(): ReactNode {
  const locale = useLocale()
  const { t } = useTranslation('shell')
  const { pathname } = useLocation()
  useEffect(() => {
    document.title = t('productLong')
    dayjs.locale(locale === 'zh' ? 'zh-cn' : 'en')
  }, [locale, t])
  return (
    <ConfigProvider theme={theme} locale={locale === 'zh' ? zhCN : enUS} componentSize="middle" button={{ autoInsertSpace: false }}>
      <App component={false}>{isFrontPage(pathname) ? <Outlet /> : <Shell />}</App>
    </ConfigProvider>
  )
}
