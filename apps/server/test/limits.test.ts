import { readFileSync, globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { HOURLY_BUDGET } from '@yilian/domain/access/budget.ts'
import { type DocumentNode, Kind, parse, print, visit } from 'graphql'
import { expect, test } from 'vitest'

import { EXAMPLES } from '../src/graphql/examples.ts'
import { costOf, tooMuch } from '../src/graphql/limits.ts'
import { documentReader } from '../src/graphql/operations.ts'
import { schema } from '../src/graphql/schema.ts'

const ADMIN = fileURLToPath(new URL('../../admin/src', import.meta.url))
const files = globSync('**/*.{ts,tsx}', { cwd: ADMIN, exclude: ['graphql/**', '**/*.test.*'] }).map((name) =>
  readFileSync(`${ADMIN}/${name}`, 'utf8'),
)
const read = documentReader(schema)

/** What every `graphql()` of the admin holds. */
function adminDocuments(): DocumentNode[] {
  const calls = files.flatMap((text) => [...text.matchAll(/\bgraphql\((`[^`]*`\))?/g)])
  expect(calls.filter(([, document]) => document === undefined)).toEqual([])
  return calls.map(([, document]) => parse(document!.slice(1, -2)))
}

const TYPENAME = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const

/** Each operation with the fragments it uses, as it is sent: the client asks for the type of everything. */
function adminOperations(): string[] {
  const definitions = adminDocuments().flatMap((document) => document.definitions)
  const fragments = new Map(definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [])))
  return definitions.flatMap((operation) => {
    if (operation.kind !== Kind.OPERATION_DEFINITION) return []
    const sent = new Set<(typeof definitions)[number]>([operation])
    // A set goes on to what is added while it is gone through: fragments of fragments.
    for (const one of sent) visit(one, { FragmentSpread: ({ name }) => void sent.add(fragments.get(name.value)!) })
    const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [...sent] }
    return [print(visit(document, { SelectionSet: (set) => ({ ...set, selections: [...set.selections, TYPENAME] }) }))]
  })
}

/** The most rows that a page of the admin has. */
function largestPage(): number {
  const [, sizes] = files.map((text) => /PAGE_SIZES = \[([\d, ]+)\]/.exec(text)).find((found) => found !== null) ?? []
  return Math.max(...sizes!.split(',').map(Number))
}

/** What the operations of a document ask for when every page is as large, and why they are refused, if they are. */
function asked(text: string, page: number) {
  const known = read(text)
  if (!('document' in known)) return [{ name: text.slice(0, 60), cost: Infinity, depth: 0, aliases: 0, refusal: known.errors.join('; ') }]
  return known.operations.map(({ node, measure }) => {
    const variables = Object.fromEntries(node.variableDefinitions?.map(({ variable }) => [variable.name.value, page]) ?? [])
    const { cost, depth, aliases } = measure
    return { name: node.name?.value, cost: costOf(cost, variables), depth, aliases, refusal: tooMuch(measure, variables)?.message }
  })
}

test.each([
  ['operation of the admin, with its largest pages,', adminOperations(), largestPage(), 60],
  ['example of GraphiQL', [EXAMPLES], 1, 5],
])('no %s meets a limit', (_, documents, page, atLeast) => {
  const all = documents.flatMap((text) => asked(text, page)).toSorted((a, b) => b.cost - a.cost)
  expect(all.length).toBeGreaterThan(atLeast)
  const refused = all.filter(({ refusal }) => refusal !== undefined)
  expect(refused, `The dearest are ${JSON.stringify(all.slice(0, 3), null, 2)}.`).toEqual([])
})

test('every operation of the admin, with its largest pages, can be asked for a hundred times an hour by whoever has a role', () => {
  const all = adminOperations().flatMap((text) => asked(text, largestPage()))
  const total = all.reduce((sum, { cost }) => sum + cost, 0)
  expect(total).toBeGreaterThan(100_000)
  expect(total * 100).toBeLessThan(Math.min(...Object.values(HOURLY_BUDGET)))
})

test.each([
  ['a list', '{ today: codeLists { name } }', 10],
  ['the first so many of a list', '{ change(id: 1) { effects(first: 2) { factId } } }', 2],
  ['more of a list than is taken for granted', '{ change(id: 1) { effects(first: 100) { factId } } }', 100],
  ['a list of each class of posts once', '{ institution(id: 1) { establishment { postClass } } }', 3],
  ['a list of each state once', '{ cohort(id: 1) { states { state } } }', 5],
])('%s counts as so many entries', (_, document, entries) => {
  const known = read(document)
  const measured = 'document' in known ? known.operations[0]!.measure : null
  const above = measured!.depth - 1
  expect(costOf(measured!.cost, {})).toBe(above + entries)
})

test.each([
  [{}, 50],
  [{ first: 500 }, 500],
  [{ first: null, last: 500 }, 500],
  [{ first: 1, last: 500 }, 500],
])('a page asked for with %j counts as %d rows', (variables, rows) => {
  const known = read('query ($first: Int, $last: Int) { alliances(first: $first, last: $last) { nodes { name } } }')
  // The connection, and for each row its node and its name.
  expect('document' in known && costOf(known.operations[0]!.measure.cost, variables)).toBe(1 + rows * 2)
})
