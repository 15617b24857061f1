import { MoreOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { COMMANDS, type CommandKey } from '@yilian/domain/commands.ts'
import { useCallback, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFrozen } from '../alliance/useFrozen.ts'
import { useCommandName } from './useCommandName.ts'
import { usePermissions } from '../session/use-may.ts'

/** Whether a command is offered to whoever is signed in. */
export function useMayDo(): (command: CommandKey) => boolean {
  const may = usePermissions()
  return useCallback(
    (command) => {
      const { needs } = COMMANDS[command]
      return needs === null || may(needs)
    },
    [may],
  )
}

interface CommandButtonProps {
  readonly command: CommandKey
  readonly onClick: () => void
  readonly primary?: boolean
  readonly small?: boolean
  /** Said after the command's name to whoever cannot see beside what it stands. */
  readonly of?: string
}

/** Opens a command; not there for whoever may not do it, and quiet while an earlier knowledge is shown. */
export function CommandButton({ command, onClick, primary = false, small = false, of }: CommandButtonProps): ReactNode {
  const name = useCommandName()
  const frozen = useFrozen()
  if (!useMayDo()(command)) return null
  return (
    <Button
      type={primary ? 'primary' : 'default'}
      size={small ? 'small' : 'middle'}
      disabled={frozen !== null}
      title={frozen ?? undefined}
      aria-label={of === undefined ? undefined : `${name(command)} ${of}`}
      onClick={onClick}
    >
      {name(command)}
    </Button>
  )
}

export interface OfferedCommand {
  readonly command: CommandKey
  readonly onClick: () => void
  readonly danger?: boolean
}

/** The commands on one row, behind one button; none where none may be done. */
export function RowCommands({ of, commands }: { readonly of: string; readonly commands: readonly OfferedCommand[] }): ReactNode {
  const { t } = useTranslation('command')
  const items = useCommandItems(commands)
  const frozen = useFrozen()
  if (items.length === 0) return null
  return (
    <Dropdown trigger={['click']} placement="bottomRight" disabled={frozen !== null} menu={{ items }}>
      <Button type="text" size="small" icon={<MoreOutlined />} aria-label={t('moreOf', { of })} title={frozen ?? undefined} />
    </Dropdown>
  )
}

/** The same as entries of a menu. */
export function useCommandItems(commands: readonly OfferedCommand[]) {
  const name = useCommandName()
  const mayDo = useMayDo()
  return commands
    .filter(({ command }) => mayDo(command))
    .map(({ command, onClick, danger = false }) => ({ key: command, label: name(command), danger, onClick }))
}
