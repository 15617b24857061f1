import type { Actor } from '@yilian/database/changes.ts'
import type { Db } from '@yilian/database/db.ts'
import type { IsoDate } from '@yilian/domain/day.ts'

import type { Selection } from './selection.ts'

import type { Imports } from '../import/import-api.ts'

/** What one request may use. Made once per request; loaders live and die with it. */
export interface Context {
  readonly db: Db
  readonly actor: Actor & { readonly scopes: ReadonlySet<Scope> }
  readonly requestId: string
  /** The day in China when the request came: what `asOf` means when it is left out. */
  readonly today: IsoDate
  /** Files on their way in, which go on after the request. */
  readonly imports: Imports
  /** One loader per name and moment; see `loaderFor`. */
  readonly loaders: Map<string, unknown>
  /** What the operation shows, so that no more is read; left out where there is no operation. */
  readonly selection?: Selection
}

/** What an actor may do until roles exist: read, and change. */
export type Scope = 'READ' | 'OPERATE'

/** The one person of an installation without sign-in: the operator at the machine. Sign-in replaces it here and nowhere else. */
export const LOCAL_OPERATOR: Context['actor'] = { id: 'local', name: '本机操作员', scopes: new Set<Scope>(['READ', 'OPERATE']) }
