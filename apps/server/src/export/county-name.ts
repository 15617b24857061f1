import type { Db } from '@yilian/database/db.ts'
import type { Moment } from '@yilian/domain/dated.ts'

import { regionsByCodes } from '../region/region.queries.ts'

/** The name of a county on the day by its six digits; the digits where there was none. */
export async function countyName(db: Db, countyCode: string, moment: Moment): Promise<string> {
  const code = `${countyCode}000000`
  return (await regionsByCodes(db, [code], moment)).get(code)?.name ?? countyCode
}
