import type { Decimal } from '../../decimal.ts'
import type { Counted } from './head-count.ts'
import { fullTimeEquivalents, WHOLE } from './shares.ts'

/** A person at a place where the three rules do not say the same. */
export interface HeadCountDifference {
  readonly personId: string
  readonly institutionId: string | null
  readonly home: 0 | 1
  readonly host: 0 | 1
  readonly fte: Decimal
  /** By the host rule less by the home rule: −1 where the person left from, 1 where the person came to. */
  readonly hostLessHome: number
  /** Full-time equivalents less the home rule. */
  readonly fteLessHome: Decimal
}

/** Where the three counts differ, person by person and place by place. Over all places, those outside included, each difference comes to zero. */
export function differencesOf(counted: readonly Counted[]): HeadCountDifference[] {
  return counted.flatMap(({ personId, places }) =>
    places
      .filter(({ home, host, fte }) => home !== host || fte !== home * WHOLE)
      .map(({ institutionId, home, host, fte }) => ({
        personId,
        institutionId,
        home,
        host,
        fte: fullTimeEquivalents(fte),
        hostLessHome: host - home,
        fteLessHome: fullTimeEquivalents(fte - home * WHOLE),
      })),
  )
}
