import type { CombinedError } from '@urql/core'
import { Alert, Button, Modal } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { failureOf } from '../client/failure.ts'
import styles from './CommandDialog.module.css'
import { CommandForm } from './form.ts'
import { worthShowing, type ShownIssue } from './issues.ts'
import { useSubmitKeys } from './useSubmitKeys.ts'

const REGISTERED = (): (() => void) => () => {}

/** What sending came to: done, refused with issues, or not answered. */
export type Sent = 'done' | { readonly issues: readonly ShownIssue[] } | { readonly failure: CombinedError | undefined }

interface FormDialogProps {
  readonly title: string
  /** What the button says will happen. */
  readonly confirm: string
  readonly danger?: boolean | undefined
  /** What is wrong with what is typed; nothing is sent while there is anything. */
  readonly issues: readonly ShownIssue[]
  /** The paths of the fields of this form; other issues stand on top. */
  readonly fields: readonly string[]
  readonly onSubmit: () => Promise<Sent>
  readonly onClose: () => void
  readonly children: (change: (path: string) => void) => ReactNode
}

/**
 * A small dialog for what is no change of a record (a token, a look at a number): fields with their issues, one button. What is recorded
 * and dated goes through `CommandDialog`.
 */
export function FormDialog({ title, confirm, danger = false, issues, fields, onSubmit, onClose, children }: FormDialogProps): ReactNode {
  const { t } = useTranslation('command')
  const { t: shell } = useTranslation('shell')
  const [open, setOpen] = useState(true)
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const [attempted, setAttempted] = useState(false)
  const [sending, setSending] = useState(false)
  const [sent, setSent] = useState<Exclude<Sent, 'done'> | null>(null)
  const body = useRef<HTMLDivElement>(null)
  const refused = sent && 'issues' in sent ? sent.issues : []
  const shown = [...issues.filter((one) => worthShowing(one, touched, attempted)), ...refused]
  const top = shown.filter(({ path }) => !fields.includes(path))
  const failed = sent && 'failure' in sent ? sent : null

  const submit = async () => {
    setAttempted(true)
    if (sending) return
    if (issues.length > 0) {
      setTimeout(() => body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    setSending(true)
    setSent(null)
    const result = await onSubmit()
    setSending(false)
    if (result === 'done') setOpen(false)
    else setSent(result)
  }
  useSubmitKeys(body, () => void submit())
  const change = (path: string) => {
    setTouched((before) => new Set([...before, path]))
    setSent(null)
  }
  return (
    <Modal
      open={open}
      title={title}
      width={460}
      mask={{ closable: false }}
      onCancel={() => setOpen(false)}
      afterClose={onClose}
      afterOpenChange={(visible) => {
        if (visible) body.current?.querySelector<HTMLElement>('input:not([type="radio"], [type="checkbox"]), textarea')?.focus()
      }}
      footer={
        <>
          <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
          <Button type="primary" danger={danger} loading={sending} onClick={() => void submit()}>
            {confirm}
          </Button>
        </>
      }
    >
      <CommandForm value={{ register: REGISTERED, issuesAt: (path) => shown.filter((one) => one.path === path) }}>
        <div ref={body} className={styles.small}>
          {top.length > 0 && (
            <Alert type="error" showIcon role="alert" title={top.map(({ text }) => text).join(' ')} style={{ marginBottom: 12 }} />
          )}
          {failed && (
            <Alert
              type="error"
              showIcon
              role="alert"
              title={failed.failure ? shell(`failure.${failureOf(failed.failure, navigator.onLine).kind}.title`) : t('networkTitle')}
              description={t('serverError')}
              style={{ marginBottom: 12 }}
            />
          )}
          {children(change)}
        </div>
      </CommandForm>
    </Modal>
  )
}
