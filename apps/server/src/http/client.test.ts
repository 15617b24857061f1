import type { IncomingMessage } from 'node:http'
import { createServer } from 'node:http'
import { afterAll, expect, test } from 'vitest'

import { type Client, clientReader, networkOf } from './client.ts'

/** What a server with these proxies sees of a request made on this machine with these headers. */
async function seen(proxies: readonly string[], headers: Record<string, string> = {}, host = '127.0.0.1'): Promise<Client> {
  const read = clientReader(proxies)
  const server = createServer((request: IncomingMessage, response) => response.end(JSON.stringify(read(request))))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  closing.push(() => new Promise((closed) => server.close(closed)))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return (await fetch(`http://${host}:${port}/`, { headers })).json() as Promise<Client>
}
const closing: (() => Promise<unknown>)[] = []
afterAll(() => Promise.all(closing.map((close) => close())))

test('a request made here comes from here', async () => {
  expect(await seen([])).toEqual({ address: '127.0.0.1', secure: false, local: true })
})

test('nobody is believed who is not named as a proxy', async () => {
  const headers = { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'https' }
  expect(await seen([], headers)).toEqual({ address: '127.0.0.1', secure: false, local: false })
  expect(await seen(['10.0.0.0/8'], headers)).toEqual({ address: '127.0.0.1', secure: false, local: false })
})

test.each(['127.0.0.1', '127.0.0.0/8'])('the proxy at %s says who asks and over what', async (proxy) => {
  const headers = { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'https' }
  expect(await seen([proxy], headers)).toEqual({ address: '203.0.113.9', secure: true, local: false })
})

test('what a client put before its own address is not believed', async () => {
  const headers = { 'x-forwarded-for': '198.51.100.1, 203.0.113.9, 10.1.2.3' }
  expect((await seen(['127.0.0.1', '10.0.0.0/8'], headers)).address).toBe('203.0.113.9')
  expect((await seen(['127.0.0.1'], { 'x-forwarded-for': 'nonsense' })).address).toBe('127.0.0.1')
})

test.each([{ via: '1.1 cache' }, { forwarded: 'for=203.0.113.9' }, { 'x-real-ip': '203.0.113.9' }])(
  '%o: passed on, so not local',
  async (headers) => {
    expect((await seen([], headers)).local).toBe(false)
  },
)

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['2001:DB8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s can choose within %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})
