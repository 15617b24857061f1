/** The languages of the product: Chinese first, English complete. */
export const LOCALES = ['zh', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** A text in every language; the compiler asks for each. */
export type Text = Readonly<Record<Locale, string>>
