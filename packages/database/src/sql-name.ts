/** The name that a table or column in camelCase has in SQL: `validFrom` is `valid_from`. For SQL that is written as text. */
export function sqlName(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
