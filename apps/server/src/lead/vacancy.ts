import { v7 as newId } from 'uuid'

import type { Change } from '@yilian/database/changes.ts'
import { writeTimeline } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import { issue } from '@yilian/domain/issue.ts'
import type { Period } from '@yilian/domain/period.ts'

import { refuseOn, type CommandInput } from '../command/run-command.ts'

/** Declares the place of the lead vacant on these days. Refuses a reason that is too long. */
export async function writeVacancy(
  trx: Db,
  change: Change,
  allianceId: string,
  reason: string,
  days: Period,
  input: CommandInput,
): Promise<void> {
  if (reason.length > 500) refuseOn([issue('vacancyReason', 'TOO_LONG', { max: 500 })])
  const value = { reason: reason.trim(), documentId: input.documentId ?? null, source: null, sourceNote: null }
  await writeTimeline(trx, change, 'LEAD_VACANCY', newId(), { allianceId }, [{ ...value, ...days }])
}
