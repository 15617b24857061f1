import { sql } from 'kysely'

import { factRows, factVersions, type FactRow } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import type { Institution } from '@yilian/domain/institution.ts'
import { covers, type Period } from '@yilian/domain/period.ts'

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

/** Codes of any county; names within counties; names that may also be of any other county where these have none. */
export interface Wanted {
  readonly codes: readonly string[]
  readonly names: readonly string[]
  readonly counties: readonly string[]
  readonly namesAnywhere: readonly string[]
  readonly creditCodes: readonly string[]
}

/** What the rows at hand name of institutions. Kept up to date with what rows do, until it is loaded for the next. */
export interface InstitutionLookup {
  load(wanted: Wanted): Promise<void>
  byId(id: string): KnownInstitution | undefined
  byCode(code: string): KnownInstitution | undefined
  /** Those that have or had this name or alias. */
  named(name: string): KnownInstitution[]
  creditHolders(creditCode: string): readonly CreditCodeHolder[]
  parentOn(id: string, on: IsoDate): string | null
  version(id: string): number | null
  /** Takes in what an institution is from now on. */
  put(institution: KnownInstitution): void
  refresh(id: string): Promise<void>
}

export function createInstitutionLookup(trx: Db): InstitutionLookup {
  let known = new Map<string, KnownInstitution>()
  let codes = new Map<string, string>()
  let names = new Map<string, Set<string>>()
  let credit = new Map<string, CreditCodeHolder[]>()
  let parents = new Map<string, ParentRow[]>()
  let versions = new Map<string, number>()

  function put(institution: KnownInstitution): void {
    known.set(institution.id, institution)
    codes.set(institution.code, institution.id)
    for (const { name, aliases } of institution.stretches) {
      for (const one of [name, ...aliases]) names.set(one, (names.get(one) ?? new Set()).add(institution.id))
    }
  }

  async function read(ids: readonly string[]): Promise<void> {
    const identities = await sql<
      Omit<KnownInstitution, 'stretches'>
    >`select id, code, county_code from institution where id = any(${ids}::uuid[])`.execute(trx)
    const stretches = Map.groupBy(await factRows<InstitutionStretchRow>(trx, 'INSTITUTION', ids), ({ id }) => id)
    for (const identity of identities.rows) put({ ...identity, stretches: stretches.get(identity.id) ?? [] })
  }

  return {
    put,
    async load(wanted) {
      known = new Map()
      codes = new Map()
      names = new Map()
      let ids = await institutionIdsOf(trx, { ...wanted, names: [...wanted.names, ...wanted.namesAnywhere] })
      await read(ids)
      const elsewhere = await idsAnywhere(
        trx,
        wanted.namesAnywhere.filter((name) => !names.has(name)),
      )
      await read(elsewhere)
      ids = [...ids, ...elsewhere]
      versions = await factVersions(trx, 'INSTITUTION', ids)
      credit = Map.groupBy(await creditHolders(trx, wanted.creditCodes), ({ creditCode }) => creditCode)
      parents = Map.groupBy(await above(trx, ids), ({ id }) => id)
    },
    byId: (id) => known.get(id),
    byCode: (code) => known.get(codes.get(code) ?? ''),
    named: (name) => [...(names.get(name) ?? [])].flatMap((id) => known.get(id) ?? []),
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

/** Institutions with these codes, and those of these counties that have or had one of these names or aliases. */
export async function institutionIdsOf(
  trx: Db,
  { codes, names, counties }: Pick<Wanted, 'codes' | 'names' | 'counties'>,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from institution where code = any(${codes})
    union select i.id from institution i join institution_version v on v.id = i.id and v.recorded_to is null
    where i.county_code = any(${counties}) and exists (select from unnest(v.aliases || v.name) as n(name) where n.name = any(${names}))`.execute(
    trx,
  )
  return rows.map(({ id }) => id)
}

async function idsAnywhere(trx: Db, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return []
  const { rows } = await sql<{
    id: string
  }>`select distinct id from institution_version where recorded_to is null and name = any(${names})`.execute(trx)
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
async function above(trx: Db, ids: readonly string[]): Promise<ParentRow[]> {
  const { rows } = await sql<ParentRow>`
    with recursive up as (
      select id, parent_id, valid_from, valid_to from institution_version where recorded_to is null and id = any(${ids}::uuid[])
      union select v.id, v.parent_id, v.valid_from, v.valid_to from institution_version v join up on v.id = up.parent_id where v.recorded_to is null)
    select * from up`.execute(trx)
  return rows
}
