import { Link } from '@tanstack/react-router'
import { Result } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export function NotFoundPage(): ReactNode {
  const { t } = useTranslation('shell')
  return (
    <Result
      icon={null}
      styles={{ title: { fontSize: 18 } }}
      title={<h1 style={{ font: 'inherit', margin: 0 }}>{t('notFound.title')}</h1>}
      subTitle={t('notFound.advice')}
      extra={<Link to="/">{t('notFound.home')}</Link>}
    />
  )
}

/** An address that names something the moment does not know: an institution before it was founded, say. */
export function NothingFound({ thing, children }: { readonly thing: string; readonly children?: ReactNode }): ReactNode {
  const { t } = useTranslation('shell')
  return (
    <Result
      icon={null}
      styles={{ title: { fontSize: 18 } }}
      title={<h1 style={{ font: 'inherit', margin: 0 }}>{t('notFound.thing', { thing })}</h1>}
      subTitle={t('notFound.thingAdvice')}
      extra={children}
    />
  )
}
