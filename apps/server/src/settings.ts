import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { z } from 'zod'

import { KEY_LIST } from './keys/keys.ts'

const CHECKOUT = fileURLToPath(new URL('../../..', import.meta.url))
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** What the environment decides, read once. `databaseUrl` is `null` where the embedded engine is to be used. */
export interface Settings {
  readonly host: string
  readonly port: number
  readonly databaseUrl: string | null
  readonly dataDirectory: string
  readonly logLevel: (typeof LOG_LEVELS)[number]
  /** The installation's keys, see `keys/keys.ts`; `null` where they lie in a file beside the embedded database. */
  readonly keys: string | null
}

/** The environment is wrong. The message has one line per variable: what is wrong and what to write. */
export class SettingsInvalid extends Error {
  override readonly name = 'SettingsInvalid'
}

const ENVIRONMENT = z.object({
  // Only this machine may connect unless told otherwise: who is at the other end is for a reverse proxy to settle.
  HOST: z.string().default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .default(4000),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/[^\s]+$/)
    .refine((url) => URL.canParse(url) || url.includes('@/'))
    .nullable()
    .default(null),
  YILIAN_DATA_DIR: z.string().default(path.join(CHECKOUT, '.yilian')),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
  YILIAN_KEYS: z.string().regex(KEY_LIST).nullable().default(null),
})

type Variable = keyof z.infer<typeof ENVIRONMENT>

const EXPECTED: Readonly<Record<Variable, string>> = {
  HOST: 'an address of this machine, such as 127.0.0.1 or 0.0.0.0',
  PORT: 'a whole number from 0 to 65535, such as 4000',
  DATABASE_URL: 'an address such as postgresql://user:password@host:5432/database',
  YILIAN_DATA_DIR: 'the path of a folder',
  LOG_LEVEL: `one of ${LOG_LEVELS.join(', ')}`,
  YILIAN_KEYS: 'a list of keys as pnpm yilian keys new makes them, with commas between',
}

/** Values that must not be repeated in a message. */
const SECRET: readonly Variable[] = ['DATABASE_URL', 'YILIAN_KEYS']

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
  const { HOST, PORT, DATABASE_URL, YILIAN_DATA_DIR, LOG_LEVEL, YILIAN_KEYS } = result.data
  return {
    host: HOST,
    port: PORT,
    databaseUrl: DATABASE_URL,
    dataDirectory: path.resolve(YILIAN_DATA_DIR),
    logLevel: LOG_LEVEL,
    keys: YILIAN_KEYS,
  }
}
