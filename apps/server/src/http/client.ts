import type { IncomingMessage } from 'node:http'
import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net'

/** At whose request we work: the far end of the connection, or whom a trusted reverse proxy names. */
export interface Client {
  readonly address: string
  /** The browser speaks https, to us or to the proxy. */
  readonly secure: boolean
  /** The request was made on this machine, for an address of this machine, and nobody passed it on. */
  readonly local: boolean
}

const FORWARDING = ['forwarded', 'x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-host', 'x-real-ip', 'via'] as const
const LOCAL_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i

/** Reads whom a request comes from. Forwarding headers count only from these proxies, addresses or networks: anybody can send them. */
export function clientReader(trustedProxies: readonly string[]): (request: IncomingMessage) => Client {
  const proxies = new BlockList()
  for (const entry of trustedProxies) {
    const [address = '', bits] = entry.split('/')
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    if (bits === undefined) proxies.addAddress(address, family)
    else proxies.addSubnet(address, Number(bits), family)
  }
  const isProxy = (address: string): boolean => isIP(address) !== 0 && proxies.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')

  return ({ headers, socket }) => {
    const near = plainAddress(socket.remoteAddress ?? '')
    const encrypted = 'encrypted' in socket && socket.encrypted === true
    const passedOn = FORWARDING.some((name) => headers[name] !== undefined)
    if (!isProxy(near))
      return { address: near, secure: encrypted, local: !passedOn && isLoopback(near) && LOCAL_HOST.test(headers.host ?? '') }
    // Each proxy adds the address it was asked from at the end: the last one that is no proxy of ours is the client. What stands before
    // was sent by the client itself.
    const named = String(headers['x-forwarded-for'] ?? '')
      .split(',')
      .map((entry) => plainAddress(entry.trim()))
      .filter((entry) => isIP(entry) !== 0)
    const address = named.findLast((entry) => !isProxy(entry)) ?? near
    return { address, secure: encrypted || lastOf(headers['x-forwarded-proto']) === 'https', local: false }
  }
}

/** The network that one client can choose its address from: itself for IPv4, a /64 for IPv6. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const [head = '', tail = ''] = address.toLowerCase().split('::')
  const before = head.split(':').filter(Boolean)
  const after = tail.split(':').filter(Boolean)
  const groups = address.includes('::')
    ? [...before, ...Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0'), ...after]
    : before
  return `${groups.slice(0, 4).join(':')}::/64`
}

/** `::ffff:192.0.2.1` is 192.0.2.1. */
function plainAddress(address: string): string {
  const mapped = address.replace(/^::ffff:/i, '')
  return isIPv4(mapped) ? mapped : address
}

function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.')
}

function lastOf(header: string | string[] | undefined): string | undefined {
  return String(header ?? '')
    .split(',')
    .at(-1)
    ?.trim()
    .toLowerCase()
}
