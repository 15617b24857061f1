import type { IncomingMessage } from 'node:http'

import type { Actor } from '@yilian/database/changes.ts'
import { UNLIMITED, type Access } from '@yilian/domain/access/access.ts'

import type { RefusalCode } from './refusals.ts'

/** Who sent a request, and what they may do. */
export interface Asker {
  readonly actor: Actor
  readonly access: Access
  /** Whose account it is; `null` for a program of ours. */
  readonly userId: string | null
  /** How they proved it: a session of the pages, a token, or by being a program of ours. */
  readonly via: 'SESSION' | 'TOKEN' | 'PROGRAM'
  /** The token that asks in the name of its owner, the actor. */
  readonly token?: AskingToken
}

/** What a request needs to know of the token that sent it. */
export interface AskingToken {
  readonly id: string
  /** It changes nothing, whatever its owner may. */
  readonly readOnly: boolean
  /** The grants it may use; `null`: all that its owner has. */
  readonly grantIds: readonly string[] | null
}

/**
 * Finds out who sent a request, by session or token; `null` for somebody who is not signed in. Throws `Refused` for somebody who is, but
 * whose request is not taken.
 */
export type Identify = (request: IncomingMessage) => Promise<Asker | null>

/** A request is not taken: whoever answers it says why. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly code: RefusalCode
  readonly retryAfterSeconds: number | null
  constructor(code: RefusalCode, retryAfterSeconds: number | null = null) {
    super(code)
    this.code = code
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** A program of ours that loads, generates or tests: no person, and no limit. */
export const LOCAL_OPERATOR: Asker = { actor: { id: 'local', name: '本机操作员' }, access: UNLIMITED, userId: null, via: 'PROGRAM' }
