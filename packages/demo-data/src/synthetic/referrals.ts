import { day } from '@yilian/domain/day.ts'

import { stableId } from '../stable-id.ts'
import { changeOn, isMember, type Alliances, type History } from './history.ts'
import { SYNTHETIC_SOURCE, type SyntheticInstitutions } from './institutions.ts'
import { record } from './ledger.ts'

/** Twelve months of referrals between each township hospital and the hospital at the head of its alliance, as recorded after the year. */
export function recordReferrals(
  history: History,
  { countyLevel, townships }: SyntheticInstitutions,
  { tight }: Alliances,
  year: number,
): void {
  const { ledger, random } = history
  tight.forEach((alliance, at) => {
    // The first alliance has had another lead since 2021.
    const lead = countyLevel[at === 0 ? 5 : at]!
    for (let month = 1; month <= 12; month++) {
      const period = `${year}-${String(month).padStart(2, '0')}`
      const change = changeOn(history, 'recordReferrals', day(`${period}-01`), { recordedOn: day(`${year + 1}-02-01`) })
      for (const township of townships.filter((one) => isMember(history, alliance, one, day(`${period}-01`)))) {
        for (const [direction, fromId, toId] of [
          ['UP', township.id, lead.id],
          ['DOWN', lead.id, township.id],
        ] as const) {
          const id = stableId(`synthetic ${alliance.code} ${period} ${township.code} ${direction}`)
          const count = direction === 'UP' ? 20 + random.int(60) : random.int(30)
          record(
            ledger,
            change,
            'REFERRAL_FLOW',
            id,
            { allianceId: alliance.id, period, fromId, toId, direction },
            { count, documentId: null, source: SYNTHETIC_SOURCE },
          )
        }
      }
    }
  })
}
