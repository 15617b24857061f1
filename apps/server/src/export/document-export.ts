import type { Permission } from '@yilian/domain/access/permission.ts'
import type { IsoDate } from '@yilian/domain/day.ts'

import type { Reader } from '../access/reader.ts'

/** A file about to be written that is no table. */
export interface WrittenDocument {
  /** For people, in their language, without ending. */
  readonly fileName: string
  /** The same in ASCII. */
  readonly plainName: string
  /** Read as it is taken. */
  readonly body: AsyncIterable<string | Uint8Array>
}

/** A file that is no table, such as a package in an open format. `read` throws `BadExport` for what is wrong with its parameters. */
export interface DocumentExport {
  readonly needs: Permission
  readonly type: string
  read(params: URLSearchParams, today: IsoDate, now: Date): (reader: Reader) => Promise<WrittenDocument>
}
