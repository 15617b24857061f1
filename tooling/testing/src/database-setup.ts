import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { migrate } from '@yilian/database/migrate.ts'
import { openDatabase } from '@yilian/database/open-database.ts'
import { loadReference } from '@yilian/database/reference.ts'
import { sql } from 'kysely'
import type { TestProject } from 'vitest/node'

/** Where test files get their databases: a server on which we may create some, and a migrated one to copy. */
export interface TestServer {
  readonly url: string
  readonly template: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer
  }
}

interface Running {
  readonly server: TestServer
  readonly stop: () => Promise<void>
}

/** Several projects of one run use this set-up; each loads this module anew, so the one server they share is kept here. */
const SHARED: unique symbol = Symbol.for('yilian.testServer')
const shared = globalThis as typeof globalThis & { [SHARED]?: { running: Promise<Running>; users: number } }

/**
 * One PostgreSQL and one migrated template for the whole run: the embedded engine without its safety against crashes, or the server
 * of `DATABASE_URL`, whose user must be allowed to create databases and extensions.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const use = (shared[SHARED] ??= { running: start(), users: 0 })
  use.users += 1
  const { server, stop } = await use.running
  project.provide('testServer', server)
  return async () => {
    use.users -= 1
    if (use.users > 0) return
    delete shared[SHARED]
    await stop()
  }
}

async function start(): Promise<Running> {
  const given = process.env['DATABASE_URL']
  const folder = given ? null : await mkdtemp(path.join(tmpdir(), 'yilian-test-'))
  const admin = await openDatabase(folder ? { dataDirectory: folder, durable: false } : { url: given ?? '' })
  const template = `yilian_test_template_${process.pid}`
  const stop = async (): Promise<void> => {
    await sql`drop database if exists ${sql.id(template)} with (force)`.execute(admin.owner)
    await admin.close()
    if (folder) await rm(folder, { recursive: true, force: true })
  }
  try {
    await sql`create database ${sql.id(template)} template template0`.execute(admin.owner)
    const database = await openDatabase({ url: databaseUrl(admin.url, template) })
    await migrate(database.owner)
      .then(() => loadReference(database.owner))
      .finally(() => database.close())
  } catch (error) {
    await stop()
    throw error
  }
  return { server: { url: admin.url, template }, stop }
}

/** The address of another database on the same server. */
export function databaseUrl(serverUrl: string, database: string): string {
  return serverUrl.replace(/^(\w+:\/\/[^/]*\/)[^?]*/, `$1${database}`)
}
