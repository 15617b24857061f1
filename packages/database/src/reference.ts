import { sql } from 'kysely'

import { REGIONS, REGIONS_SOURCE } from '@yilian/domain/reference/regions.ts'
import { UNKNOWN_START } from '@yilian/domain/region.ts'

import { actAs } from './act-as.ts'
import { beginChange, SYSTEM } from './changes.ts'
import type { Db } from './db.ts'

/** What the product itself brings: the divisions. Adds what is missing and changes nothing that is there; answers how many rows it added. */
export async function loadReference(db: Db): Promise<number> {
  return db.transaction().execute(async (trx) => {
    await sql`lock table region in share row exclusive mode`.execute(trx)
    await actAs(trx, { actor: SYSTEM })
    const there = new Set((await trx.selectFrom('region').select('code').execute()).map(({ code }) => code))
    const missing = REGIONS.filter(({ code }) => !there.has(code))
    if (missing.length === 0) return 0
    const change = await beginChange(trx, { command: 'loadReference', actor: SYSTEM })
    const column = (pick: (region: (typeof missing)[number]) => unknown) => sql`${missing.map(pick)}`
    await sql`insert into region (code, level, statistical_only)
      select * from unnest(${column(({ code }) => code)}::text[], ${column(({ level }) => level)}::text[], ${column(({ statisticalOnly }) => statisticalOnly)}::boolean[])`.execute(
      trx,
    )
    await sql`insert into region_version (code, name, parent_code, source, valid_from, recorded_from, recorded_by)
      select code, name, parent_code, ${REGIONS_SOURCE}, ${UNKNOWN_START}::date, ${change.recordedAt}::timestamptz, ${change.number}
      from unnest(${column(({ code }) => code)}::text[], ${column(({ name }) => name)}::text[], ${column(({ parentCode }) => parentCode)}::text[]) as r(code, name, parent_code)`.execute(
      trx,
    )
    return missing.length
  })
}
