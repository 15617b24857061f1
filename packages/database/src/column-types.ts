/**
 * Columns whose TypeScript type says more than PostgreSQL knows, as `'table.column': 'Type'`; mostly what a `jsonb` column holds.
 * Columns with a check list (`check (role in ('lead', 'member'))`) need no entry: their union is read from the constraint.
 */
export const COLUMN_TYPES: Readonly<Record<string, string>> = {}

/** The module that each type named above, or used for days and instants, is imported from. */
export const TYPE_MODULES: Readonly<Record<string, string>> = {
  Instant: '@yilian/domain/day.ts',
  IsoDate: '@yilian/domain/day.ts',
}
