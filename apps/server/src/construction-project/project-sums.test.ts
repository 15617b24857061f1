import { testDatabase } from '@yilian/testing/test-database.ts'
import { completedToDate } from '@yilian/domain/construction/money-standing.ts'
import { reportsThatCount, type ReportSeen } from '@yilian/domain/construction/standing.ts'
import { addDays, day } from '@yilian/domain/day.ts'
import { sumYuan, yuanOf, type Yuan } from '@yilian/domain/money.ts'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'

import { testApi, type Json } from '../../test/api.ts'
import { makeProject, readProject } from '../../test/make-project.ts'

const { db, owner } = await testDatabase()
const api = await testApi(db, '2024-12-31T04:00:00Z')

const amount = fc.bigInt({ min: 0n, max: 10n ** 12n }).map(yuanOf)
const maybe = fc.option(amount, { nil: null })
// Few days over two years, so that what happens on the very day that is asked about is among them.
const on = fc.integer({ min: 0, max: 20 }).map((count) => addDays(day('2020-01-01'), count * 37))
const line = fc.constantFrom(0, 1, 2)
const SOURCES = ['PROVINCIAL', 'COUNTY', 'COUNTY'] as const

const records = fc.record({
  planned: fc.tuple(maybe, maybe, maybe),
  received: fc.array(fc.record({ line, on, amount }), { maxLength: 8 }),
  paid: fc.array(
    fc.record({
      line: fc.option(line, { nil: null }),
      on,
      amount: amount.filter((one) => one !== '0.00'),
    }),
    { maxLength: 8 },
  ),
  reports: fc.uniqueArray(
    fc.record({
      on,
      state: fc.constantFrom('DRAFT', 'SUBMITTED', 'ACCEPTED', 'RETURNED'),
      month: maybe,
      toDate: maybe,
    }),
    { maxLength: 8, selector: (report) => report.on.slice(0, 7) },
  ),
  asOf: on,
})

type Records = typeof records extends fc.Arbitrary<infer R> ? R : never

/** Records as they would have come over the years, whatever the rules of the commands allow one by one. */
async function record({ planned, received, paid, reports }: Records) {
  const project = await makeProject(api)
  const own = sql`gen_random_uuid(), ${project.uuid}::uuid, now(), (select max(id) from change)`
  const lines: string[] = []
  for (const [at, one] of planned.entries()) {
    const { rows } = await sql<{
      id: string
    }>`insert into funding_line (id, project_id, recorded_from, recorded_by, funding_source, name, planned)
      values (${own}, ${SOURCES[at]}, ${String(at)}, ${one}) returning id`.execute(owner)
    lines.push(rows[0]!.id)
  }
  for (const one of received)
    await sql`insert into fund_receipt (id, project_id, recorded_from, recorded_by, funding_line_id, received_on, day_known, amount)
      values (${own}, ${lines[one.line]!}, ${one.on}, true, ${one.amount})`.execute(owner)
  for (const one of paid)
    await sql`insert into project_payment (id, project_id, recorded_from, recorded_by, funding_line_id, paid_on, day_known, amount, advance)
      values (${own}, ${one.line === null ? null : lines[one.line]}, ${one.on}, true, ${one.amount}, true)`.execute(owner)
  for (const one of reports)
    await sql`insert into progress_report (id, project_id, recorded_from, recorded_by, month, state, investment_month, investment_to_date)
      values (${own}, ${one.on.slice(0, 7)}, ${one.state}, ${one.month}, ${one.toDate})`.execute(owner)
  return project
}

test('of any records, totals that the database sums are to the fen those of sources, years and months, on any day', async () => {
  const columns = 'planned arrived paid completed'
  const parts = 'sources { planned arrived paid } years { arrived paid } months { arrived paid }'
  await fc.assert(
    fc.asyncProperty(records, async (given) => {
      const project = await record(given)
      const reports = 'progressReports { month state investmentMonth investmentToDate }'
      const read = await readProject(api, project, `money { ${columns} ${parts} } ${reports}`, `, asOf: "${given.asOf}"`)
      const money = read['money']
      const sumOf = (rows: Json[], column: string): Yuan | null => {
        const said = rows.flatMap((row) => row[column] ?? [])
        return said.length === 0 ? null : sumYuan(said)
      }
      expect(sumOf(money.sources, 'planned')).toBe(money.planned)
      for (const column of ['arrived', 'paid'])
        for (const rows of [money.sources, money.years, money.months])
          expect([column, sumOf(rows, column)]).toEqual([column, money[column]])
      expect(money.completed).toBe(completedToDate(reportsThatCount(read['progressReports'] as ReportSeen[])))
      const listed = await api.query(
        `query ($search: String) { projects(filter: { search: $search }, asOf: "${given.asOf}") { totals { ${columns} } nodes { name money { ${columns} } } } }`,
        { search: project.name },
      )
      const own = (listed['projects'].nodes as Json[]).find(({ name }) => name === project.name)!
      expect(own['money']).toEqual(Object.fromEntries(columns.split(' ').map((column) => [column, money[column]])))
    }),
    { numRuns: 25 },
  )
})
