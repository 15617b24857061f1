import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { session } from '../session/page-session.ts'
import { ChangePasswordForm } from './ChangePasswordForm.tsx'
import styles from './SignIn.module.css'

interface ForcedChangeFormProps {
  readonly name: string
  readonly username: string
  /** The password just typed, so that it need not be typed again; empty when the page was loaded anew. */
  readonly known: string
}

/** A password of one's own, before anything else: at the first sign-in and after a reset. */
export function ForcedChangeForm({ name, username, known }: ForcedChangeFormProps): ReactNode {
  const { t } = useTranslation('signIn')
  return (
    <>
      <p className={styles.explain}>{t('forced.explain', { name })}</p>
      <ChangePasswordForm
        block
        username={username}
        known={known}
        submit={t('forced.submit')}
        onChanged={async () => void (await session.refresh())}
        extra={
          <div className={styles.links}>
            <Button type="link" size="small" onClick={() => void leave()}>
              {t('forced.signOut')}
            </Button>
          </div>
        }
      />
    </>
  )
}

async function leave(): Promise<void> {
  await session.post('/sign-out')
  await session.refresh()
}
