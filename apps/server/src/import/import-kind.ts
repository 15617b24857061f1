import type { FactRow } from '@yilian/database/dated.ts'
import type { DatedFactKind, FactKind } from '@yilian/database/facts.ts'
import type { Stretch } from '@yilian/domain/dated.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import type { FileColumns, FileRow } from '@yilian/domain/file-columns.ts'
import type { Issue } from '@yilian/domain/issue.ts'

import type { Reader } from '../access/reader.ts'
import type { FileForm } from '../files/read-file.ts'
import type { Keys } from '../keys/keys.ts'
import type { SealedNumbers } from '../personal-data/personal-data.queries.ts'

/** A row of a file, its cells read. */
export interface ImportRow<Values extends object> {
  readonly row: number
  readonly values: FileRow<Values>
  /** The cells behind those of its columns: what a document says besides what is shown of it. Empty in the outline. */
  readonly rest: readonly string[]
}

/** One fact as it is known and as the row wants it. `rows` have their `rowId` unless an earlier row of the file wrote them just now. */
export interface WantedFact {
  readonly fact: DatedFactKind
  readonly id: string
  readonly keys: Readonly<Record<string, unknown>>
  readonly rows: readonly FactRow[]
  readonly desired: readonly Stretch<object>[]
}

/** A fact of any kind with what has to be closed and inserted so that it becomes `desired`; see `factWrite` and `recordWrite`. */
export interface FactWrite {
  readonly fact: FactKind
  readonly id: string
  readonly keys: Readonly<Record<string, unknown>>
  readonly rows: readonly FactRow[]
  readonly desired: readonly object[]
  readonly plan: { readonly close: readonly FactRow[]; readonly insert: readonly object[] }
}

/** One that holds for stretches of days. */
export interface DatedWrite extends FactWrite {
  readonly desired: readonly Stretch<object>[]
}

/** What lasts of something new, inserted before its facts. */
export interface NewIdentityRow {
  readonly table: 'institution' | 'constructionProject' | 'person'
  readonly id: string
  readonly code: string
  readonly countyCode: string
}

/** What a row would have happen. Rows with the same day, document and note are one change. */
export interface Proposal {
  /** The fact it changes; `null` when it makes a new one. */
  readonly factId: string | null
  /** The fact in words, for messages. */
  readonly subject: string
  /** `null` where what it changes holds for no stretch of days. */
  readonly effectiveOn: IsoDate | null
  readonly documentId: string | null
  readonly note: string | null
  readonly writes: readonly FactWrite[]
  readonly identity?: NewIdentityRow
  /** Personal numbers of somebody, sealed: they are no facts. */
  readonly personal?: SealedNumbers
  /** Takes it into the session's picture, so that later rows are judged with it. */
  readonly apply: () => void
}

/** A row judged: wrong, with nothing to do (the id of what is so already), or what it would have happen. Judging changes nothing. */
export type Judgement = { readonly issues: readonly Issue[] } | { readonly unchanged: string } | { readonly proposal: Proposal }

/** An import under way: it knows what was there, and what earlier rows did. */
export interface ImportSession<Values extends object> {
  /** The rows in the order in which they are judged: what others depend on first. */
  readonly order: readonly number[]
  /** Reads what judging these rows needs, in a few statements. What earlier rows wrote is in the database by then. */
  load(rows: readonly ImportRow<Values>[]): Promise<void>
  judge(row: ImportRow<Values>): Judgement
  /** What else is wrong with single cells of a row that cannot be judged because others say nothing: so that all of it is told at once. */
  otherCells?(row: ImportRow<Values>): readonly Issue[]
  /** A row that was refused after it was judged, so that rows which depend on it can say so. */
  refuse(row: number): void
  /** Versions of facts as they were loaded, by id. */
  version(factId: string): number | null
  /** Reads the rows of this fact anew, after they were written. */
  refresh(factId: string): Promise<void>
}

export interface ImportScope {
  /** The installation's keys, for what is kept sealed. */
  readonly keys: Keys
  readonly countyCode: string
  readonly today: IsoDate
}

/** A kind of import: its columns, and how its rows are judged. Reading, checking, writing, progress and messages are the same for all. */
export interface ImportKindDefinition<Values extends object> {
  readonly columns: FileColumns<Values>
  /** Fields that say personal numbers. Their cells, and long numbers wherever they stand, are kept sealed and shown masked. */
  readonly personal?: readonly (keyof Values & string)[]
  /** What its files are read as. Of a document, cells are in the order of the columns, and what else it says stands behind them. */
  readonly form?: FileForm
  /** The field at which an issue is told whose path is another word of the domain. */
  readonly fieldOf: Readonly<Record<string, keyof Values & string>>
  /** Fields that say what a row is about: `begin` gets them of all rows, so that it knows the order and what to lock. */
  readonly keyFields: readonly (keyof Values & string)[]
  /** Issues of the columns themselves: what a file cannot be without. */
  columnIssues(fields: ReadonlySet<string>): Issue[]
  begin(reader: Reader, scope: ImportScope, outline: readonly ImportRow<Values>[]): Promise<ImportSession<Values>>
}

/** A kind of import whose values do not matter to the one who has it. */
export type AnyImport = ImportKindDefinition<Readonly<Record<string, unknown>>>
