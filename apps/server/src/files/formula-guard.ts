/**
 * Text that a spreadsheet would take for a formula (`=1+1`, `@SUM`, a phone number with `+`) gets an apostrophe before it, as people
 * type it themselves. What has apostrophes and then such a character gets one more, so that reading takes away exactly what writing put.
 */
export function guardText(text: string): string {
  return /^'*[=+\-@＝＋－＠\t\r\n|]/.test(text) ? `'${text}` : text
}

/** The text that was guarded. */
export function unguardText(text: string): string {
  return /^'+[=+\-@＝＋－＠\t\r\n|]/.test(text) ? text.slice(1) : text
}
