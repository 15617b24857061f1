/** Each value without its `null`. */
type Known<P> = { readonly [K in keyof P]: NonNullable<P[K]> }

/**
 * The sentence of a confirming button, or `null` while something in it is not chosen yet (then the button shows the bare
 * command). `whenKnown({ day, institution }, (known) => t('admit.confirm', known))`
 */
export function whenKnown<const P extends Readonly<Record<string, string | number | null | undefined>>>(
  params: P,
  say: (known: Known<P>) => string,
): string | null {
  return allKnown(params) ? say(params) : null
}

function allKnown<P extends Readonly<Record<string, string | number | null | undefined>>>(params: P): params is P & Known<P> {
  return Object.values(params).every((one) => one !== null && one !== undefined && one !== '')
}
