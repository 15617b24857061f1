import { sql } from 'kysely'

import { actAs } from '@yilian/database/act-as.ts'
import type { Db } from '@yilian/database/db.ts'
import { FACT_KINDS, FACTS } from '@yilian/database/facts.ts'
import type { SearchSubject } from '@yilian/database/search.ts'
import { searchTerms } from '@yilian/database/search-terms.ts'
import type { Instant } from '@yilian/domain/day.ts'
import { UNKNOWN_START } from '@yilian/domain/region.ts'

import type { SyntheticCounty } from './county.ts'
import { SYNTHETIC_SOURCE } from './institutions.ts'
import type { LedgerRow } from './ledger.ts'

const ACTOR = { id: 'synthetic', name: '合成数据' }

/** Writes a county in one transaction with a number of statements that does not grow with its rows. */
export async function writeCounty(db: Db, county: SyntheticCounty): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await actAs(trx, { actor: ACTOR })
    const { changes, rows } = county.ledger
    const numbers = await reserveChanges(trx, changes.length)
    const numberOf = (change: { number: number }): number => numbers[change.number]!
    await insertRows(
      trx,
      'policy_document',
      rows.filter(({ fact }) => fact === 'POLICY_DOCUMENT').map(({ id }) => ({ id, countyCode: county.countyCode })),
    )
    await insertRows(
      trx,
      'change',
      changes.map((change) => ({
        actorId: ACTOR.id,
        actorName: ACTOR.name,
        ...change,
        id: numberOf(change),
        countyCode: county.countyCode,
      })),
      ['id', 'command', 'correction', 'effectiveOn', 'recordedAt', 'actorId', 'actorName', 'documentId', 'countyCode'],
      'overriding system value',
    )
    await insertRegions(trx, county, numberOf(changes[0]!), changes[0]!.recordedAt)
    await insertRows(trx, 'institution', county.institutions, ['id', 'code', 'countyCode'])
    await insertRows(trx, 'alliance', county.alliances, ['id', 'code', 'countyCode', 'kind'])
    for (const fact of FACT_KINDS) {
      const own = rows.filter((row) => row.fact === fact).map((row) => columnsOf(row, numberOf))
      await insertRows(trx, snake(FACTS[fact].table), own)
    }
    await insertRows(
      trx,
      'change_subject',
      changes.flatMap((change) => [...change.subjects].map((subjectId) => ({ subjectId, changeId: numberOf(change) }))),
    )
    await insertRows(trx, 'search_term', searchRows(county))
  })
}

function columnsOf({ id, keys, value, period, recordedBy, closedBy }: LedgerRow, numberOf: (change: { number: number }) => number) {
  const recorded = {
    recordedFrom: recordedBy.recordedAt,
    recordedBy: numberOf(recordedBy),
    recordedTo: closedBy?.recordedAt ?? null,
    closedBy: closedBy && numberOf(closedBy),
  }
  return { id, ...keys, ...value, ...period, ...recorded }
}

async function insertRegions(trx: Db, { regions }: SyntheticCounty, recordedBy: number, recordedFrom: Instant): Promise<void> {
  const there = new Set((await trx.selectFrom('region').select('code').where('code', 'like', '99%').execute()).map(({ code }) => code))
  const missing = regions.filter(({ code }) => !there.has(code))
  await insertRows(
    trx,
    'region',
    missing.map(({ code, level }) => ({ code, level, statisticalOnly: false })),
  )
  await insertRows(
    trx,
    'region_version',
    missing.map(({ code, name, parentCode }) => ({
      code,
      name,
      parentCode,
      source: SYNTHETIC_SOURCE,
      validFrom: UNKNOWN_START,
      recordedFrom,
      recordedBy,
    })),
  )
}

function searchRows({ institutions, alliances, ledger }: SyntheticCounty) {
  const rows = (subject: SearchSubject, { id, code, countyCode }: { id: string; code: string; countyCode: string }) => {
    const known = ledger.known.get(id) ?? []
    const names = known.flatMap(({ value }) => [value['name'], ...(Array.isArray(value['aliases']) ? value['aliases'] : [])])
    const distinct = [...new Set(names.filter((name) => typeof name === 'string'))]
    return searchTerms(distinct, [code]).map((term) => ({ subjectId: id, subject, countyCode, term }))
  }
  return [...institutions.flatMap((one) => rows('INSTITUTION', one)), ...alliances.flatMap((one) => rows('ALLIANCE', one))]
}

/** Numbers for as many changes, kept from everybody else. */
async function reserveChanges(trx: Db, count: number): Promise<number[]> {
  const { rows } = await sql<{
    id: number
  }>`select nextval(pg_get_serial_sequence('change', 'id'))::int as id from generate_series(1, ${count})`.execute(trx)
  return rows.map(({ id }) => id).sort((a, b) => a - b)
}

/** Inserts rows by one statement: sent as JSON, so that lists and nulls need no type of their own. Columns are those of the first row. */
async function insertRows(
  trx: Db,
  table: string,
  rows: readonly object[],
  columns: readonly string[] = Object.keys(rows[0] ?? {}),
  option = '',
): Promise<void> {
  if (rows.length === 0) return
  const names = columns.map(snake)
  const json = JSON.stringify(
    rows.map((row) =>
      Object.fromEntries(columns.map((column, at) => [names[at], (row as Readonly<Record<string, unknown>>)[column] ?? null])),
    ),
  )
  const list = sql.join(names.map((name) => sql.ref(name)))
  await sql`insert into ${sql.table(table)} (${list}) ${sql.raw(option)} select ${list} from jsonb_populate_recordset(null::${sql.table(table)}, ${json}::jsonb)`.execute(
    trx,
  )
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
