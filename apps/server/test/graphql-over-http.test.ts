import { serverAudits } from 'graphql-http'
import { expect, test } from 'vitest'

import { testDatabase } from '@yilian/testing/test-database.ts'

import { testApi } from './api.ts'

const { db } = await testDatabase()
const { url } = await testApi(db)

const MALFORMED = 'A request that is JSON but not well-formed (a parameter missing or of the wrong type) SHOULD be answered 422, not 400.'
const COERCION = 'Variables that cannot be coerced SHOULD be answered 422, not 400.'
const LEGACY =
  'Without data the status MUST be 4xx or 5xx, for a client that accepts application/json alone too; only 2xx answers change their media type for it.'

/**
 * The audits of graphql-http 1.23 follow an earlier draft. These contradict the text of the specification (read on 6 August 2026, section
 * “Status Codes” and “Body”), which we follow.
 */
const CONTRADICTING: Readonly<Record<string, string>> = {
  '423L': MALFORMED, // no query
  LKJ0: MALFORMED, // query is an object,
  LKJ1: MALFORMED, // … a number,
  LKJ2: MALFORMED, // … a boolean,
  LKJ3: MALFORMED, // … a list
  '6C00': MALFORMED, // operationName is an object,
  '6C01': MALFORMED, // … a number,
  '6C02': MALFORMED, // … a boolean,
  '6C03': MALFORMED, // … a list
  '4760': MALFORMED, // variables are a text,
  '4761': MALFORMED, // … a number,
  '4762': MALFORMED, // … a boolean,
  '4763': MALFORMED, // … a list
  '58B0': MALFORMED, // extensions are a text,
  '58B1': MALFORMED, // … a number,
  '58B2': MALFORMED, // … a boolean,
  '58B3': MALFORMED, // … a list
  '3E3A': MALFORMED, // `qeury` instead of `query`
  '86EE': COERCION,
  '572B': LEGACY, // wants 200 where the document does not parse
  FDE2: LEGACY, // the same: its field's name begins with a digit
  '7B9B': LEGACY, // wants 200 where variables cannot be coerced
}

const audits = serverAudits({ url })

test('every audit of graphql-http is there', () => {
  expect(audits).toHaveLength(61)
})

test('the audits that fail are those that contradict the specification', async () => {
  const results = await Promise.all(audits.map(({ fn }) => fn()))
  const failing = results.flatMap((result) => (result.status === 'ok' ? [] : [`${result.id} ${result.name}: ${result.reason}`]))
  expect(failing.filter((line) => !(line.slice(0, 4) in CONTRADICTING))).toEqual([])
  expect(failing.map((line) => line.slice(0, 4)).toSorted()).toEqual(Object.keys(CONTRADICTING).toSorted())
})

const JSON_TYPE = { 'content-type': 'application/json' }
const BOTH = 'application/graphql-response+json, application/json;q=0.9'
const post = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { ...JSON_TYPE, accept: BOTH, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

const NO_PAGE = '{ counties { name } institutions(first: -1) { nodes { name } } }'

test.each([
  ['an operation that works', 200, { query: '{ counties { name } }' }],
  ['JSON that does not parse', 400, '{'],
  ['a list of operations', 422, [{ query: '{ counties { name } }' }]],
  ['a document that does not parse', 400, { query: '{' }],
  ['a field that does not exist', 422, { query: '{ nothing }' }],
  ['an operation that is not in the document', 422, { query: 'query A { __typename }', operationName: 'B' }],
  ['two operations and no name', 422, { query: 'query A { __typename } query B { __typename }' }],
  ['a variable that is missing', 422, { query: 'query A($code: String!) { region(code: $code) { name } }' }],
])('%s is answered %i', async (_, status, body) => {
  expect((await post(body)).status).toBe(status)
})

test('a response with data and errors is partial: 294, or 200 for who knows only JSON', async () => {
  // A page of -1 rows fails the field, and with it, as no field above may be null, all of data.
  const answer = await post({ query: NO_PAGE })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([294, 'application/graphql-response+json; charset=utf-8'])
  expect(await answer.json()).toMatchObject({ data: null, errors: [{ path: ['institutions'], extensions: { code: 'BAD_USER_INPUT' } }] })
  const legacy = await post({ query: NO_PAGE }, { accept: 'application/json' })
  expect([legacy.status, legacy.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8'])
})

test.each([
  [undefined, 200, 'application/json'],
  ['*/*', 200, 'application/json'],
  [BOTH, 200, 'application/graphql-response+json'],
  ['application/graphql-response+json;q=0.1, application/json', 200, 'application/json'],
  ['application/json, application/graphql-response+json', 200, 'application/json'],
  ['text/csv', 406, 'application/graphql-response+json'],
  ['application/json;q=0', 406, 'application/graphql-response+json'],
])('Accept %s is answered %i %s', async (accept, status, type) => {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { ...JSON_TYPE, ...(accept && { accept }) },
    body: '{"query":"{ __typename }"}',
  })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([status, `${type}; charset=utf-8`])
})

test('other methods and media types are refused with what would be right', async () => {
  const put = await fetch(url, { method: 'PUT', headers: JSON_TYPE, body: '{}' })
  expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, POST'])
  const mutation = await fetch(`${url}?query=${encodeURIComponent('mutation { __typename }')}`)
  expect([mutation.status, mutation.headers.get('allow')]).toEqual([405, 'POST'])
  for (const type of ['text/plain', 'application/json; charset=gbk', 'application/x-www-form-urlencoded'])
    expect((await post('{"query":"{ __typename }"}', { 'content-type': type })).status, type).toBe(415)
})

test('a browser is given GraphiQL', async () => {
  const page = await fetch(url, { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } })
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  expect(await page.text()).toContain('Yilian GraphiQL')
})

test('a form must put its files where the operation has null', async () => {
  const form = (operations: unknown, map: unknown, file?: File) => {
    const body = new FormData()
    body.set('operations', JSON.stringify(operations))
    body.set('map', JSON.stringify(map))
    if (file) body.set('0', file)
    return fetch(url, { method: 'POST', body })
  }
  const file = new File(['x'], 'x.csv')
  const plain = { query: '{ __typename }', variables: { file: null, name: 'x' } }
  expect((await form(plain, { 0: ['variables.file'] }, file)).status).toBe(200)
  expect((await form(plain, { 0: ['variables.file'] })).status).toBe(422)
  expect((await form(plain, { 0: ['variables.name'] }, file)).status).toBe(422)
  expect((await form(plain, { 0: ['variables.__proto__.file'] }, file)).status).toBe(422)
  expect((await form(plain, [], file)).status).toBe(422)
})
