import { userInfo } from 'node:os'

import { actAs } from '@yilian/database/act-as.ts'
import { beginChange, finishChange, type Actor, type Change } from '@yilian/database/changes.ts'
import { DatabaseUnavailable } from '@yilian/database/database-unavailable.ts'
import type { Db } from '@yilian/database/db.ts'
import { pendingMigrations } from '@yilian/database/migrate.ts'
import { openBeside } from '@yilian/database/open-beside.ts'
import type { CommandKey } from '@yilian/domain/commands.ts'
import type { Issue } from '@yilian/domain/issue.ts'
import { message } from '@yilian/domain/messages.ts'

import { KeysUnavailable } from '../keys/keys.ts'
import { withoutSecrets } from '../log.ts'
import { readSettings, SettingsInvalid, type Settings } from '../settings.ts'

/** What was asked for cannot be done. The message is one line, or one for each thing that is wrong. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed'
}

/** Prints a line for whoever asked. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Fails with what is wrong, in both languages. */
export function failOn(issues: readonly Issue[]): void {
  if (issues.length === 0) return
  throw new CommandFailed(
    issues.map(({ path, code, params }) => `${path}: ${message(code, params, 'zh')} ${message(code, params, 'en')}`).join('\n'),
  )
}

/** Whoever has this account of the machine. */
export function commandLineActor(): Actor {
  return { id: 'command-line', name: `命令行 ${userInfo().username}` }
}

/** Runs a subcommand on the installation's database, beside a server that may be running on it; `owner` is for what the application may not. */
export async function withDatabase<T>(action: (db: Db, settings: Settings, owner: Db) => Promise<T>): Promise<T> {
  const settings = readSettings(process.env)
  const { databaseUrl, dataDirectory } = settings
  const database = await openBeside(databaseUrl === null ? { dataDirectory, poolSize: 2 } : { url: databaseUrl, poolSize: 2 })
  try {
    const pending = await pendingMigrations(database.db)
    if (pending.length > 0) throw new CommandFailed('The database is not up to date: start the server once, then try again.')
    return await action(database.db, settings, database.owner)
  } finally {
    await database.close()
  }
}

/** Records what a subcommand does, in one transaction, as the doing of whoever has this account of the machine. */
export function recordAs<T>(db: Db, command: CommandKey, action: (trx: Db, change: Change) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (trx) => {
    const actor = commandLineActor()
    await actAs(trx, { actor })
    const change = await beginChange(trx, { command, actor })
    const result = await action(trx, change)
    await finishChange(trx, change)
    return result
  })
}

/** Runs the program: what cannot be done ends it with exit code 1 and a line that says why. */
export async function runProgram(run: () => Promise<unknown>): Promise<void> {
  try {
    await run()
  } catch (error) {
    const isExpected = [CommandFailed, SettingsInvalid, DatabaseUnavailable, KeysUnavailable].some((kind) => error instanceof kind)
    const text = error instanceof Error ? (isExpected ? error.message : (error.stack ?? error.message)) : String(error)
    process.stderr.write(`${withoutSecrets(text)}\n`)
    process.exitCode = 1
  }
}
