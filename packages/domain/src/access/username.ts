import { issue, type Issue } from '../issue.ts'

const USERNAME = /^[a-z0-9][a-z0-9._-]{2,31}$/
const PHONE = /^1[3-9]\d{9}$/

/** A user name as it is kept and compared: without blanks around it, in small letters. */
export function normalUsername(text: string): string {
  return text.trim().toLowerCase()
}

/** A mainland mobile number as it is kept, however it was written (`+86 138-0000-0000`); `null` for anything else. */
export function normalPhone(text: string): string | null {
  const digits = text.replaceAll(/[\s-]/g, '').replace(/^(\+|00)86/, '')
  return PHONE.test(digits) ? digits : null
}

/** Every rule of a user name's form. A phone number is none: people sign in with theirs, too. `path` is the field's. */
export function usernameIssues(username: string, path = 'username'): Issue[] {
  if (username === '') return [issue(path, 'REQUIRED')]
  if (!USERNAME.test(username)) return [issue(path, 'USERNAME_FORM')]
  return normalPhone(username) === null ? [] : [issue(path, 'USERNAME_IS_PHONE')]
}
