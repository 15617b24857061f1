import { type DocumentNode, GraphQLError, type GraphQLSchema, Kind, type OperationDefinitionNode, parse, validate } from 'graphql'

import { LIMITS, measure, type Measure } from './limits.ts'
import { type Selection, selectionOf } from './selection.ts'

/** A document that was parsed and found valid, with what is known of it for every request that sends it. */
export interface KnownDocument {
  readonly document: DocumentNode
  readonly selection: Selection
  readonly operations: readonly KnownOperation[]
}

/** One operation of a document, with what it asks for. */
export interface KnownOperation {
  readonly node: OperationDefinitionNode
  readonly measure: Measure
}

/** What is wrong with a document. */
export interface BadDocument {
  readonly stage: 'parse' | 'validate'
  readonly errors: readonly GraphQLError[]
}

const REMEMBERED = 500
const LONGEST_REMEMBERED = 50_000

/** Reads documents, and remembers the valid ones that were used last: clients send the same few again and again. */
export function documentReader(schema: GraphQLSchema): (text: string) => KnownDocument | BadDocument {
  const remembered = new Map<string, KnownDocument>()
  return (text) => {
    const known = remembered.get(text)
    if (known) {
      // The last used come last; see below.
      remembered.delete(text)
      remembered.set(text, known)
      return known
    }
    const read = readDocument(schema, text)
    if ('document' in read && text.length <= LONGEST_REMEMBERED) {
      remembered.set(text, read)
      if (remembered.size > REMEMBERED) for (const oldest of remembered.keys()) return (remembered.delete(oldest), read)
    }
    return read
  }
}

function readDocument(schema: GraphQLSchema, text: string): KnownDocument | BadDocument {
  let document: DocumentNode
  try {
    document = parse(text, { maxTokens: LIMITS.tokens })
  } catch (error) {
    if (error instanceof GraphQLError) return { stage: 'parse', errors: [error] }
    throw error
  }
  const errors = validate(schema, document)
  if (errors.length > 0) return { stage: 'validate', errors }
  const fragments = new Map(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [])),
  )
  const operations = document.definitions.flatMap((node) =>
    node.kind === Kind.OPERATION_DEFINITION ? [{ node, measure: measure(schema, node, fragments) }] : [],
  )
  return { document, selection: selectionOf(schema, document), operations }
}
