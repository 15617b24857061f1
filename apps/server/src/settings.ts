import { isIP } from 'node:net'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { AUDIT_DAYS_LEAST } from '@yilian/domain/audit.ts'
import { z } from 'zod'

import { KEY_LIST } from './keys/keys.ts'
import { SIGN_IN_SETTINGS, type SignInSettings } from './sign-in/sign-in-settings.ts'

const CHECKOUT = fileURLToPath(new URL('../../..', import.meta.url))
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** What the environment decides, read once. `databaseUrl` is `null` where the embedded engine is to be used. */
export interface Settings {
  readonly host: string
  readonly port: number
  readonly databaseUrl: string | null
  /** How the application connects where it has a user of its own; `null`: as the owner, in the application's role. */
  readonly databaseAppUrl: string | null
  /** Entries of the audit older than so many days may be removed; 0: all are kept. */
  readonly auditKeepDays: number
  readonly dataDirectory: string
  readonly logLevel: (typeof LOG_LEVELS)[number]
  /** The installation's keys, see `keys/keys.ts`; `null` where they lie in a file beside the embedded database. */
  readonly keys: string | null
  /** Addresses and networks (`10.0.0.0/8`) of the reverse proxies whose forwarding headers are believed. */
  readonly trustedProxies: readonly string[]
  readonly signIn: SignInSettings
  /** Percent of the budgets of an hour (`packages/domain/src/access/budget.ts`) that everybody has; 0: nobody has a budget. */
  readonly budgetPercent: number
  /** The operator says that this is no demonstration (`NODE_ENV=production`). */
  readonly production: boolean
}

/** The environment is wrong. The message has one line per variable: what is wrong and what to write. */
export class SettingsInvalid extends Error {
  override readonly name = 'SettingsInvalid'
}

const address = z
  .string()
  .regex(/^postgres(ql)?:\/\/[^\s]+$/)
  .refine((url) => URL.canParse(url) || url.includes('@/'))
/** A whole number between two others, and what it is when it is not set. */
function count<Otherwise extends number | null>(least: number, most: number, otherwise: Otherwise) {
  const given = z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most)
  return given.or(z.undefined().transform(() => otherwise))
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const family = isIP(address)
  if (family === 0 || more.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}

const { passwordRules } = SIGN_IN_SETTINGS

const ENVIRONMENT = z.object({
  // Only this machine may connect unless told otherwise.
  HOST: z.string().default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .default(4000),
  DATABASE_URL: address.nullable().default(null),
  DATABASE_APP_URL: address.nullable().default(null),
  // 网络安全法 §21: logs are kept six months at least.
  AUDIT_KEEP_DAYS: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .refine((days) => days === 0 || days >= AUDIT_DAYS_LEAST)
    .default(0),
  YILIAN_DATA_DIR: z.string().default(path.join(CHECKOUT, '.yilian')),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
  YILIAN_KEYS: z.string().regex(KEY_LIST).nullable().default(null),
  YILIAN_TRUST_PROXY: z
    .string()
    .transform((list) => list.split(',').map((entry) => entry.trim()))
    .refine((list) => list.every(isNetwork))
    .default([]),
  YILIAN_PASSWORD_LENGTH: count(8, 64, passwordRules.minLength),
  YILIAN_PASSWORD_CLASSES: count(1, 4, passwordRules.classes),
  YILIAN_PASSWORD_DAYS: count(1, 3650, SIGN_IN_SETTINGS.passwordDays),
  YILIAN_LOCK_AFTER: count(3, 20, SIGN_IN_SETTINGS.lockAfter),
  YILIAN_LOCK_MINUTES: count(1, 1440, SIGN_IN_SETTINGS.lockMinutes),
  YILIAN_ADDRESS_FAILURES: count(5, 10_000, SIGN_IN_SETTINGS.addressFailures),
  YILIAN_ADDRESS_SECONDS: count(10, 3600, SIGN_IN_SETTINGS.addressSeconds),
  YILIAN_SESSION_IDLE_MINUTES: count(1, 1440, SIGN_IN_SETTINGS.idleMinutes),
  YILIAN_SESSION_HOURS: count(1, 720, SIGN_IN_SETTINGS.sessionHours),
  YILIAN_BUDGET_PERCENT: count(0, 99_999, 100),
})

