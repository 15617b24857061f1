import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, expect, test } from 'vitest'

import { keyFile, newKey, parseKeys, readKeys } from './keys.ts'

const folder = await mkdtemp(path.join(tmpdir(), 'yilian-keys-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const embedded = (name: string) => ({ keys: null, databaseUrl: null, dataDirectory: path.join(folder, name) })

test('each purpose and each key has bytes of its own, always the same', () => {
  const [a, b] = [newKey(), newKey()]
  const keys = parseKeys(`${a},${b}`, 'YILIAN_KEYS')
  const rotated = parseKeys(`${b},${a}`, 'YILIAN_KEYS')
  const [first = '', second = ''] = keys.ids
  expect(keys.current).toBe(first)
  expect(rotated.ids).toEqual([second, first])
  expect(keys.derive('x')).toHaveLength(32)
  expect(keys.derive('x')).toEqual(keys.derive('x', first))
  expect(keys.derive('x')).toEqual(rotated.derive('x', first))
  expect(keys.derive('x')).not.toEqual(keys.derive('x', second))
  expect(keys.derive('x')).not.toEqual(keys.derive('y'))
})

test('a key that is not there is named with the remedy', () => {
  expect(() => parseKeys(newKey(), 'YILIAN_KEYS').derive('x', 'k1')).toThrow(
    'The key k1 is needed and not here: add it to YILIAN_KEYS, behind the current one.',
  )
})

test.each(['', 'secret', 'k1:short', `${newKey()};${newKey()}`])('%j is no list of keys, and is not repeated', (list) => {
  expect(() => parseKeys(list, 'YILIAN_KEYS')).toThrow(/^YILIAN_KEYS holds no list of keys: make a key with pnpm yilian keys new\.$/)
})

test('one id stands for one key', () => {
  const key = newKey()
  expect(() => parseKeys(`${key},${key}`, 'YILIAN_KEYS')).toThrow(/twice/)
})

test('the embedded database gets a key file that only its owner may read, made once', async () => {
  const settings = embedded('first')
  const [one, other] = await Promise.all([readKeys(settings), readKeys(settings)])
  expect(one.derive('x')).toEqual(other.derive('x'))
  expect((await readKeys(settings)).ids).toEqual(one.ids)
  const file = keyFile(settings.dataDirectory)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(await readFile(file, 'utf8')).toMatch(/^k[0-9a-f]{8}:[\w-]{43}\n$/)
})

test('a key file that others may read is refused', async () => {
  const settings = embedded('open')
  await readKeys(settings)
  await chmod(keyFile(settings.dataDirectory), 0o644)
  await expect(readKeys(settings)).rejects.toThrow(/^Others may read the key file .*\/keys: run chmod 600 on it\.$/)
})

test('with DATABASE_URL and without keys it says how to make one', async () => {
  await expect(readKeys({ ...embedded('none'), databaseUrl: 'postgresql:///yilian' })).rejects.toThrow(/pnpm yilian keys new/)
})

test('YILIAN_KEYS goes before the file', async () => {
  const key = newKey()
  expect((await readKeys({ ...embedded('env'), keys: key })).current).toBe(key.split(':')[0])
  await expect(stat(path.join(folder, 'env'))).rejects.toThrow(/ENOENT/)
})
