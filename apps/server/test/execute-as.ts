import type { Db } from '@yilian/database/db.ts'
import { day } from '@yilian/domain/day.ts'
import { execute, parse } from 'graphql'

import type { Denial } from '../src/access/denied.ts'
import type { Asker } from '../src/access/identify.ts'
import type { Context } from '../src/graphql/context.ts'
import { schema } from '../src/graphql/schema.ts'
import { createImports } from '../src/import/imports.ts'
import { createJobs } from '../src/job/jobs.ts'
import type { Json } from './api.ts'

/** What an operation answered: its data, the codes of its errors, and what was denied. */
export interface Answered {
  readonly data: Json
  readonly codes: readonly string[]
  readonly denied: readonly Denial[]
}

/** Runs operations as whoever is given, past the limits of one operation: the tests of access ask for everything at once. */
export function executor(db: Db, today = '2026-11-22') {
  const jobs = createJobs({ db, log: console })
  const imports = createImports({ db, jobs, clock: () => new Date(`${today}T04:00:00Z`), log: console })
  return async (asker: Asker, document: string, variables: Json = {}): Promise<Answered> => {
    const denied: Denial[] = []
    const log = { info: (fields: object) => void denied.push(fields) }
    const contextValue: Context = { db, ...asker, requestId: 'test', log, today: day(today), imports, loaders: new Map() }
    const { data, errors = [] } = await execute({ schema, document: parse(document), variableValues: variables, contextValue })
    await jobs.idle()
    return {
      data: JSON.parse(JSON.stringify(data ?? {})) as Json,
      codes: errors.map((one) => String(one.extensions['code'] ?? one.message)),
      denied,
    }
  }
}
