import type { Permission } from '@yilian/domain/access/permission.ts'
import { COMMANDS, type CommandKey } from '@yilian/domain/commands.ts'
import {
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
} from 'graphql'

import { schema } from '../src/graphql/schema.ts'

/** Under this name the type of what was asked for all its fields is answered. */
const WALKED = 'walked'

/** Everything that can be asked of a type without arguments, and of what hangs below it so many levels deep. */
export function everythingOf(type: GraphQLNamedType, depth: number, leaveOut: ReadonlySet<string> = new Set()): string {
  if (isAbstractType(type)) {
    const each = schema.getPossibleTypes(type).map((one) => `... on ${one.name} ${everythingOf(one, depth, leaveOut)}`)
    return `{ __typename ${each.join(' ')} }`
  }
  if (!isObjectType(type)) return ''
  const fields = Object.values(type.getFields()).filter(
    ({ name, args }) => !args.some(isRequiredArgument) && !leaveOut.has(`${type.name}.${name}`),
  )
  const whole = depth > 0 || fields.every((field) => isLeafType(getNamedType(field.type)))
  const below = (field: GraphQLField<unknown, unknown>): string => {
    const inner = getNamedType(field.type)
    // Two types may have fields of one name that are not alike: each under a name of its own.
    const named = `${type.name}_${field.name}: ${field.name}`
    if (isLeafType(inner)) return named
    if (isPaging(type)) return depth === 0 && isPaging(inner) ? '' : `${named} ${everythingOf(inner, depth, leaveOut)}`
    return depth === 0 ? '' : `${named} ${everythingOf(inner, depth - 1, leaveOut)}`
  }
  return `{ __typename ${whole ? `${WALKED}: __typename` : ''} ${fields.map(below).join(' ')} }`
}

// Pages and their edges are levels of the list, not of what is listed.
function isPaging(type: GraphQLNamedType): boolean {
  return isObjectType(type) && /(Connection|Edge)$/.test(type.name)
}

/** The types in an answer that was asked for everything of them. */
export function walkedIn(value: unknown, found = new Set<string>()): Set<string> {
  if (value === null || typeof value !== 'object') return found
  if (WALKED in value && typeof value[WALKED] === 'string') found.add(value[WALKED])
  for (const inner of Object.values(value)) walkedIn(inner, found)
  return found
}

/** The types that a reader can come to, by way of any field. */
export function readableTypes(): GraphQLObjectType[] {
  const found = new Set<GraphQLObjectType>()
  const add = (type: GraphQLNamedType): void => {
    if (isAbstractType(type)) for (const one of schema.getPossibleTypes(type)) add(one)
    if (!isObjectType(type) || found.has(type)) return
    found.add(type)
    for (const field of Object.values(type.getFields())) add(getNamedType(field.type))
  }
  for (const field of Object.values(schema.getQueryType()!.getFields())) add(getNamedType(field.type))
  return [...found]
}

/** The mutations that are commands, of those whose permission passes. */
export function commandsOf(which: (needs: Permission | null) => boolean): CommandKey[] {
  const mutations = Object.values(schema.getMutationType()!.getFields())
  const commands = mutations.filter(({ type }) => getNamedType(type).name === 'CommandResult').map(({ name }) => name as CommandKey)
  return commands.filter((name) => which(COMMANDS[name].needs))
}

/** Fields below the roots that say themselves who may (`authScopes`), as `User.tokens`. */
export function fieldsWithScopes(): string[] {
  const roots = [schema.getQueryType(), schema.getMutationType()]
  return Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) && !roots.includes(type)
      ? Object.values(type.getFields()).flatMap(({ name, extensions }) => {
          const options = extensions['pothosOptions']
          return typeof options === 'object' && options !== null && 'authScopes' in options ? [`${type.name}.${name}`] : []
        })
      : [],
  )
}
