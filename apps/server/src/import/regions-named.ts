import { sql } from 'kysely'

import type { Db } from '@yilian/database/db.ts'
import type { Issue } from '@yilian/domain/issue.ts'
import type { Period } from '@yilian/domain/period.ts'
import { regionCode } from '@yilian/domain/region.ts'

import { THINGS } from '../command/things.ts'
import { oneOf } from './one-of.ts'

interface RegionRow extends Period {
  readonly code: string
  readonly name: string
  readonly parentName: string | null
}

/** The regions of a county by code and name, and of other counties by code. */
export interface RegionsNamed {
  /** The code a cell means: a code of 6, 9 or 12 digits, or a name within the county, alone or behind the town's. */
  find(text: string): { readonly id: string } | { readonly issues: Issue[] }
  periods(code: string): readonly Period[]
  /** Reads regions of other counties that these cells name by code. */
  load(texts: Iterable<string>): Promise<void>
}

export async function regionsNamed(db: Db, countyCode: string): Promise<RegionsNamed> {
  const rows = await regionRows(db, sql`v.code like ${`${countyCode}%`}`)
  const byCode = Map.groupBy(rows, ({ code }) => code)
  const byName = new Map<string, RegionRow[]>()
  for (const row of rows) {
    for (const name of [row.name, `${row.parentName ?? ''}${row.name}`]) byName.set(name, [...(byName.get(name) ?? []), row])
  }
  return {
    find(text) {
      const code = codeIn(text)
      if (code) return { id: code }
      const found = byName.get(text.replace(/[\s/、>-]+/g, '')) ?? []
      return oneOf(
        'regionCode',
        text,
        THINGS.region,
        found.map(({ code: id }) => ({ id, code: id })),
      )
    },
    periods: (code) => byCode.get(code) ?? [],
    async load(texts) {
      const missing = [...texts].flatMap((text) => codeIn(text) ?? []).filter((code) => !byCode.has(code))
      if (missing.length === 0) return
      for (const row of await regionRows(db, sql`v.code = any(${[...new Set(missing)]})`))
        byCode.set(row.code, [...(byCode.get(row.code) ?? []), row])
    },
  }
}

function codeIn(text: string): string | null {
  const digits = /(?<!\d)(\d{12}|\d{9}|\d{6})(?!\d)/.exec(text)?.[1]
  return digits ? regionCode(digits) : null
}

async function regionRows(db: Db, where: ReturnType<typeof sql>): Promise<RegionRow[]> {
  const { rows } = await sql<RegionRow>`
    select v.code, v.name, v.valid_from, v.valid_to, (select p.name from region_version p where p.code = v.parent_code and p.recorded_to is null order by p.valid_from desc limit 1) as parent_name
    from region_version v where v.recorded_to is null and ${where} order by v.code, v.valid_from`.execute(db)
  return rows
}
