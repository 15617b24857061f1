import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { DatabaseUnavailable } from './database-unavailable.ts'
import type { Database } from './db.ts'
import { postmaster } from './embedded-postmaster.ts'
import { findProgram } from './embedded-program.ts'
import { openDatabase } from './open-database.ts'

const isRoot = process.getuid?.() === 0
const openModule = fileURLToPath(new URL('open-database.ts', import.meta.url))

let base: string
let home: string

beforeAll(async () => {
  base = await mkdtemp(path.join(tmpdir(), 'yilian-embedded-'))
  await chmod(base, 0o755)
  home = path.join(base, 'data')
})

afterAll(() => rm(base, { recursive: true, force: true }))

async function within<T>(folder: string, action: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase({ dataDirectory: folder, durable: false })
  return action(database).finally(() => database.close())
}

const count = async ({ owner }: Database): Promise<unknown> => (await sql`select count(*)::int4 as count from kept`.execute(owner)).rows[0]

/** Opens the folder in a process of its own that ends itself as `end` says once the database is open. */
async function openAndEnd(folder: string, end: string): Promise<void> {
  const script = `const { openDatabase } = await import(${JSON.stringify(openModule)}); await openDatabase({ dataDirectory: process.argv[1] }); ${end}`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, folder], { stdio: 'inherit' })
  await new Promise((resolve) => child.once('exit', resolve))
}

const running = async (folder: string): Promise<boolean> => (await postmaster(path.join(folder, 'postgres'))) !== null

test('what was written is there after a stop and a start, and nothing runs in between', async () => {
  await within(home, ({ owner }) => sql`create table kept as select 1 as one`.execute(owner))
  expect(await running(home)).toBe(false)
  expect(await within(home, count)).toEqual({ count: 1 })
})

test('a start that was interrupted while it made the database leaves nothing half made', async () => {
  const folder = path.join(base, 'interrupted')
  await mkdir(path.join(folder, 'postgres.new', 'base'), { recursive: true })
  expect(await within(folder, ({ db }) => sql`select 1 as one`.execute(db))).toMatchObject({ rows: [{ one: 1 }] })
})

test('a second program on the same folder is told that it is in use, and the first goes on', async () => {
  await within(home, async (first) => {
    await expect(openDatabase({ dataDirectory: home })).rejects.toThrow(
      `The data folder ${home} is in use by another Yilian (yilian owner, process ${process.pid}): stop that one, or set YILIAN_DATA_DIR to another folder.`,
    )
    expect(await count(first)).toEqual({ count: 1 })
  })
})

test('the PostgreSQL of a killed program is taken over and stopped in the end', async () => {
  await openAndEnd(home, `process.kill(process.pid, 'SIGKILL')`)
  expect(await running(home)).toBe(true)
  const messages: string[] = []
  const database = await openDatabase({ dataDirectory: home, log: (message) => messages.push(message) })
  expect(messages).toEqual([`Took over the PostgreSQL that was left running on ${home}.`])
  expect(await count(database)).toEqual({ count: 1 })
  await database.close()
  expect(await running(home)).toBe(false)
})

test('a program that exits without closing takes PostgreSQL along', async () => {
  await openAndEnd(home, 'process.exit(0)')
  await expect.poll(() => running(home), { timeout: 20_000 }).toBe(false)
})

test('a lock file left by a crash whose process number is another program by now does not stop the start', async () => {
  await writeFile(path.join(home, 'postgres', 'postmaster.pid'), `${process.pid}\n${home}/postgres\n1\n5432\n${home}/socket\n\n\nready\n`)
  expect(await within(home, count)).toEqual({ count: 1 })
})

test('a folder too deep for a socket has its socket elsewhere', async () => {
  const folder = path.join(base, '很深的文件夹'.repeat(5), 'a'.repeat(60))
  let socket = ''
  await within(folder, async ({ db, url }) => {
    expect(url).not.toContain(encodeURIComponent(folder))
    expect(await sql`select 1 as one`.execute(db)).toMatchObject({ rows: [{ one: 1 }] })
    socket = new URL(url).searchParams.get('host') ?? ''
  })
  expect(existsSync(socket)).toBe(false)
})

test('a folder that cannot be made is named with the remedy', async () => {
  const file = path.join(base, 'file')
  await writeFile(file, '')
  await expect(openDatabase({ dataDirectory: path.join(file, 'data') })).rejects.toThrow(
    new DatabaseUnavailable(
      `The data folder ${file}/data cannot be used (ENOTDIR): make it writable for this user, or set YILIAN_DATA_DIR to another folder.`,
    ),
  )
})

test('data of another version of PostgreSQL is left alone', async () => {
  const version = path.join(home, 'postgres', 'PG_VERSION')
  const current = await readFile(version, 'utf8')
  await writeFile(version, '17\n')
  await expect(openDatabase({ dataDirectory: home })).rejects.toThrow('was made by PostgreSQL 17, this program brings 18')
  await writeFile(version, current)
})

test('a folder with something else in it is left alone', async () => {
  const folder = path.join(base, 'other')
  await mkdir(path.join(folder, 'postgres', 'photos'), { recursive: true })
  await expect(openDatabase({ dataDirectory: folder })).rejects.toThrow(
    new DatabaseUnavailable(`The folder ${folder}/postgres holds something that is no database: move it away.`),
  )
})

test('a PostgreSQL that does not start says why', async () => {
  const folder = path.join(base, 'broken')
  await within(folder, ({ db }) => sql`select 1`.execute(db))
  await rm(path.join(folder, 'postgres', 'global', 'pg_control'))
  await expect(openDatabase({ dataDirectory: folder })).rejects.toThrow(
    /^The embedded PostgreSQL did not start: .*pg_control.*set DATABASE_URL\.$/,
  )
})

test.runIf(isRoot)('as root, the data belong to an account without rights; under a folder only root may enter, to root', async () => {
  // The checkout that these tests run in may itself lie under such a folder.
  const nobody = { uid: 65_534, gid: 65_534, cwd: '/' }
  const isOpen = spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', findProgram().initdb], nobody).status === 0
  const open = path.join(base, 'open')
  await within(open, ({ db }) => sql`select 1`.execute(db))
  expect((await stat(path.join(open, 'postgres'))).uid !== 0).toBe(isOpen)
  const closed = path.join(base, 'closed')
  await mkdir(closed, { mode: 0o700 })
  await within(path.join(closed, 'data'), ({ owner }) => sql`create table kept as select 1 as one`.execute(owner))
  expect((await stat(path.join(closed, 'data', 'postgres'))).uid).toBe(0)
  expect(await within(path.join(closed, 'data'), count)).toEqual({ count: 1 })
})
