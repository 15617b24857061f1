import type { IncomingMessage } from 'node:http'

import type { Actor } from '@yilian/database/changes.ts'
import { UNLIMITED, type Access } from '@yilian/domain/access/access.ts'

/** Who sent a request, and what they may do. */
export interface Asker {
  readonly actor: Actor
  readonly access: Access
}

/** Finds out who sent a request, by session or token; `null` for somebody who is not signed in. */
export type Identify = (request: IncomingMessage) => Promise<Asker | null>

/** The one person of an installation without sign-in: the operator at the machine. */
export const LOCAL_OPERATOR: Asker = { actor: { id: 'local', name: '本机操作员' }, access: UNLIMITED }
