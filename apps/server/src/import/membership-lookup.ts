import { sql } from 'kysely'

import { factRows, factVersions, type FactRow } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import type { AllianceKind } from '@yilian/domain/alliance-kind.ts'
import type { LeadVacancy } from '@yilian/domain/lead-dispute.ts'
import type { Membership, MembershipOfInstitution } from '@yilian/domain/membership.ts'
import type { Period } from '@yilian/domain/period.ts'

import { EVER } from '../access/days.ts'
import type { Reader } from '../access/reader.ts'
import { seesAlliance } from '../access/seen.ts'

/** An alliance with the names it has and had. */
export interface KnownAlliance {
  readonly id: string
  readonly code: string
  readonly countyCode: string
  readonly kind: AllianceKind
  readonly stretches: readonly (Period & { readonly name: string })[]
}

export type MembershipRowKnown = Membership & FactRow
export type VacancyRowKnown = LeadVacancy & FactRow

/** One fact over time: its rows as known now. */
export interface Timeline<Row> {
  readonly id: string
  readonly allianceId: string
  readonly rows: readonly Row[]
}
export interface MembershipTimeline extends Timeline<MembershipRowKnown> {
  readonly institutionId: string
  readonly institutionName: string
}

/** The memberships of the institutions at hand, and of the alliances at hand who leads and where nobody does. */
export interface MembershipLookup {
  load(wanted: {
    readonly alliances: readonly string[]
    readonly institutionIds: readonly string[]
    readonly countyCode: string
  }): Promise<void>
  alliance(id: string): KnownAlliance | undefined
  /** Those with this code, else those that have or had this name: of the county, or of any where the county has none. */
  alliancesNamed(text: string): readonly KnownAlliance[]
  memberships(institutionId: string): readonly MembershipTimeline[]
  leads(allianceId: string): readonly MembershipTimeline[]
  vacancies(allianceId: string): readonly Timeline<VacancyRowKnown>[]
  version(id: string): number | null
  putMembership(timeline: MembershipTimeline): void
  putVacancy(timeline: Timeline<VacancyRowKnown>): void
  refresh(id: string): Promise<void>
}

export function createMembershipLookup(reader: Reader): MembershipLookup {
  const trx = reader.db
  let alliances = new Map<string, KnownAlliance>()
  let memberships = new Map<string, MembershipTimeline>()
  let ofInstitution = new Map<string, Set<string>>()
  let leading = new Map<string, Set<string>>()
  let vacancies = new Map<string, Timeline<VacancyRowKnown>>()
  let versions = new Map<string, number>()
  let countyCode = ''

  function putMembership(timeline: MembershipTimeline): void {
    const { id, allianceId, institutionId, rows } = timeline
    memberships.set(id, timeline)
    ofInstitution.set(institutionId, (ofInstitution.get(institutionId) ?? new Set()).add(id))
    if (rows.some(({ role }) => role === 'LEAD')) leading.set(allianceId, (leading.get(allianceId) ?? new Set()).add(id))
  }
  const byIds = (ids: ReadonlySet<string> | undefined): MembershipTimeline[] => [...(ids ?? [])].map((id) => memberships.get(id)!)
  const putVacancy = (timeline: Timeline<VacancyRowKnown>): void => void vacancies.set(timeline.id, timeline)

  return {
    putMembership,
    putVacancy,
    async load(wanted) {
      countyCode = wanted.countyCode
      alliances = new Map((await alliancesBy(trx, namedIn(reader, wanted.alliances))).map((one) => [one.id, one]))
      memberships = new Map()
      ofInstitution = new Map()
      leading = new Map()
      vacancies = new Map()
      const rows = await membershipRows(trx, wanted.institutionIds, [...alliances.keys()])
      for (const [id, own] of Map.groupBy(rows, (row) => row.id)) putMembership({ ...own[0]!, id, rows: own })
      const others = [...new Set(rows.map(({ allianceId }) => allianceId))].filter((id) => !alliances.has(id))
      for (const one of await alliancesBy(trx, sql`a.id = any(${others}::uuid[])`)) alliances.set(one.id, one)
      for (const [id, own] of Map.groupBy(await vacancyRows(trx, [...alliances.keys()]), (row) => row.id))
        putVacancy({ ...own[0]!, id, rows: own })
      versions = await factVersions(trx, 'MEMBERSHIP', [...memberships.keys()])
    },
    alliance: (id) => alliances.get(id),
    alliancesNamed(text) {
      const all = [...alliances.values()]
      const byCode = all.filter(({ code }) => code === text)
      const byName = byCode.length > 0 ? byCode : all.filter(({ stretches }) => stretches.some(({ name }) => name === text))
      const inCounty = byName.filter((one) => one.countyCode === countyCode)
      return inCounty.length > 0 ? inCounty : byName
    },
    memberships: (institutionId) => byIds(ofInstitution.get(institutionId)),
    leads: (allianceId) => byIds(leading.get(allianceId)),
    vacancies: (allianceId) => [...vacancies.values()].filter((one) => one.allianceId === allianceId),
    version: (id) => versions.get(id) ?? null,
    async refresh(id) {
      const [membership, vacancy] = [memberships.get(id), vacancies.get(id)]
      if (membership) putMembership({ ...membership, rows: await factRows<MembershipRowKnown>(trx, 'MEMBERSHIP', [id]) })
      if (vacancy) putVacancy({ ...vacancy, rows: await factRows<VacancyRowKnown>(trx, 'LEAD_VACANCY', [id]) })
    },
  }
}

