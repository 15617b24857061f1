import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../session/page-session.ts'
import { CredentialsForm, type Credentials } from './CredentialsForm.tsx'
import { ForcedChangeForm } from './ForcedChangeForm.tsx'
import { SecondFactorForm } from './SecondFactorForm.tsx'

export type SignInStep = 'credentials' | 'second' | 'forced'

interface SignInStepsProps {
  readonly credentials: Credentials
  readonly onCredentials: (credentials: Credentials) => void
  /** Who has to sign in again; nobody else can in their place. */
  readonly fixedUser?: boolean | undefined
  /** The step with its title, for a page or a dialog. */
  readonly children: (title: string, form: ReactNode, step: SignInStep) => ReactNode
}

/** User name and password, then the second factor, then a password of one's own: whatever the session still needs. */
export function SignInSteps({ credentials, onCredentials, fixedUser, children }: SignInStepsProps): ReactNode {
  const { t } = useTranslation('signIn')
  const { status } = useSession()
  const [back, setBack] = useState(false)
  const name = status?.user?.name ?? credentials.username
  if (status?.state === 'TWO_FACTOR' && !back)
    return children(t('second.title'), <SecondFactorForm onBack={() => setBack(true)} />, 'second')
  if (status?.state === 'MUST_CHANGE_PASSWORD')
    return children(
      t('forced.title'),
      <ForcedChangeForm name={name} username={status.user?.username ?? credentials.username} known={credentials.password} />,
      'forced',
    )
  return children(
    t('title'),
    <CredentialsForm
      // An account that was filled in is a new form: what was wrong with the other one is forgotten.
      value={credentials}
      onChange={onCredentials}
      fixedUser={fixedUser}
      onSent={() => setBack(false)}
    />,
    'credentials',
  )
}
