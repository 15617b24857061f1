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
      title={t('notFound.title')}
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
      title={t('notFound.thing', { thing })}
      subTitle={t('notFound.thingAdvice')}
      extra={children}
    />
  )
}
