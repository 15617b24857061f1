import type { Db } from '@yilian/database/db.ts'

import { nextCode } from '../command/identity.ts'

export interface CodeGiver {
  /** Reads the next code, once, where some will be needed. */
  prepare(count: number): Promise<void>
  take(): string
}

/** Gives what is new and has no code the next ones of the county, none that the file itself uses. */
export function codeGiver(
  trx: Db,
  table: 'institution' | 'constructionProject' | 'person',
  countyCode: string,
  inFile: ReadonlySet<string>,
): CodeGiver {
  let [prefix, digits, next] = ['', 0, 0]
  return {
    async prepare(count) {
      if (count === 0 || next > 0) return
      const [, before = '', number = ''] = /^(.*?)(\d+)$/.exec(await nextCode(trx, table, countyCode)) ?? []
      ;[prefix, digits, next] = [before, number.length, Number(number)]
    },
    take() {
      for (;;) {
        const code = prefix + String(next++).padStart(digits, '0')
        if (!inFile.has(code)) return code
      }
    },
  }
}
