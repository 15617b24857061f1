import type { Db } from '@yilian/database/db.ts'
import type { PasswordRules } from '@yilian/domain/access/password.ts'
import type { Instant, IsoDate } from '@yilian/domain/day.ts'

import type { AccessLog } from '../access/denied.ts'
import type { Asker } from '../access/identify.ts'
import type { Imports } from '../import/import-api.ts'
import type { Keys } from '../keys/keys.ts'
import type { Selection } from './selection.ts'

/** What one request may use. Made once per request; loaders live and die with it. */
export interface Context extends Asker {
  readonly db: Db
  readonly requestId: string
  /** Where denials are told. */
  readonly log: AccessLog
  /** The day in China when the request came: what `asOf` means when it is left out. */
  readonly today: IsoDate
  /** When the request came. */
  readonly requestedAt: Instant
  /** Where the request came from; `null` where nobody looked. */
  readonly address: string | null
  /** How strong a new password must be. */
  readonly passwordRules: PasswordRules
  /** The installation's keys, with which personal data are sealed. */
  readonly keys: Keys
  /** Files on their way in, which go on after the request. */
  readonly imports: Imports
  /** One loader per name and moment; see `loaderFor`. */
  readonly loaders: Map<string, unknown>
  /** What the operation shows, so that no more is read; left out where there is no operation. */
  readonly selection?: Selection
}
