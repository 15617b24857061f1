import type { Database } from '@yilian/database/db.ts'
import { accessOf, UNLIMITED, type Access } from '@yilian/domain/access/access.ts'
import { PASSWORD_RULES } from '@yilian/domain/access/password.ts'
import { dayInChina, instant } from '@yilian/domain/day.ts'
import type { Context } from '@yilian/server/graphql/context.ts'
import { schema } from '@yilian/server/graphql/schema.ts'
import { createImports } from '@yilian/server/import/imports.ts'
import { createJobs } from '@yilian/server/job/jobs.ts'
import { newKey, parseKeys } from '@yilian/server/keys/keys.ts'
import { selectionOf, type Selection } from '@yilian/server/graphql/selection.ts'
import { execute, parse, type DocumentNode } from 'graphql'

import { OPERATIONS } from './operations.ts'
import { median, table } from './report.ts'

const WARM_UP = 6

/** What the filters of access cost: the nested query of one county, executed in this process, in turn by askers who see the same of it. */
export async function measureAccess(many: Database, { times }: { readonly times: number }): Promise<void> {
  const { title, key, yilian } = OPERATIONS.county
  const counties = await many.db.selectFrom('alliance').select('countyCode').distinct().orderBy('countyCode').execute()
  const analystOf = (codes: readonly string[]): Access =>
    accessOf(
      codes.map((code) => ({ id: code, role: 'ANALYST', scopeKind: 'COUNTY', scopeId: code, countyCode: code, workArea: null }) as const),
    )
  const askers: Readonly<Record<string, Access>> = {
    'a program without limit': UNLIMITED,
    'an analyst of the county': analystOf([key]),
    [`an analyst of all ${counties.length} counties`]: analystOf(counties.map(({ countyCode }) => countyCode)),
  }
  const document = parse(yilian)
  const seen = new Map(Object.keys(askers).map((name) => [name, [] as number[]]))
  for (let round = 0; round < WARM_UP + times; round++) {
    const answers = new Set<string>()
    for (const [name, access] of Object.entries(askers)) {
      const contextValue = contextOf(many, access, document)
      const asked = performance.now()
      const answer = await execute({ schema, document, variableValues: { key }, contextValue })
      if (round >= WARM_UP) seen.get(name)!.push(performance.now() - asked)
      answers.add(JSON.stringify(answer))
    }
    const [answer = ''] = answers
    if (answers.size > 1 || answer.includes('"errors"')) throw new Error(`the askers are told different things: ${answer.slice(0, 500)}`)
  }
  const without = median(seen.get('a program without limit')!)
  process.stdout.write(`\nwhat access costs: ${title}\n`)
  table(
    ['asked by', 'ms', 'ratio'],
    [...seen].map(([name, milliseconds]) => [name, median(milliseconds).toFixed(1), (median(milliseconds) / without).toFixed(2)]),
  )
}

const jobsLog = { error: () => undefined }

const selections = new WeakMap<DocumentNode, Selection>()

/** What a document shows, found once as the server does it. */
function selectionShown(document: DocumentNode): Selection {
  const known = selections.get(document) ?? selectionOf(schema, document)
  selections.set(document, known)
  return known
}

/** The context of a request for this document by somebody of this access, without HTTP. */
export function contextOf({ db }: Database, access: Access, document: DocumentNode): Context {
  const now = new Date()
  const clock = (): Date => now
  const keys = parseKeys(newKey(), 'bench')
  return {
    db,
    access,
    actor: { id: 'bench', name: 'bench' },
    userId: null,
    via: 'PROGRAM',
    requestId: 'bench',
    requestedAt: instant(now.toISOString()),
    address: null,
    today: dayInChina(now),
    log: { info: () => undefined },
    keys,
    passwordRules: PASSWORD_RULES,
    imports: createImports({ db, jobs: createJobs({ db, log: jobsLog }), clock, log: jobsLog, keys }),
    loaders: new Map(),
    selection: selectionShown(document),
  }
}
