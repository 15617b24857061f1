import type { Moment } from '@yilian/domain/dated.ts'

import type { AtMoment } from '../graphql/moment.ts'

/** The same rows, each with the moment at which it was read. Dearer as a column: it would be sent and parsed for every row. */
export function atMoment<Row extends object>(rows: readonly Row[], moment: Moment): (Row & AtMoment)[] {
  return rows.map((row) => Object.assign(row, { moment }))
}
