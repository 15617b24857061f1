import type { Locale, Text } from '@yilian/domain/locale.ts'
import { COMMANDS } from '@yilian/domain/commands.ts'

import type { ChangeRow } from './change.queries.ts'

const SUBJECTS_SHOWN = 3

/** A change in one sentence: the command in the trade's words, and whom or what it touched. */
export function commandSummary({ command, undoneCommand, effectiveOn }: ChangeRow, touched: readonly Text[], effectCount: number): Text {
  const write = (locale: Locale) => {
    const undone = undoneCommand === null ? '' : commandName(undoneCommand, locale)
    const name = commandName(command, locale) + (undone && (locale === 'zh' ? `（${undone}）` : ` (${undone})`))
    const subjects = [...new Set(touched.map((subject) => subject[locale]))]
    const more = Math.max(subjects.length, effectCount) - SUBJECTS_SHOWN
    const shown = subjects.slice(0, SUBJECTS_SHOWN).join(locale === 'zh' ? '、' : ', ')
    if (locale === 'zh')
      return `${effectiveOn ? `自 ${effectiveOn} 起` : ''}${name}：${shown}${more > 0 ? `等 ${more + SUBJECTS_SHOWN} 项` : ''}`
    return `${name}${effectiveOn ? ` from ${effectiveOn}` : ''}: ${shown}${more > 0 ? ` and ${more} more` : ''}`
  }
  return { zh: write('zh'), en: write('en') }
}

function commandName(command: string, locale: Locale): string {
  return Object.hasOwn(COMMANDS, command) ? COMMANDS[command as keyof typeof COMMANDS][locale] : command
}
