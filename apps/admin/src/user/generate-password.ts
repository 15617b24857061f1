import { passwordIssues, type PasswordRules } from '@yilian/domain/access/password.ts'

/** What is not mistaken when it is read out or copied by hand: no 0 O o, 1 l I. */
const SETS = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghijkmnpqrstuvwxyz', '23456789', '-+=*#%'] as const
const LENGTH = 16

/** A password that nobody can guess, by the rules of the installation, from the browser's random numbers. */
export function generatePassword(username: string, rules: PasswordRules): string {
  const length = Math.max(LENGTH, rules.minLength)
  for (;;) {
    const password = Array.from({ length }, () => pick(SETS.join(''))).join('')
    if (passwordIssues({ password, username }, rules).length === 0) return password
  }
}

function pick(letters: string): string {
  // Numbers at the end of the range are thrown away: no letter is more likely than another.
  const most = Math.floor(256 / letters.length) * letters.length
  for (;;) {
    const [number] = crypto.getRandomValues(new Uint8Array(1))
    if (number !== undefined && number < most) return letters[number % letters.length]!
  }
}
