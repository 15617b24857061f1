import { sql } from 'kysely'

import { factRows, factVersions, type FactRow } from '@yilian/database/dated.ts'
import type { Appointment } from '@yilian/domain/staffing/appointment.ts'
import type { Licence } from '@yilian/domain/staffing/licence.ts'
import type { Person } from '@yilian/domain/staffing/person.ts'

import type { Reader } from '../access/reader.ts'
import type { Keys } from '../keys/keys.ts'
import { candidatesByName, peopleByCode, type Candidate } from '../person/same-person.queries.ts'
import { peopleWithPersonal } from '../personal-data/personal-data.queries.ts'

/** Somebody as known now, with the career. */
export interface KnownPerson {
  readonly id: string
  readonly stretches: readonly (Person & FactRow)[]
  readonly appointments: readonly (Appointment & FactRow)[]
  readonly licences: readonly (Licence & FactRow)[]
  /** Hashes of the numbers that are kept. */
  readonly phoneHash: string | null
  readonly identityNumberHash: string | null
}

/** What rows name people by. */
export interface WantedPeople {
  readonly codes: readonly string[]
  readonly numbers: readonly string[]
  readonly names: readonly string[]
}

/** What rows of staff cards name, kept up to date with what rows do. */
export interface PersonLookup {
  /** The ids of everybody recorded that these could be. */
  ids(wanted: WantedPeople): Promise<string[]>
  load(wanted: WantedPeople): Promise<void>
  byCode(code: string): KnownPerson | undefined
  byNumber(number: string): KnownPerson | undefined
  candidates(name: string): readonly Candidate[]
  byId(id: string): KnownPerson | undefined
  put(person: KnownPerson, candidate: Candidate | null, number: string | null): void
  version(id: string): number | null
  refresh(id: string): Promise<void>
}

export function createPersonLookup(reader: Reader, keys: Keys, countyCode: string): PersonLookup {
  const known = new Map<string, KnownPerson>()
  const numbers = new Map<string, string>()
  const codes = new Map<string, string>()
  const made = new Map<string, Candidate[]>()
  let names = new Map<string, Candidate[]>()
  let versions = new Map<string, number>()

  async function read(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return
    const people = Map.groupBy(await factRows<Person & FactRow>(reader.db, 'PERSON', ids), ({ id }) => id)
    const of = async <R extends { personId: string }>(table: 'appointment' | 'licence') => {
      const { rows } = await sql<R>`select f.* from ${sql.table(table)} f where f.person_id = any(${ids}::uuid[]) and f.recorded_to is null
        order by f.valid_from`.execute(reader.db)
      return Map.groupBy(rows, ({ personId }) => personId)
    }
    const appointments = await of<Appointment & FactRow>('appointment')
    const licences = await of<Licence & FactRow>('licence')
    const { rows } = await sql<{ personId: string; phoneHash: string | null; identityNumberHash: string | null }>`
      select person_id, phone_hash, identity_number_hash from person_personal where person_id = any(${ids}::uuid[])`.execute(reader.db)
    const sealed = new Map(rows.map((row) => [row.personId, row]))
    for (const id of ids) {
      const { phoneHash = null, identityNumberHash = null } = sealed.get(id) ?? {}
      const own = { stretches: people.get(id) ?? [], appointments: appointments.get(id) ?? [], licences: licences.get(id) ?? [] }
      known.set(id, { id, ...own, phoneHash, identityNumberHash })
    }
  }

  async function find(wanted: WantedPeople): Promise<string[]> {
    for (const { code, id } of await peopleByCode(reader, countyCode, wanted.codes)) codes.set(code, id)
    for (const [number, id] of await peopleWithPersonal(reader.db, keys, 'IDENTITY_NUMBER', wanted.numbers)) numbers.set(number, id)
    names = await candidatesByName(reader, countyCode, [...new Set(wanted.names)])
    const named = [...wanted.codes.flatMap((one) => codes.get(one) ?? []), ...wanted.numbers.flatMap((one) => numbers.get(one) ?? [])]
    return [...new Set([...named, ...[...names.values()].flat().map(({ id }) => id)])]
  }

  return {
    ids: find,
    async load(wanted) {
      const ids = await find(wanted)
      // What rows of the file did is known better than what is read, but for their ids, which they have once they are written.
      await read(ids)
      versions = await factVersions(reader.db, 'PERSON', ids)
    },
    byCode: (code) => known.get(codes.get(code) ?? ''),
    byNumber: (number) => known.get(numbers.get(number) ?? ''),
    candidates: (name) => [
      ...(names.get(name) ?? []),
      ...(made.get(name) ?? []).filter((one) => !(names.get(name) ?? []).some(({ id }) => id === one.id)),
    ],
    byId: (id) => known.get(id),
    put(person, candidate, number) {
      known.set(person.id, person)
      if (candidate) made.set(candidate.name, [...(made.get(candidate.name) ?? []), candidate])
      if (number !== null) numbers.set(number, person.id)
    },
    version: (id) => versions.get(id) ?? null,
    refresh: (id) => read([id]),
  }
}
