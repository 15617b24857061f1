import { GraphQLError, Kind } from 'graphql'

import { isIsoDate, parseInstant } from '@yilian/domain/day.ts'

import { builder } from './builder.ts'

function textScalar<T extends string>(name: string, read: (text: string) => T | null, shape: string) {
  const parse = (value: unknown): T => {
    const known = typeof value === 'string' ? read(value) : null
    if (known !== null) return known
    throw new GraphQLError(`“${String(value)}” is not a ${name}: ${shape}`, { extensions: { code: 'BAD_USER_INPUT' } })
  }
  return {
    parseValue: parse,
    parseLiteral: (node: { kind: string; value?: unknown }) => parse(node.kind === Kind.STRING ? node.value : undefined),
    serialize: (value: unknown) => value as T,
  }
}

const DECIMAL = /^-?\d{1,20}(\.\d{1,10})?$/

builder.scalarType('Date', {
  description: 'A calendar day that exists, `YYYY-MM-DD`.',
  ...textScalar('Date', (text) => (isIsoDate(text) ? text : null), 'a day that exists, as 2020-07-31.'),
})
builder.scalarType('Instant', {
  description: 'An instant in UTC with up to microseconds, `2026-01-31T08:00:00.000000Z`.',
  ...textScalar('Instant', parseInstant, 'an instant in UTC, as 2026-01-31T08:00:00Z.'),
})
builder.scalarType('Decimal', {
  description: 'An exact decimal number as text, e.g. "9000.50".',
  ...textScalar('Decimal', (text) => (DECIMAL.test(text) ? text : null), 'a decimal number as text, as "9000.50".'),
})
builder.scalarType('Upload', {
  description: 'A file, sent as multipart/form-data after the GraphQL multipart request specification.',
  parseValue: (value) => {
    if (isFile(value)) return value
    throw new GraphQLError('A file must be sent as multipart/form-data.', { extensions: { code: 'BAD_USER_INPUT' } })
  },
  serialize: () => {
    throw new GraphQLError('A file is never an answer.')
  },
})

/** The HTTP library brings a File of its own kind, which is no `instanceof` the global one. */
function isFile(value: unknown): value is File {
  return typeof value === 'object' && value !== null && 'arrayBuffer' in value && typeof value.arrayBuffer === 'function' && 'name' in value
}
