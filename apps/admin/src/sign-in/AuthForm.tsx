import { Button } from 'antd'
import { useRef, useState, type ReactNode, type SubmitEvent } from 'react'
import { CommandForm } from '../command/form.ts'
import type { ShownIssue } from '../command/issues.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { AuthFailure } from '../session/auth-failure.ts'
import { RefusalAlert } from './RefusalAlert.tsx'

const REGISTERED = (): (() => void) => () => {}

interface AuthFormProps {
  /** What is wrong so far, shown once sending was tried; nothing is sent while there is anything. */
  readonly issues: readonly ShownIssue[]
  /** Issues that are worth showing while typing. */
  readonly live?: readonly ShownIssue[] | undefined
  readonly submit: string
  /** Sends it; an AuthFailure is said above the form, its issues beside their fields. */
  readonly onSubmit: () => Promise<void>
  /** Refusals in words of their own, by code. */
  readonly words?: Readonly<Record<string, string>> | undefined
  readonly danger?: boolean | undefined
  readonly block?: boolean | undefined
  readonly extra?: ReactNode
  readonly children: ReactNode
}

/** A form that goes to a route of `/auth` rather than to a command: fields with their issues, one button, refusals in words. */
export function AuthForm(props: AuthFormProps): ReactNode {
  const { issues, live = [], submit, onSubmit, words, danger = false, block = false, extra, children } = props
  const locale = useLocale()
  const [attempted, setAttempted] = useState(false)
  const [sending, setSending] = useState(false)
  const [failure, setFailure] = useState<AuthFailure | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const server = (failure?.issues ?? []).map(({ path, code, message }) => ({ path, code, text: message[locale] }))
  const shown = [...live, ...(attempted ? issues : []), ...server]

  const send = async () => {
    setAttempted(true)
    setFailure(null)
    if (issues.length > 0 || live.length > 0) {
      setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    setSending(true)
    try {
      await onSubmit()
      setAttempted(false)
    } catch (error) {
      setFailure(error instanceof AuthFailure ? error : new AuthFailure(0))
    }
    setSending(false)
  }
  const onSend = (event: SubmitEvent) => {
    event.preventDefault()
    void send()
  }
  return (
    <CommandForm
      value={{
        register: REGISTERED,
        issuesAt: (path) =>
          shown.filter((one, at) => one.path === path && shown.findIndex((same) => same.path === path && same.code === one.code) === at),
      }}
    >
      <form ref={form} onSubmit={onSend} noValidate>
        {failure && failure.issues.length === 0 && <RefusalAlert failure={failure} words={words} />}
        {children}
        <Button type="primary" htmlType="submit" danger={danger} loading={sending} block={block}>
          {submit}
        </Button>
        {extra}
      </form>
    </CommandForm>
  )
}
