import { Outlet } from '@tanstack/react-router'
import { App, ConfigProvider, Drawer } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useActivity } from '../client/activity.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { theme } from '../theme/theme.ts'
import { MomentStrips } from './MomentStrips.tsx'
import { Navigation } from './Navigation.tsx'
import styles from './Shell.module.css'
import { TopBar } from './TopBar.tsx'

const COLLAPSED = 'yilian.nav.collapsed'

/** The frame: navigation, top bar with the date, strips when the date is not today, and the screen. */
export function Shell(): ReactNode {
  const locale = useLocale()
  const { t } = useTranslation('shell')
  const [collapsed, setCollapsed] = useState(() => localStorage.getItem(COLLAPSED) === 'true')
  const [drawerOpen, setDrawerOpen] = useState(false)
  useEffect(() => {
    document.title = t('productLong')
    dayjs.locale(locale === 'zh' ? 'zh-cn' : 'en')
  }, [locale, t])
  const toggle = () => {
    localStorage.setItem(COLLAPSED, String(!collapsed))
    setCollapsed(!collapsed)
  }
  return (
    <ConfigProvider theme={theme} locale={locale === 'zh' ? zhCN : enUS} componentSize="middle" button={{ autoInsertSpace: false }}>
      <App component={false}>
        <a className={styles.skip} href="#main">
          {t('skip')}
        </a>
        <ActivityLine />
        <div className={styles.frame} data-collapsed={collapsed} data-print="flow">
          <nav className={styles.nav} aria-label={t('nav.label')} data-print="no">
            <Navigation collapsed={collapsed} onToggle={toggle} />
          </nav>
          <Drawer
            open={drawerOpen}
            onClose={() => setDrawerOpen(false)}
            placement="left"
            size={232}
            title={t('product')}
            styles={{ body: { padding: 0 } }}
          >
            <nav aria-label={t('nav.label')}>
              <Navigation collapsed={false} onChoose={() => setDrawerOpen(false)} />
            </nav>
          </Drawer>
          <div className={styles.column} data-print="flow">
            <TopBar onOpenNavigation={() => setDrawerOpen(true)} />
            <MomentStrips />
            <main id="main" tabIndex={-1} className={styles.main} data-print="flow">
              <Outlet />
            </main>
          </div>
        </div>
      </App>
    </ConfigProvider>
  )
}

/** A thin line while answers are awaited; it shows only after a moment, so that quick answers do not flicker. */
function ActivityLine(): ReactNode {
  const active = useActivity()
  const { t } = useTranslation('shell')
  return active ? <div className={styles.activity} role="progressbar" aria-label={t('working')} data-print="no" /> : null
}
