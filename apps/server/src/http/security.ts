import type { IncomingMessage, ServerResponse } from 'node:http'

/** antd writes its styles into the page; scripts come from our own files only. */
const PAGE_POLICY = policy({ 'script-src': `'self'`, 'worker-src': `'self' blob:` })

/** GraphiQL brings its script inside its page and starts its editor's workers from there. */
const GRAPHIQL_POLICY = policy({ 'script-src': `'self' 'unsafe-inline' 'unsafe-eval' blob:`, 'worker-src': `'self' blob: data:` })

function policy(scripts: Record<string, string>): string {
  const rules = {
    'default-src': `'self'`,
    ...scripts,
    'style-src': `'self' 'unsafe-inline'`,
    'img-src': `'self' data: blob:`,
    'font-src': `'self' data:`,
    'object-src': `'none'`,
    'base-uri': `'none'`,
    'form-action': `'self'`,
    'frame-ancestors': `'none'`,
  }
  return Object.entries(rules)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
}

/** Headers of every answer; a handler may overwrite them. */
export function setSecurityHeaders(response: ServerResponse, path: string): void {
  response.setHeader('content-security-policy', path === '/graphql' ? GRAPHIQL_POLICY : PAGE_POLICY)
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('x-frame-options', 'DENY')
  response.setHeader('referrer-policy', 'same-origin')
  response.setHeader('cross-origin-opener-policy', 'same-origin')
  response.setHeader('cross-origin-resource-policy', 'same-origin')
}

/**
 * A page of another site sent this: browsers say so. It could change data in the name of who is here, or read what only this
 * machine may. Following a link from there is fine.
 */
export function isCrossSite({ method, headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site']
  if (typeof site === 'string') {
    const isLink = headers['sec-fetch-mode'] === 'navigate' && (method === 'GET' || method === 'HEAD')
    return site !== 'same-origin' && site !== 'none' && !isLink
  }
  if (!headers.origin) return false
  return !URL.canParse(headers.origin) || new URL(headers.origin).host !== headers.host
}
