import type { IncomingMessage, ServerResponse } from 'node:http'

import { answer } from './answers.ts'

/**
 * Refuses, before anything is read, a body larger than `maximum` bytes or of unstated length; `true` when it may be read.
 * A body of stated length cannot be longer: the HTTP parser sees to that.
 */
export function acceptBody(request: IncomingMessage, response: ServerResponse, maximum: number): boolean {
  const length = request.headers['content-length']
  const refusal =
    request.headers['transfer-encoding'] !== undefined ? 'lengthRequired' : Number(length ?? 0) > maximum ? 'bodyTooLarge' : null
  if (!refusal) return true
  // What the client goes on sending is not read: the connection cannot be used again.
  answer(response, refusal, { connection: 'close' })
  return false
}
