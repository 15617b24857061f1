import path from 'node:path'

import type { Database } from './db.ts'
import { postmaster } from './embedded-postmaster.ts'
import { embeddedUrl } from './embedded-ownership.ts'
import { openDatabase, type EmbeddedOptions, type UrlOptions } from './open-database.ts'

/**
 * Opens a database for a short task beside a server that may be running on it: with the embedded engine, that one's is used while it
 * runs, and one is started and stopped again else. Throws `DatabaseUnavailable`.
 */
export async function openBeside(options: UrlOptions | EmbeddedOptions): Promise<Database> {
  if ('url' in options) return openDatabase(options)
  const running = await postmaster(path.join(path.resolve(options.dataDirectory), 'postgres'))
  return openDatabase(running ? { ...options, url: embeddedUrl(running.socketDirectory) } : options)
}