/** The memberships that a rule of the domain compares with one of this institution. */
export function othersForRules(lookup: MembershipLookup, institutionId: string, except: string | null): MembershipOfInstitution[] {
  return lookup.memberships(institutionId).flatMap(({ id, allianceId, rows }) => {
    const alliance = lookup.alliance(allianceId)
    if (id === except || !alliance) return []
    return rows.map(({ role, validFrom, validTo }) => ({
      id,
      allianceId,
      role,
      validFrom,
      validTo,
      allianceName: alliance.stretches.at(-1)!.name,
      allianceKind: alliance.kind,
    }))
  })
}

// Of alliances that are seen on some day; of those that are not, nothing is said by a file either.
function namedIn({ access }: Reader, texts: readonly string[]): ReturnType<typeof sql> {
  return sql`${seesAlliance(access, sql`a.id`, EVER, sql`a.county_code`)} and (a.code = any(${texts}) or exists (select from alliance_version n where n.id = a.id and n.recorded_to is null and n.name = any(${texts})))`
}

/** The ids of alliances with these codes or names, to lock them. */
export async function allianceIdsNamed(reader: Reader, texts: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select a.id from alliance a where ${namedIn(reader, texts)}`.execute(reader.db)
  return rows.map(({ id }) => id)
}

async function alliancesBy(trx: Db, where: ReturnType<typeof sql>): Promise<KnownAlliance[]> {
  const { rows } = await sql<Omit<KnownAlliance, 'stretches'> & KnownAlliance['stretches'][number]>`
    select a.*, v.name, v.valid_from, v.valid_to from alliance a join alliance_version v on v.id = a.id and v.recorded_to is null
    where ${where} order by a.id, v.valid_from`.execute(trx)
  return [...Map.groupBy(rows, ({ id }) => id).values()].map((own) => {
    const { id, code, countyCode, kind } = own[0]!
    return { id, code, countyCode, kind, stretches: own.map(({ name, validFrom, validTo }) => ({ name, validFrom, validTo })) }
  })
}

async function membershipRows(
  trx: Db,
  institutionIds: readonly string[],
  allianceIds: readonly string[],
): Promise<(MembershipRowKnown & { readonly institutionName: string })[]> {
  const name = sql`(select v.name from institution_version v where v.id = m.institution_id and v.recorded_to is null order by v.valid_from desc limit 1) as institution_name`
  const { rows } = await sql<MembershipRowKnown & { readonly institutionName: string }>`
    select m.*, ${name} from membership m where m.recorded_to is null and m.institution_id = any(${institutionIds}::uuid[])
    union all select m.*, ${name} from membership m where m.recorded_to is null and m.alliance_id = any(${allianceIds}::uuid[]) and m.role = 'LEAD' and m.institution_id <> all(${institutionIds}::uuid[])
    order by id, valid_from`.execute(trx)
  return rows
}

async function vacancyRows(trx: Db, allianceIds: readonly string[]): Promise<VacancyRowKnown[]> {
  const { rows } = await sql<VacancyRowKnown>`
    select * from lead_vacancy where recorded_to is null and alliance_id = any(${allianceIds}::uuid[]) order by id, valid_from`.execute(trx)
  return rows
}
