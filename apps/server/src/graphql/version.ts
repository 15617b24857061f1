import { factVersions } from '@yilian/database/dated.ts'
import type { FactKind } from '@yilian/database/facts.ts'

import type { Context } from './context.ts'
import { loaderFor } from './moment.ts'

/** The version of a fact, which commands are based on. One statement for all facts of a kind. */
export async function versionOf(context: Context, fact: FactKind, id: string): Promise<number> {
  return (await loaderFor(context, `factVersions:${fact}`, null, (ids) => factVersions(context.db, fact, ids)).load(id)) ?? 0
}
