import { Alert, Button, Result } from 'antd'
import type { CombinedError } from '@urql/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { failureOf } from './failure.ts'

interface FailureProps {
  readonly error: CombinedError
  readonly onRetry?: (() => void) | undefined
}

/** In place of a view that could not be read: what happened, what to do, the request's id, and a retry. */
export function FailureNotice({ error, onRetry }: FailureProps): ReactNode {
  const { t } = useTranslation('shell')
  const { kind, requestId } = failureOf(error, navigator.onLine)
  return (
    <Result
      status={kind === 'forbidden' ? '403' : 'warning'}
      icon={null}
      styles={{ root: { padding: 24 }, title: { fontSize: 16 } }}
      title={t(`failure.${kind}.title`)}
      subTitle={
        <>
          {t(`failure.${kind}.advice`)}
          {requestId !== null && <div>{t('failure.requestId', { id: requestId })}</div>}
        </>
      }
      extra={
        onRetry && kind !== 'forbidden' ? (
          <Button type="primary" onClick={onRetry}>
            {t('failure.retry')}
          </Button>
        ) : null
      }
    />
  )
}

/** Above a view that is shown although reading it again failed. */
export function StaleNotice({ error, onRetry }: FailureProps): ReactNode {
  const { t } = useTranslation('shell')
  const { kind, requestId } = failureOf(error, navigator.onLine)
  const id = requestId === null ? '' : t('failure.requestId', { id: requestId })
  return (
    <Alert
      type="warning"
      showIcon
      banner
      title={`${t('failure.stale')} ${t(`failure.${kind}.title`)} ${id}`}
      action={
        onRetry && (
          <Button size="small" onClick={onRetry}>
            {t('failure.retry')}
          </Button>
        )
      }
    />
  )
}
