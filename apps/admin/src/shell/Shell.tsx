import { Outlet, useLocation } from '@tanstack/react-router'
import { Drawer } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useActivity } from '../client/activity.ts'
import { FailureNotice } from '../client/FailureNotice.tsx'
import { usePermissions } from '../session/use-may.ts'
import { SessionEndedDialog } from '../sign-in/SessionEndedDialog.tsx'
import { useFrame } from './frame-data.ts'
import { LoadingPage } from './LoadingPage.tsx'
import { MomentStrips } from './MomentStrips.tsx'
import { Navigation } from './Navigation.tsx'
import { NotAllowedPage } from './NotAllowedPage.tsx'
import { placeOf } from './places.tsx'
import styles from './Shell.module.css'
import { TopBar } from './TopBar.tsx'

const COLLAPSED = 'yilian.nav.collapsed'

/** The frame of those who are signed in: navigation, top bar with the date, strips when the date is not today, and the screen. */
export function Shell(): ReactNode {
  const { t } = useTranslation('shell')
  const [collapsed, setCollapsed] = useState(() => localStorage.getItem(COLLAPSED) === 'true')
  const [drawerOpen, setDrawerOpen] = useState(false)
  const toggle = () => {
    localStorage.setItem(COLLAPSED, String(!collapsed))
    setCollapsed(!collapsed)
  }
  return (
    <>
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
            <Screen />
          </main>
        </div>
      </div>
      <SessionEndedDialog />
    </>
  )
}

/** The screen, once it is known who looks at it, and whether they may. */
function Screen(): ReactNode {
  const { pathname } = useLocation()
  const { viewer, error, retry } = useFrame()
  const may = usePermissions()
  if (!viewer) return error ? <FailureNotice error={error} onRetry={retry} /> : <LoadingPage />
  const needs = placeOf(pathname)?.needs ?? null
  return needs === null || may(needs) ? <Outlet /> : <NotAllowedPage needs={needs} />
}

/** A thin line while answers are awaited; it shows only after a moment, so that quick answers do not flicker. */
function ActivityLine(): ReactNode {
  const active = useActivity()
  const { t } = useTranslation('shell')
  return active ? <div className={styles.activity} role="progressbar" aria-label={t('working')} data-print="no" /> : null
}
