import type { CommandKey } from '@yilian/domain/commands.ts'
import { day } from '@yilian/domain/day.ts'
import type { MembershipRole } from '@yilian/domain/membership-role.ts'
import { testDatabase } from '@yilian/testing/test-database.ts'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'

import { unlimited } from '../src/access/reader.ts'
import { undoChange } from '../src/change/undo.commands.ts'
import { createAlliance, dissolveAlliance } from '../src/alliance/alliance.commands.ts'
import { changeLead } from '../src/lead/change-lead.commands.ts'
import { runCommand, requireRecorded, type CommandBody, type CommandContext, type CommandOutcome } from '../src/command/run-command.ts'
import { message } from '@yilian/domain/messages.ts'
import { factVersions } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import type { FactKind } from '@yilian/database/facts.ts'
import { closeInstitution } from '../src/institution/institution-lineage.commands.ts'
import { createInstitution } from '../src/institution/institution.commands.ts'
import { admitMember, changeRole, correctMembership, transferMember, withdrawMember } from '../src/membership/membership.commands.ts'
import { openSharedService } from '../src/shared-service/shared-service.commands.ts'
import { brokenRules } from './invariants.ts'

const { db, owner } = await testDatabase()
const context: CommandContext = {
  ...unlimited(db),
  actor: { id: 'test', name: '测试员' },
  requestId: 'test',
  log: { info: () => undefined },
  today: day('2026-11-22'),
}
const TOWN = '431221104000'

function run<I extends object>(command: CommandKey, input: I, body: (input: I) => CommandBody): Promise<CommandOutcome> {
  return runCommand(context, { command, correction: command.startsWith('correct') }, input, body(input))
}

function create(name: string, parentId: string | null = null): Promise<CommandOutcome> {
  const attributes = { name, category: 'C220', regionCode: TOWN, parentId } as const
  return run('createInstitution', { institution: attributes, effectiveOn: day('2010-01-01') }, createInstitution)
}

async function institution(name: string): Promise<string> {
  return requireRecorded(await create(name)).institutionIds[0]!
}

function changeIdOf(number: number): string {
  return `00000000-0000-0000-0000-${number.toString(16).padStart(12, '0')}`
}

async function alliance(name: string, leadId: string): Promise<string> {
  const made = await run(
    'createAlliance',
    { name, kind: 'AREA' as const, countyCode: '431221', leadId, effectiveOn: day('2015-01-01') },
    createAlliance,
  )
  return requireRecorded(made).allianceIds[0]!
}

async function version(fact: FactKind, id: string): Promise<number> {
  return (await factVersions(db, fact, [id])).get(id) ?? 0
}

test('of two operators who at the same moment admit one institution to two tight alliances, one succeeds and the other is told who holds it and since when', async () => {
  for (let round = 0; round < 10; round++) {
    const contested = await institution(`同争卫生院${round}`)
    const alliances = await Promise.all(
      [1, 2].map(async (n) => alliance(`同争片区医共体${round}-${n}`, await institution(`牵头卫生院${round}-${n}`))),
    )
    const versions = await Promise.all(alliances.map((id) => version('ALLIANCE', id)))
    const outcomes = await Promise.all(
      alliances.map((allianceId, at) =>
        run(
          'admitMember',
          { allianceId, institutionId: contested, role: 'MEMBER' as const, baseVersion: versions[at]!, effectiveOn: day('2019-06-01') },
          admitMember,
        ),
      ),
    )
    const winner = outcomes.findIndex(({ outcome }) => outcome === 'ChangeRecorded')
    const loser = outcomes[1 - winner]!
    expect(outcomes.filter(({ outcome }) => outcome === 'ChangeRecorded')).toHaveLength(1)
    expect(loser.outcome).toBe('InputRefused')
    if (loser.outcome !== 'InputRefused') continue
    expect(loser.issues.map(({ path, code }) => [path, code])).toEqual([['institutionId', 'ALREADY_IN_TIGHT_ALLIANCE']])
    expect(message(loser.issues[0]!.code, loser.issues[0]!.params, 'zh')).toContain(
      `同争卫生院${round}自 2019-06-01 起是同争片区医共体${round}-${winner + 1}的成员单位`,
    )
  }
  expect(await brokenRules(db)).toEqual({})
})

