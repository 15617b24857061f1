import { beginChange, finishChange } from '@yilian/database/changes.ts'
import type { HeldGrant } from '@yilian/domain/access/own.ts'
import { addDays, day } from '@yilian/domain/day.ts'
import { testDatabase } from '@yilian/testing/test-database.ts'
import { sql } from 'kysely'
import { expect, test } from 'vitest'

import { addAccount } from '../../test/sign-in-server.ts'
import { insertGrant, type GrantDraft } from '../sign-in/accounts.ts'
import { heldGrants } from './held-grants.ts'

const { db } = await testDatabase()
const TODAY = day('2026-11-25')

async function held(userId: string): Promise<readonly HeldGrant[]> {
  const { rows } = await sql<{ grants: HeldGrant[] }>`select ${heldGrants(sql`${userId}::uuid`, TODAY)} as grants`.execute(db)
  return rows[0]?.grants ?? []
}

async function grant(userId: string, ...drafts: Partial<GrantDraft>[]): Promise<void> {
  const usual = {
    userId,
    role: 'ANALYST',
    scopeKind: 'COUNTY',
    scopeId: '431221',
    workArea: null,
    reason: '测试',
    validFrom: TODAY,
    validTo: null,
  } as const
  await db.transaction().execute(async (trx) => {
    const change = await beginChange(trx, { command: 'grantRole', actor: { id: 'test', name: '测试' } })
    for (const draft of drafts) await insertGrant(trx, change, { ...usual, ...draft })
    await finishChange(trx, change)
  })
}

test('somebody without a grant holds none', async () => {
  expect(await held(await addAccount(db, 'nobody'))).toEqual([])
})

test('a grant counts from its first day, and no longer from the day it ends', async () => {
  const userId = await addAccount(db, 'days')
  const [yesterday, tomorrow] = [addDays(TODAY, -1), addDays(TODAY, 1)]
  await grant(
    userId,
    { scopeId: '430001', validFrom: yesterday, validTo: TODAY },
    { scopeId: '430002', validFrom: yesterday, validTo: tomorrow },
    { scopeId: '430003', validFrom: TODAY },
    { scopeId: '430004', validFrom: tomorrow },
  )
  expect((await held(userId)).map(({ scopeId }) => scopeId).toSorted()).toEqual(['430002', '430003'])
})

test('what was corrected away does not count', async () => {
  const userId = await addAccount(db, 'corrected')
  await grant(userId, {})
  await db.transaction().execute(async (trx) => {
    const change = await beginChange(trx, { command: 'correctRoleGrant', actor: { id: 'test', name: '测试' } })
    await trx
      .updateTable('roleGrant')
      .set({ recordedTo: change.recordedAt, closedBy: change.number })
      .where('userId', '=', userId)
      .execute()
  })
  expect(await held(userId)).toEqual([])
})

test('a county or a department says which county, an institution or alliance does not', async () => {
  const userId = await addAccount(db, 'scopes')
  const department = await db
    .insertInto('department')
    .values({ countyCode: '341821', name: '体改股' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const institution = '00000000-0000-4000-8000-000000000001'
  await grant(
    userId,
    {},
    { role: 'BUREAU_OPERATOR', workArea: 'TASKS', scopeKind: 'DEPARTMENT', scopeId: department.id },
    { role: 'REPORTER', scopeKind: 'INSTITUTION', scopeId: institution },
  )
  const grants = await held(userId)
  expect(grants).toHaveLength(3)
  const id = expect.any(String) as string
  expect(grants).toEqual(
    expect.arrayContaining([
      { id, role: 'ANALYST', scopeKind: 'COUNTY', scopeId: '431221', workArea: null, countyCode: '431221' },
      { id, role: 'BUREAU_OPERATOR', scopeKind: 'DEPARTMENT', scopeId: department.id, workArea: 'TASKS', countyCode: '341821' },
      { id, role: 'REPORTER', scopeKind: 'INSTITUTION', scopeId: institution, workArea: null, countyCode: null },
    ]),
  )
})