type Variable = keyof z.infer<typeof ENVIRONMENT>

const EXPECTED: Readonly<Record<Variable, string>> = {
  HOST: 'an address of this machine, such as 127.0.0.1 or 0.0.0.0',
  PORT: 'a whole number from 0 to 65535, such as 4000',
  DATABASE_URL: 'an address such as postgresql://user:password@host:5432/database',
  DATABASE_APP_URL: 'an address like that of DATABASE_URL, of a user that was granted the role of the application',
  AUDIT_KEEP_DAYS: `0 (all are kept) or a number of days from ${AUDIT_DAYS_LEAST}`,
  YILIAN_DATA_DIR: 'the path of a folder',
  LOG_LEVEL: `one of ${LOG_LEVELS.join(', ')}`,
  YILIAN_KEYS: 'a list of keys as pnpm yilian keys new makes them, with commas between',
  YILIAN_TRUST_PROXY: 'the addresses of reverse proxies, such as 127.0.0.1,10.0.0.0/8',
  YILIAN_PASSWORD_LENGTH: 'a whole number from 8 to 64',
  YILIAN_PASSWORD_CLASSES: 'a whole number from 1 to 4',
  YILIAN_PASSWORD_DAYS: 'a whole number from 1 to 3650',
  YILIAN_LOCK_AFTER: 'a whole number from 3 to 20',
  YILIAN_LOCK_MINUTES: 'a whole number from 1 to 1440',
  YILIAN_ADDRESS_FAILURES: 'a whole number from 5 to 10000',
  YILIAN_ADDRESS_SECONDS: 'a whole number from 10 to 3600',
  YILIAN_SESSION_IDLE_MINUTES: 'a whole number from 1 to 1440',
  YILIAN_SESSION_HOURS: 'a whole number from 1 to 720',
  YILIAN_BUDGET_PERCENT: 'a whole number from 0 (no budgets) to 99999',
}

/** Values that must not be repeated in a message. */
const SECRET: readonly Variable[] = ['DATABASE_URL', 'DATABASE_APP_URL', 'YILIAN_KEYS']

/** The settings of this environment; a variable set to nothing counts as not set. Throws `SettingsInvalid` with every fault. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const names = Object.keys(EXPECTED) as Variable[]
  const given = Object.fromEntries(names.map((name) => [name, environment[name]?.trim() || undefined]))
  const result = ENVIRONMENT.safeParse(given)
  if (!result.success) {
    const faulty = new Set(result.error.issues.map(({ path: [name] }) => name))
    throw new SettingsInvalid(
      names
        .filter((name) => faulty.has(name))
        .map((name) => `${name}${SECRET.includes(name) ? '' : ` is ${JSON.stringify(given[name])}, but`} must be ${EXPECTED[name]}.`)
        .join('\n'),
    )
  }
  const { data } = result
  return {
    host: data.HOST,
    port: data.PORT,
    databaseUrl: data.DATABASE_URL,
    databaseAppUrl: data.DATABASE_APP_URL,
    auditKeepDays: data.AUDIT_KEEP_DAYS,
    dataDirectory: path.resolve(data.YILIAN_DATA_DIR),
    logLevel: data.LOG_LEVEL,
    keys: data.YILIAN_KEYS,
    trustedProxies: data.YILIAN_TRUST_PROXY,
    budgetPercent: data.YILIAN_BUDGET_PERCENT,
    production: environment['NODE_ENV'] === 'production',
    signIn: {
      passwordRules: { minLength: data.YILIAN_PASSWORD_LENGTH, classes: data.YILIAN_PASSWORD_CLASSES },
      passwordDays: data.YILIAN_PASSWORD_DAYS,
      lockAfter: data.YILIAN_LOCK_AFTER,
      lockMinutes: data.YILIAN_LOCK_MINUTES,
      addressFailures: data.YILIAN_ADDRESS_FAILURES,
      addressSeconds: data.YILIAN_ADDRESS_SECONDS,
      idleMinutes: data.YILIAN_SESSION_IDLE_MINUTES,
      sessionHours: data.YILIAN_SESSION_HOURS,
    },
  }
}
