/** A pattern for `like` that finds what contains the text, wildcards in it taken as they stand. */
export function containing(text: string): string {
  return `%${escaped(text)}%`
}

/** The same for what begins with it. */
export function beginningWith(text: string): string {
  return `${escaped(text)}%`
}

function escaped(text: string): string {
  return text.replace(/[\\%_]/g, (one) => `\\${one}`)
}
