import type { IncomingMessage } from 'node:http'

import type { Actor } from '@yilian/database/changes.ts'
import { UNLIMITED, type Access } from '@yilian/domain/access/access.ts'

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

/** Finds out who sent a request, by session or token; `null` for somebody who is not signed in. */
export type Identify = (request: IncomingMessage) => Promise<Asker | null>

/** The one person of an installation without sign-in: the operator at the machine. */
export const LOCAL_OPERATOR: Asker = { actor: { id: 'local', name: '本机操作员' }, access: UNLIMITED, userId: null, via: 'PROGRAM' }
