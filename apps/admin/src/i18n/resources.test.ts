import { expect, test } from 'vitest'
import { resources } from './resources.ts'

type Texts = { readonly [key: string]: string | Texts }

/** Every text with its path: `institution.list.search`. */
function flat(texts: Texts, path = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : flat(value, `${path}${key}.`),
  )
}

const blanks = (text: string) => [...text.matchAll(/\{\{(\w+)(?:, \w+)?\}\}/g)].map(([, name]) => name).toSorted()

test('both languages have the same blanks in every text', () => {
  const english = new Map(flat(resources.en))
  const different = flat(resources.zh).filter(([path, zh]) => blanks(zh).join() !== blanks(english.get(path) ?? '').join())
  expect(different.map(([path]) => path)).toEqual([])
})

test('no English text was left in Chinese, and no Chinese text is empty', () => {
  const chinese = flat(resources.en).filter(
    ([path, en]) => /[\u4e00-\u9fff]/.test(en) && path !== 'shell.lang.switch' && !/[“”（〔]/.test(en),
  )
  expect(chinese.map(([path]) => path)).toEqual([])
  expect(
    flat(resources.zh)
      .filter(([, text]) => text.trim() === '')
      .map(([path]) => path),
  ).toEqual([])
})

test('Chinese texts use full-width punctuation between characters', () => {
  const half = flat(resources.zh).filter(([, zh]) => /[\u4e00-\u9fff][,;:?!]/.test(zh))
  expect(half.map(([path, zh]) => `${path}: ${zh}`)).toEqual([])
})
