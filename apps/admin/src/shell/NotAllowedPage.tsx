import { ruleOf, type Permission } from '@yilian/domain/access/permission.ts'
import { Link } from '@tanstack/react-router'
import { Result } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../i18n/useLocale.ts'

/** A place that exists, but not for the one who is signed in: who it is for, and where one's own grants stand. */
export function NotAllowedPage({ needs }: { readonly needs: Permission }): ReactNode {
  const { t } = useTranslation('shell')
  const locale = useLocale()
  return (
    <Result
      icon={null}
      styles={{ title: { fontSize: 18 } }}
      title={<h1 style={{ font: 'inherit', margin: 0 }}>{t('notAllowed.title')}</h1>}
      subTitle={
        <>
          {ruleOf(needs).says[locale]}
          <br />
          {t('notAllowed.advice')}
        </>
      }
      extra={
        <>
          <Link to="/account" search={{ tab: 'grants' }}>
            {t('notAllowed.grants')}
          </Link>
          <Link to="/" style={{ marginInlineStart: 16 }}>
            {t('notFound.home')}
          </Link>
        </>
      }
    />
  )
}
