import { Button, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../session/page-session.ts'
import type { SessionUser } from '../session/session.ts'
import { SIGN_IN } from '../session/way-in.ts'
import { writeAddress } from '../shell/address.ts'
import styles from './SignIn.module.css'
import { SignInSteps } from './SignInSteps.tsx'

/** Over a page whose session has ended: the page and what was typed stay, and go on once the same person has signed in again. */
export function SessionEndedDialog(): ReactNode {
  const { interrupted, status } = useSession()
  return interrupted && status?.state !== 'SIGNED_IN' ? <SignInAgain user={interrupted} /> : null
}

function SignInAgain({ user }: { readonly user: SessionUser }): ReactNode {
  const { t } = useTranslation('signIn')
  const [credentials, setCredentials] = useState({ username: user.username, password: '' })
  const { pathname, search } = window.location
  return (
    <SignInSteps credentials={credentials} onCredentials={setCredentials} fixedUser>
      {(title, form, step) => (
        <Modal
          open
          closable={false}
          footer={null}
          width={400}
          centered
          keyboard={false}
          title={step === 'credentials' ? t('ended.title') : title}
          zIndex={1900}
        >
          {step === 'credentials' && <p className={styles.explain}>{t('ended.explain')}</p>}
          {form}
          <div className={styles.links}>
            <Button type="link" size="small" href={SIGN_IN + writeAddress({ to: pathname + search })}>
              {t('ended.other')}
            </Button>
            <span className={styles.note}>{t('ended.otherExplain')}</span>
          </div>
        </Modal>
      )}
    </SignInSteps>
  )
}
