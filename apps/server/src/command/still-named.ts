import { sql } from 'kysely'

import type { FactRow, WhichRows } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import { factTable } from '@yilian/database/facts.ts'
import { namedThings, THING_KINDS, type NamedThing, type ThingKind } from '@yilian/database/references.ts'
import { issue, naming, type Issue } from '@yilian/domain/issue.ts'
import type { Text } from '@yilian/domain/locale.ts'

import { unlimited } from '../access/reader.ts'
import { factSubject, namesIn, subjectsOf } from '../change/describe.ts'
import { THINGS } from './things.ts'

const KINDS: Readonly<Record<ThingKind, Text>> = {
  INSTITUTION: THINGS.institution,
  ALLIANCE: THINGS.alliance,
  CONSTRUCTION_PROJECT: THINGS.project,
  PERSON: THINGS.person,
  POLICY_DOCUMENT: THINGS.document,
}

/** What is known names nothing of which nothing is known: undoing the creation of a thing is refused while others name it. */
export async function stillNamedIssues(trx: Db, gone: Readonly<Record<ThingKind, readonly string[]>>, which: WhichRows): Promise<Issue[]> {
  const issues: Issue[] = []
  for (const kind of THING_KINDS) {
    for (const named of await namedThings(trx, kind, gone[kind], which)) {
      const row = await lastRow(trx, named)
      const names = await namesIn(unlimited(trx), [row, { id: named.id }])
      const name = names.get(named.id) ?? named.id
      const said = issue('', 'STILL_NAMED', { thing: KINDS[kind], name, count: named.count, first: factSubject(named.fact, row, names) })
      issues.push(naming(said, subjectsOf(named.fact, row)))
    }
  }
  return issues
}

async function lastRow(trx: Db, { fact, factId }: NamedThing): Promise<FactRow> {
  const { rows } = await sql<FactRow>`
    select * from ${sql.table(factTable(fact).table)} where id = ${factId} order by recorded_by desc limit 1`.execute(trx)
  return rows[0]!
}
