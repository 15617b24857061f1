import type { ErrorComponentProps } from '@tanstack/react-router'
import { Button, Result } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** A screen that threw. After an update of the server, old pages ask for chunks that are gone: that needs only a reload. */
export function CrashedPage({ error }: ErrorComponentProps): ReactNode {
  const { t } = useTranslation('shell')
  const words = error instanceof Error ? error.message : String(error)
  const outdated = /dynamically imported module|Importing a module script failed/i.test(words)
  return (
    <Result
      status={outdated ? 'info' : 'error'}
      title={outdated ? t('crash.updated') : t('crash.title')}
      subTitle={outdated ? t('crash.updatedAdvice') : t('crash.advice')}
      extra={
        <Button type="primary" onClick={() => window.location.reload()}>
          {t('crash.reload')}
        </Button>
      }
    >
      {outdated ? null : <pre style={{ whiteSpace: 'pre-wrap', margin: 0 }}>{words}</pre>}
    </Result>
  )
}
