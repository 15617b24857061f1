/** A document as it is cited: 《title》(number), or the title alone. */
export function documentName({ number, title }: { readonly number?: string | null; readonly title: string }): string {
  const quoted = title.startsWith('《') ? title : `《${title}》`
  return number ? `${quoted}（${number}）` : quoted
}
