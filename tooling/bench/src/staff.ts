import type { Database } from '@yilian/database/db.ts'
import { UNLIMITED } from '@yilian/domain/access/access.ts'
import { shortDecimal } from '@yilian/domain/decimal.ts'
import { schema } from '@yilian/server/graphql/schema.ts'
import { execute, parse } from 'graphql'
import pg from 'pg'

import { contextOf } from './access.ts'
import { median, table } from './report.ts'
import { HAND_WRITTEN, PIVOT } from './staff-question.ts'

const WARM_UP = 6
const COUNTY = '990101'
const DAY = '2026-11-01'

interface Cell {
  readonly keys: readonly { readonly code: string | null }[]
  readonly home: number
  readonly host: number
  readonly fte: string
}

/**
 * The pivot of one county, executed in this process, against the same counts in one hand-written statement, in turn, in a database with
 * one county and in one with many. Both must count the same.
 */
export async function measureStaff(databases: Readonly<Record<string, Database>>, { times }: { readonly times: number }): Promise<void> {
  const rows: string[][] = []
  for (const [name, database] of Object.entries(databases)) {
    const [ours, theirs] = await inTurn(database, times)
    rows.push([name, median(ours).toFixed(1), median(theirs).toFixed(1), (median(ours) / median(theirs)).toFixed(2)])
  }
  process.stdout.write('\nhead count of one county by institution and profession, three rules\n')
  table(['database', 'headCount, ms', 'hand-written, ms', 'ratio'], rows)
}

async function inTurn(database: Database, times: number): Promise<[number[], number[]]> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const document = parse(PIVOT)
  const seen: [number[], number[]] = [[], []]
  try {
    await client.query('set random_page_cost = 1.1; set jit = off')
    for (let round = 0; round < WARM_UP + times; round++) {
      const asked = performance.now()
      const answer = await execute({
        schema,
        document,
        variableValues: { county: COUNTY, day: DAY },
        contextValue: contextOf(database, UNLIMITED, document),
      })
      const answered = performance.now()
      const { rows } = await client.query<Record<string, string | null>>({ name: 'pivot', text: HAND_WRITTEN, values: [COUNTY, DAY] })
      const done = performance.now()
      if (round === 0) compare(answer.data?.['headCount'], rows)
      if (round < WARM_UP) continue
      seen[0].push(answered - asked)
      seen[1].push(done - answered)
    }
  } finally {
    await client.end()
  }
  return seen
}

/** Throws unless both say the same of the same cells, and of some. */
function compare(answer: unknown, rows: readonly Readonly<Record<string, string | null>>[]): void {
  const { cells } = JSON.parse(JSON.stringify(answer ?? { cells: [] })) as { cells: Cell[] }
  const ours = cells.map(({ keys, home, host, fte }) => [uuidIn(keys[0]?.code), keys[1]?.code ?? null, home, host, fte].join(' '))
  const theirs = rows.map(({ institution, profession, home, host, fte }) =>
    [institution, profession, Number(home), Number(host), shortDecimal(fte ?? '')].join(' '),
  )
  const [first, second] = [ours.toSorted(), theirs.toSorted()]
  const differs = first.findIndex((cell, at) => cell !== second[at])
  if (first.length === 0 || first.length !== second.length || differs >= 0)
    throw new Error(`${first.length} cells against ${second.length}; the first that differs: ${first[differs]} against ${second[differs]}`)
}

function uuidIn(id: string | null | undefined): string | null {
  return id ? (Buffer.from(id, 'base64').toString().split(':')[1] ?? null) : null
}
