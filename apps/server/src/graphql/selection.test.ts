import { getNamedType, isLeafType, isObjectType, isRequiredArgument, parse } from 'graphql'
import { describe, expect, test } from 'vitest'

import { loadDemo } from '@yilian/demo-data/load.ts'
import { testDatabase } from '@yilian/testing/test-database.ts'

import { testApi } from '../../test/api.ts'
import { columnsRead, selectionOf } from './selection.ts'
import { schema } from './schema.ts'

const database = await testDatabase()
const api = await testApi(database.db)
await loadDemo(database.owner, () => {})

const ALLIANCES = 'alliances(filter: { countyCode: "431221" }, asOf: "2020-07-31")'
const INSTITUTIONS = 'institutions(filter: { countyCode: "431221" }, asOf: "2020-07-31", first: 20)'

/** Every way to rows whose columns depend on the operation, with `…` for what is shown of them. */
const PATHS: readonly (readonly [type: string, query: string])[] = [
  ['Alliance', `{ ${ALLIANCES} { nodes { … } } }`],
  ['Alliance', `{ ${ALLIANCES} { nodes { memberships { alliance { … } } } } }`],
  ['Alliance', `{ alliance(code: "CODE", asOf: "2020-07-31") { … } }`],
  ['Membership', `{ ${ALLIANCES} { nodes { memberships { … } } } }`],
  ['Membership', `{ ${INSTITUTIONS} { nodes { memberships { … } } } }`],
  ['Membership', `{ ${ALLIANCES} { nodes { membershipTimeline { … } } } }`],
  ['Institution', `{ ${INSTITUTIONS} { edges { node { … } } } }`],
  ['Institution', `{ ${ALLIANCES} { nodes { memberships { institution { … } } } } }`],
  // On a day before it was founded: the nearest stretch is shown.
  ['Alliance', `{ alliance(code: "CODE", asOf: "1990-01-01") { … } }`],
  ['Region', `{ ${INSTITUTIONS} { nodes { region { … } } } }`],
  ['Region', `{ ${INSTITUTIONS} { nodes { region { parent { … } } } } }`],
]

/** The fields of a type that can be asked for without arguments, each with something below it. */
function fieldsOf(name: string): string[] {
  const type = schema.getType(name)
  if (!isObjectType(type)) throw new Error(`${name} is no object type`)
  return Object.values(type.getFields()).flatMap((field) => {
    if (field.args.some(isRequiredArgument)) return []
    return [isLeafType(getNamedType(field.type)) ? field.name : `${field.name} { __typename }`]
  })
}

const { alliances } = await api.query(`{ ${ALLIANCES} { nodes { code } } }`)
const codeOf = (query: string) => query.replace('CODE', alliances.nodes[0].code)

describe('each field shows the same alone, when only what it reads is loaded, as with all others', () => {
  test.each(PATHS)('%s by %s', async (type, path) => {
    const fields = fieldsOf(type)
    const query = codeOf(path)
    // Below lists of lists there are many rows; `pick` keeps of each object what one field shows.
    const all = await api.query(query.replace('…', fields.join(' ')))
    for (const field of fields) {
      const name = field.split(' ')[0]!
      const alone = await api.query(query.replace('…', field))
      const shown = JSON.stringify(pick(all, name, path))
      expect(JSON.stringify(alone), field).toBe(shown)
    }
  })

  // Along the path everything is kept; at its end, of each row only the one field.
  function pick(value: unknown, name: string, path: string): unknown {
    const steps = [...path.matchAll(/(\w+)(?:\([^)]*\))? \{/g)].map((match) => match[1]!)
    const walk = (at: unknown, left: readonly string[]): unknown => {
      if (Array.isArray(at)) return at.map((one) => walk(one, left))
      if (at === null || typeof at !== 'object') return at
      const [step, ...further] = left
      if (step === undefined) return { [name]: (at as Record<string, unknown>)[name] }
      return { [step]: walk((at as Record<string, unknown>)[step], further) }
    }
    return walk(value, steps)
  }
})

describe('the columns of an operation', () => {
  const READS = { always: ['id'], own: ['name', 'code'], others: { region: ['regionCode'] } } as const
  const columns = (query: string) => {
    const selection = selectionOf(schema, parse(query))
    return columnsRead<{ id: string; regionCode: string }>({ selection } as never, 'Institution', READS)
  }

  test('are those of the fields it shows anywhere, in fragments too', () => {
    const query = `{ institution(code: "x") { ...A __typename } node(id: "x") { ... on Institution { code } } } fragment A on Institution { region { name } }`
    expect(columns(query)?.toSorted()).toEqual(['code', 'id', 'regionCode'])
  })

  test('are all where a field does not say what it reads', () => {
    expect(columns('{ institution(code: "x") { code units { name } } }')).toBe(null)
  })

  test('are not known without an operation', () => {
    expect(columnsRead({} as never, 'Institution', READS)).toBe(null)
  })

  test('leave out what is not shown: the statement names only them', async () => {
    const [page, memberships, institutions, regions] = await database.countStatements(() =>
      api.query(`{ ${ALLIANCES} { nodes { code memberships { role institution { name region { name } } } } } }`),
    )
    expect(page).toContain('select "t"."id", "t"."code",')
    expect(memberships).toContain('select "t"."id", "t"."alliance_id", "t"."institution_id", "t"."role" from')
    expect(institutions).toContain('select "t"."id", "t"."name", "t"."region_code" from')
    expect(regions).toContain('select "t"."code", "t"."name" from')
  })
})

test('what hangs below a list takes one statement per kind of thing, however many rows', async () => {
  const query = (first: number) =>
    `{ institutions(first: ${first}, filter: { countyCode: "431221" }) { nodes { name region { name } memberships { role alliance { name } institution { code region { name } } } } } }`
  const few = await database.countStatements(() => api.query(query(2)))
  const many = await database.countStatements(() => api.query(query(100)))
  expect(many.length).toBeLessThanOrEqual(6)
  expect(few.length).toBeLessThanOrEqual(many.length)
})
