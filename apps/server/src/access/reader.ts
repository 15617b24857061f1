import type { Db } from '@yilian/database/db.ts'
import { UNLIMITED, type Access } from '@yilian/domain/access/access.ts'

/** A database together with who reads it. Every query takes one, so that nothing is read without saying for whom; the context of a request is one. */
export interface Reader {
  readonly db: Db
  readonly access: Access
}

/** Reads without limit: for rules, imports and loads, whose findings no person is shown as they stand. */
export function unlimited(db: Db): Reader {
  return { db, access: UNLIMITED }
}
