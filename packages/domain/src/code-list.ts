import type { IsoDate } from './day.ts'
import { issue, type Issue } from './issue.ts'
import type { Locale, Text } from './locale.ts'
import { covers } from './period.ts'

/** How well a list or an item was checked against a source. Only `VERIFIED` items of a standard may be called official. */
export const PROVENANCES = {
  VERIFIED: { zh: '已核对来源', en: 'Checked against a source' },
  NAME_VERIFIED: { zh: '仅名称已核对', en: 'Name checked only' },
  MEMORY: { zh: '凭记忆，未核对', en: 'From memory, not checked' },
  LOW: { zh: '凭记忆，把握不大', en: 'From memory, little confidence' },
  PRODUCT: { zh: '本系统用语，非国家标准', en: 'A term of this product, not of a national list' },
} as const satisfies Record<string, Text>
export type Provenance = keyof typeof PROVENANCES

/** One code. What it does not say about itself (`provenance`, `sources`) it takes from its list. */
export interface CodeListItem {
  readonly label: Text
  readonly provenance?: Provenance
  readonly sources?: readonly string[]
  /** Other ways people write it, for reading files: 公立, 卫生室. */
  readonly alsoWritten?: readonly string[]
  /** First day it may be chosen; since ever when absent. */
  readonly validFrom?: IsoDate
  /** First day it may no longer be chosen; old records keep it. */
  readonly validTo?: IsoDate
}

/** Codes with labels in both languages and where they come from: the one source of choices, enums, matching and exports. */
export interface CodeList<Code extends string = string, Item extends CodeListItem = CodeListItem> {
  /** The name in the registry `CODE_LISTS` and in the API, e.g. `institutionCategory`. */
  readonly name: string
  readonly label: Text
  /** The national standard it copies, e.g. `WS 218-2002`; absent for the product's own terms. */
  readonly standard?: string
  readonly provenance: Provenance
  readonly sources: readonly string[]
  readonly items: Readonly<Record<Code, Item>>
}

/** The union of a list's codes: `CodeOf<typeof OWNERSHIPS>`. */
export type CodeOf<List extends { readonly items: object }> = keyof List['items'] & string

/** Declares a list; the compiler keeps its codes. Add an item here and every choice, enum, import and export has it. */
export function defineCodeList<Code extends string, Item extends CodeListItem>(list: CodeList<Code, Item>): CodeList<Code, Item> {
  return list
}

/** A list of the product's own terms from labels that stand elsewhere, in their order. */
export function productCodeList<Code extends string>(name: string, label: Text, labels: Readonly<Record<Code, Text>>): CodeList<Code> {
  const items = Object.fromEntries(Object.entries<Text>(labels).map(([code, text]) => [code, { label: text }]))
  return { name, label, provenance: 'PRODUCT', sources: [], items: items as Record<Code, CodeListItem> }
}

/** The codes in the order of the list. */
export function codesOf<Code extends string>(list: CodeList<Code>): Code[] {
  return Object.keys(list.items) as Code[]
}

/** The codes that may be chosen on a day. */
export function codesOffered<Code extends string>(list: CodeList<Code>, asOf: IsoDate): Code[] {
  return codesOf(list).filter((code) => {
    const { validFrom, validTo }: CodeListItem = list.items[code]
    return covers({ validFrom: validFrom ?? asOf, validTo: validTo ?? null }, asOf)
  })
}

/** Whether the value is a code of the list. */
export function isCode<Code extends string>(list: CodeList<Code>, value: unknown): value is Code {
  return typeof value === 'string' && Object.hasOwn(list.items, value)
}

/** `NOT_IN_LIST` at `path` unless the value is a code of the list. */
export function codeIssues(path: string, list: CodeList, value: unknown): Issue[] {
  return isCode(list, value) ? [] : [issue(path, 'NOT_IN_LIST', { value: String(value ?? ''), list: list.label })]
}

/** The label of a code; a code that is not in the list (an old record, a newer version) is shown as it is. */
export function codeLabel(list: CodeList, code: string, locale: Locale): string {
  return isCode(list, code) ? list.items[code]!.label[locale] : code
}

/** How well the item was checked; as the list where it does not say. */
export function codeProvenance(list: CodeList, code: string): Provenance {
  return list.items[code]?.provenance ?? list.provenance
}

/** Whether the code may be shown as one of the national standard: the list copies one, and the item was checked. */
export function isOfficial(list: CodeList, code: string): boolean {
  return list.standard !== undefined && isCode(list, code) && codeProvenance(list, code) === 'VERIFIED'
}

const indexes = new WeakMap<CodeList, Map<string, string[]>>()

/**
 * The codes a cell of a file can mean: its code, its label in either language or another way of writing it, whatever
 * the case and width. Empty: none; more than one: the text is ambiguous.
 */
export function codesMatching<Code extends string>(list: CodeList<Code>, text: string): Code[] {
  let index = indexes.get(list)
  if (!index) indexes.set(list, (index = spellings(list)))
  return (index.get(plain(text)) ?? []) as Code[]
}

function spellings(list: CodeList): Map<string, string[]> {
  const index = new Map<string, string[]>()
  for (const [code, { label, alsoWritten = [] }] of Object.entries(list.items)) {
    for (const spelling of new Set([code, label.zh, label.en, ...alsoWritten].map(plain))) {
      index.set(spelling, [...(index.get(spelling) ?? []), code])
    }
  }
  return index
}

/** Half-width, lower case, without spaces: how two spellings are compared. */
export function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
}
