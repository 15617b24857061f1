import { CombinedError } from '@urql/core'
import { expect, test } from 'vitest'
import { failureOf } from './failure.ts'

const answered = (status: number) => new Response('', { status, headers: { 'x-request-id': 'req-1' } })

test('a request that nothing answered is the network’s fault, or the server’s that is down', () => {
  const error = new CombinedError({ networkError: new Error('Failed to fetch') })
  expect(failureOf(error, false)).toEqual({ kind: 'offline', requestId: null })
  expect(failureOf(error, true)).toEqual({ kind: 'unreachable', requestId: null })
})

test('an answer of the server that is no GraphQL is its failure, with the id for its log', () => {
  const error = new CombinedError({ networkError: new Error('Internal Server Error'), response: answered(500) })
  expect(failureOf(error, true)).toEqual({ kind: 'server', requestId: 'req-1' })
})

test('a gateway that finds no server says that it cannot be reached', () => {
  expect(failureOf(new CombinedError({ networkError: new Error('Bad Gateway'), response: answered(502) }), true).kind).toBe('unreachable')
})

test('what may not be seen, and what is too much, are said as such', () => {
  const coded = (code: string) => new CombinedError({ graphQLErrors: [{ message: 'x', extensions: { code, requestId: 'req-2' } }] })
  expect(failureOf(coded('FORBIDDEN'), true)).toEqual({ kind: 'forbidden', requestId: 'req-2' })
  expect(failureOf(coded('TOO_COMPLEX'), true).kind).toBe('tooMuch')
  expect(failureOf(coded('TIMEOUT'), true).kind).toBe('tooMuch')
  expect(failureOf(coded('BUDGET_SPENT'), true).kind).toBe('budget')
  expect(failureOf(coded('ANYTHING'), true).kind).toBe('server')
})
