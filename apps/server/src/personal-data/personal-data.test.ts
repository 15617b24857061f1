import { SYSTEM } from '@yilian/database/changes.ts'
import { identityCheckCharacter } from '@yilian/domain/personal-data.ts'
import { testDatabase } from '@yilian/testing/test-database.ts'
import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, beforeEach, expect, test } from 'vitest'

import { accountApi, makeAdministrator, makeUser, type Account } from '../../test/accounts.ts'
import { recordedEvents } from '../../test/events.ts'
import { TEST_KEYS } from '../../test/keys.ts'
import { recorded, refusals, versionOf } from '../../test/make.ts'
import { newKey, parseKeys } from '../keys/keys.ts'
import { personalValue, resealPersonalData, setPersonal, usernameOfPhone, userWithPersonal } from './personal-data.queries.ts'
import { keyIdOf, lookupHash, lookupHashes, seal, unseal } from './seal.ts'

const { db } = await testDatabase()
const accounts = await accountApi(db)
const { program } = accounts

let system: Account
let security: Account
beforeAll(async () => {
  system = await makeAdministrator(program, 'SYSTEM')
  security = await makeAdministrator(program, 'SECURITY')
})

const events = recordedEvents(db)
beforeEach(() => {
  accounts.denials.length = 0
})

const [OLD, NEW] = [newKey(), newKey()]
const oldKeys = parseKeys(OLD, 'test')
const bothKeys = parseKeys(`${NEW},${OLD}`, 'test')
const newKeys = parseKeys(NEW, 'test')

const FIELD = fc.constantFrom('PHONE' as const, 'IDENTITY_NUMBER' as const)

test('what is sealed opens with its key, for its row and kind alone, never twice the same, and shows nothing of it', () => {
  fc.assert(
    fc.property(FIELD, fc.uuid(), fc.string({ minLength: 1, maxLength: 30 }), (field, ownerId, value) => {
      const where = { field, ownerId }
      const [sealed, again] = [seal(oldKeys, where, value), seal(oldKeys, where, value)]
      expect(unseal(oldKeys, where, sealed)).toBe(value)
      expect(unseal(bothKeys, where, sealed)).toBe(value)
      expect(sealed).not.toBe(again)
      expect(sealed).toMatch(/^v1\.[\w-]+\.[\w-]{16}\.[\w-]+$/)
      expect(keyIdOf(sealed)).toBe(oldKeys.current)
      expect(() => unseal(newKeys, where, sealed)).toThrow('is needed and not here')
      const other = { field: field === 'PHONE' ? 'IDENTITY_NUMBER' : 'PHONE', ownerId } as const
      expect(() => unseal(oldKeys, other, sealed)).toThrow()
      expect(() => unseal(oldKeys, { field, ownerId: ownerId.replace(/.$/, (one) => (one === '0' ? '1' : '0')) }, sealed)).toThrow()
      const parts = sealed.split('.')
      const bytes = Buffer.from(parts[3]!, 'base64url')
      bytes[0]! ^= 1
      expect(() => unseal(oldKeys, where, [...parts.slice(0, 3), bytes.toString('base64url')].join('.'))).toThrow()
    }),
    { numRuns: 50 },
  )
})

test('a hash is found under every key, differs from key to key and from kind to kind, and no tag is cut short', () => {
  const hash = lookupHash(oldKeys, 'PHONE', '13812345678')
  expect(lookupHashes(bothKeys, 'PHONE', '13812345678')).toEqual([lookupHash(newKeys, 'PHONE', '13812345678'), hash])
  expect(lookupHash(oldKeys, 'IDENTITY_NUMBER', '13812345678')).not.toBe(hash)
  const where = { field: 'PHONE', ownerId: 'x' } as const
  const [version, id, nonce, text] = seal(oldKeys, where, '13812345678').split('.')
  expect(() => unseal(oldKeys, where, [version, id, nonce, text!.slice(0, 12)].join('.'))).toThrow()
})

test('nothing of it lies in the database in clear, in whatever table', async () => {
  const [phone, identityNumber] = ['13987654321', '11010519491231002X']
  const user = await makeUser(accounts.as(system), { phone, identityNumber, note: '新建' })
  await accounts
    .as(system)
    .query('mutation ($id: ID!) { revealPersonalData(input: { userId: $id, field: PHONE, reason: "核对" }) { __typename } }', {
      id: user.id,
    })
  const { rows: tables } = await sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public'`.execute(db)
  expect(tables.length).toBeGreaterThan(20)
  let dump = ''
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(db)
    if (name === 'user_account') expect(rows.map(({ row }) => row).join('\n')).toContain(user.username)
    dump += rows.map(({ row }) => row).join('\n')
  }
  for (const clear of [phone, identityNumber, phone.slice(3), identityNumber.slice(6)]) expect(dump).not.toContain(clear)
  expect(dump).not.toContain(Buffer.from(phone).toString('base64'))
})

test('a phone number is found however it is typed', async () => {
  const { username } = await makeUser(program, { phone: '13700000001' })
  for (const typed of ['13700000001', ' +86 137-0000-0001 ', '１３７０００００００１'])
    expect(await usernameOfPhone(db, TEST_KEYS, typed), typed).toBe(username)
  for (const typed of ['13700000002', '1370000000', username, '']) expect(await usernameOfPhone(db, TEST_KEYS, typed), typed).toBeNull()
})

