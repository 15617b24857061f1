import { passwordIssues } from '@yilian/domain/access/password.ts'
import { expect, test } from 'vitest'
import { generatePassword } from './generate-password.ts'

test('a generated password holds the strictest rules and is never the same', () => {
  const rules = { minLength: 20, classes: 4 }
  const made = Array.from({ length: 200 }, () => generatePassword('zhang', rules))
  expect(made.flatMap((password) => passwordIssues({ password, username: 'zhang' }, rules))).toEqual([])
  expect(new Set(made).size).toBe(200)
  expect(made.join('')).not.toMatch(/[0Oo1lI]/)
})
