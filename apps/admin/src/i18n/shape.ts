/**
 * What the other language must have: every key of the Chinese text. A counted text ends in `_other`
 * (`rows_other: '{{count}} 行'`); Chinese has no singular, so English adds `rows_one` and the compiler asks for it.
 */
export type Shape<T> = { readonly [K in keyof T]: T[K] extends string ? string : Shape<T[K]> } & {
  readonly [K in keyof T as K extends `${infer Base}_other` ? `${Base}_one` : never]: string
}
