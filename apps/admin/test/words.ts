import { resources } from '../src/i18n/resources.ts'

export type Language = 'zh' | 'en'
export const LANGUAGES = ['zh', 'en'] as const

/** The texts of the screens in a language: tests press what is written there. */
export function wordsIn(language: Language): (typeof resources)['zh'] | (typeof resources)['en'] {
  return resources[language]
}

/** A text with its blanks filled in. */
export function filled(text: string, blanks: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(blanks[name] ?? ''))
}
