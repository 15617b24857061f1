import { issue, type Issue } from '../issue.ts'

/** How strong a password must be: settings of the installation. */
export interface PasswordRules {
  /** Characters at least. */
  readonly minLength: number
  /** Of the four kinds (capital letters, small letters, digits, other characters), how many must occur. */
  readonly classes: number
}

/** What holds unless the installation says otherwise (等保2.0 三级: 口令复杂度). */
export const PASSWORD_RULES: PasswordRules = { minLength: 10, classes: 3 }

/** Longer ones are refused before anything is computed from them. */
export const PASSWORD_MAX_LENGTH = 128

/** A password to be judged, for whom, and, where it is known, the one it replaces. */
export interface PasswordDraft {
  readonly password: string
  readonly username: string
  readonly previous?: string
}

const CLASSES = [/[A-Z]/, /[a-z]/, /[0-9]/, /[^A-Za-z0-9]/] as const

/** Words that everybody tries first, as they are left when digits and signs are taken away. */
const USUAL_WORDS: readonly string[] = `
  password passwd pass admin administrator root user test guest welcome letmein iloveyou
  qwerty qwer qwertyuiop asdf asdfgh asdfghjkl zxcv zxcvbn zxcvbnm qazwsx qazwsxedc qaz wsx
  abc abcd abcdef a aa aaa woaini mima yiliao yilian weijian weijianju yiyuan huanying`
  .trim()
  .split(/\s+/)

/** Signs that stand for letters: `P@ssw0rd`. */
const LOOKALIKES: Readonly<Record<string, string>> = { '@': 'a', '0': 'o', $: 's', '3': 'e' }

/** Every rule of one password; the form shows the list while typing, the server refuses on it. `path` is the field's. */
export function passwordIssues(
  { password, username, previous }: PasswordDraft,
  rules: PasswordRules = PASSWORD_RULES,
  path = 'password',
): Issue[] {
  const issues: Issue[] = []
  if ([...password].length < rules.minLength) issues.push(issue(path, 'PASSWORD_TOO_SHORT', { min: rules.minLength }))
  if (password.length > PASSWORD_MAX_LENGTH) issues.push(issue(path, 'TOO_LONG', { max: PASSWORD_MAX_LENGTH }))
  if (CLASSES.filter((kind) => kind.test(password)).length < rules.classes)
    issues.push(issue(path, 'PASSWORD_TOO_PLAIN', { classes: rules.classes }))
  if (isInside(username, password)) issues.push(issue(path, 'PASSWORD_HAS_USERNAME'))
  else if (isUsual(password)) issues.push(issue(path, 'PASSWORD_USUAL'))
  if (password === previous) issues.push(issue(path, 'PASSWORD_SAME'))
  return issues
}

function isInside(username: string, password: string): boolean {
  return username.length >= 3 && password.toLowerCase().includes(username.toLowerCase())
}

function isUsual(password: string): boolean {
  const small = password.toLowerCase()
  // What stands before and behind is a number or a sign; only between letters does a sign stand for one.
  const read = small.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '').replaceAll(/[@0$3]/g, (sign) => LOOKALIKES[sign] ?? sign)
  return [small, read].some((text) => USUAL_WORDS.includes(text.replaceAll(/[^\p{L}]/gu, '')))
}
