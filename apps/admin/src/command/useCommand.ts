import type { CombinedError } from '@urql/core'
import type { IsoDate } from '@yilian/domain/day.ts'
import { issue, type Issue } from '@yilian/domain/issue.ts'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useClient } from 'urql'
import { useLocale } from '../i18n/useLocale.ts'
import { mergeIssues, shownIssues, type ShownIssue } from './issues.ts'
import type { CommandDocument, CommandInput, CommonInput, EffectShown, Outcome, Recorded, Stale } from './outcome.ts'

export interface CommandSpec<D extends object, I extends CommandInput> {
  readonly document: CommandDocument<I>
  /** The fields of this command as they are when the dialog opens. */
  readonly initial: D
  /** The version the change is based on; absent for what does not exist yet. */
  readonly baseVersion?: number | undefined
  /** The day proposed; `null` when the command has none (a correction, a month's figures). */
  readonly effectiveOn: IsoDate | null
  /** The rules of the domain over what is typed. A `REQUIRED` keeps the server from being asked. */
  readonly issues?: ((draft: D, common: CommonInput) => readonly Issue[]) | undefined
  /** The input to send, or `null` while it cannot be built. */
  readonly toInput: (draft: D, common: CommonInput, baseVersion: number) => I | null
  readonly onRecorded: (recorded: Recorded) => void
}

/** How far the effect of the command is known. While a newer one is computed the former stays, dimmed. */
export interface Preview {
  readonly state: 'incomplete' | 'blocked' | 'computing' | 'shown' | 'failed'
  readonly effects: readonly EffectShown[] | null
}

export interface Command<D> {
  readonly draft: D
  readonly set: (patch: Partial<D>) => void
  readonly common: CommonInput
  readonly setCommon: (patch: Partial<CommonInput>) => void
  readonly issues: readonly ShownIssue[]
  readonly touched: ReadonlySet<string>
  readonly attempted: boolean
  readonly dirty: boolean
  readonly preview: Preview
  readonly stale: Stale | null
  readonly failure: CombinedError | null
  readonly submitting: boolean
  /** Sends the command; with issues of its own it only shows them. False when nothing was sent. */
  readonly submit: () => boolean
  /** Takes the version that came first as the new base and computes the effect again; the form stays. */
  readonly rebase: () => void
  readonly retryPreview: () => void
}

interface Answer {
  readonly key: string
  readonly outcome: Outcome | null
  readonly failure: CombinedError | null
}

const DEBOUNCE = 350

/** The state of one command from the first key typed to the recorded change. Nothing typed is lost but by closing. */
export function useCommand<D extends object, I extends CommandInput>(spec: CommandSpec<D, I>): Command<D> {
  const client = useClient()
  const locale = useLocale()
  const [draft, setDraft] = useState(spec.initial)
  const [common, setCommonState] = useState<CommonInput>({ effectiveOn: spec.effectiveOn, documentId: null, note: '' })
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const [attempted, setAttempted] = useState(false)
  const [base, setBase] = useState(spec.baseVersion ?? 0)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [effects, setEffects] = useState<readonly EffectShown[] | null>(null)
  const [failure, setFailure] = useState<CombinedError | null>(null)
  const [submitting, setSubmitting] = useState(false)
  const [attempt, setAttempt] = useState(0)

  const dated = spec.effectiveOn !== null
  const missingDay = dated && common.effectiveOn === null ? [issue('effectiveOn', 'REQUIRED')] : []
  const own = [...missingDay, ...(spec.issues?.(draft, common) ?? [])]
  const incomplete = own.some(({ code }) => code === 'REQUIRED')
  const input = incomplete ? null : spec.toInput(draft, common, base)
  const key = input === null ? null : JSON.stringify(input)
  const blocked = own.length > 0
  const latest = useRef({ key, input, document: spec.document })
  useLayoutEffect(() => {
    latest.current = { key, input, document: spec.document }
  })

  const send = useCallback(
    async (validateOnly: boolean) => {
      const { input: sent, document, key: sentKey } = latest.current
      if (sent === null || sentKey === null) return null
      const result = await client
        .mutation(document, { input: { ...sent, validateOnly }, locale }, validateOnly ? { quiet: true } : {})
        .toPromise()
      return { key: sentKey, outcome: result.data?.result ?? null, failure: result.error ?? null }
    },
    [client, locale],
  )

  useEffect(() => {
    if (key === null || blocked) return undefined
    const preview = async () => {
      const next = await send(true)
      if (next === null || next.key !== latest.current.key) return
      setAnswer(next)
      if (next.outcome?.__typename === 'ChangePreview') setEffects(next.outcome.effects)
    }
    const timer = setTimeout(() => void preview(), DEBOUNCE)
    return () => clearTimeout(timer)
  }, [key, blocked, send, attempt])

  // An answer counts only for the very input it was asked for.
  const current = answer !== null && answer.key === key ? answer : null
  const server =
    current?.outcome?.__typename === 'InputRefused'
      ? current.outcome.issues.map(({ path, code, message }) => ({ path, code, text: message }))
      : []
  const issues = mergeIssues(shownIssues(own, locale), server)
  const stale = current?.outcome?.__typename === 'StaleVersion' ? current.outcome : null

  return {
    draft,
    set: (patch) => {
      setDraft((before) => ({ ...before, ...patch }))
      setTouched((before) => new Set([...before, ...Object.keys(patch)]))
      setFailure(null)
    },
    common,
    setCommon: (patch) => {
      setCommonState((before) => ({ ...before, ...patch }))
      setTouched((before) => new Set([...before, ...Object.keys(patch)]))
      setFailure(null)
    },
    issues,
    touched,
    attempted,
    dirty: touched.size > 0,
    preview: { state: previewState(), effects },
    stale,
    failure,
    submitting,
    submit: () => {
      setAttempted(true)
      if (submitting || input === null || blocked) return false
      void execute()
      return true
    },
    rebase: () => {
      if (stale) setBase(stale.currentVersion)
      setAnswer(null)
    },
    retryPreview: () => setAttempt((count) => count + 1),
  }

  async function execute(): Promise<void> {
    setSubmitting(true)
    setFailure(null)
    const next = await send(false)
    setSubmitting(false)
    if (next === null) return
    if (next.outcome?.__typename === 'ChangeRecorded') spec.onRecorded(next.outcome)
    else if (next.outcome === null) setFailure(next.failure)
    else setAnswer(next)
  }

  function previewState(): Preview['state'] {
    if (incomplete || (input === null && !blocked)) return 'incomplete'
    if (touched.size === 0 && server.some(({ code }) => code === 'NOTHING_CHANGES')) return 'incomplete'
    if (blocked || server.length > 0 || stale !== null) return 'blocked'
    if (current === null) return 'computing'
    return current.outcome === null ? 'failed' : 'shown'
  }
}