test('of one operator who undoes the creation of an institution and others who name it at the same moment, one side succeeds', async () => {
  const allianceId = await alliance('撤回片区医共体', await institution('撤回牵头卫生院'))
  for (let round = 0; round < 8; round++) {
    const made = requireRecorded(await create(`撤回卫生院${round}`))
    const institutionId = made.institutionIds[0]!
    const baseVersion = await version('ALLIANCE', allianceId)
    const effectiveOn = day('2020-01-01')
    const [undone, ...naming] = await Promise.all([
      run('undoChange', { changeId: changeIdOf(made.changeNumber) }, undoChange),
      run('admitMember', { allianceId, institutionId, role: 'MEMBER' as const, baseVersion, effectiveOn }, admitMember),
      run(
        'openSharedService',
        { allianceId, kind: 'ECG' as const, name: `心电${round}`, providerId: institutionId, servesAll: true, baseVersion, effectiveOn },
        openSharedService,
      ),
      create(`下属卫生室${round}`, institutionId),
    ])
    const named = naming.filter(({ outcome }) => outcome === 'ChangeRecorded').length
    expect([undone!.outcome, named]).toEqual(named === 0 ? ['ChangeRecorded', 0] : ['InputRefused', 3])
  }
  expect(await brokenRules(db)).toEqual({})
})

test('the database itself refuses a second tight alliance, for whoever goes past the domain', async () => {
  const member = await db
    .selectFrom('membership')
    .selectAll()
    .where('recordedTo', 'is', null)
    .where('role', '=', 'MEMBER')
    .executeTakeFirstOrThrow()
  const other = await db.selectFrom('alliance').select('id').where('id', '<>', member.allianceId).executeTakeFirstOrThrow()
  const { rowId: _, ...row } = member
  await expect(
    db
      .insertInto('membership')
      .values({ ...row, id: other.id, allianceId: other.id })
      .execute(),
  ).rejects.toMatchObject({ code: '23P01', constraint: 'membership_exclusive' })
  const erase = (as: Db) => as.deleteFrom('membership').where('rowId', '=', member.rowId).execute()
  const rewrite = (as: Db) => as.updateTable('membership').set({ role: 'SUPPORTING' }).where('rowId', '=', member.rowId).execute()
  for (const attempt of [erase, rewrite]) {
    await expect(attempt(db)).rejects.toThrow('permission denied for table membership')
    await expect(attempt(owner)).rejects.toThrow('never rewritten or deleted')
  }
})

