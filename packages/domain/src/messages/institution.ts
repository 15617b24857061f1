import type { Text } from '../locale.ts'

/** What goes wrong with institutions, regions and documents. */
export const INSTITUTION_MESSAGES = {} as const satisfies Record<string, Text>
