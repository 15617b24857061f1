import { sql } from 'kysely'

import { whereKnown, type FactRow } from '@yilian/database/dated.ts'
import { factTable, type DatedFactKind } from '@yilian/database/facts.ts'
import type { Instant, IsoDate } from '@yilian/domain/day.ts'
import type { Text } from '@yilian/domain/locale.ts'
import { covers } from '@yilian/domain/period.ts'

import { onDay } from '../access/days.ts'
import type { Reader } from '../access/reader.ts'
import { onlySeen, seesFact } from '../access/seen-facts.ts'
import { factLabel, factSubject, namesIn } from '../change/describe.ts'
import type { Names } from '../change/words.ts'
import { wholeList } from '../list/whole-list.ts'

/** The facts whose difference is told, in the order they are told in. */
const COMPARED = [
  'ALLIANCE',
  'MEMBERSHIP',
  'LEAD_VACANCY',
  'LEAD_DISPUTE',
  'UNIFIED_MANAGEMENT',
  'SHARED_SERVICE',
] as const satisfies readonly DatedFactKind[]
type ComparedFact = (typeof COMPARED)[number]

/** What differs in one fact of an alliance between two days, in words; `null` on the side where there was none. */
export interface FactDifference {
  readonly fact: ComparedFact
  readonly factId: string
  readonly subject: Text
  readonly before: Text | null
  readonly after: Text | null
  readonly institutionId: string | null
}

export interface AllianceDifference {
  readonly allianceId: string
  readonly differences: readonly FactDifference[]
}

export interface Compared {
  readonly countyCode: string | null
  readonly allianceId: string | null
  readonly from: IsoDate
  readonly to: IsoDate
  readonly asKnownAt: Instant | null
}

/** A fact on two days. What comes and goes under another id (a member that left and came back) is one thing here. */
interface Pair {
  readonly fact: ComparedFact
  readonly allianceId: string
  readonly allianceCode: string
  before?: FactRow
  after?: FactRow
}

/**
 * What differs between two days in the alliances of a county, or in one: founded, dissolved, renamed, members, roles, vacancy,
 * dispute, unified management, shared services. Alliances by code; only those in which something differs. One statement per fact
 * and three for names, whatever the number of alliances. Throws `TooManyRows`.
 */
export async function allianceDifferences(reader: Reader, compared: Compared): Promise<AllianceDifference[]> {
  const read = await Promise.all(COMPARED.map(async (fact) => pairsOf(fact, await rowsOn(reader, fact, compared), compared)))
  const pairs = read
    .flat()
    .filter(differs)
    .toSorted((a, b) => (a.allianceCode < b.allianceCode ? -1 : a.allianceCode > b.allianceCode ? 1 : 0))
  const names = await namesIn(
    reader,
    pairs.flatMap(({ before, after }) => [before, after].filter((row) => row !== undefined)),
  )
  return [...Map.groupBy(pairs, ({ allianceId }) => allianceId)].map(([allianceId, own]) => ({
    allianceId,
    differences: own.map((pair) => inWords(pair, names)),
  }))
}

// What holds on one of the two days and is seen on it.
function rowsOn({ db, access }: Reader, fact: ComparedFact, { countyCode, allianceId, from, to, asKnownAt }: Compared): Promise<FactRow[]> {
  const { table, alliances } = factTable(fact)
  const on = (day: IsoDate) => sql`(${onDay(day).during('f')} and ${seesFact(access, fact, 'f', onDay(day))})`
  const list = sql<FactRow>`
    select f.*, a.id as compared_alliance_id, a.code as compared_alliance_code ${onlySeen(access, fact, 'f')} from ${sql.table(table)} f join alliance a on a.id = f.${sql.ref(alliances[0]!)}
    where ${countyCode === null ? sql`true` : sql`a.county_code = ${countyCode}`} and ${allianceId === null ? sql`true` : sql`a.id = ${allianceId}`}
      and ${whereKnown('f', asKnownAt)} and (${on(from)} or ${on(to)}) order by a.code, f.valid_from, f.id`
  return wholeList(db, list)
}

function pairsOf(fact: ComparedFact, rows: readonly FactRow[], { from, to }: Compared): Pair[] {
  const pairs = new Map<string, Pair>()
  for (const row of rows) {
    const key = thingOf(fact, row)
    const pair = pairs.get(key) ?? {
      fact,
      allianceId: String(row['comparedAllianceId']),
      allianceCode: String(row['comparedAllianceCode']),
    }
    if (covers(row, from)) pair.before = row
    if (covers(row, to)) pair.after = row
    pairs.set(key, pair)
  }
  return [...pairs.values()]
}

// An alliance has several shared services at a time; of the rest there is one per alliance, member and domain.
function thingOf(fact: ComparedFact, row: FactRow): string {
  const { keys } = factTable(fact)
  return fact === 'ALLIANCE' || fact === 'SHARED_SERVICE' ? row.id : keys.map((key) => String(row[key])).join(' ')
}

const BOOKKEEPING: readonly string[] = ['documentId', 'source', 'sourceNote', 'exclusiveGroup']

/** The columns of a fact that say what holds, not where it was read. */
function valuesOf(fact: ComparedFact): readonly string[] {
  return factTable(fact).values.filter((column) => !BOOKKEEPING.includes(column))
}

function differing({ fact, before, after }: Pair): Set<string> {
  return new Set(valuesOf(fact).filter((column) => JSON.stringify(before?.[column] ?? null) !== JSON.stringify(after?.[column] ?? null)))
}

function differs(pair: Pair): boolean {
  return !pair.before !== !pair.after || differing(pair).size > 0
}

function inWords(pair: Pair, names: Names): FactDifference {
  const { fact, before, after } = pair
  const one = (after ?? before)!
  const varying = before && after ? differing(pair) : new Set<string>()
  const institutionId = one['institutionId']
  return {
    fact,
    factId: one.id,
    subject: factSubject(fact, one, names),
    before: before ? factLabel(fact, before, names, varying) : null,
    after: after ? factLabel(fact, after, names, varying) : null,
    institutionId: typeof institutionId === 'string' ? institutionId : null,
  }
}
