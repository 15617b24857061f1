import { syntheticStaffCards } from '@yilian/demo-data/synthetic/staff-cards.ts'
import { testDatabase } from '@yilian/testing/test-database.ts'
import { beforeAll, expect, test } from 'vitest'

import type { Json } from '../../test/api.ts'
import { excel } from '../../test/files.ts'
import { fileServer } from '../../test/file-server.ts'
import { makers } from '../../test/make.ts'

const database = await testDatabase()
const server = await fileServer(database, '2026-11-22T04:00:00Z')
const make = makers(server)

const NAMES = ['甲卫生院', '乙卫生院', '丙卫生院', '丁卫生院']
/** Rows are judged and written so many at a time; see `judge-rows.ts`. */
const AT_ONCE = 250
/** Statements that so many rows may take beyond those of fewer: some tens for each part, where one for each row would be 250. */
const FOR_A_PART = 60

beforeAll(async () => {
  for (const name of NAMES) {
    const { id } = await make.institution({ name })
    // A quota, so that it is judged who takes a place of it.
    const set = `mutation ($id: ID!) { setQuota(input: { institutionId: $id, postClass: TECHNICAL, count: 5000, baseVersion: 0, effectiveOn: "2018-01-01" }) { __typename } }`
    await server.query(set, { id })
  }
})

/** Checks and writes so many cards, and the same file again. */
async function readIn(seed: string, count: number) {
  const cards = syntheticStaffCards(seed, NAMES, count)
  const file = await excel([[...cards.header], ...cards.rows.map((row) => [...row])])
  let run: Json = {}
  const checking = await database.countStatements(async () => (run = await server.upload('PEOPLE', file)))
  const wrong = run['rowsWrong']
  const right = await rightRows(run['id'])
  const writing = await database.countStatements(async () => (run = await server.commit(run['id'], right)))
  const done = run
  const again = await database.countStatements(async () => (run = await server.upload('PEOPLE', file)))
  return { cards, wrong, right: right.length, done, again: run, statements: { checking, writing, again } }
}

async function rightRows(id: string): Promise<number[]> {
  const document = `query ($id: ID!, $after: Int!) { importRun(id: $id) { rows(first: 500, after: $after) { nextAfter rows { row state } } } }`
  const right: number[] = []
  for (let after: number | null = 0; after !== null;) {
    const { rows, nextAfter }: Json = (await server.query(document, { id, after }))['importRun'].rows
    right.push(...rows.flatMap(({ row, state }: Json) => (state === 'WRONG' ? [] : [row])))
    after = nextAfter
  }
  return right
}

test('the cards of many people take statements by the part of the file and not by the row, and each part is told', async () => {
  const small = await readIn('few', AT_ONCE)
  const large = await readIn('many', 4 * AT_ONCE)
  for (const { cards, wrong, right, done, again } of [small, large]) {
    expect(wrong).toBe(cards.faulty + cards.alike)
    expect(right).toBe(cards.rows.length - wrong)
    expect(done).toMatchObject({ state: 'DONE', rowsRight: right - cards.repeated })
    expect(again).toMatchObject({ state: 'CHECKED', rowsRight: 0, rowsWrong: wrong, rowsUnchanged: right })
  }
  const parts = (large.cards.rows.length - small.cards.rows.length) / AT_ONCE
  for (const step of ['checking', 'writing', 'again'] as const) {
    const more = large.statements[step].length - small.statements[step].length
    expect(more, step).toBeLessThanOrEqual(parts * FOR_A_PART)
    const told = large.statements[step].filter((statement) => /^update "import_run" set .*"rows_done"/.test(statement))
    expect(told.length, step).toBeGreaterThanOrEqual(Math.floor(large.right / AT_ONCE))
  }
})