const REVEAL = `mutation ($input: RevealPersonalDataInput!) { revealPersonalData(input: $input) {
  __typename ... on Revealed { value } ... on InputRefused { issues { path code message } } } }`
const reveal = async (asker: Account, userId: string, more: Readonly<Record<string, unknown>> = {}) =>
  (await accounts.as(asker).query(REVEAL, { input: { userId, field: 'PHONE', reason: '核对身份', ...more } }))['revealPersonalData']

test('the system administrator reveals a value with a reason, on record without the value', async () => {
  const user = await makeUser(program, { phone: '13600000001' })
  expect(await reveal(system, user.id)).toEqual({ __typename: 'Revealed', value: '13600000001' })
  expect(await events()).toEqual([
    expect.objectContaining({
      kind: 'REVEALED',
      actorId: system.uuid,
      subjectId: user.uuid,
      reason: '核对身份',
      details: { field: 'PHONE' },
    }),
  ])
  expect(JSON.stringify(await events())).not.toContain('13600000001')
  const codes = async (more: Readonly<Record<string, unknown>>) =>
    (await reveal(system, user.id, more)).issues.map(({ path, code }: { path: string; code: string }) => `${path}: ${code}`)
  expect(await codes({ reason: ' ' })).toEqual(['reason: REQUIRED'])
  expect(await codes({ reason: '事'.repeat(501) })).toEqual(['reason: TOO_LONG'])
  expect(await codes({ field: 'IDENTITY_NUMBER' })).toEqual(['field: NOT_RECORDED'])
  expect(await codes({ userId: '00000000-0000-0000-0000-000000000001' })).toEqual(['userId: NOT_FOUND'])
  expect(await events()).toHaveLength(1)
})

test('everybody reveals their own; who sees accounts but may not reveal is told so, on record; others find nobody', async () => {
  const user = await makeUser(program, { phone: '13600000002' })
  expect(await reveal(user, user.id)).toEqual({ __typename: 'Revealed', value: '13600000002' })
  expect(await reveal(security, user.id)).toMatchObject({ issues: [{ path: '', code: 'NOT_ALLOWED' }] })
  expect(await events()).toMatchObject([
    { kind: 'REVEALED', actorId: user.uuid },
    { kind: 'DENIED', actorId: security.uuid, subjectId: user.uuid },
  ])
  expect(accounts.denials).toMatchObject([{ actor: security.uuid, permission: 'user.reveal', subjectId: user.uuid }])
  const analyst = await makeUser(program)
  expect(await reveal(analyst, user.id)).toMatchObject({ issues: [{ path: 'userId', code: 'NOT_FOUND' }] })
})

test('keys change: old values open, are found and taken into account until all are sealed anew, and then the old key can go', async () => {
  const people = [1, 2, 3].map((n) => `1350000000${n}`)
  const identity = `43122119750401001${identityCheckCharacter('43122119750401001')}`
  const made: Account[] = []
  for (const [at] of people.entries()) made.push(await makeUser(program, { username: `rotated.${at}` }))
  for (const [at, { uuid }] of made.entries())
    await setPersonal(db, oldKeys, { of: 'USER', id: uuid }, { PHONE: people[at]!, IDENTITY_NUMBER: at === 0 ? identity : undefined })
  // Those of other tests were sealed with another key, which a program without it cannot open.
  await expect(resealPersonalData(db, bothKeys, { actor: SYSTEM, reason: '更换密钥' })).rejects.toThrow('is needed and not here')
  const others = await db.selectFrom('userAccount').select('id').where('phoneEncrypted', 'is not', null).execute()
  for (const { id } of others.filter((one) => !made.some(({ uuid }) => uuid === one.id)))
    await setPersonal(db, oldKeys, { of: 'USER', id: id }, { PHONE: null, IDENTITY_NUMBER: null })
  expect(await usernameOfPhone(db, bothKeys, people[1]!)).toBe('rotated.1')
  expect(await usernameOfPhone(db, newKeys, people[1]!)).toBeNull()
  expect((await userWithPersonal(db, bothKeys, 'IDENTITY_NUMBER', identity))?.username).toBe('rotated.0')
  expect(await resealPersonalData(db, bothKeys, { actor: SYSTEM, reason: '更换密钥' })).toBe(3)
  expect(await resealPersonalData(db, bothKeys, { actor: SYSTEM, reason: '更换密钥' })).toBe(0)
  expect(await usernameOfPhone(db, newKeys, people[1]!)).toBe('rotated.1')
  expect(await personalValue(db, newKeys, 'IDENTITY_NUMBER', { of: 'USER', id: made[0]!.uuid })).toBe(identity)
  expect(await personalValue(db, newKeys, 'PHONE', { of: 'USER', id: made[2]!.uuid })).toBe(people[2])
  await expect(personalValue(db, oldKeys, 'PHONE', { of: 'USER', id: made[2]!.uuid })).rejects.toThrow('is needed and not here')
})

test('a value that another account has is refused with whose it is', async () => {
  const first = await makeUser(program, { phone: '13400000001' })
  const second = await makeUser(program)
  const input = { userId: second.id, name: '某', baseVersion: await versionOf(program, second.id), phone: '13400000001' }
  expect(await refusals(program, 'reviseUser', input)).toEqual(['phone: PHONE_TAKEN'])
  // One's own again is none of another's.
  await recorded(program, 'reviseUser', {
    userId: first.id,
    name: '某人',
    baseVersion: await versionOf(program, first.id),
    phone: '134 0000 0001',
  })
})
