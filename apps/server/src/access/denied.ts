import type { Actor } from '@yilian/database/changes.ts'
import type { Permission } from '@yilian/domain/access/permission.ts'

/** Where denials are told. */
export interface AccessLog {
  info(fields: object, message: string): void
}

/** Who tried, and in which request. */
export interface DeniedContext {
  readonly actor: Actor
  readonly requestId: string | null
  readonly log: AccessLog
}

/** What somebody tried that they may not do: a field of the API, a file, or a command, and to what. */
export interface Denial {
  readonly field?: string
  readonly file?: string
  readonly command?: string
  readonly permission?: Permission
  readonly subjectId?: string
}

/** Every denial passes here. */
export function denied({ actor, requestId, log }: DeniedContext, what: Denial): void {
  log.info({ requestId, actor: actor.id, ...what }, 'denied')
}
