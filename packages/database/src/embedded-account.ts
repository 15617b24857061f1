import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { lchown, readdir } from 'node:fs/promises'
import path from 'node:path'

import { DatabaseUnavailable } from './database-unavailable.ts'
import type { Program } from './embedded-program.ts'

interface Ids {
  readonly uid: number
  readonly gid: number
}

/** As whom PostgreSQL runs, which refuses to run as root. */
export interface Account {
  /** For `spawn`; empty when it is the account we run under. */
  readonly ids: Ids | Record<string, never>
  /** Put before the command. */
  readonly prefix: readonly string[]
  /** Who has to own its files; `null`: whoever makes them. */
  readonly owner: Ids | null
}

const ROOT: Ids = { uid: 0, gid: 0 }
const ORDINARY: Account = { ids: {}, prefix: [], owner: null }

/** Root's files, seen by an ordinary user inside: for a checkout or data under a folder that only root may enter. */
const NAMESPACE: Account = { ids: {}, prefix: ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--'], owner: ROOT }

/**
 * As an ordinary user, that user. As root, an unprivileged account, or a user namespace; first what the data was made with.
 * Each is tried on the program and the folder. Throws `DatabaseUnavailable` when none can reach them.
 */
export function chooseAccount({ home, cluster }: { home: string; cluster: string }, program: Program): Account {
  if (process.getuid?.() !== 0) return ORDINARY
  const owner = existsSync(cluster) ? statSync(cluster) : null
  const nobody = unprivileged(nobodyIds())
  if (owner && owner.uid !== 0 && owner.uid !== nobody.ids.uid) {
    const keeper = unprivileged({ uid: owner.uid, gid: owner.gid })
    if (reaches(keeper, home, program)) return keeper
  } else {
    const order = owner?.uid === 0 ? [NAMESPACE, nobody] : [nobody, NAMESPACE]
    const account = order.find((candidate) => reaches(candidate, home, program))
    if (account) return account
  }
  throw new DatabaseUnavailable(
    `PostgreSQL does not run as root, and here no other account can enter ${home} and ${path.dirname(program.postgres)}: start as an ordinary user, move both to a folder that others may enter, or set DATABASE_URL.`,
  )
}

/** Makes the account the owner of the folder and everything in it, where it is not already. */
export async function give({ owner }: Account, folder: string): Promise<void> {
  if (!owner || statSync(folder).uid === owner.uid) return
  await Promise.all((await readdir(folder, { recursive: true })).map((name) => lchown(path.join(folder, name), owner.uid, owner.gid)))
  // Last: the folder's own owner tells whether all of it was given.
  await lchown(folder, owner.uid, owner.gid)
}

function unprivileged(ids: Ids): Account & { ids: Ids } {
  return { ids, prefix: [], owner: ids }
}

function nobodyIds(): Ids {
  const entry = /^nobody:[^:]*:(\d+):(\d+):/m.exec(existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8') : '')
  return { uid: Number(entry?.[1] ?? 65_534), gid: Number(entry?.[2] ?? 65_534) }
}

function reaches({ ids, prefix }: Account, home: string, program: Program): boolean {
  const [command = '', ...args] = [...prefix, '/bin/sh', '-c', 'test -x "$1" && test -x "$2"', 'sh', home, program.initdb]
  return spawnSync(command, args, { ...ids, cwd: '/', stdio: 'ignore' }).status === 0
}
