/** What most facts say of where they come from. */
export interface Cited {
  /** The document they are based on. */
  readonly documentId: string | null
  /** Where it was read, e.g. 报告 000 行2. */
  readonly source: string | null
  /** What the source does not say: a name put together, a day assumed, a value derived. */
  readonly sourceNote: string | null
}
