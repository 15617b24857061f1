import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LanguageSwitch } from '../shell/LanguageSwitch.tsx'
import styles from './SignIn.module.css'

/** The frame of the pages before one is signed in: whose system this is, and the other language. */
export function FrontFrame({ children }: { readonly children: ReactNode }): ReactNode {
  const { t } = useTranslation('signIn')
  const { t: shell } = useTranslation('shell')
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <span className={styles.brand}>
          <img src="/icon.svg" alt="" />
          {shell('product')}
        </span>
        <span className={styles.product}>{t('product')}</span>
        <span className={styles.spacer} />
        <LanguageSwitch />
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </div>
  )
}
