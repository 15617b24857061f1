import type { Text } from '../locale.ts'

/** What goes wrong with files read and written. */
export const FILE_MESSAGES = {} as const satisfies Record<string, Text>
