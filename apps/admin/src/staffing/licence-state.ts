import { addDays, type IsoDate } from '@yilian/domain/day.ts'
import type { Period } from '@yilian/domain/period.ts'

export type LicenceState = 'HELD' | 'EXPIRING' | 'EXPIRED' | 'ENDED' | 'TO_COME'

/** Days before its last one from which a licence is said to run out. */
const SOON = 90

/** How a licence stands on a day. */
export function licenceState(
  { validFrom, validTo, expiresOn }: Period & { readonly expiresOn: IsoDate | null },
  day: IsoDate,
): LicenceState {
  if (validFrom > day) return 'TO_COME'
  if (validTo !== null && validTo <= day) return 'ENDED'
  if (expiresOn === null || expiresOn > addDays(day, SOON)) return 'HELD'
  return expiresOn < day ? 'EXPIRED' : 'EXPIRING'
}
