import { type RawBuilder, sql } from 'kysely'

import { factRows, factVersions, type FactRow } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import type { Institution } from '@yilian/domain/institution.ts'
import { covers, type Period } from '@yilian/domain/period.ts'

import { EVER } from '../access/days.ts'
import type { Reader } from '../access/reader.ts'
import { seesInstitution } from '../access/seen.ts'

/** An institution as it is known now. Without stretches it is a code whose institution was undone. */
export interface KnownInstitution {
  readonly id: string
  readonly code: string
  readonly countyCode: string
  readonly stretches: readonly InstitutionStretchRow[]
}
export type InstitutionStretchRow = Institution & FactRow

/** Whose credit code it is, and when. */
export interface CreditCodeHolder extends Period {
  readonly id: string
  readonly name: string
  readonly creditCode: string
}

interface ParentRow extends Period {
  readonly id: string
  readonly parentId: string | null
}

/** What some rows name: texts that are codes of any county, or names within the counties at hand. */
export interface Wanted {
  readonly codes: readonly string[]
  readonly names: readonly string[]
  readonly counties: readonly string[]
  /** Codes or names that may also be names of any other county, where these counties have none. */
  readonly anywhere: readonly string[]
  /** Codes or names of parents, above which others may stand. */
  readonly parents: readonly string[]
  readonly creditCodes: readonly string[]
}

/** What rows name of institutions that whoever imports sees on some day. Kept up to date with what rows do; what others need is loaded a part of the file at a time. */
export interface InstitutionLookup {
  load(wanted: Wanted): Promise<void>
  /** The ids of those with these codes, or with these names or aliases at any time in these counties. */
  ids(wanted: Pick<Wanted, 'codes' | 'names' | 'counties'>): Promise<string[]>
  byId(id: string): KnownInstitution | undefined
  byCode(code: string): KnownInstitution | undefined
  /** Whether the code belongs to an institution that whoever imports does not see. */
  isHidden(code: string): boolean
  /** Those that have or had this name or alias. */
  named(name: string): KnownInstitution[]
  creditHolders(creditCode: string): readonly CreditCodeHolder[]
  parentOn(id: string, on: IsoDate): string | null
  version(id: string): number | null
  /** Takes in what an institution is from now on. */
  put(institution: KnownInstitution): void
  refresh(id: string): Promise<void>
}

type NamesOfCounty = Map<string, Set<string>>

export function createInstitutionLookup({ db: trx, access }: Reader): InstitutionLookup {
  const seen = (id: string) => seesInstitution(access, sql.ref(id), EVER)
  const counties = new Map<string, NamesOfCounty>()
  let elsewhere: NamesOfCounty = new Map()
  let known = new Map<string, KnownInstitution>()
  let codes = new Map<string, string>()
  let credit = new Map<string, CreditCodeHolder[]>()
  let parents = new Map<string, ParentRow[]>()
  let versions = new Map<string, number>()
  let hidden = new Set<string>()

  function put(institution: KnownInstitution): void {
    known.set(institution.id, institution)
    codes.set(institution.code, institution.id)
    const names = counties.get(institution.countyCode) ?? elsewhere
    for (const { name, aliases } of institution.stretches) for (const one of [name, ...aliases]) addName(names, one, institution.id)
  }

  async function read(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return
    const identities = await sql<
      Omit<KnownInstitution, 'stretches'>
    >`select id, code, county_code from institution where id = any(${ids}::uuid[])`.execute(trx)
    const stretches = Map.groupBy(await factRows<InstitutionStretchRow>(trx, 'INSTITUTION', ids), ({ id }) => id)
    for (const identity of identities.rows) put({ ...identity, stretches: stretches.get(identity.id) ?? [] })
  }

  /** All names of a county are kept from the first time they are asked for: a county has hundreds of institutions, at most thousands. */
  async function bring(wanted: readonly string[]): Promise<void> {
    for (const county of wanted) if (!counties.has(county)) counties.set(county, await namesOfCounty(trx, county, seen('i.id')))
  }

  const idsNamed = (name: string): string[] => [...counties.values(), elsewhere].flatMap((names) => [...(names.get(name) ?? [])])

  async function ids(wanted: Pick<Wanted, 'codes' | 'names' | 'counties'>): Promise<string[]> {
    await bring(wanted.counties)
    const { rows } = await sql<{
      id: string
    }>`select i.id from institution i where i.code = any(${[...new Set(wanted.codes)]}) and ${seen('i.id')}`.execute(trx)
    return [...new Set([...rows.map(({ id }) => id), ...wanted.names.flatMap(idsNamed)])]
  }

  return {
    put,
    ids,
    async load(wanted) {
      elsewhere = new Map()
      known = new Map()
      codes = new Map()
      const found = await ids(wanted)
      await read(found)
      const others = await idsAnywhere(
        trx,
        wanted.anywhere.filter((text) => !codes.has(text) && idsNamed(text).length === 0),
        seen('v.id'),
      )
      hidden = await codesHidden(
        trx,
        wanted.codes.filter((code) => !codes.has(code)),
        seen('i.id'),
      )
      await read(others)
      versions = await factVersions(trx, 'INSTITUTION', found)
      credit = Map.groupBy(await creditHolders(trx, wanted.creditCodes), ({ creditCode }) => creditCode)
      const above = wanted.parents.flatMap((text) => [...(codes.get(text) === undefined ? [] : [codes.get(text)!]), ...idsNamed(text)])
      parents = Map.groupBy(await parentRows(trx, [...new Set(above)]), ({ id }) => id)
    },
    byId: (id) => known.get(id),
    byCode: (code) => known.get(codes.get(code) ?? ''),
    isHidden: (code) => hidden.has(code),
    named: (name) => idsNamed(name).flatMap((id) => known.get(id) ?? []),
    // What rows of the file did since is known better than what was loaded.
    creditHolders: (code) => [
      ...(credit.get(code) ?? []).filter(({ id }) => !known.has(id)),
      ...[...known.values()].flatMap(({ stretches }) =>
        stretches.flatMap((one) => (one.creditCode === code ? { ...one, creditCode: code } : [])),
      ),
    ],
    parentOn: (id, on) => (known.get(id)?.stretches ?? parents.get(id) ?? []).find((one) => covers(one, on))?.parentId ?? null,
    version: (id) => versions.get(id) ?? null,
    refresh: (id) => read([id]),
  }
}

