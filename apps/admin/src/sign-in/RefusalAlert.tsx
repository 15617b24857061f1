import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { instantText } from '../i18n/format.ts'
import { useLocale } from '../i18n/useLocale.ts'
import type { AuthFailure } from '../session/auth-failure.ts'

interface RefusalAlertProps {
  readonly failure: AuthFailure
  readonly words?: Readonly<Record<string, string>> | undefined
}

/** Why somebody was refused, in words, and from when on it may be tried again. */
export function RefusalAlert({ failure, words = {} }: RefusalAlertProps): ReactNode {
  const { t } = useTranslation('signIn')
  const locale = useLocale()
  const { code, text, retryAfterSeconds: seconds } = failure
  const when =
    seconds === null
      ? t('failure.later')
      : seconds < 60
        ? t('failure.afterSeconds', { count: seconds })
        : t('failure.afterMinutes', { count: Math.ceil(seconds / 60), at: clockIn(seconds) })
  const known = code === 'WRONG_CREDENTIALS' || code === 'DISABLED' || code === 'UNREACHABLE' ? t(`failure.${code}`) : null
  const timed = code === 'LOCKED' || code === 'TOO_MANY' ? t(`failure.${code}`, { when }) : null
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={words[code] ?? timed ?? known ?? text?.[locale] ?? t('failure.FAILED')}
      style={{ marginBottom: 12 }}
    />
  )
}

/** The clock in China after so many seconds: `19:45`. */
function clockIn(seconds: number): string {
  return instantText(new Date(Date.now() + seconds * 1000).toISOString()).slice(11)
}
