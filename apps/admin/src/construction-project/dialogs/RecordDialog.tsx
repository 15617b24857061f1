import type { CommandKey } from '@yilian/domain/commands.ts'
import type { Issue } from '@yilian/domain/issue.ts'
import type { ReactNode } from 'react'
import { CommandDialog } from '../../command/CommandDialog.tsx'
import type { CommandDocument, CommandInput } from '../../command/outcome.ts'
import type { Command } from '../../command/useCommand.ts'
import { useCommandName } from '../../command/useCommandName.ts'
import type { ProjectOnPage } from '../project-page.ts'
import { cited } from '../../command/fields.tsx'

type Cited = ReturnType<typeof cited>

export interface RecordDialogProps<D extends object, F extends object, R extends CommandInput, C extends CommandInput> {
  readonly project: ProjectOnPage
  /** The record to correct; `null` for a new one. */
  readonly existing: { readonly id: string; readonly version: number } | null
  readonly initial: D
  readonly issues: (draft: D) => readonly Issue[]
  /** What the record says; `null` while it cannot be built. */
  readonly fieldsOf: (draft: D) => F | null
  readonly record: { readonly command: CommandKey; readonly document: CommandDocument<R>; readonly input: (fields: F & Cited) => R }
  readonly correct: {
    readonly command: CommandKey
    readonly document: CommandDocument<C>
    readonly input: (fields: F & Cited, id: string, baseVersion: number) => C
  }
  /** What the button says will be recorded; `null` while it is not known. */
  readonly confirm: (draft: D) => string | null
  readonly wide?: boolean
  readonly onClose: () => void
  readonly children: (command: Command<D>) => ReactNode
}

/** A record of a project, whether it is new or put right: the same form, two commands. */
export function RecordDialog<D extends object, F extends object, R extends CommandInput, C extends CommandInput>({
  project,
  existing,
  initial,
  issues,
  fieldsOf,
  record,
  correct,
  confirm,
  wide = false,
  onClose,
  children,
}: RecordDialogProps<D, F, R, C>): ReactNode {
  const name = useCommandName()
  const shared = {
    initial,
    issues,
    wide,
    dated: false,
    countyCode: project.countyCode,
    onClose,
    children,
  }
  const said = (command: CommandKey) => (draft: D) => {
    const text = confirm(draft)
    return text === null ? null : `${name(command)} · ${text}`
  }
  const title = (command: CommandKey) => `${name(command)} · ${project.name}`
  if (existing === null)
    return (
      <CommandDialog<D, R>
        {...shared}
        title={title(record.command)}
        document={record.document}
        toInput={(draft, common) => {
          const fields = fieldsOf(draft)
          return fields && record.input({ ...fields, ...cited(common) })
        }}
        confirm={said(record.command)}
      />
    )
  return (
    <CommandDialog<D, C>
      {...shared}
      title={title(correct.command)}
      document={correct.document}
      baseVersion={existing.version}
      correction
      toInput={(draft, common, baseVersion) => {
        const fields = fieldsOf(draft)
        return fields && correct.input({ ...fields, ...cited(common) }, existing.id, baseVersion)
      }}
      confirm={said(correct.command)}
    />
  )
}
