import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'

import { errorCode } from './database-unavailable.ts'

/** A PostgreSQL that runs on a cluster: its main process and the folder of its socket. */
export interface Postmaster {
  readonly pid: number
  readonly socketDirectory: string
}

/**
 * The PostgreSQL running on this cluster, if any. A lock file whose process is gone, or is another program by now (process
 * numbers come round, in containers at every start), is removed: PostgreSQL itself would refuse to start beside it.
 */
export async function postmaster(cluster: string): Promise<Postmaster | null> {
  const file = lockFile(cluster)
  let lines: string[]
  try {
    lines = (await readFile(file, 'utf8')).split('\n')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
  const pid = Number(lines[0])
  const socketDirectory = lines[4]?.trim() ?? ''
  if (isPostgres(pid, cluster)) return { pid, socketDirectory }
  // Written in two steps by a PostgreSQL that is just starting: nothing to clear yet.
  if (lines.length < 5) return null
  await rm(file, { force: true })
  return null
}

/** Sends the cluster's PostgreSQL a signal (`SIGINT`: fast, `SIGQUIT`: at once); nothing happens when none runs. */
export function signalPostmaster(cluster: string, signal: 'SIGINT' | 'SIGQUIT'): void {
  try {
    const pid = Number(readFileSync(lockFile(cluster), 'utf8').split('\n')[0])
    if (isPostgres(pid, cluster)) process.kill(pid, signal)
  } catch {
    // No lock file, or the process ended in between: it does not run, as wished.
  }
}

const lockFile = (cluster: string): string => path.join(cluster, 'postmaster.pid')

function isPostgres(pid: number, cluster: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    const command =
      process.platform === 'linux'
        ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ')
        : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
    return command.includes('postgres') && command.includes(cluster)
  } catch {
    return false
  }
}
