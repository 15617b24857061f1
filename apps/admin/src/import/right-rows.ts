import type { Client } from '@urql/core'
import { graphql } from '../graphql/gql.ts'

const ImportRowStatesDocument = graphql(`
  query ImportRowStates($id: ID!, $after: Int) {
    importRun(id: $id) {
      id
      rows(first: 500, after: $after) {
        nextAfter
        rows {
          row
          state
        }
      }
    }
  }
`)

async function statesAfter(client: Client, id: string, after: number | null) {
  const { data } = await client.query(ImportRowStatesDocument, { id, after }, { requestPolicy: 'network-only' }).toPromise()
  return data?.importRun?.rows ?? null
}

/** The numbers of all rows without an error, in the order of the file; null where they could not be read. */
export async function rightRows(client: Client, id: string): Promise<number[] | null> {
  const numbers: number[] = []
  for (let after: number | null = null; ;) {
    const page: Awaited<ReturnType<typeof statesAfter>> = await statesAfter(client, id, after)
    if (!page) return null
    numbers.push(...page.rows.flatMap(({ row, state }) => (state === 'WRONG' ? [] : [row])))
    if (page.nextAfter === null) return numbers
    after = page.nextAfter
  }
}
