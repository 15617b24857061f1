import { expect, test } from 'vitest'

import { normalPhone, normalUsername, usernameIssues } from './username.ts'

test.each([
  ['zhang.wei', []],
  ['2b-office_1', []],
  ['', ['REQUIRED']],
  ['ab', ['USERNAME_FORM']],
  ['Zhang', ['USERNAME_FORM']],
  ['张伟', ['USERNAME_FORM']],
  ['-zhang', ['USERNAME_FORM']],
  ['a'.repeat(33), ['USERNAME_FORM']],
  ['13800000000', ['USERNAME_IS_PHONE']],
])('%s: %s', (username, expected) => {
  expect(usernameIssues(username).map(({ code }) => code)).toEqual(expected)
})

test('blanks and capitals do not make another user', () => {
  expect(normalUsername('  Zhang.Wei ')).toBe('zhang.wei')
})

test.each([
  ['13800000000', '13800000000'],
  ['+86 138-0000-0000', '13800000000'],
  ['0086 13800000000', '13800000000'],
  ['12800000000', null],
  ['1380000000', null],
  ['zhang', null],
])('%s is the phone number %s', (text, phone) => {
  expect(normalPhone(text)).toBe(phone)
})
