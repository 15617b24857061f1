import type { Database } from '@yilian/database/db.ts'
import { accessOf, type Access } from '@yilian/domain/access/access.ts'
import { dayInChina } from '@yilian/domain/day.ts'
import { schema } from '@yilian/server/graphql/schema.ts'
import { execute, parse, type DocumentNode } from 'graphql'
import pg from 'pg'

import { contextOf } from './access.ts'
import { MONTHS, PROJECTS } from './construction-data.ts'
import { PAGE, PORTFOLIO } from './construction-sql.ts'
import { median, table } from './report.ts'

/** Rounds and milliseconds before anything is measured: a server has long compiled what it executes. */
const WARM_UP = { rounds: 6, milliseconds: 2000 }

const PORTFOLIO_NODE = `code name kind region { name } institutions { name } stage { stage } suspension { suspendedOn cause }
  money { planned arrived paid completed } latestReport { month }`
export const portfolio = (more = '') => `query ($key: String) {
  projects(filter: { countyCode: $key }, orderBy: CODE, first: 50) {
    totalCount totals { suspended planned arrived paid completed } nodes { ${PORTFOLIO_NODE} ${more} }
  }
}`
export const page = (more = '') => `query ($key: String!) {
  project(code: $key) {
    code name kind stages { stage validFrom validTo } suspensions { cause validFrom validTo } milestones { stage baselineOn }
    approvals { stage approvedOn investment } fundingLines { fundingSource planned } fundingYears { year amount }
    fundReceipts { receivedOn amount } payments { paidOn amount }
    progressReports { month state stage wording investmentMonth investmentToDate nextSteps }
    money { planned arrived paid completed } ${more}
  }
}`
const CLOCK = 'schedule { clock { completion late lateSuspended lateSlipped } }'
const ALERTS = 'alerts { rule subject message }'

interface Question {
  readonly title: string
  readonly key: string | null
  readonly query: string
  readonly statement: string
  /** Asks for what no statement computes: the answers need not be the same. */
  readonly more?: true
}

/**
 * What portfolio and page of construction projects take against one statement each that makes the same JSON, in this process, in turn,
 * asked by an analyst of the county, or of all.
 * The answers must be the same.
 */
export async function measureConstruction({ db, url }: Database, { times }: { readonly times: number }): Promise<void> {
  const counties = await db
    .selectFrom('constructionProject')
    .select(({ fn }) => ['countyCode', fn.min('code').as('code'), fn.countAll().as('projects')])
    .groupBy('countyCode')
    .orderBy('projects', 'desc')
    .orderBy('countyCode')
    .execute()
  const largest = counties[0]!
  const questions: readonly Question[] = [
    { title: 'portfolio of a county', key: largest.countyCode, query: portfolio(), statement: PORTFOLIO },
    { title: 'portfolio of all counties', key: null, query: portfolio(), statement: PORTFOLIO },
    { title: 'one project', key: largest.code, query: page(), statement: PAGE },
    {
      title: 'portfolio of a county, with clock and alerts',
      key: largest.countyCode,
      query: portfolio(CLOCK + ALERTS),
      statement: PORTFOLIO,
      more: true,
    },
    { title: 'one project, with clock and alerts', key: largest.code, query: page(CLOCK + ALERTS), statement: PAGE, more: true },
  ]
  const analystOf = (some: typeof counties) =>
    accessOf(
      some.map(
        ({ countyCode: code }) =>
          ({ id: code, role: 'ANALYST', scopeKind: 'COUNTY', scopeId: code, countyCode: code, workArea: null }) as const,
      ),
    )
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const rows: string[][] = []
  for (const question of questions) {
    const access = analystOf(question.key === null ? counties : [largest])
    const [ours, theirs] = await inTurn(question, { db, url } as Database, access, client, times)
    rows.push([question.title, ours.toFixed(1), theirs.toFixed(1), (ours / theirs).toFixed(2)])
  }
  await client.end()
  process.stdout.write(`\n${PROJECTS} construction projects with ${MONTHS} reports each, ${largest.projects} in the county\n`)
  table(['query', 'yilian, ms', 'hand-written, ms', 'ratio'], rows)
}

async function inTurn(
  { title, key, query, statement, more }: Question,
  database: Database,
  access: Access,
  client: pg.Client,
  times: number,
): Promise<[number, number]> {
  const document: DocumentNode = parse(query)
  const values = [dayInChina(new Date()), key]
  const ours: number[] = []
  const theirs: number[] = []
  const begun = performance.now()
  for (let round = 0; theirs.length < times; round++) {
    const contextValue = contextOf(database, access, document)
    const asked = performance.now()
    const answer = JSON.stringify(await execute({ schema, document, variableValues: { key }, contextValue }))
    const answered = performance.now()
    const { rows } = await client.query<{ body: string }>({ name: statement.slice(0, 40), text: statement, values })
    const body = rows[0]?.body ?? 'null'
    const written = performance.now()
    if (answer.includes('"errors"')) throw new Error(`${title}: ${answer.slice(0, 800)}`)
    if (!more && round === 0) same(title, answer, body)
    if (round < WARM_UP.rounds || written - begun < WARM_UP.milliseconds) continue
    ours.push(answered - asked)
    theirs.push(written - answered)
  }
  return [median(ours), median(theirs)]
}

function same(title: string, ours: string, theirs: string): void {
  const mine = JSON.stringify((JSON.parse(ours) as { data: unknown }).data)
  const other = JSON.stringify(JSON.parse(theirs))
  if (mine === other) return
  const at = [...mine].findIndex((character, index) => character !== other[index])
  throw new Error(
    `${title}: the answers differ from\n${mine.slice(Math.max(0, at - 200), at + 200)}\n${other.slice(Math.max(0, at - 200), at + 200)}`,
  )
}
