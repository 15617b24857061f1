import { gql, type OperationResult } from '@urql/core'
import { expect, test } from 'vitest'
import { createApiClient } from './client.ts'

const LIST = gql`
  query List($asOf: String) {
    items(asOf: $asOf) {
      id
    }
  }
`
const COMMAND = gql`
  mutation Command {
    result: command {
      __typename
    }
  }
`

/** A server that counts what it is asked and answers every command with the type given. */
function server(outcome: 'ChangeRecorded' | 'ChangePreview' | 'InputRefused') {
  const asked: string[] = []
  const fetch: typeof globalThis.fetch = async (_, init) => {
    const { operationName } = JSON.parse(String(init?.body)) as { operationName: string }
    asked.push(operationName)
    const data = operationName === 'List' ? { items: [] } : { result: { __typename: outcome } }
    return new Response(JSON.stringify({ data }), { headers: { 'content-type': 'application/json' } })
  }
  return { asked, client: createApiClient(fetch) }
}

/** Keeps a view open and resolves each time it has been answered freshly. */
function openView(client: ReturnType<typeof createApiClient>, variables: { asOf: string }) {
  const waiting: ((result: OperationResult) => void)[] = []
  const { unsubscribe } = client.query(LIST, variables).subscribe((result) => {
    if (!result.stale) waiting.shift()?.(result)
  })
  return { close: unsubscribe, answered: () => new Promise<OperationResult>((resolve) => waiting.push(resolve)) }
}

test('after a recorded change every open view is read again, even one that was empty', async () => {
  const { asked, client } = server('ChangeRecorded')
  const [today, past] = [openView(client, { asOf: 'today' }), openView(client, { asOf: 'past' })]
  await Promise.all([today.answered(), past.answered()])
  const again = Promise.all([today.answered(), past.answered()])
  await client.mutation(COMMAND, {}).toPromise()
  await again
  expect(asked).toEqual(['List', 'List', 'Command', 'List', 'List'])
  today.close()
  past.close()
})

test.each(['ChangePreview', 'InputRefused'] as const)('%s changes nothing, and nothing is read again', async (outcome) => {
  const { asked, client } = server(outcome)
  const view = openView(client, { asOf: 'today' })
  await view.answered()
  await client.mutation(COMMAND, {}).toPromise()
  await client
    .query(
      gql`
        query Other {
          items {
            id
          }
        }
      `,
      {},
    )
    .toPromise()
  expect(asked).toEqual(['List', 'Command', 'Other'])
  view.close()
})

test('a file in the variables is sent as multipart form data', async () => {
  const bodies: unknown[] = []
  const client = createApiClient(async (_, init) => {
    bodies.push(init?.body)
    return new Response(JSON.stringify({ data: { upload: true } }), { headers: { 'content-type': 'application/json' } })
  })
  await client
    .mutation(
      gql`
        mutation Upload($file: Upload!) {
          upload(file: $file)
        }
      `,
      { file: new File(['a,b'], '机构.csv') },
    )
    .toPromise()
  const form = bodies[0]
  if (!(form instanceof FormData)) throw new Error('not form data')
  expect(JSON.parse(String(form.get('map')))).toEqual({ 0: ['variables.file'] })
  expect(form.get('0')).toMatchObject({ name: '机构.csv' })
})
