import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

/** Answers a request, at once or when its promise is kept. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

/** The address cannot be listened on. The message is one line: what is wrong and what to do. */
export class CannotListen extends Error {
  override readonly name = 'CannotListen'
}

/** A server with limits on how long a request may take to arrive; answers may take longer. */
export function createHttpServer(): Server {
  return createServer({ headersTimeout: 20_000, requestTimeout: 120_000, keepAliveTimeout: 65_000, maxHeaderSize: 16_384 })
}

/** Starts listening; port 0 takes a free one. Answers the base address, `http://127.0.0.1:4000`. Throws `CannotListen`. */
export async function listen(server: Server, { host, port }: { host: string; port: number }): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new CannotListen(reason(error, host, port), { cause: error })))
    server.listen({ host, port }, resolve)
  })
  const address = server.address()
  const actualPort = typeof address === 'object' && address ? address.port : port
  // "Every address" is nothing a browser can open; this machine is one of them.
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${shown}:${actualPort}`
}

/** Takes no new requests, waits for those under way at most `milliseconds`, then ends them. */
export async function drain(server: Server, milliseconds: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  const deadline = setTimeout(() => server.closeAllConnections(), milliseconds)
  // `close` ends the connections that are idle now; those answered later would be kept open for a next request.
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  await closed
  clearTimeout(deadline)
  clearInterval(sweep)
}

function reason({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EADDRINUSE') return `Port ${port} is in use by another program: stop that one, or set PORT to another number.`
  if (code === 'EACCES') return `This user may not listen on port ${port}: set PORT to a number above 1023.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `${host} is not an address of this machine: set HOST to one, such as 127.0.0.1 or 0.0.0.0.`
  return `Cannot listen on ${host}, port ${port} (${message}): check HOST and PORT.`
}
