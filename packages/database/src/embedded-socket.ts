import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { DatabaseUnavailable } from './database-unavailable.ts'

/** Names the socket file; nothing listens on the network. */
export const SOCKET_PORT = 5432

/** The system's limit for a socket's whole path (108 bytes on Linux, 104 on macOS, with the closing zero). */
const LONGEST_PATH = 103

/**
 * The folder for the socket of the database in `home`, made when missing, closed to others: `home/socket`, or, where that path is
 * too long for a socket, one under the temporary folder. Throws `DatabaseUnavailable` when that is somebody else's.
 */
export function socketDirectory(home: string): string {
  const name = `yilian-${createHash('sha256').update(home).digest('hex').slice(0, 12)}`
  const candidates = [path.join(home, 'socket'), path.join(tmpdir(), name), path.join('/tmp', name)]
  const directory =
    candidates.find((candidate) => Buffer.byteLength(`${candidate}/.s.PGSQL.${SOCKET_PORT}`) <= LONGEST_PATH) ?? path.join('/tmp', name)
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  // A name under /tmp can be taken before us: a link, or a folder that others may write to, is not ours to trust.
  const found = lstatSync(directory)
  const mine = process.getuid?.() === 0 || found.uid === process.getuid?.()
  if (!found.isDirectory() || !mine || (found.mode & 0o077) !== 0) {
    throw new DatabaseUnavailable(
      `The folder ${directory} belongs to somebody else: remove it, or set YILIAN_DATA_DIR to a folder with a shorter path.`,
    )
  }
  return directory
}
