import { PASSWORD_RULES, type PasswordRules } from '@yilian/domain/access/password.ts'

/** How strict signing in is: settings of the installation. */
export interface SignInSettings {
  readonly passwordRules: PasswordRules
  /** After how many days a password must be changed; `null`: never. */
  readonly passwordDays: number | null
  /** A session ends when nothing was done in it for so long. */
  readonly idleMinutes: number
  /** A session ends so long after it began, whatever was done in it. */
  readonly sessionHours: number
  /** So many failures in a row lock an account. */
  readonly lockAfter: number
  /** How long it stays locked. */
  readonly lockMinutes: number
  /** So many failures from one address are taken … */
  readonly addressFailures: number
  /** … in so many seconds. */
  readonly addressSeconds: number
}

/** What holds unless the installation says otherwise. */
export const SIGN_IN_SETTINGS: SignInSettings = {
  passwordRules: PASSWORD_RULES,
  passwordDays: null,
  idleMinutes: 30,
  sessionHours: 12,
  lockAfter: 5,
  lockMinutes: 10,
  addressFailures: 50,
  addressSeconds: 60,
}
