import type { Db } from '@yilian/database/db.ts'
import { PASSWORD_RULES } from '@yilian/domain/access/password.ts'
import { day, instant } from '@yilian/domain/day.ts'
import { execute, parse, type DocumentNode } from 'graphql'

import type { Denial } from '../src/access/denied.ts'
import type { Asker } from '../src/access/identify.ts'
import type { Context } from '../src/graphql/context.ts'
import { schema } from '../src/graphql/schema.ts'
import { createImports } from '../src/import/imports.ts'
import { createJobs } from '../src/job/jobs.ts'
import type { Json } from './api.ts'
import { TEST_KEYS } from './keys.ts'

/** What an operation answered: its data, the codes of its errors, and what was denied. */
export interface Answered {
  readonly data: Json
  readonly codes: readonly string[]
  readonly denied: readonly Denial[]
}

/** Runs operations as whoever is given, past the limits of one operation: the tests of access ask for everything at once. */
export function executor(db: Db, today = '2026-11-22') {
  const jobs = createJobs({ db, log: console })
  const imports = createImports({ db, jobs, keys: TEST_KEYS, clock: () => new Date(`${today}T04:00:00Z`), log: console })
  return async (asker: Asker, document: string | DocumentNode, variables: Json = {}): Promise<Answered> => {
    const denied: Denial[] = []
    const log = { info: (fields: object) => void denied.push(fields) }
    const about = { requestId: 'test', today: day(today), requestedAt: instant(`${today}T04:00:00Z`), address: null }
    const contextValue: Context = {
      db,
      ...asker,
      ...about,
      log,
      imports,
      keys: TEST_KEYS,
      passwordRules: PASSWORD_RULES,
      loaders: new Map(),
    }
    const { data, errors = [] } = await execute({
      schema,
      document: typeof document === 'string' ? parse(document) : document,
      variableValues: variables,
      contextValue,
    })
    await jobs.idle()
    return {
      data: JSON.parse(JSON.stringify(data ?? {})) as Json,
      codes: errors.map((one) => String(one.extensions['code'] ?? one.message)),
      denied,
    }
  }
}
