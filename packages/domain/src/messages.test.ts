import { describe, expect, expectTypeOf, test } from 'vitest'

import { issue, issuesAt } from './issue.ts'
import { LOCALES, type Text } from './locale.ts'
import { message, MESSAGES, type MessageParams } from './messages.ts'

const all: [string, Text][] = Object.entries(MESSAGES)
const blanks = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted()

describe('messages', () => {
  test.each(all)('%s has the same blanks in both languages', (_, text) => {
    expect([...new Set(blanks(text.en))]).toEqual([...new Set(blanks(text.zh))])
  })

  test.each(all)('%s is a sentence in both languages, with no blank misspelt', (key, text) => {
    expect(key).toMatch(/^[A-Z][A-Z0-9_]*$/)
    expect(text.zh).toMatch(/[\p{Script=Han}]/u)
    expect(text.zh).toMatch(/。$/)
    expect(text.en).toMatch(/[.]$/)
    for (const locale of LOCALES) expect(text[locale].replace(/\{\w+\}/g, '')).not.toMatch(/[{}]/)
  })

  test.each(all)('%s has full-width punctuation in Chinese', (_, text) => {
    expect(text.zh.replace(/\{\w+\}/g, '甲')).not.toMatch(/\p{Script=Han}[,;:?!()]|[,;:?!()]\p{Script=Han}/u)
  })

  test('name each thing once', () => {
    for (const locale of LOCALES) {
      const texts = all.map(([, text]) => text[locale])
      expect(texts.filter((text, at) => texts.indexOf(text) < at)).toEqual([])
    }
  })

  test('ask the compiler for exactly their blanks', () => {
    expectTypeOf<MessageParams<'REQUIRED'>>().toEqualTypeOf<[]>()
    expectTypeOf<keyof MessageParams<'NOT_A_COUNT'>[0]>().toEqualTypeOf<'value' | 'min'>()
  })

  test('are filled with text, numbers, labels in the language asked for, and a dash for nothing', () => {
    expect(message('NOT_A_COUNT', { value: '两', min: 0 }, 'zh')).toContain('“两”')
    expect(message('NOT_IN_LIST', { value: 'X', list: { zh: '机构类别', en: 'Institution category' } }, 'zh')).toContain('机构类别')
    expect(message('NOT_IN_LIST', { value: 'X', list: { zh: '机构类别', en: 'Institution category' } }, 'en')).toContain(
      'Institution category',
    )
    expect(message('NOT_IN_FORCE', { day: '2020-01-01', nearest: null }, 'en')).toContain('—')
  })

  test('of an inner input stand behind the outer path', () => {
    expect(issuesAt('parts.0', [issue('name', 'REQUIRED'), issue('', 'REQUIRED')]).map(({ path }) => path)).toEqual([
      'parts.0.name',
      'parts.0',
    ])
  })
})