function addName(names: NamesOfCounty, name: string, id: string): void {
  const ids = names.get(name)
  if (ids) ids.add(id)
  else names.set(name, new Set([id]))
}

async function namesOfCounty(trx: Db, countyCode: string, seen: RawBuilder<boolean>): Promise<NamesOfCounty> {
  const { rows } = await sql<{ id: string; names: string[] }>`
    select i.id, array_agg(distinct n.name) as names from institution i join institution_version v on v.id = i.id and v.recorded_to is null
    cross join lateral unnest(v.aliases || v.name) as n(name) where i.county_code = ${countyCode} and ${seen} group by i.id`.execute(trx)
  const all: NamesOfCounty = new Map()
  for (const { id, names } of rows) for (const name of names) addName(all, name, id)
  return all
}

/** Codes that belong to institutions which are not seen: nothing new can have them. */
async function codesHidden(trx: Db, codes: readonly string[], seen: RawBuilder<boolean>): Promise<Set<string>> {
  if (codes.length === 0) return new Set()
  const { rows } = await sql<{ code: string }>`select i.code from institution i where i.code = any(${codes}) and not (${seen})`.execute(trx)
  return new Set(rows.map(({ code }) => code))
}

async function idsAnywhere(trx: Db, names: readonly string[], seen: RawBuilder<boolean>): Promise<string[]> {
  if (names.length === 0) return []
  const { rows } = await sql<{
    id: string
  }>`select distinct v.id from institution_version v where v.recorded_to is null and v.name = any(${[...new Set(names)]}) and ${seen}`.execute(
    trx,
  )
  return rows.map(({ id }) => id)
}

async function creditHolders(trx: Db, creditCodes: readonly string[]): Promise<CreditCodeHolder[]> {
  if (creditCodes.length === 0) return []
  const { rows } = await sql<CreditCodeHolder>`
    select id, name, credit_code, valid_from, valid_to from institution_version where recorded_to is null and credit_code = any(${creditCodes})`.execute(
    trx,
  )
  return rows
}

/** The parents of these, and theirs, on every day. */
async function parentRows(trx: Db, ids: readonly string[]): Promise<ParentRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<ParentRow>`
    with recursive up as (
      select id, parent_id, valid_from, valid_to from institution_version where recorded_to is null and id = any(${ids}::uuid[])
      union select v.id, v.parent_id, v.valid_from, v.valid_to from institution_version v join up on v.id = up.parent_id where v.recorded_to is null)
    select * from up`.execute(trx)
  return rows
}
