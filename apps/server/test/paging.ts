import { expect } from 'vitest'

import type { TestApi } from './api.ts'

interface Page {
  readonly totalCount: number
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
  readonly nodes: readonly { readonly id: string }[]
}

/**
 * Reads a list whole, in pages of `size` from its start and from its end, and expects the same rows in the same order each time, none
 * twice, with the total and with what the pages say of those before and after. Answers the ids in order.
 */
export async function expectPaging(api: TestApi, field: string, args: string, size: number): Promise<string[]> {
  const read = async (page: string): Promise<Page> =>
    (
      await api.query(
        `{ ${field}(${args}, ${page}) { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { id } } }`,
      )
    )[field]
  const whole = await read('first: 500')
  const ids = whole.nodes.map(({ id }) => id)
  expect([whole.totalCount, whole.pageInfo.hasNextPage, whole.pageInfo.hasPreviousPage]).toEqual([ids.length, false, false])
  expect(new Set(ids).size).toBe(ids.length)
  const forward: string[] = []
  for (let page = await read(`first: ${size}`); ; page = await read(`first: ${size}, after: "${page.pageInfo.endCursor}"`)) {
    expect(page.pageInfo.hasPreviousPage).toBe(forward.length > 0)
    forward.push(...page.nodes.map(({ id }) => id))
    expect(page.pageInfo.hasNextPage).toBe(forward.length < ids.length)
    if (!page.pageInfo.hasNextPage) break
  }
  expect(forward).toEqual(ids)
  const backward: string[] = []
  for (let page = await read(`last: ${size}`); ; page = await read(`last: ${size}, before: "${page.pageInfo.startCursor}"`)) {
    expect(page.pageInfo.hasNextPage).toBe(backward.length > 0)
    backward.unshift(...page.nodes.map(({ id }) => id))
    expect(page.pageInfo.hasPreviousPage).toBe(backward.length < ids.length)
    if (!page.pageInfo.hasPreviousPage) break
  }
  expect(backward).toEqual(ids)
  return ids
}
