import { passwordIssues } from '@yilian/domain/access/password.ts'
import { normalUsername, usernameIssues } from '@yilian/domain/access/username.ts'
import { ROLES } from '@yilian/domain/access/role.ts'
import { issuesAt } from '@yilian/domain/issue.ts'
import { Alert, Input, Result } from 'antd'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandField } from '../command/CommandField.tsx'
import { shownIssues } from '../command/issues.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { session, usePasswordRules, useSession } from '../session/page-session.ts'
import { AuthForm } from './AuthForm.tsx'
import { FrontFrame } from './FrontFrame.tsx'
import { PasswordInput } from './PasswordInput.tsx'
import { required } from './required.ts'
import styles from './SignIn.module.css'

/** The three administrators in the order in which they are asked for. */
const ADMINISTRATORS = {
  system: 'SYSTEM_ADMINISTRATOR',
  security: 'SECURITY_ADMINISTRATOR',
  audit: 'AUDIT_ADMINISTRATOR',
} as const satisfies Record<string, keyof typeof ROLES>
type Administrator = keyof typeof ADMINISTRATORS
const KEYS = Object.keys(ADMINISTRATORS) as Administrator[]

interface Draft {
  readonly username: string
  readonly name: string
  readonly password: string
}
const EMPTY: Draft = { username: '', name: '', password: '' }

/** 初始设置: the three administrators of an installation that has no user yet. */
export function SetUpPage(): ReactNode {
  const { t } = useTranslation('signIn')
  const [done, setDone] = useState(false)
  return (
    <FrontFrame>
      <section className={`${styles.card} ${styles.widest}`}>
        {done ? (
          <Result
            status="success"
            icon={null}
            title={<h1>{t('setUp.done')}</h1>}
            subTitle={t('setUp.doneExplain')}
            extra={<Link to="/sign-in">{t('setUp.goOn')}</Link>}
          />
        ) : (
          <>
            <h1>{t('setUp.title')}</h1>
            <p className={styles.lead}>{t('setUp.lead')}</p>
            <SetUpForm onDone={() => setDone(true)} />
          </>
        )}
      </section>
    </FrontFrame>
  )
}

function SetUpForm({ onDone }: { readonly onDone: () => void }): ReactNode {
  const { t } = useTranslation('signIn')
  const locale = useLocale()
  const { status } = useSession()
  const [drafts, setDrafts] = useState<Readonly<Record<Administrator, Draft>>>({ system: EMPTY, security: EMPTY, audit: EMPTY })
  const [code, setCode] = useState('')
  const needsCode = status?.setUpNeedsCode === true
  const fields = Object.fromEntries(
    KEYS.flatMap((key) =>
      Object.entries(drafts[key]).map(([field, value]: [string, string]) => [`administrators.${key}.${field}`, value.trim()]),
    ),
  )
  const rules = usePasswordRules()
  const wrong = KEYS.flatMap((key) => {
    const { username, password } = drafts[key]
    const path = `administrators.${key}`
    return [
      ...(username === '' ? [] : issuesAt(path, usernameIssues(normalUsername(username)))),
      ...(password === '' ? [] : passwordIssues({ password, username: normalUsername(username) }, rules, `${path}.password`)),
    ]
  })
  return (
    <AuthForm
      submit={t('setUp.submit')}
      live={shownIssues(wrong, locale)}
      issues={required(needsCode ? { ...fields, code: code.trim() } : fields, locale)}
      onSubmit={async () => {
        const administrators = Object.fromEntries(
          KEYS.map((key) => [key, { ...drafts[key], username: normalUsername(drafts[key].username), name: drafts[key].name.trim() }]),
        )
        await session.post('/set-up', { ...(needsCode ? { code: code.trim() } : {}), administrators })
        onDone()
        await session.refresh()
      }}
    >
      <div className={styles.three}>
        {KEYS.map((key) => (
          <fieldset key={key}>
            <legend>{ROLES[ADMINISTRATORS[key]].label[locale]}</legend>
            <AdministratorFields administrator={key} draft={drafts[key]} onChange={(draft) => setDrafts({ ...drafts, [key]: draft })} />
          </fieldset>
        ))}
      </div>
      <Alert type="info" showIcon title={t('setUp.why')} style={{ marginBottom: 14 }} />
      {needsCode && (
        <div className={styles.code}>
          <CommandField name="code" label={t('setUp.code')} required help={t('setUp.codeHint')}>
            {(control) => <Input {...control} autoComplete="off" value={code} onChange={({ target }) => setCode(target.value)} />}
          </CommandField>
        </div>
      )}
    </AuthForm>
  )
}

interface AdministratorFieldsProps {
  readonly administrator: Administrator
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
}

function AdministratorFields({ administrator, draft, onChange }: AdministratorFieldsProps): ReactNode {
  const { t } = useTranslation('signIn')
  const locale = useLocale()
  const path = `administrators.${administrator}`
  return (
    <>
      <p className={styles.duty}>{ROLES[ADMINISTRATORS[administrator]].duty[locale]}</p>
      <CommandField name={`${path}.name`} label={t('setUp.name')} required>
        {(control) => (
          <Input {...control} autoComplete="off" value={draft.name} onChange={({ target }) => onChange({ ...draft, name: target.value })} />
        )}
      </CommandField>
      <CommandField name={`${path}.username`} label={t('setUp.username')} required help={t('setUp.usernameHint')}>
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={draft.username}
            onChange={({ target }) => onChange({ ...draft, username: target.value })}
          />
        )}
      </CommandField>
      <CommandField
        name={`${path}.password`}
        label={t('setUp.password')}
        required
        help={administrator === 'system' ? null : t('setUp.mustChange')}
      >
        {(control) => (
          <PasswordInput
            control={control}
            autoComplete="new-password"
            value={draft.password}
            onChange={(password) => onChange({ ...draft, password })}
          />
        )}
      </CommandField>
    </>
  )
}
