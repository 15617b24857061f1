import { normalPhone } from './access/username.ts'
import { isIsoDate } from './day.ts'
import { issue, type Issue } from './issue.ts'
import type { Text } from './locale.ts'

/** What is kept encrypted of a person, shown masked, and revealed only for a reason. */
export const PERSONAL_FIELDS = {
  PHONE: { zh: '手机号', en: 'Phone number' },
  IDENTITY_NUMBER: { zh: '身份证号', en: 'Identity number' },
} as const satisfies Record<string, Text>
export type PersonalField = keyof typeof PERSONAL_FIELDS

/** As people type it (spaces, hyphens, full width, +86, a small x) to as it is kept. */
export function normalisePersonal(field: PersonalField, text: string): string {
  const plain = text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
  return field === 'PHONE' ? (normalPhone(plain) ?? plain) : plain
}

/** What is wrong with a value in its normal form; the value itself is not repeated, for messages are logged and shown. */
export function personalIssues(path: string, field: PersonalField, value: string): Issue[] {
  if (field === 'PHONE') return normalPhone(value) === value ? [] : [issue(path, 'NOT_A_MOBILE')]
  return identityNumberIssues(path, value)
}

/** A value as it is shown: 138****5678, 110105********1234. All of one that does not have its length. */
export function maskPersonal(field: PersonalField, value: string): string {
  const [head, length] = field === 'PHONE' ? [3, 11] : [6, 18]
  if (value.length !== length) return '*'.repeat(value.length)
  return value.slice(0, head) + '*'.repeat(length - head - 4) + value.slice(-4)
}

// GB 11643-1999 公民身份号码: division, day of birth, sequence, and a check character by ISO 7064 MOD 11-2.
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK = '10X98765432'

function identityNumberIssues(path: string, value: string): Issue[] {
  if (!/^[1-9]\d{16}[\dX]$/.test(value)) return [issue(path, 'NOT_AN_IDENTITY_NUMBER')]
  if (!isDay(value.slice(6, 14))) return [issue(path, 'IDENTITY_NUMBER_BIRTH')]
  return value.endsWith(identityCheckCharacter(value.slice(0, 17))) ? [] : [issue(path, 'IDENTITY_NUMBER_CHECK')]
}

/** The 18th character of an identity number for its first 17 digits. */
export function identityCheckCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(first17[at]), 0)
  return CHECK[sum % 11]!
}

function isDay(digits: string): boolean {
  return isIsoDate(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`)
}
