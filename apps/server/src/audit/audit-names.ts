import type { Context } from '../graphql/context.ts'
import { loaderFor } from '../graphql/moment.ts'
import { unlimited } from '../access/reader.ts'
import { namesIn } from '../change/describe.ts'
import type { Names } from '../change/words.ts'
import type { Db } from '@yilian/database/db.ts'
import type { AuditRow } from './audit.queries.ts'
import { idsIn } from './values.ts'

/** The names of everything that these entries name, whoever may see it elsewhere: an audit with holes is none. Two statements, whatever their number. */
export function namesInEntries(db: Db, rows: readonly AuditRow[]): Promise<Names> {
  return namesIn(unlimited(db), [{ id: idsOf(rows) }])
}

/** The names that one entry needs, read together with those of the others of its page. */
export async function namesOfEntry(context: Context, row: AuditRow): Promise<Names> {
  const ids = idsOf([row])
  const loader = loaderFor(context, 'auditNames', null, async (wanted) => namesIn(unlimited(context.db), [{ id: wanted }]))
  const names = await Promise.all(ids.map(async (id) => [id, await loader.load(id)] as const))
  return new Map(names.flatMap(([id, name]) => (name === null ? [] : [[id, name] as const])))
}

function idsOf(rows: readonly AuditRow[]): string[] {
  return idsIn(rows.flatMap(({ before, after, subjectIds }) => [before, after, { subjectIds }]))
}
