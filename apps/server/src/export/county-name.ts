import type { Db } from '@yilian/database/db.ts'
import type { Moment } from '@yilian/domain/dated.ts'

import { regionsByCodes } from '../region/region.queries.ts'

/** The name of a county on the day by its six digits, as known now where it was not known then; the digits where there is none. */
export async function countyName(db: Db, countyCode: string, moment: Moment): Promise<string> {
  const code = `${countyCode}000000`
  for (const known of [moment, { ...moment, asKnownAt: null }]) {
    const found = (await regionsByCodes(db, [code], known)).get(code)
    if (found) return found.name
  }
  return countyCode
}
