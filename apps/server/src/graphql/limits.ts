import {
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  GraphQLError,
  type GraphQLNamedType,
  type GraphQLField,
  type GraphQLSchema,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type FieldNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql'

import { PAGE_DEFAULT, PAGE_LIMIT } from '../list/keyset.ts'

/** What one operation may ask for. */
export const LIMITS = {
  /** Words and signs of the document; more is not even parsed. */
  tokens: 4000,
  /** Fields within fields. */
  depth: 16,
  /** Fields under another name than their own: the way to ask for the same thing many times. */
  aliases: 60,
  /** Values, counted as if every page were full and every other list had ten entries, or as many as it can have where its field says so. */
  cost: 1_000_000,
} as const

const LIST_ENTRIES = 10

/** Said of a field whose list cannot have more entries than this, by what it is a list of: each class once, each state once. */
export const atMost = (entries: number): { readonly entries: number } => ({ entries })

/** How many values a selection yields: its own, and those below its fields, whose number a variable may decide. Fragments are shared. */
interface Cost {
  readonly own: number
  readonly fields: readonly { readonly size: number | Asked; readonly below: Cost }[]
}
/** What `first` and `last` say, and how many entries there are where neither says anything. */
interface Asked {
  readonly sizes: readonly PageSize[]
  readonly otherwise: number
}
/** What one of them says: a number, or a variable with its default. */
type PageSize = number | null | { readonly name: string; readonly otherwise: number | undefined }

/** What an operation asks for, measured once per document. */
export interface Measure {
  readonly depth: number
  readonly aliases: number
  readonly cost: Cost
}

const NOTHING: Measure = { depth: 0, aliases: 0, cost: { own: 0, fields: [] } }

/** Measures an operation of a valid document. What is below `__schema` and `__type` is not counted: validation bounds it. */
export function measure(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Measure {
  // Each fragment is measured once however often it is used, so that measuring stays as short as the document.
  const measured = new Map<string, Measure>()
  const defaults = new Map(
    operation.variableDefinitions?.map(({ variable, defaultValue }) => [variable.name.value, numberOf(defaultValue)]),
  )

  function ofSet({ selections }: SelectionSetNode, parent: GraphQLNamedType | undefined): Measure {
    return selections.map((node) => (node.kind === Kind.FIELD ? ofField(node, parent) : ofFragment(node, parent))).reduce(together, NOTHING)
  }

  function ofFragment(node: Exclude<SelectionSetNode['selections'][number], FieldNode>, parent: GraphQLNamedType | undefined): Measure {
    if (node.kind === Kind.INLINE_FRAGMENT)
      return ofSet(node.selectionSet, node.typeCondition ? schema.getType(node.typeCondition.name.value) : parent)
    const { value: name } = node.name
    const known = measured.get(name)
    if (known) return known
    const fragment = fragments.get(name)
    const found = fragment ? ofSet(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value)) : NOTHING
    measured.set(name, found)
    return found
  }

  function ofField(node: FieldNode, parent: GraphQLNamedType | undefined): Measure {
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined
    const aliases = node.alias ? 1 : 0
    if (!field || !node.selectionSet) return { depth: 1, aliases, cost: { own: 1, fields: [] } }
    const { depth, aliases: further, cost: below } = ofSet(node.selectionSet, getNamedType(field.type))
    return { depth: 1 + depth, aliases: aliases + further, cost: { own: 1, fields: [{ size: sizeOf(node, field, parent), below }] } }
  }

  function sizeOf(
    node: FieldNode,
    { type, extensions }: GraphQLField<unknown, unknown>,
    parent: GraphQLNamedType | undefined,
  ): number | Asked {
    const page = isPage(getNamedType(type))
    const bound = extensions['entries']
    // `nodes` and `edges` have as many entries as the page, which is counted already.
    if (!page && (isPage(parent) || !isListType(getNullableType(type)))) return 1
    const sizes =
      node.arguments?.filter(({ name }) => name.value === 'first' || name.value === 'last').map(({ value }) => sizeIn(value)) ?? []
    return { sizes, otherwise: page ? PAGE_DEFAULT : typeof bound === 'number' ? bound : LIST_ENTRIES }
  }

  function sizeIn(value: ValueNode): PageSize {
    return value.kind === Kind.VARIABLE ? { name: value.name.value, otherwise: defaults.get(value.name.value) } : (numberOf(value) ?? null)
  }

  return ofSet(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined)
}

function isPage(type: GraphQLNamedType | undefined): boolean {
  return isObjectType(type) && 'pageInfo' in type.getFields()
}

function numberOf(value: ValueNode | undefined): number | undefined {
  return value?.kind === Kind.INT ? Number(value.value) : undefined
}

function together(a: Measure, b: Measure): Measure {
  return {
    depth: Math.max(a.depth, b.depth),
    aliases: a.aliases + b.aliases,
    cost: { own: a.cost.own + b.cost.own, fields: [...a.cost.fields, ...b.cost.fields] },
  }
}

/** How many values an operation asks for with these variables. */
export function costOf(cost: Cost, variables: Readonly<Record<string, unknown>> | null, known = new Map<Cost, number>()): number {
  let sum = known.get(cost)
  if (sum === undefined) {
    sum = cost.own
    for (const { size, below } of cost.fields) sum += rows(size, variables) * costOf(below, variables, known)
    known.set(cost, sum)
  }
  return sum
}

// A client may send both, one of them null: the larger counts.
function rows(size: number | Asked, variables: Readonly<Record<string, unknown>> | null): number {
  if (typeof size === 'number') return size
  const asked = size.sizes
    .map((one) => (typeof one === 'object' && one !== null ? (variables?.[one.name] ?? one.otherwise) : one))
    .filter((one) => typeof one === 'number')
  return Math.min(Math.max(...(asked.length > 0 ? asked : [size.otherwise]), 1), PAGE_LIMIT)
}

/** Why the operation asks for too much, with what it asks for and the limit; `null` when it does not. */
export function tooMuch({ depth, aliases, cost }: Measure, variables: Readonly<Record<string, unknown>> | null): GraphQLError | null {
  if (depth > LIMITS.depth) return refusal('levels', depth, LIMITS.depth, 'Ask in several operations.')
  if (aliases > LIMITS.aliases) return refusal('aliases', aliases, LIMITS.aliases, 'Ask in several operations.')
  const values = costOf(cost, variables)
  return values > LIMITS.cost ? refusal('values', values, LIMITS.cost, 'Ask for smaller pages or fewer levels.') : null
}

function refusal(what: string, cost: number, limit: number, remedy: string): GraphQLError {
  return new GraphQLError(`The operation asks for up to ${cost} ${what}; at most ${limit} are allowed. ${remedy}`, {
    extensions: { code: 'TOO_COMPLEX', cost, limit, http: { spec: true, status: 400 } },
  })
}
