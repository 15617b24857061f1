import { replaceRows } from '@yilian/database/dated.ts'
import { refreshSearch } from '@yilian/database/search.ts'
import { day } from '@yilian/domain/day.ts'
import { INSTITUTION_DEFAULTS } from '@yilian/domain/institution.ts'
import { testDatabase } from '@yilian/testing/test-database.ts'
import { v7 as newId } from 'uuid'
import { expect, test } from 'vitest'

import { testApi } from '../../test/api.ts'
import { recorded, run } from '../../test/make.ts'
import { unlimited } from '../access/reader.ts'
import { requireRecorded, runCommand } from '../command/run-command.ts'

const { db, countStatements } = await testDatabase()
const api = await testApi(db)

/** One change that records so many institutions, as a file read in does; answers its id. */
async function importOf(count: number, prefix: string): Promise<string> {
  const outcome = await runCommand(
    { ...unlimited(db), actor: { id: 'test', name: '测试员' }, requestId: null, log: { info: () => undefined }, today: day('2026-11-22') },
    { command: 'importInstitutions' },
    {},
    async (trx, begin) => {
      const identities = Array.from({ length: count }, (_, at) => ({ id: newId(), code: `${prefix}-${at}`, countyCode: '431221' }))
      const change = await begin()
      for (let at = 0; at < count; at += 1000) {
        const some = identities.slice(at, at + 1000)
        await trx.insertInto('institution').values(some).execute()
        const rows = some.map(({ id, code }) => ({
          ...INSTITUTION_DEFAULTS,
          id,
          name: `${code}村卫生室`,
          category: 'D600',
          regionCode: '431221104000',
          validFrom: '2020-01-01',
        }))
        await replaceRows(trx, change, 'INSTITUTION', [], rows)
      }
      await refreshSearch(
        trx,
        'INSTITUTION',
        identities.map(({ id }) => id),
      )
    },
  )
  return `00000000-0000-0000-0000-${requireRecorded(outcome).changeNumber.toString(16).padStart(12, '0')}`
}

const known = async (prefix: string) =>
  (await api.query('query ($search: String) { institutions(filter: { search: $search }) { totalCount } }', { search: prefix })).institutions
    .totalCount as number

test('an import of thousands of facts is undone as a whole, with as many statements as one of a single fact', async () => {
  const [one, many] = [await importOf(1, 'DAN'), await importOf(2500, 'DUO')]
  expect([await known('dan'), await known('duo')]).toEqual([1, 2500])
  const statements = await countStatements(() => run(api, 'undoChange', { changeId: one }))
  let undone = ''
  const forMany = await countStatements(async () => {
    undone = (await recorded(api, 'undoChange', { changeId: many })).id
  })
  expect(forMany.length).toBe(statements.length)
  expect([await known('dan'), await known('duo')]).toEqual([0, 0])
  const whole = 'query ($id: ID!) { change(id: $id) { effectCount effects { factId } some: effects(first: 3) { factId } } }'
  const { change } = await api.query(whole, { id: undone })
  expect(change.effectCount).toBe(2500)
  expect(change.effects).toHaveLength(100)
  expect(change.some).toEqual(change.effects.slice(0, 3))
  const redo = await recorded(api, 'undoChange', { changeId: undone })
  expect(redo.summary).toMatch(/^撤回变更（撤回变更）：.+等 2500 项$/)
  expect(redo.effects).toHaveLength(100)
  expect(await known('duo')).toBe(2500)
})

test('whether changes can be undone is asked with one statement, whatever their number', async () => {
  const look = (first: number) =>
    countStatements(() => api.query('query ($first: Int) { changes(first: $first) { nodes { undoable } } }', { first }))
  expect((await look(20)).length).toBe((await look(2)).length)
})
