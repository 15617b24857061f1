import { parse, validate } from 'graphql'
import { expect, test } from 'vitest'

import { EXAMPLES } from './examples.ts'
import { schema } from './schema.ts'

test('every example that GraphiQL opens with is valid', () => {
  expect(validate(schema, parse(EXAMPLES))).toEqual([])
})
