import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** While the code of a screen is fetched: the shape of a page head and a body. */
export function LoadingPage(): ReactNode {
  const { t } = useTranslation('shell')
  return (
    <div style={{ padding: 16 }} role="status" aria-label={t('loading')}>
      <Skeleton active title={{ width: 200 }} paragraph={{ rows: 8 }} />
    </div>
  )
}
