import type { Db } from '@yilian/database/db.ts'
import { sql } from 'kysely'

import type { TestApi } from './api.ts'
import { globalId, recorded, versionOf, type Made } from './make.ts'

type Given = Readonly<Record<string, unknown>>

/** Builders of staff that go through the API: what is not given is a plain, valid default. Names count up, so that nobody is alike. */
export function staffMakers(api: TestApi) {
  let count = 0

  /** Somebody at home at the institution, a licensed physician in post since 2018 unless told otherwise. */
  const hire = async (
    institution: Made,
    { on = '2018-01-01', person = {}, ...given }: Given & { on?: string; person?: Given } = {},
  ): Promise<Made> => {
    const attributes = { name: `测试人员${++count}`, profession: '11', establishmentType: 'CONTRACT', ...person }
    const input = { person: attributes, institutionId: institution.id, effectiveOn: on, ...given }
    const { number, effects } = await recorded(api, 'hirePerson', input)
    const uuid = effects.find(({ fact }) => fact === 'PERSON')!.factId
    return { id: globalId('Person', uuid), uuid, version: number, name: String(attributes.name) }
  }

  /** An assignment from 2024 to the end of 2026 unless told otherwise; answers the appointment. */
  const assign = async (person: Made, host: Made, given: Given = {}): Promise<Made> => {
    const input = {
      personId: person.id,
      institutionId: host.id,
      kind: 'POSTED_DOWN',
      plannedUntil: '2026-12-31',
      effectiveOn: '2024-01-01',
      baseVersion: await versionOf(api, person.id),
      ...given,
    }
    const { number, effects } = await recorded(api, 'assignPerson', input)
    const uuid = effects.find(({ fact }) => fact === 'APPOINTMENT')!.factId
    return { id: globalId('Appointment', uuid), uuid, version: number, name: person.name }
  }

  /** A document of the county. */
  const document = async (): Promise<string> => {
    const { effects } = await recorded(api, 'recordPolicyDocument', { title: `关于核定编制的批复${++count}`, countyCode: '431221' })
    return globalId('PolicyDocument', effects[0]!.factId)
  }

  /** An instant after everything so far. */
  const instant = async (db: Db): Promise<string> =>
    (await sql<{ at: string }>`select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`.execute(db))
      .rows[0]!.at

  return { hire, assign, document, instant }
}
