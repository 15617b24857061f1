import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { AUDIT_DAYS_LEAST } from '@yilian/domain/audit.ts'
import { z } from 'zod'

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
}

/** The environment is wrong. The message has one line per variable: what is wrong and what to write. */
export class SettingsInvalid extends Error {
  override readonly name = 'SettingsInvalid'
}

const address = z
  .string()
  .regex(/^postgres(ql)?:\/\/[^\s]+$/)
  .refine((url) => URL.canParse(url) || url.includes('@/'))

const ENVIRONMENT = z.object({
  // Only this machine may connect unless told otherwise: who is at the other end is for a reverse proxy to settle.
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
}

/** Values that must not be repeated in a message. */
const SECRET: readonly Variable[] = ['DATABASE_URL', 'DATABASE_APP_URL']

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
  const { HOST, PORT, DATABASE_URL, DATABASE_APP_URL, AUDIT_KEEP_DAYS, YILIAN_DATA_DIR, LOG_LEVEL } = result.data
  return {
    host: HOST,
    port: PORT,
    databaseUrl: DATABASE_URL,
    databaseAppUrl: DATABASE_APP_URL,
    auditKeepDays: AUDIT_KEEP_DAYS,
    dataDirectory: path.resolve(YILIAN_DATA_DIR),
    logLevel: LOG_LEVEL,
  }
}
