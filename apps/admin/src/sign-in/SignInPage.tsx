import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState, type ReactNode } from 'react'
import { useLocale } from '../i18n/useLocale.ts'
import { useSession } from '../session/page-session.ts'
import { isServed, wantedAddress } from '../session/way-in.ts'
import { addressIn } from '../shell/remembered.ts'
import { DemonstrationAccounts } from './DemonstrationAccounts.tsx'
import { FrontFrame } from './FrontFrame.tsx'
import styles from './SignIn.module.css'
import { SignInSteps } from './SignInSteps.tsx'

/** 登录: one step after the other, then on to where one wanted to go. */
export function SignInPage(): ReactNode {
  const { status } = useSession()
  const { to } = useSearch({ from: '/sign-in' })
  const navigate = useNavigate()
  const locale = useLocale()
  const [credentials, setCredentials] = useState({ username: '', password: '' })
  const [filled, setFilled] = useState(0)
  const done = status?.state === 'SIGNED_IN'
  useEffect(() => {
    if (!done) return
    const wanted = wantedAddress(to)
    if (isServed(wanted)) window.location.assign(wanted)
    else void navigate({ href: addressIn(wanted, locale), replace: true })
  }, [done, to, locale, navigate])
  return (
    <FrontFrame>
      <SignInSteps key={filled} credentials={credentials} onCredentials={setCredentials}>
        {(title, form, step) => (
          <>
            <section className={styles.card}>
              <h1>{title}</h1>
              {form}
            </section>
            {step === 'credentials' && status?.demonstration && (
              <DemonstrationAccounts
                accounts={status.demonstration}
                onUse={({ username, password }) => {
                  setCredentials({ username, password })
                  setFilled(filled + 1)
                }}
              />
            )}
          </>
        )}
      </SignInSteps>
    </FrontFrame>
  )
}
