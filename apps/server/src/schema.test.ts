import { readdir, readFile } from 'node:fs/promises'

import {
  buildSchema,
  execute,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
  lexicographicSortSchema,
  parse,
  printSchema,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  isScalarType,
} from 'graphql'
import { testDatabase } from '@yilian/testing/test-database.ts'
import { accessOf, type Access } from '@yilian/domain/access/access.ts'
import { expect, test } from 'vitest'

import { requireScopes } from './access/require-scopes.ts'
import { NAMES_BY_ID, thingNamed } from './command/input-ids.ts'
import { denialsWritten } from './access/denied.ts'
import type { Context } from './graphql/context.ts'
import { schema } from './graphql/schema.ts'

const { db, countStatements } = await testDatabase()

const types: GraphQLNamedType[] = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
)
const roots = [schema.getQueryType()!, schema.getMutationType()!]

test('schema.graphql is the schema: after a change, `pnpm generate` and commit it', async () => {
  const committed = await readFile(new URL('../schema.graphql', import.meta.url), 'utf8')
  expect(committed).toBe(`${printSchema(lexicographicSortSchema(schema))}\n`)
})

test('every type, field, argument and enum value says what it is', () => {
  const silent = types.flatMap((type) => {
    const parts: { at: string; description?: string | null | undefined }[] = [{ at: type.name, description: type.description }]
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        parts.push({ at: `${type.name}.${field.name}`, description: field.description })
        parts.push(...field.args.map(({ name, description }) => ({ at: `${type.name}.${field.name}(${name})`, description })))
      }
    }
    if (isInputObjectType(type))
      parts.push(...Object.values(type.getFields()).map(({ name, description }) => ({ at: `${type.name}.${name}`, description })))
    if (isEnumType(type)) parts.push(...type.getValues().map(({ name, description }) => ({ at: `${type.name}.${name}`, description })))
    return parts.filter(({ description }) => !description?.trim()).map(({ at }) => at)
  })
  expect(silent).toEqual([])
})

test('every feature joins the schema', async () => {
  const features = (await readdir(new URL('.', import.meta.url), { recursive: true }))
    .filter((file) => file.endsWith('.graphql.ts'))
    .toSorted()
  const source = await readFile(new URL('graphql/schema.ts', import.meta.url), 'utf8')
  const joined = [...source.matchAll(/^import '\.\.\/(.*)'$/gm)].map((match) => match[1]!)
  const reached = new Set(joined)
  for (const file of reached) {
    const text = await readFile(new URL(file, import.meta.url), 'utf8')
    for (const [, path] of text.matchAll(/from '\.\.\/(.*\.graphql\.ts)'/g)) reached.add(path!)
  }
  expect(features.filter((file) => !reached.has(file))).toEqual([])
  expect(joined.length).toBe(new Set(joined).size)
})

test('a command answers a CommandResult, an import what it started, a verification what it found; what records no change answers itself', () => {
  const answers = Object.values(schema.getMutationType()!.getFields()).map(({ name, type }) => `${name}: ${String(type)}`)
  expect(answers.filter((answer) => !/: (CommandResult|ImportStarted)!$/.test(answer))).toEqual([
    'createToken: CreateTokenResult!',
    'revealPersonalData: RevealResult!',
    'revokeToken: RevokeTokenResult!',
    'verifyAudit: AuditVerification!',
  ])
  expect(answers.length).toBeGreaterThan(20)
})

// A call of the field with any arguments it accepts, so that execution gets as far as the question who may.
function callOf({ name, args, type }: GraphQLField<unknown, unknown>): string {
  const given = args.filter((arg) => isNonNullType(arg.type)).map((arg) => `${arg.name}: ${sample(arg.type)}`)
  const selection = isScalarType(getNamedType(type)) || isEnumType(getNamedType(type)) ? '' : ' { __typename }'
  return `${name}${given.length > 0 ? `(${given.join(', ')})` : ''}${selection}`
}

