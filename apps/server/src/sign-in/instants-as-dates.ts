import type { KyselyPlugin, PluginTransformQueryArgs, PluginTransformResultArgs, QueryResult, RootOperationNode, UnknownRow } from 'kysely'

import { isInstant } from '@yilian/domain/day.ts'

/** The columns of the sign-in library's tables that it expects as `Date`, where everybody else reads text. */
const INSTANTS: ReadonlySet<string> = new Set(['createdAt', 'updatedAt', 'lastSeenAt', 'expiresAt', 'lockedUntil'])

/** Hands instants over as `Date` (to the millisecond), for the sign-in library alone. What it writes the driver takes as `Date` anyway. */
export const instantsAsDates: KyselyPlugin = {
  transformQuery: ({ node }: PluginTransformQueryArgs): RootOperationNode => node,
  transformResult: async ({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> => ({
    ...result,
    rows: result.rows.map((row) => Object.fromEntries(Object.entries(row).map(([column, value]) => [column, asDate(column, value)]))),
  }),
}

function asDate(column: string, value: unknown): unknown {
  return INSTANTS.has(column) && isInstant(value) ? new Date(value) : value
}
