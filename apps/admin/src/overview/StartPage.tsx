import { SettingOutlined } from '@ant-design/icons'
import { ROLES } from '@yilian/domain/access/role.ts'
import { Link } from '@tanstack/react-router'
import { Empty } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../i18n/useLocale.ts'
import { usePermissions } from '../session/use-may.ts'
import cards from '../shell/FactCard.module.css'
import { useFrame } from '../shell/frame-data.ts'
import { PageHead } from '../shell/PageHead.tsx'
import { SYSTEM } from '../shell/places.tsx'
import own from './Overview.module.css'

/** 工作台 of those who read nothing of the counties: administrators, and those without a grant. */
export function StartPage(): ReactNode {
  const { t } = useTranslation('overview')
  const { t: shell } = useTranslation('shell')
  const { t: account } = useTranslation('account')
  const locale = useLocale()
  const may = usePermissions()
  const { viewer } = useFrame()
  const roles = [...new Set((viewer?.grants ?? []).map(({ role }) => role))]
  const about = (text: (typeof SYSTEM)[number]['text']) => {
    if (text === 'users') return may('roleGrant.change') ? t('start.usersGrant') : t('start.users')
    return text === 'import' ? '' : t(`start.${text}`)
  }
  return (
    <>
      <PageHead
        title={t('start.title')}
        facts={roles.map((role) => ({ label: ROLES[role].label[locale], value: ROLES[role].duty[locale] }))}
      />
      {roles.length === 0 && (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          style={{ marginTop: 48 }}
          description={
            <>
              {t('start.none')}
              <br />
              <span className={cards.quiet}>{t('start.noneAdvice')}</span>
            </>
          }
        >
          <Link to="/account" search={{ tab: 'grants' }}>
            {t('start.grants')}
          </Link>
        </Empty>
      )}
      <nav aria-label={t('start.title')} className={own.places}>
        {SYSTEM.filter(({ needs }) => needs === null || may(needs)).map(({ to, text, icon }) => (
          <Link key={to} to={to} className={own.place}>
            <span className={own.placeIcon}>{icon}</span>
            <strong>{shell(`nav.${text}`)}</strong>
            <span className={cards.quiet}>{about(text)}</span>
          </Link>
        ))}
        <Link to="/account" className={own.place}>
          <span className={own.placeIcon}>
            <SettingOutlined />
          </span>
          <strong>{account('title')}</strong>
          <span className={cards.quiet}>{t('start.account')}</span>
        </Link>
      </nav>
    </>
  )
}
