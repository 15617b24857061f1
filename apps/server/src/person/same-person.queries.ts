import { sql } from 'kysely'

import type { IsoDate } from '@yilian/domain/day.ts'
import { issue, type Issue } from '@yilian/domain/issue.ts'
import type { Text } from '@yilian/domain/locale.ts'
import { kindsThat } from '@yilian/domain/staffing/appointment-kind.ts'
import { LIKELY_SAME, resemblance, type Likeness, type Resemblance } from '@yilian/domain/staffing/same-person.ts'

import { EVER } from '../access/days.ts'
import type { Reader } from '../access/reader.ts'
import { seesPerson } from '../access/seen-staffing.ts'

/** Somebody recorded already who may be the same person. */
export interface Candidate extends Likeness {
  readonly id: string
  /** The code, or where else the record stands. */
  readonly code: string | Text
}

/** Those of a name, as it stands, that are seen, by the name: for scoring. One statement however many names. */
export async function candidatesByName(
  { db, access }: Reader,
  countyCode: string,
  names: readonly string[],
): Promise<Map<string, Candidate[]>> {
  if (names.length === 0) return new Map()
  const { rows } = await sql<Candidate>`
    select distinct on (v.id) v.id, p.code, v.name, v.birth_date, (select a.institution_id from appointment a
      where a.person_id = v.id and a.kind = any(${kindsThat('home')}) and a.recorded_to is null order by a.valid_from desc limit 1) as institution_id
    from person_version v join person p on p.id = v.id
    where v.name = any(${names}) and v.recorded_to is null and p.county_code = ${countyCode} and ${seesPerson(access, sql`v.id`, EVER, sql`p.county_code`)}
    order by v.id, v.valid_from desc`.execute(db)
  return Map.groupBy(rows, ({ name }) => name)
}

/** Those with these codes of a county that are seen. One statement. */
export async function peopleByCode(
  { db, access }: Reader,
  countyCode: string,
  codes: readonly string[],
): Promise<{ readonly id: string; readonly code: string }[]> {
  if (codes.length === 0) return []
  const { rows } = await sql<{ id: string; code: string }>`select p.id, p.code from person p
    where p.code = any(${codes}) and p.county_code = ${countyCode} and ${seesPerson(access, sql`p.id`, EVER, sql`p.county_code`)}
      and exists (select from person_version v where v.id = p.id and v.recorded_to is null)`.execute(db)
  return rows
}

/** The likeliest of the candidates, if any is likely. */
export function likeliest(one: Likeness, candidates: readonly Candidate[]): (Resemblance & { readonly candidate: Candidate }) | null {
  const [best] = candidates
    .map((candidate) => ({ candidate, ...resemblance(one, candidate) }))
    .filter(({ score }) => score >= LIKELY_SAME)
    .sort((a, b) => b.score - a.score)
  return best ?? null
}

/** `POSSIBLY_SAME_PERSON` where somebody recorded is alike. */
export async function possiblySameIssues(
  reader: Reader,
  countyCode: string,
  one: { readonly name: string; readonly birthDate: IsoDate | null; readonly institutionId: string | null },
): Promise<Issue[]> {
  const found = likeliest(one, (await candidatesByName(reader, countyCode, [one.name])).get(one.name) ?? [])
  return found ? [possiblySame('POSSIBLY_SAME_PERSON', 'confirmedOther', found)] : []
}

/** Says who is alike, how much, and in what. */
export function possiblySame(
  code: 'POSSIBLY_SAME_PERSON' | 'CARD_POSSIBLY_SAME',
  path: string,
  { candidate, reasons, score }: Resemblance & { readonly candidate: Candidate },
): Issue {
  const said = { zh: reasons.map(({ zh }) => zh).join('、'), en: reasons.map(({ en }) => en).join(', ') }
  return issue(path, code, { name: candidate.name, code: candidate.code, reasons: said, score })
}
