import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { failureOf } from '../client/failure.ts'
import { instantText } from '../i18n/format.ts'
import styles from './CommandDialog.module.css'
import type { ShownIssue } from './issues.ts'
import type { Command } from './useCommand.ts'

interface CommandNoticesProps {
  readonly command: Pick<Command<object>, 'stale' | 'failure' | 'submit' | 'rebase'>
  /** Issues that belong to no field on the screen. */
  readonly issues: readonly ShownIssue[]
}

/** What stands above the form: issues of the whole, someone else's change that came first, a failed connection. */
export function CommandNotices({ command: { stale, failure, submit, rebase }, issues }: CommandNoticesProps): ReactNode {
  const { t } = useTranslation('command')
  const { t: shell } = useTranslation('shell')
  if (issues.length === 0 && stale === null && failure === null) return null
  const failed = failure && failureOf(failure, navigator.onLine)
  return (
    <div className={styles.top} role="alert">
      {stale && (
        <Alert
          type="warning"
          showIcon
          title={t('staleTitle')}
          description={
            <>
              {stale.message}
              <ul>
                {stale.changes.map(({ number, recordedAt, summary, actor }) => (
                  <li key={number}>{t('staleBy', { actor: actor.name, at: instantText(recordedAt), summary })}</li>
                ))}
              </ul>
            </>
          }
          action={
            <Button size="small" type="primary" onClick={rebase}>
              {t('staleRetry')}
            </Button>
          }
        />
      )}
      {failed && (
        <Alert
          type="error"
          showIcon
          title={t('networkTitle')}
          description={`${failed.kind === 'forbidden' ? shell('failure.forbidden.advice') : t(failed.kind === 'offline' || failed.kind === 'unreachable' ? 'network' : 'serverError')} ${failed.requestId === null ? '' : shell('failure.requestId', { id: failed.requestId })}`}
          action={
            <Button size="small" onClick={submit}>
              {t('retry')}
            </Button>
          }
        />
      )}
      {issues.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={t('issues')}
          description={
            issues.length === 1 ? (
              issues[0]!.text
            ) : (
              <ul>
                {issues.map(({ path, code, text }) => (
                  <li key={path + code + text}>{text}</li>
                ))}
              </ul>
            )
          }
        />
      )}
    </div>
  )
}
