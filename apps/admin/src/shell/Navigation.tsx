import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons'
import { Link, useLocation } from '@tanstack/react-router'
import { Button, Menu } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Permission } from '@yilian/domain/access/permission.ts'
import { usePermissions } from '../session/use-may.ts'
import { placeOf, RECORDS, STAFF, SYSTEM, type PlaceShown } from './places.tsx'
import styles from './Shell.module.css'

interface NavigationProps {
  readonly collapsed: boolean
  readonly onToggle?: () => void
  /** After a choice: the drawer of a small screen closes. */
  readonly onChoose?: () => void
}

/** Only what one may see is listed. */
export function Navigation({ collapsed, onToggle, onChoose }: NavigationProps): ReactNode {
  const { t } = useTranslation('shell')
  const { pathname } = useLocation()
  const may = usePermissions()
  const here = placeOf(pathname)
  // Whoever reads nothing of the counties has no overview of them.
  const named = (text: PlaceShown['text']) => t(text === 'overview' && !may('institution.read') ? 'nav.start' : `nav.${text}`)
  const item = ({ to, text, icon }: PlaceShown) => ({
    key: to,
    icon,
    title: named(text),
    label: (
      <Link to={to} aria-current={here?.to === to ? 'page' : undefined}>
        {named(text)}
      </Link>
    ),
  })
  const seen = ({ needs }: { readonly needs: Permission | null }) => needs === null || may(needs)
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
          ...RECORDS.filter(seen).map(item),
          ...(STAFF.some(seen)
            ? [{ type: 'group' as const, key: 'staff', label: collapsed ? null : t('nav.staff'), children: STAFF.filter(seen).map(item) }]
            : []),
          { type: 'group', key: 'system', label: collapsed ? null : t('nav.system'), children: SYSTEM.filter(seen).map(item) },
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
