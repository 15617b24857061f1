import { COMMANDS, type CommandKey } from '@yilian/domain/commands.ts'
import { useCallback } from 'react'
import { useLocale } from '../i18n/useLocale.ts'

/** The name of a command as the trade says it, in the reader's language: `name('admitMember')`. */
export function useCommandName(): (command: CommandKey) => string {
  const locale = useLocale()
  return useCallback((command) => COMMANDS[command][locale], [locale])
}

/** Whether a name from a history is a command of this version. */
export function isCommand(name: string): name is CommandKey {
  return Object.hasOwn(COMMANDS, name)
}
