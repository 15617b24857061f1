import { issue, type Issue } from './issue.ts'

// GB 32100-2015 法人和其他组织统一社会信用代码编码规则: 31 characters (no I, O, S, V, Z), the 18th checks the first 17 with weights 3^i mod 31.
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const LENGTH = 18
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const

/** As files have it (lower case, full width, spaces, hyphens) to as it is stored. */
export function normaliseCreditCode(text: string): string {
  return text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '')
}

/** The 18th character for the first 17. Throws `RangeError` on anything else than 17 characters of the alphabet. */
export function creditCodeCheckCharacter(first17: string): string {
  if (first17.length !== LENGTH - 1) throw new RangeError(`${first17} does not have 17 characters`)
  let sum = 0
  WEIGHTS.forEach((weight, at) => {
    const value = ALPHABET.indexOf(first17[at]!)
    if (value < 0) throw new RangeError(`${first17[at]} is not a character of a credit code`)
    sum += value * weight
  })
  return ALPHABET[(31 - (sum % 31)) % 31]!
}

/** What is wrong with a unified social credit code, the first thing only: its length, a character, or its check character. */
export function creditCodeIssues(path: string, code: string): Issue[] {
  if (code.length !== LENGTH) return [issue(path, 'CREDIT_CODE_LENGTH', { value: code, length: code.length })]
  // Characters 3 to 8 are the division of the registering authority: digits only.
  const wrong = [...code].findIndex((character, at) => (at >= 2 && at < 8 ? !/\d/.test(character) : !ALPHABET.includes(character)))
  if (wrong >= 0) return [issue(path, 'CREDIT_CODE_CHARACTER', { position: wrong + 1, character: code[wrong]! })]
  const expected = creditCodeCheckCharacter(code.slice(0, -1))
  return code.endsWith(expected) ? [] : [issue(path, 'CREDIT_CODE_CHECK', { value: code, actual: code.slice(-1), expected })]
}
