import { App, Button, Modal } from 'antd'
import { useBlocker } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFrame } from '../shell/frame-data.ts'
import { useMoment } from '../shell/moment.ts'
import styles from './CommandDialog.module.css'
import type { FieldControl } from './CommandField.tsx'
import { CommandNotices } from './CommandNotices.tsx'
import { CommonFields } from './CommonFields.tsx'
import { EffectView } from './EffectView.tsx'
import { CommandForm, type CommandFormContext } from './form.ts'
import { placeIssues, worthShowing } from './issues.ts'
import type { CommandInput, CommonInput, Recorded } from './outcome.ts'
import { useCommand, type Command, type CommandSpec } from './useCommand.ts'
import { useSubmitKeys } from './useSubmitKeys.ts'
import { useRecordedNotice } from './useRecordedNotice.tsx'

export interface CommandFrameProps<D extends object, I extends CommandInput> extends Omit<CommandSpec<D, I>, 'effectiveOn' | 'onRecorded'> {
  /** The command in the words of the trade: 纳入成员. Also on the button until the sentence is complete. */
  readonly title: string
  /** The sentence on the confirming button: what will happen, from when. `null` while something is not chosen. */
  readonly confirm: (draft: D, common: CommonInput) => string | null
  /** False for corrections and for what has a day of its own. */
  readonly dated?: boolean | undefined
  /** The field of the document a change is based on; absent where documents themselves are recorded. */
  readonly documentField?:
    | ((
        control: FieldControl,
        documentId: string | null,
        onChange: (documentId: string | null) => void,
        countyCode: string | undefined,
      ) => ReactNode)
    | undefined
  readonly correction?: boolean | undefined
  /** The note says why, and is needed. */
  readonly noteRequired?: boolean | undefined
  /** Whether it takes a document, as the form is filled in. */
  readonly documentRequired?: ((draft: D) => boolean) | undefined
  /** Ends or dissolves something. */
  readonly danger?: boolean | undefined
  /** False for what has no timeline (an account, a department): the form alone, still judged by the server while typing. */
  readonly effect?: boolean | undefined
  /** More room for the form, for lists of rows. */
  readonly wide?: boolean | undefined
  /** Whose documents are offered; else those of the county shown. */
  readonly countyCode?: string | undefined
  readonly onClose: () => void
  readonly onRecorded?: ((recorded: Recorded) => void) | undefined
  readonly children: (command: Command<D>) => ReactNode
}

/** The frame of `CommandDialog`, which adds the document field: features use that one. */
export function CommandFrame<D extends object, I extends CommandInput>(props: CommandFrameProps<D, I>): ReactNode {
  const {
    title,
    confirm,
    dated = true,
    documentField,
    correction = false,
    danger = false,
    noteRequired = false,
    documentRequired = () => false,
    effect = true,
    wide = false,
    onClose,
    onRecorded,
    children,
  } = props
  const { t } = useTranslation('command')
  const { modal, notification } = App.useApp()
  const { today } = useFrame()
  const moment = useMoment()
  const announce = useRecordedNotice()
  const [open, setOpen] = useState(true)
  // What the command before this one did has been read; its notice would lie over the buttons.
  useEffect(() => notification.destroy(), [notification])
  const finished = useRef(false)
  const form = useRef<HTMLDivElement>(null)
  const command = useCommand<D, I>({
    ...props,
    effectiveOn: dated ? (moment.asOf ?? today) : null,
    onRecorded: (recorded) => {
      finished.current = true
      setOpen(false)
      announce(recorded)
      onRecorded?.(recorded)
    },
  })

  const [fields, setFields] = useState<ReadonlyMap<string, number>>(new Map())
  const register = useCallback((path: string) => {
    const count = (by: number) => setFields((before) => new Map([...before, [path, (before.get(path) ?? 0) + by]]))
    count(1)
    return () => count(-1)
  }, [])
  const shown = useMemo(() => {
    const paths = new Set([...fields].flatMap(([path, count]) => (count > 0 ? [path] : [])))
    return placeIssues(
      command.issues.filter((one) => worthShowing(one, command.touched, command.attempted)),
      paths,
    )
  }, [fields, command.issues, command.touched, command.attempted])
  const context = useMemo<CommandFormContext>(() => ({ register, issuesAt: (path) => shown.at.get(path) ?? [] }), [register, shown])

  const mayLeave = async () =>
    finished.current ||
    !command.dirty ||
    (await modal.confirm({
      title: t('discardTitle'),
      okText: t('discard'),
      cancelText: t('keep'),
      okButtonProps: { danger: true },
      focusable: { autoFocusButton: 'cancel' },
    }))
  const close = async () => {
    if (await mayLeave()) {
      finished.current = true
      setOpen(false)
    }
  }
  useBlocker({
    shouldBlockFn: async () => !(await mayLeave()),
    enableBeforeUnload: () => command.dirty && !finished.current,
    disabled: !command.dirty,
  })

  const submit = () => {
    if (!command.submit()) setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }
  const body = useRef<HTMLDivElement>(null)
  useSubmitKeys(body, submit)

  return (
    <Modal
      open={open}
      title={title}
      width={wide ? 1120 : effect ? 980 : 520}
      centered
      onCancel={() => void close()}
      mask={{ closable: false }}
      afterClose={onClose}
      afterOpenChange={(visible) => {
        if (visible) firstField(form.current)?.focus()
      }}
      styles={{
        container: { padding: 0 },
        header: { padding: '14px 52px 12px 20px', margin: 0 },
        footer: { padding: '12px 20px', margin: 0 },
      }}
      footer={
        <div className={styles.footer}>
          <span>{t('shortcut')}</span>
          <Button onClick={() => void close()}>{t('cancel')}</Button>
          <Button type="primary" danger={danger} loading={command.submitting} className={styles.confirm ?? ''} onClick={submit}>
            {confirm(command.draft, command.common) ?? title}
          </Button>
        </div>
      }
    >
      <CommandForm value={context}>
        <div ref={body} className={`${styles.body} ${wide ? styles.wide : effect ? '' : styles.alone}`}>
          <CommandNotices command={command} issues={shown.top} />
          <div className={styles.form} ref={form}>
            {children(command)}
            <CommonFields
              common={command.common}
              onChange={command.setCommon}
              today={today}
              dated={dated}
              noteRequired={noteRequired}
              documentRequired={documentRequired(command.draft)}
              documentField={
                documentField &&
                ((control) =>
                  documentField(
                    control,
                    command.common.documentId,
                    (documentId) => command.setCommon({ documentId }),
                    props.countyCode ?? moment.county,
                  ))
              }
            />
          </div>
          {effect && (
            <div className={styles.effect}>
              <EffectView preview={command.preview} correction={correction} today={today} onRetry={command.retryPreview} />
            </div>
          )}
        </div>
      </CommandForm>
    </Modal>
  )
}

/** Where typing starts: the first field that takes text and is not fixed, else the first control at all. */
function firstField(form: HTMLElement | null): HTMLElement | null {
  return (
    form?.querySelector<HTMLElement>('input:not([type="radio"], [type="checkbox"], :disabled), textarea:not(:disabled)') ??
    form?.querySelector<HTMLElement>('input:not(:disabled)') ??
    null
  )
}
