import { expect, test } from 'vitest'

import { passwordIssues } from './password.ts'

const codes = (password: string, more: { username?: string; previous?: string } = {}) =>
  passwordIssues({ password, username: 'zhangwei', ...more }).map(({ code }) => code)

test.each(['Xiang-xi 431221', '铜湾卫生院 2026 Aa', 'tR4vel by bike', 'Kx7!Kx7!Kx7!'])('%s will do', (password) => {
  expect(codes(password)).toEqual([])
})

test.each([
  ['Short-1', ['PASSWORD_TOO_SHORT']],
  ['onlysmallletters', ['PASSWORD_TOO_PLAIN']],
  ['small and 2 digits'.replaceAll(' ', ''), ['PASSWORD_TOO_PLAIN']],
  ['Zhangwei-2026', ['PASSWORD_HAS_USERNAME']],
  ['Admin@123456', ['PASSWORD_USUAL']],
  ['P@ssw0rd2026', ['PASSWORD_USUAL']],
  ['Qwer1234!!!!', ['PASSWORD_USUAL']],
  ['1qaz@WSX3edc', ['PASSWORD_USUAL']],
  ['1234567890', ['PASSWORD_TOO_PLAIN']],
  ['', ['PASSWORD_TOO_SHORT', 'PASSWORD_TOO_PLAIN']],
  [`Aa1${'x'.repeat(126)}`, ['TOO_LONG']],
])('%s is refused: %s', (password, expected) => {
  expect(codes(password)).toEqual(expected)
})

test('the one it replaces is refused', () => {
  expect(codes('Xiang-xi 431221', { previous: 'Xiang-xi 431221' })).toEqual(['PASSWORD_SAME'])
})

test('a very short user name does not forbid its letters', () => {
  expect(codes('Xiang-xi 431221', { username: 'xi' })).toEqual([])
})

test('length is counted in characters as people see them', () => {
  expect(codes('Aa1𠮷𠮷𠮷𠮷𠮷𠮷')).toEqual(['PASSWORD_TOO_SHORT'])
  expect(codes('Aa1𠮷𠮷𠮷𠮷𠮷𠮷𠮷')).toEqual([])
})

test('the installation says how long and how mixed, and the form where', () => {
  expect(passwordIssues({ password: 'Xiang-xi 431221', username: 'li' }, { minLength: 16, classes: 4 }, 'newPassword')).toEqual([
    { path: 'newPassword', code: 'PASSWORD_TOO_SHORT', params: { min: 16 } },
  ])
})
