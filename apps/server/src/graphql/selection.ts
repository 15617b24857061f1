import {
  type DocumentNode,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql'

import { FACTS, type DatedFactKind } from '@yilian/database/facts.ts'

import type { Columns } from '../list/columns.ts'
import type { Context } from './context.ts'

/** The fields of each type that an operation shows anywhere. */
export type Selection = ReadonlyMap<string, ReadonlySet<string>>

/** What the fields of a type read of their row: the column of their own name, or others. A field in neither reads all of it. */
export interface FieldReads<Row> {
  /** Columns that are read whatever the operation shows: keys by which rows are told apart and joined. */
  readonly always: readonly (keyof Row & string)[]
  readonly own: readonly string[]
  readonly others: Readonly<Record<string, readonly (keyof Row & string)[]>>
}

/** The selection of a valid document, all its operations together. A field of an interface counts for every type that has it. */
export function selectionOf(schema: GraphQLSchema, document: DocumentNode): Selection {
  const selection = new Map<string, Set<string>>()
  const types = new TypeInfo(schema)
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: ({ name }) => {
        const parent = types.getParentType()
        if (!parent) return
        for (const { name: type } of isAbstractType(parent) ? schema.getPossibleTypes(parent) : [parent]) {
          const fields = selection.get(type) ?? new Set()
          selection.set(type, fields.add(name.value))
        }
      },
    }),
  )
  return selection
}

/** The columns that the operation under way reads of the rows of a type; all when that is not known. */
export function columnsRead<Row>(
  { selection }: Pick<Context, 'selection'>,
  type: string,
  { always, own, others }: FieldReads<Row>,
): Columns {
  const fields = selection?.get(type)
  if (!fields) return null
  const columns = new Set<string>(always)
  for (const field of fields) {
    if (field === '__typename') continue
    const read = Object.hasOwn(others, field) ? others[field] : own.includes(field) ? [field] : null
    if (!read) return null
    for (const column of read) columns.add(column)
  }
  return [...columns]
}

/** The columns of a fact's rows. */
export function columnsOfFact(fact: DatedFactKind): readonly string[] {
  const { keys, values } = FACTS[fact]
  return [...keys, ...values, 'rowId', 'validFrom', 'validTo', 'recordedFrom', 'recordedTo']
}

/** The fields shown below a field, each with what is shown below it. */
export type Shown = ReadonlyMap<string, () => Shown>

export const NOTHING_SHOWN: Shown = new Map()
const shownBySet = new WeakMap<SelectionSetNode, Shown>()

/**
 * What the operation shows directly below the field that is being resolved, for loading it ahead. Fields with arguments, aliases or
 * directives and all but the first mention of a field are left out: this may miss something, and then it is loaded later.
 */
export function shownBelow({ fieldNodes, fragments }: GraphQLResolveInfo): Shown {
  const set = fieldNodes[0]?.selectionSet
  return set ? shownIn(set, fragments) : NOTHING_SHOWN
}

/** The same below the rows of a page, whether by `nodes` or by `edges`. */
export function shownOnPage(info: GraphQLResolveInfo): Shown {
  const page = shownBelow(info)
  return page.get('nodes')?.() ?? page.get('edges')?.().get('node')?.() ?? NOTHING_SHOWN
}

function shownIn(set: SelectionSetNode, fragments: GraphQLResolveInfo['fragments']): Shown {
  const known = shownBySet.get(set)
  if (known) return known
  const shown = new Map<string, () => Shown>()
  shownBySet.set(set, shown)
  for (const node of set.selections) {
    if (node.directives && node.directives.length > 0) continue
    if (node.kind === Kind.FIELD) {
      const below = node.selectionSet
      if (node.arguments?.length || shown.has(node.name.value)) continue
      shown.set(node.name.value, () => (below ? shownIn(below, fragments) : NOTHING_SHOWN))
      continue
    }
    const inner = node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet : fragments[node.name.value]?.selectionSet
    for (const [name, below] of inner ? shownIn(inner, fragments) : NOTHING_SHOWN) if (!shown.has(name)) shown.set(name, below)
  }
  return shown
}
