import { codesOf, type CodeList } from '@yilian/domain/code-list.ts'
import type { Locale, Text } from '@yilian/domain/locale.ts'

import { builder, type Types } from './builder.ts'

export const LocaleType = builder.enumType('Locale', {
  values: { zh: { value: 'zh', description: '中文' }, en: { value: 'en', description: 'English' } } as const satisfies Record<
    Locale,
    unknown
  >,
  description: 'The languages of the product.',
})

/** The argument of fields whose text exists in every language. */
export const localeArg = builder.args((t) => ({
  locale: t.field({ type: LocaleType, defaultValue: 'zh', description: 'The language of the text.' }),
}))

export function inLocale(text: Text, { locale }: { locale?: Locale | null | undefined }): string {
  return text[locale ?? 'zh']
}

/** A GraphQL enum from one of the domain's lists of codes, each value described by its labels. */
export function codeEnum<Code extends string>(name: string, description: string, codes: Readonly<Record<Code, Text>>) {
  const values = Object.fromEntries(
    Object.entries<Text>(codes).map(([code, text]) => [code, { value: code, description: `${text.zh} · ${text.en}` }]),
  )
  return builder.enumType(name, { description, values }) as EnumRef<Code>
}

type EnumRef<Code> = PothosSchemaTypes.EnumRef<Types, Code>

/** The same from a code list whose codes are names (numeric national codes stay text). */
export function listEnum<Code extends string>(name: string, list: CodeList<Code>) {
  const labels = Object.fromEntries(codesOf(list).map((code) => [code, list.items[code].label])) as Record<Code, Text>
  return codeEnum(name, `${list.label.zh} · ${list.label.en}${list.standard ? `. ${list.standard}` : ''}`, labels)
}
