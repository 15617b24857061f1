import {
  getNamedType,
  Kind,
  OperationTypeNode,
  parse,
  type DefinitionNode,
  type DocumentNode,
  type FieldNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'

import { schema } from '../src/graphql/schema.ts'
import { everythingOf } from './walk-schema.ts'

/** Something asked of Query: `call` are the arguments as they are written. */
export interface Question {
  readonly field: string
  readonly call: string
  /** Levels that are asked for below it. */
  readonly depth: number
}

const parsed = new Map<string, DocumentNode>()

/** The first definition of a text, parsed once. */
function definitionIn(text: string): DefinitionNode {
  const known = parsed.get(text) ?? parse(text, { noLocation: true })
  parsed.set(text, known)
  return known.definitions[0]!
}

/** Under this name a question is answered in an operation that asks many. */
export const answerOf = ({ field }: Question, at: number): string => `${field}_${at}`

/**
 * One operation that asks all of these, with everything that hangs below each. What hangs below is long and the same for every question of a
 * field, so it is a fragment that is parsed once, whoever asks.
 */
export function allAtOnce(questions: readonly Question[]): DocumentNode {
  const fragments = new Map<string, DefinitionNode>()
  const selections = questions.map((question, at): FieldNode => {
    const below = everythingBelow(question)
    if (below) fragments.set(below.name, below.definition)
    const text = `{ ${answerOf(question, at)}: ${question.field}${question.call} ${below ? `{ ...${below.name} }` : ''} }`
    const asked = definitionIn(text)
    const node = asked.kind === Kind.OPERATION_DEFINITION ? asked.selectionSet.selections[0] : undefined
    if (node?.kind !== Kind.FIELD) throw new Error(`not a question: ${text}`)
    return node
  })
  const selectionSet: SelectionSetNode = { kind: Kind.SELECTION_SET, selections }
  const operation: OperationDefinitionNode = { kind: Kind.OPERATION_DEFINITION, operation: OperationTypeNode.QUERY, selectionSet }
  return { kind: Kind.DOCUMENT, definitions: [operation, ...fragments.values()] }
}

function everythingBelow({ field, depth }: Question): { name: string; definition: DefinitionNode } | null {
  const type = getNamedType(schema.getQueryType()!.getFields()[field]!.type)
  const name = `everything_of_${field}`
  const text = everythingOf(type, depth)
  return text === '' ? null : { name, definition: definitionIn(`fragment ${name} on ${type.name} ${text}`) }
}
