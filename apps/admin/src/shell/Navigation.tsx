import {
  ApartmentOutlined,
  DashboardOutlined,
  FileTextOutlined,
  ImportOutlined,
  MedicineBoxOutlined,
  MenuFoldOutlined,
  MenuUnfoldOutlined,
} from '@ant-design/icons'
import { Link, useLocation } from '@tanstack/react-router'
import { Button, Menu } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Shell.module.css'

const ITEMS = [
  { to: '/', text: 'overview', icon: <DashboardOutlined /> },
  { to: '/institutions', text: 'institutions', icon: <MedicineBoxOutlined /> },
  { to: '/alliances', text: 'alliances', icon: <ApartmentOutlined /> },
  { to: '/documents', text: 'documents', icon: <FileTextOutlined /> },
] as const
const SYSTEM = [{ to: '/import', text: 'import', icon: <ImportOutlined /> }] as const

interface NavigationProps {
  readonly collapsed: boolean
  readonly onToggle?: () => void
  /** After a choice: the drawer of a small screen closes. */
  readonly onChoose?: () => void
}

/** Only what works is listed. */
export function Navigation({ collapsed, onToggle, onChoose }: NavigationProps): ReactNode {
  const { t } = useTranslation('shell')
  const { pathname } = useLocation()
  const all = [...ITEMS, ...SYSTEM]
  const here = all.find(({ to }) => (to === '/' ? pathname === '/' : pathname.startsWith(to)))
  const item = ({ to, text, icon }: (typeof all)[number]) => ({
    key: to,
    icon,
    title: t(`nav.${text}`),
    label: (
      <Link to={to} aria-current={here?.to === to ? 'page' : undefined}>
        {t(`nav.${text}`)}
      </Link>
    ),
  })
  return (
    <>
      <Link to="/" className={styles.brand} aria-label={t('productLong')}>
        <img src="/icon.svg" alt="" />
        {!collapsed && t('product')}
      </Link>
      <Menu
        mode="inline"
        inlineCollapsed={collapsed}
        onClick={() => onChoose?.()}
        selectedKeys={here ? [here.to] : []}
        style={{ borderInlineEnd: 'none', flex: 1 }}
        items={[
          ...ITEMS.map(item),
          { type: 'group', key: 'system', label: collapsed ? null : t('nav.system'), children: SYSTEM.map(item) },
        ]}
      />
      {onToggle && (
        <div className={styles.navFoot}>
          <Button
            type="text"
            className={styles.collapse}
            icon={collapsed ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
            onClick={onToggle}
            aria-label={collapsed ? t('nav.expand') : t('nav.collapse')}
          >
            {collapsed ? null : t('nav.collapse')}
          </Button>
        </div>
      )}
    </>
  )
}
