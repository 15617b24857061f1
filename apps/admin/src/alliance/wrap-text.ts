/** Breaks a name into at most `lines` lines of `width` ems; a Chinese character is 1 em, a Latin one about half. */
export function wrapText(text: string, width: number, lines: number): string[] {
  const rows: string[] = []
  let row = ''
  let used = 0
  for (const character of text) {
    const size = character.codePointAt(0)! > 0x2e7f ? 1 : 0.56
    if (used + size > width && row !== '') {
      rows.push(row)
      row = ''
      used = 0
    }
    row += character
    used += size
  }
  if (row !== '') rows.push(row)
  return rows.length <= lines ? rows : [...rows.slice(0, lines - 1), `${[...rows[lines - 1]!].slice(0, -1).join('')}…`]
}
