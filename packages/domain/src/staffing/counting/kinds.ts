/** What counting needs to know of a kind of appointment. */
export interface CountedKind {
  /** The person belongs to the institution: a primary appointment, or that of a rehired person. */
  readonly home: boolean
  /** The person works at the host while it lasts. */
  readonly movesWork: boolean
}

const HOME: CountedKind = { home: true, movesWork: false }
const MOVES: CountedKind = { home: false, movesWork: true }
const BESIDE: CountedKind = { home: false, movesWork: false }

const KINDS: Readonly<Record<string, CountedKind>> = {
  PRIMARY: HOME,
  REHIRED: HOME,
  SECONDED_LEADERSHIP: MOVES,
  LOANED: MOVES,
  POSTED_DOWN: MOVES,
  SUPPORTING: MOVES,
  ROTATION: MOVES,
  STUDYING: MOVES,
}

/** How appointments of a kind count. */
export function countedKind(kind: string): CountedKind {
  return KINDS[kind] ?? BESIDE
}
