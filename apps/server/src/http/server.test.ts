import { expect, test } from 'vitest'

import { createHttpServer, drain, listen } from './server.ts'

test('a request under way is answered before the server is closed, and no new one is taken', async () => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>()
  const server = createHttpServer().on('request', (_, response) => {
    arrive()
    void released.then(() => response.end('done'))
  })
  const url = await listen(server, { host: '127.0.0.1', port: 0 })
  const answer = fetch(url)
  await arrived
  const closed = drain(server, 60_000)
  await expect(fetch(url)).rejects.toThrow()
  release()
  expect(await (await answer).text()).toBe('done')
  await closed
})

test('a request that does not end is cut off in the end', async () => {
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>()
  const server = createHttpServer().on('request', () => arrive())
  const url = await listen(server, { host: '127.0.0.1', port: 0 })
  const answer = fetch(url)
  await arrived
  await Promise.all([drain(server, 1), expect(answer).rejects.toThrow()])
})
