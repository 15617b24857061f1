import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandDialog } from '../command/CommandDialog.tsx'
import { isCommand, useCommandName } from '../command/useCommandName.ts'
import { graphql } from '../graphql/gql.ts'

const UndoChangeDocument = graphql(`
  mutation UndoChange($input: UndoChangeInput!, $locale: Locale!) {
    result: undoChange(input: $input) {
      ...CommandOutcome
    }
  }
`)

interface UndoChangeDialogProps {
  readonly change: { readonly id: string; readonly number: number; readonly command: string }
  readonly onClose: () => void
}

/** 撤回变更: everything the change touched is again as it was just before it. */
export function UndoChangeDialog({ change, onClose }: UndoChangeDialogProps): ReactNode {
  const { t } = useTranslation('history')
  const name = useCommandName()
  const words = { number: change.number, command: isCommand(change.command) ? name(change.command) : change.command }
  return (
    <CommandDialog
      title={name('undoChange')}
      correction
      dated={false}
      document={UndoChangeDocument}
      initial={{}}
      toInput={(_, { documentId, note }) => ({ changeId: change.id, documentId, note: note.trim() || null })}
      confirm={() => t('undo.one', { number: change.number })}
      onClose={onClose}
    >
      {() => <p style={{ margin: '0 0 12px' }}>{t('undo.explain', words)}</p>}
    </CommandDialog>
  )
}
