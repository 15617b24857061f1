import { createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises'
import path from 'node:path'

import type { Settings } from '../settings.ts'

/** The installation's keys: the first is used for what is new, the others still read what is older. */
export interface Keys {
  /** The id of the current key; it is kept beside what is encrypted with it. */
  readonly current: string
  /** The ids of all keys, the current one first. */
  readonly ids: readonly string[]
  /**
   * 32 bytes for one purpose (`phone encryption`), from the current key or from the one with this id. The same purpose and key always give
   * the same bytes; different ones tell nothing of each other. Throws `KeysUnavailable` for a key that is not here.
   */
  derive(purpose: string, id?: string): Buffer
}

/** The keys cannot be had. The message is one line: what is wrong and what to do. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable'
}

const KEY_BYTES = 32
/** One key as it is written: an id, a colon, and 32 bytes in base64url. */
export const KEY_LIST = /^[A-Za-z0-9-]{1,32}:[A-Za-z0-9_-]{43}(,[A-Za-z0-9-]{1,32}:[A-Za-z0-9_-]{43})*$/

/** A new key as it is written in `YILIAN_KEYS` and in the key file. */
export function newKey(): string {
  return `k${randomBytes(4).toString('hex')}:${randomBytes(KEY_BYTES).toString('base64url')}`
}

/** Where the keys of an embedded database lie. */
export function keyFile(dataDirectory: string): string {
  return path.join(dataDirectory, 'keys')
}

/**
 * The keys of `YILIAN_KEYS`, or, with the embedded database, of the file `keys` in its data folder, which is made when missing.
 * Throws `KeysUnavailable`.
 */
export async function readKeys({
  keys,
  databaseUrl,
  dataDirectory,
}: Pick<Settings, 'keys' | 'databaseUrl' | 'dataDirectory'>): Promise<Keys> {
  if (keys !== null) return parseKeys(keys, 'YILIAN_KEYS')
  if (databaseUrl !== null) {
    throw new KeysUnavailable(
      'With DATABASE_URL, YILIAN_KEYS must hold the keys of this installation: make one with pnpm yilian keys new, keep a copy of it apart from the database, and set YILIAN_KEYS to it.',
    )
  }
  const file = keyFile(dataDirectory)
  await makeKeyFile(file)
  return parseKeys(await readKeyFile(file), file)
}

/** Keys from a list `id:base64url[,id:base64url …]`; `source` is named when something is wrong with it. Throws `KeysUnavailable`. */
export function parseKeys(list: string, source: string): Keys {
  const text = list.trim()
  if (!KEY_LIST.test(text)) throw new KeysUnavailable(`${source} holds no list of keys: make a key with pnpm yilian keys new.`)
  const known = new Map<string, KeyObject>()
  for (const entry of text.split(',')) {
    const [id = '', secret = ''] = entry.split(':')
    if (known.has(id)) throw new KeysUnavailable(`${source} names the key ${id} twice: give each its own id.`)
    known.set(id, createSecretKey(secret, 'base64url'))
  }
  const ids = [...known.keys()]
  const current = ids[0]!
  return {
    current,
    ids,
    derive: (purpose, id = current) => {
      const key = known.get(id)
      if (!key) throw new KeysUnavailable(`The key ${id} is needed and not here: add it to ${source}, behind the current one.`)
      return Buffer.from(hkdfSync('sha256', key, 'yilian', purpose, KEY_BYTES))
    },
  }
}

async function readKeyFile(file: string): Promise<string> {
  const { mode } = await stat(file)
  if ((mode & 0o077) !== 0) throw new KeysUnavailable(`Others may read the key file ${file}: run chmod 600 on it.`)
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new KeysUnavailable(`The key file ${file} cannot be read: make it readable for this user.`, { cause: error })
  }
}

/** Makes the file unless it is there; of several that start at once, one does. Half-written ones never stand under the name. */
async function makeKeyFile(file: string): Promise<void> {
  if (await stat(file).catch(() => null)) return
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  try {
    await mkdir(path.dirname(file), { recursive: true })
    const handle = await open(draft, 'wx', 0o600)
    try {
      await handle.writeFile(`${newKey()}\n`)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  } catch (error) {
    throw new KeysUnavailable(`The key file ${file} cannot be made: make its folder writable for this user, or set YILIAN_KEYS.`, {
      cause: error,
    })
  } finally {
    await rm(draft, { force: true })
  }
}
