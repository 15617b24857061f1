import type { CommandKey } from '@yilian/domain/commands.ts'
import type { ReactNode } from 'react'
import { CommandDialog } from '../../command/CommandDialog.tsx'
import type { CommandFrameProps } from '../../command/CommandFrame.tsx'
import type { CommandInput } from '../../command/outcome.ts'
import { useCommandName } from '../../command/useCommandName.ts'

/** Whom a command is about. */
export interface PersonRef {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly countyCode: string
}

export interface PersonDialogProps {
  readonly person: PersonRef
  readonly onClose: () => void
}

type FrameProps<D extends object, I extends CommandInput> = Omit<
  CommandFrameProps<D, I>,
  'title' | 'baseVersion' | 'countyCode' | 'documentField'
>

interface OwnProps extends PersonDialogProps {
  readonly command: CommandKey
  /** Of what else than the person the version is: a licence. */
  readonly version?: number
}

/** A command about one person: its name and the person's in the title, based on the version that was looked at. */
export function PersonDialog<D extends object, I extends CommandInput>({
  command,
  person,
  version,
  ...frame
}: FrameProps<D, I> & OwnProps): ReactNode {
  const name = useCommandName()
  return (
    <CommandDialog<D, I>
      {...frame}
      title={`${name(command)} · ${person.name}`}
      baseVersion={version ?? person.version}
      countyCode={person.countyCode}
    />
  )
}
