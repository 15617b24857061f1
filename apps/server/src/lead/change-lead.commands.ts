import { v7 as newId } from 'uuid'

import { writeTimeline, type FactRow } from '@yilian/database/dated.ts'
import type { Change } from '@yilian/database/changes.ts'
import type { Db } from '@yilian/database/db.ts'
import { endFrom, overlay, type Stretch } from '@yilian/domain/dated.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { issue } from '@yilian/domain/issue.ts'
import type { LeadVacancy, LeadVacancyValue } from '@yilian/domain/lead-dispute.ts'
import type { MembershipRole } from '@yilian/domain/membership-role.ts'
import { membershipIssues, type Membership, type MembershipValue } from '@yilian/domain/membership.ts'
import { covers, earlierEnd, type Period } from '@yilian/domain/period.ts'

import { lockAlliance, rowsOfAlliance } from '../alliance/alliance-rows.ts'
import { allianceDaysFrom, institutionKnown, type AllianceKnown } from '../command/known.ts'
import { refuseOn, type CommandBody, type CommandInput } from '../command/run-command.ts'
import { cited, writeMembership } from '../membership/membership.commands.ts'
import { membershipsForRules } from '../membership/membership.queries.ts'
import { writeVacancy } from './vacancy.ts'

export interface ChangeLead extends CommandInput {
  readonly allianceId: string
  readonly baseVersion: number
  readonly effectiveOn: IsoDate
  /** Null leaves the place vacant for `vacancyReason`. */
  readonly leadId?: string | null | undefined
  readonly vacancyReason?: string | null | undefined
  /** What the former lead is from then on; null: it leaves. */
  readonly formerLeadRole?: MembershipRole | null | undefined
}

/**
 * 更换牵头单位: the alliance stays the same, another institution (or nobody, for a reason) leads it from the effective day, until
 * the next change of lead that is planned already, or the end of the alliance.
 */
export const changeLead =
  (input: ChangeLead): CommandBody =>
  async (trx, begin) => {
    const { alliance } = await lockAlliance(trx, input, [
      ...(await leadIds(trx, input.allianceId)),
      ...(input.leadId ? [input.leadId] : []),
    ])
    if (!input.leadId && !input.vacancyReason?.trim() && alliance.rules.leadRequired) refuseOn([issue('vacancyReason', 'REQUIRED')])
    if (input.formerLeadRole === 'LEAD') refuseOn([issue('formerLeadRole', 'REQUIRED')])
    const members = await rowsOfAlliance<Membership>(trx, 'membership', alliance.id)
    const vacancies = await rowsOfAlliance<LeadVacancy & FactRow>(trx, 'leadVacancy', alliance.id)
    const leading = members.find((one) => one.role === 'LEAD' && covers(one, input.effectiveOn))
    const days = await daysToLead(
      trx,
      alliance,
      members.filter(({ id }) => id !== leading?.id),
      vacancies,
      input.effectiveOn,
    )
    if (leading && leading.institutionId === input.leadId) refuseOn([issue('leadId', 'NOTHING_CHANGES')])
    const change = await begin()
    if (leading) await writeMembership(trx, change, leading.id, alliance, leading.institutionId, withoutLead(members, leading.id, input))
    await endVacancy(trx, change, vacancies, input.effectiveOn)
    if (input.leadId) await installLead(trx, change, alliance, input.leadId, days, members, input)
    else if (input.vacancyReason?.trim()) await writeVacancy(trx, change, alliance.id, input.vacancyReason, days, input)
  }

async function leadIds(trx: Db, allianceId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('membership')
    .select('institutionId')
    .distinct()
    .where('allianceId', '=', allianceId)
    .where('role', '=', 'LEAD')
    .where('recordedTo', 'is', null)
    .execute()
  return rows.map(({ institutionId }) => institutionId)
}

/** From the day on, while the alliance exists and until another lead or a vacancy is planned. */
async function daysToLead(
  trx: Db,
  alliance: AllianceKnown,
  others: readonly Membership[],
  vacancies: readonly Period[],
  from: IsoDate,
): Promise<Period> {
  const days = await allianceDaysFrom(trx, alliance, from)
  const planned = [...others.filter(({ role }) => role === 'LEAD'), ...vacancies]
    .map(({ validFrom }) => validFrom)
    .filter((day) => day > from)
  return { validFrom: from, validTo: planned.reduce(earlierEnd, days.validTo) }
}

// The former lead takes the other role for as long as it was to lead, or leaves.
function withoutLead(members: readonly Membership[], id: string, input: ChangeLead): Stretch<MembershipValue>[] {
  const own = members.filter((one) => one.id === id)
  const role = input.formerLeadRole
  if (!role) return endFrom<MembershipValue>(own, input.effectiveOn)
  return changedWithin(own, { validFrom: input.effectiveOn, validTo: null }, (one) => one.role === 'LEAD', { role, ...cited(input) })
}

async function installLead(
  trx: Db,
  change: Change,
  alliance: AllianceKnown,
  leadId: string,
  days: Period,
  members: readonly Membership[],
  input: ChangeLead,
): Promise<void> {
  const lead = await institutionKnown(trx, leadId, 'leadId')
  const there = members.filter(({ institutionId }) => institutionId === leadId)
  const inForce = there.find((one) => covers(one, days.validFrom))
  // One that is planned to lead from the very day on leads earlier: the same membership.
  const id = (inForce ?? there.find((one) => one.role === 'LEAD' && one.validFrom === days.validTo))?.id ?? null
  const own = there.filter((one) => one.id === id)
  const value = {
    role: 'LEAD' as const,
    legalPersonKept: own[0]?.legalPersonKept ?? null,
    documentId: input.documentId ?? null,
    source: null,
    sourceNote: null,
  }
  const desired = inForce ? changedWithin(own, days, () => true, { role: 'LEAD', ...cited(input) }) : [...own, { ...value, ...days }]
  const leads = desired.filter((one) => one.role === 'LEAD' && (one.validTo === null || one.validTo > days.validFrom))
  const draft = { id, allianceId: alliance.id, allianceKind: alliance.kind, institutionName: lead.name, category: lead.category }
  const others = await membershipsForRules(trx, lead.id)
  refuseOn(
    leads
      .flatMap((one) => membershipIssues({ ...draft, role: 'LEAD', validFrom: one.validFrom, validTo: one.validTo }, others))
      .map((found) => ({ ...found, path: 'leadId' })),
  )
  await writeMembership(trx, change, id ?? newId(), alliance, leadId, desired)
}

/** The vacancy of the day ends; one that is planned for later stays planned. */
async function endVacancy(trx: Db, change: Change, vacancies: readonly (LeadVacancy & FactRow)[], from: IsoDate): Promise<void> {
  const open = vacancies.find((one) => covers(one, from))
  if (!open) return
  const own = vacancies.filter(({ id }) => id === open.id)
  const desired = own.flatMap((one) => (one === open ? endFrom<LeadVacancyValue>([one], from) : [one]))
  await writeTimeline(trx, change, 'LEAD_VACANCY', open.id, { allianceId: open.allianceId }, desired)
}

/** A timeline in which the stretches that qualify take the patch within the days. */
function changedWithin(
  rows: readonly Stretch<MembershipValue>[],
  days: Period,
  qualifies: (one: Stretch<MembershipValue>) => boolean,
  patch: Partial<MembershipValue>,
): Stretch<MembershipValue>[] {
  return rows.flatMap((one) => (qualifies(one) ? overlay<MembershipValue>([one], days, patch) : [one]))
}
