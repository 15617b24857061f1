import type { ErrorComponentProps } from '@tanstack/react-router'
import { Button, Result } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { AuthFailure } from '../session/auth-failure.ts'

const CHUNK_MISSING = /dynamically imported module|Importing a module script failed|Unable to preload/i

/**
 * A screen that threw. When the code of a screen cannot be fetched, either the network is gone or the server was updated and
 * old pages ask for files that are no longer there: both need no more than loading the page again.
 */
export function CrashedPage({ error }: ErrorComponentProps): ReactNode {
  const { t } = useTranslation('shell')
  const words = error instanceof Error ? error.message : String(error)
  const unanswered = error instanceof AuthFailure
  const kind = !navigator.onLine ? 'offline' : unanswered ? 'unreachable' : CHUNK_MISSING.test(words) ? 'updated' : 'crashed'
  return (
    <Result
      icon={null}
      styles={{ title: { fontSize: 18 } }}
      title={
        <h1 style={{ font: 'inherit', margin: 0 }}>
          {
            {
              crashed: t('crash.title'),
              updated: t('crash.updated'),
              offline: t('failure.offline.title'),
              unreachable: t('failure.unreachable.title'),
            }[kind]
          }
        </h1>
      }
      subTitle={
        {
          crashed: t('crash.advice'),
          updated: t('crash.updatedAdvice'),
          offline: t('failure.offline.advice'),
          unreachable: t('failure.unreachable.advice'),
        }[kind]
      }
      extra={
        <Button type="primary" onClick={() => window.location.reload()}>
          {kind === 'offline' || kind === 'unreachable' ? t('failure.retry') : t('crash.reload')}
        </Button>
      }
    >
      {kind === 'crashed' ? <pre style={{ whiteSpace: 'pre-wrap', margin: 0 }}>{words}</pre> : null}
    </Result>
  )
}
