import type { ReactNode } from 'react'
import { DocumentSelect } from '../document/DocumentSelect.tsx'
import { CommandFrame, type CommandFrameProps } from './CommandFrame.tsx'
import type { CommandInput } from './outcome.ts'

/**
 * Every command of the admin: the form at the left, at the right what it would do, computed by the very same command
 * with `validateOnly`. See docs/mechanisms/commands-in-the-admin.md.
 */
export function CommandDialog<D extends object, I extends CommandInput>(props: Omit<CommandFrameProps<D, I>, 'documentField'>): ReactNode {
  return (
    <CommandFrame<D, I>
      {...props}
      documentField={(control, documentId, onChange, countyCode) => (
        <DocumentSelect control={control} value={documentId} countyCode={countyCode} onChange={onChange} />
      )}
    />
  )
}
