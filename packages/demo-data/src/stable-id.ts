import { createHash } from 'node:crypto'

/** The same UUID for the same text, always: demonstration and synthetic data keep their addresses when they are loaded anew. */
export function stableId(text: string): string {
  const hex = createHash('sha256').update(`yilian ${text}`).digest('hex')
  // Version 8 (custom) and the variant of RFC 9562.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** The id of an institution of the demonstration: facts refer to each other by name. */
export function institutionIdOf(name: string): string {
  return stableId(`institution ${name}`)
}
