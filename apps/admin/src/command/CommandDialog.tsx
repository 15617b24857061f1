import type { ReactNode } from 'react'
import { DocumentSelect } from '../document/DocumentSelect.tsx'
import { useMay } from '../session/use-may.ts'
import { CommandFrame, type CommandFrameProps } from './CommandFrame.tsx'
import type { CommandInput } from './outcome.ts'

/**
 * Every command of the admin: the form at the left, at the right what it would do, computed by the very same command
 * with `validateOnly`. See docs/mechanisms/commands-in-the-admin.md.
 */
export function CommandDialog<D extends object, I extends CommandInput>(props: Omit<CommandFrameProps<D, I>, 'documentField'>): ReactNode {
  // Whoever grants roles reads no documents of the counties, and can cite none.
  const mayCite = useMay('policyDocument.read')
  return (
    <CommandFrame<D, I>
      {...props}
      documentField={
        mayCite
          ? (control, documentId, onChange, countyCode) => (
              <DocumentSelect control={control} value={documentId} countyCode={countyCode} onChange={onChange} />
            )
          : undefined
      }
    />
  )
}