test('1,200 random commands, a sixth of them undoing others, sixteen at a time, leave every rule intact', async () => {
  const institutions = await Promise.all(Array.from({ length: 24 }, (_, n) => institution(`随机卫生院${n}`)))
  const alliances = await Promise.all(Array.from({ length: 6 }, (_, n) => alliance(`随机片区医共体${n}`, institutions[n]!)))
  const random = fc.sample(
    fc.record({
      kind: fc.nat(119),
      a: fc.nat(5),
      b: fc.nat(5),
      i: fc.nat(23),
      m: fc.nat(999),
      from: fc.integer({ min: 0, max: 4000 }),
      length: fc.integer({ min: 1, max: 2000 }),
      role: fc.constantFrom<MembershipRole>('MEMBER', 'SUPPORTING', 'LEAD'),
    }),
    { numRuns: 1200, seed: 431221 },
  )
  const onDay = (offset: number) => day(new Date(Date.UTC(2016, 0, 1 + offset)).toISOString().slice(0, 10))
  const tally: Record<string, number> = {}

  async function one({ kind, a, b, i, m, from, length, role }: (typeof random)[number]): Promise<void> {
    const effectiveOn = onDay(from)
    const allianceId = alliances[a]!
    const baseVersion = await version('ALLIANCE', allianceId)
    const known = await db.selectFrom('membership').select('id').distinct().where('recordedTo', 'is', null).orderBy('id').execute()
    const membershipId = known[m % known.length]!.id
    const memberVersion = await version('MEMBERSHIP', membershipId)
    const undoing = kind > 99
    const outcome = await (undoing
      ? run('undoChange', { changeId: await someChange(m) }, undoChange)
      : kind < 40
        ? run(
            'admitMember',
            {
              allianceId,
              institutionId: institutions[i]!,
              role,
              until: length % 3 === 0 ? onDay(from + length) : null,
              baseVersion,
              effectiveOn,
            },
            admitMember,
          )
        : kind < 55
          ? run('withdrawMember', { membershipId, baseVersion: memberVersion, effectiveOn }, withdrawMember)
          : kind < 70
            ? run('transferMember', { membershipId, toAllianceId: alliances[b]!, baseVersion: memberVersion, effectiveOn }, transferMember)
            : kind < 78
              ? run('changeRole', { membershipId, role, baseVersion: memberVersion, effectiveOn }, changeRole)
              : kind < 90
                ? run(
                    'changeLead',
                    {
                      allianceId,
                      leadId: length % 4 === 0 ? null : institutions[i]!,
                      vacancyReason: '尚未明确',
                      formerLeadRole: length % 2 === 0 ? ('MEMBER' as const) : null,
                      baseVersion,
                      effectiveOn,
                    },
                    changeLead,
                  )
                : kind < 97
                  ? run(
                      'correctMembership',
                      {
                        membershipId,
                        stretches: length % 5 === 0 ? [] : [{ role, validFrom: effectiveOn, validTo: onDay(from + length) }],
                        baseVersion: memberVersion,
                      },
                      correctMembership,
                    )
                  : kind < 99
                    ? run(
                        'closeInstitution',
                        {
                          institutionId: institutions[i]!,
                          baseVersion: await version('INSTITUTION', institutions[i]!),
                          effectiveOn: onDay(from + 3000),
                        },
                        closeInstitution,
                      )
                    : run('dissolveAlliance', { allianceId, baseVersion, effectiveOn: onDay(from + 3500) }, dissolveAlliance))
    const kept = undoing ? `undo ${outcome.outcome}` : outcome.outcome
    tally[kept] = (tally[kept] ?? 0) + 1
  }

  // Of thirty: the latest changes, for of older ones most have been overtaken; now and then creations, which others name.
  async function someChange(m: number): Promise<string> {
    const latest = await db
      .selectFrom('change')
      .select('id')
      .where('command', 'like', m % 4 === 0 ? 'create%' : '%')
      .orderBy('id', 'desc')
      .limit(30)
      .execute()
    return changeIdOf(latest[Math.floor(m / 4) % latest.length]!.id)
  }

  const queue = [...random]
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      for (let next = queue.pop(); next; next = queue.pop()) await one(next)
    }),
  )
  expect(await brokenRules(db)).toEqual({})
  // The run must have done real work of every outcome, or it proves nothing.
  expect(tally['ChangeRecorded']).toBeGreaterThan(100)
  expect(tally['InputRefused']).toBeGreaterThan(100)
  expect(tally['undo ChangeRecorded']).toBeGreaterThan(20)
  expect(tally['undo InputRefused']).toBeGreaterThan(5)
  expect(tally['undo StaleVersion']).toBeGreaterThan(20)
  const { rows } = await sql<{
    open: number
  }>`select count(*) as open from change c where not exists (select from change_subject s where s.change_id = c.id) and c.command <> 'loadReference'`.execute(
    db,
  )
  expect(rows[0]!.open).toBe(0)
}, 180_000)