function sample(type: GraphQLInputType): string {
  if (isNonNullType(type)) return sample(type.ofType)
  if (isListType(type)) return '[]'
  if (isEnumType(type)) return type.getValues()[0]!.name
  if (isInputObjectType(type))
    return `{ ${Object.values(type.getFields())
      .filter((field) => isNonNullType(field.type))
      .map((field) => `${field.name}: ${sample(field.type)}`)
      .join(', ')} }`
  if (type.name === 'Upload') return '$file'
  const literals: Record<string, string> = {
    ID: `"${Buffer.from('Institution:00000000-0000-0000-0000-000000000000').toString('base64')}"`,
    Int: '1',
    Boolean: 'true',
    Date: '"2020-01-01"',
    Decimal: '"1"',
    String: '"x"',
  }
  return literals[type.name] ?? '"x"'
}

const denials: object[] = []

async function refusal(root: string, call: string, access: Access): Promise<string[] | undefined> {
  const variables = call.includes('$file') ? '($file: Upload!)' : ''
  const document = parse(`${root.toLowerCase()} ${variables} { ${call} }`)
  const answer = await execute({ schema, document, variableValues: { file: new File([], 'x.xlsx') }, contextValue: contextOf(access) })
  return answer.errors?.map(({ message }) => message)
}

function contextOf(access: Access): Partial<Context> {
  const log = { info: (fields: object) => void denials.push(fields) }
  return { db, actor: { id: 'nobody', name: 'Nobody' }, userId: null, via: 'SESSION', access, requestId: 'test', log, loaders: new Map() }
}

const calls = roots.flatMap((root) => Object.values(root.getFields()).map((field) => [root.name, field.name, callOf(field)] as const))

const ANALYST = { role: 'ANALYST', scopeKind: 'COUNTY', scopeId: '431221', countyCode: '431221', workArea: null } as const

/** What everybody who is signed in may ask for: its rows, or the command that is undone, say who may further. */
const SIGNED_IN = [
  'Query.change',
  'Query.codeList',
  'Query.codeLists',
  'Query.counties',
  'Query.departments',
  'Query.node',
  'Query.nodes',
  'Query.policies',
  'Query.region',
  'Query.today',
  'Query.viewer',
  'Mutation.createToken',
  'Mutation.revealPersonalData',
  'Mutation.revokeToken',
  'Mutation.undoChange',
]
const closed = calls.filter(([root, name]) => !SIGNED_IN.includes(`${root}.${name}`))
const REFUSED = ['Your roles do not allow this.']

test.each(closed)('%s.%s is denied to one who may nothing, before anything is read, and that is told', async (root, name, call) => {
  denials.length = 0
  const statements = await countStatements(async () => {
    expect(await refusal(root, call, accessOf([]))).toEqual(REFUSED)
    await denialsWritten(db)
  })
  expect(denials).toEqual([{ requestId: 'test', actor: 'nobody', field: name }])
  expect(statements).toEqual([expect.stringContaining('audit_event')])
})

test('what is open to everybody who is signed in is no more than that', () => {
  expect(calls.length - closed.length).toBe(SIGNED_IN.length)
})

test('one who may read may not change', async () => {
  const call = callOf(schema.getMutationType()!.getFields()['withdrawMember']!)
  expect(await refusal('Mutation', call, accessOf([ANALYST]))).toEqual(REFUSED)
})

test('a schema with a field of Query that does not say who may is not built', () => {
  expect(() => requireScopes(buildSchema('type Query { forgotten: Int }'))).toThrow('Query.forgotten')
})

test('every id in the input of a command is said what it names', () => {
  const named = (type: GraphQLNamedType, seen: Set<string>): string[] => {
    if (!isInputObjectType(type) || seen.has(type.name)) return []
    seen.add(type.name)
    return Object.values(type.getFields()).flatMap((field) => {
      const inner = getNamedType(field.type)
      return inner.name === 'ID' ? [field.name] : named(inner, seen)
    })
  }
  const commands = Object.values(schema.getMutationType()!.getFields()).filter(({ type }) => getNamedType(type).name === 'CommandResult')
  const fields = commands.flatMap(({ args }) => args.flatMap((arg) => named(getNamedType(arg.type), new Set())))
  expect(fields.length).toBeGreaterThan(50)
  for (const field of fields) expect(() => thingNamed(field)).not.toThrow()
  // What is not told apart by its name would not be looked up.
  expect(fields.filter((field) => !NAMES_BY_ID.test(field))).toEqual([])
})
