import { v7 as newId } from 'uuid'

import { lockAlliances, lockInstitutions, type Change } from '@yilian/database/changes.ts'
import { factRows, writeTimeline, type FactRow } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import { factTable, type DatedFactKind } from '@yilian/database/facts.ts'
import { refreshSearch } from '@yilian/database/search.ts'
import type { AllianceKind } from '@yilian/domain/alliance-kind.ts'
import { allianceIssues, type Alliance, type AllianceStage, type AllianceValue } from '@yilian/domain/alliance.ts'
import { changeFrom, endFrom, notInForceIssues, stretchIssues, type DatedRow } from '@yilian/domain/dated.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { institutionCodeIssues } from '@yilian/domain/institution.ts'
import { issue } from '@yilian/domain/issue.ts'
import type { LeadVacancy } from '@yilian/domain/lead-dispute.ts'
import type { MembershipRole } from '@yilian/domain/membership-role.ts'
import { membershipIssues, type Membership, type MembershipValue } from '@yilian/domain/membership.ts'
import { covers } from '@yilian/domain/period.ts'

import { claimIdentity } from '../command/identity.ts'
import { allianceKnown, institutionKnown, type AllianceKnown } from '../command/known.ts'
import { refuseOn, requireVersion, type CommandBody, type CommandInput } from '../command/run-command.ts'
import { THINGS } from '../command/things.ts'
import { cited, writeMembership } from '../membership/membership.commands.ts'
import { membershipsForRules } from '../membership/membership.queries.ts'

export interface CreateAlliance extends CommandInput {
  readonly name: string
  readonly kind: AllianceKind
  readonly countyCode: string
  readonly code?: string | null | undefined
  readonly stage?: AllianceStage | null | undefined
  readonly specialty?: string | null | undefined
  readonly purpose?: string | null | undefined
  readonly leadId?: string | null | undefined
  readonly leadVacancyReason?: string | null | undefined
  readonly effectiveOn: IsoDate
}

/** 成立医共体: from the effective day it exists, with its lead or with the place declared vacant. */
export const createAlliance =
  (input: CreateAlliance): CommandBody =>
  async (trx, begin) => {
    const value: AllianceValue = {
      name: input.name.trim(),
      stage: input.stage ?? 'OPERATING',
      specialty: input.specialty ?? null,
      purpose: input.purpose ?? null,
      documentId: input.documentId ?? null,
      source: null,
      sourceNote: null,
    }
    refuseOn([...allianceIssues(value), ...(input.code ? institutionCodeIssues(input.code) : [])])
    const county = await trx.selectFrom('region').select('code').where('code', '=', `${input.countyCode}000000`).executeTakeFirst()
    if (!county) refuseOn([issue('countyCode', 'NOT_FOUND', { thing: THINGS.county, value: input.countyCode })])
    const period = { validFrom: input.effectiveOn, validTo: null }
    const { countyCode, kind } = input
    const alliance = { id: await claimIdentity(trx, 'alliance', { code: input.code ?? null, countyCode, kind }, 'code'), kind }
    if (input.leadId) {
      await lockInstitutions(trx, [input.leadId])
      const lead = await institutionKnown(trx, input.leadId, 'leadId')
      const draft = {
        ...period,
        id: null,
        allianceId: alliance.id,
        allianceKind: input.kind,
        role: 'LEAD' as const,
        institutionName: lead.name,
        category: lead.category,
      }
      refuseOn(membershipIssues(draft, await membershipsForRules(trx, lead.id)).map((one) => ({ ...one, path: 'leadId' })))
    }
    const change = await begin()
    await writeTimeline(trx, change, 'ALLIANCE', alliance.id, {}, [{ ...value, ...period }])
    if (input.leadId) await writeMembership(trx, change, newId(), alliance, input.leadId, [{ ...membershipAs('LEAD', input), ...period }])
    else if (input.leadVacancyReason?.trim()) await writeVacancy(trx, change, alliance.id, input.leadVacancyReason, input)
    await refreshSearch(trx, 'ALLIANCE', [alliance.id])
  }

export interface AllianceCommand extends CommandInput {
  readonly allianceId: string
  readonly baseVersion: number
  readonly effectiveOn: IsoDate
}
export interface ReviseAlliance extends AllianceCommand {
  readonly name: string
  readonly stage: AllianceStage
  readonly specialty?: string | null | undefined
  readonly purpose?: string | null | undefined
}

/** 变更医共体信息: from the effective day its name, stage, specialty and purpose are these. */
export const reviseAlliance =
  (input: ReviseAlliance): CommandBody =>
  async (trx, begin) => {
    const { alliance, stretches } = await lockAlliance(trx, input)
    const patch = { name: input.name.trim(), stage: input.stage, specialty: input.specialty ?? null, purpose: input.purpose ?? null }
    refuseOn([...notInForceIssues(stretches, input.effectiveOn), ...allianceIssues(patch)])
    const change = await begin()
    await writeTimeline(
      trx,
      change,
      'ALLIANCE',
      alliance.id,
      {},
      changeFrom<AllianceValue>(stretches, input.effectiveOn, { ...patch, ...cited(input) }),
    )
    await refreshSearch(trx, 'ALLIANCE', [alliance.id])
  }

/** 撤销医共体: from the effective day it no longer exists; memberships and all that belongs to it end with it. */
export const dissolveAlliance =
  (input: AllianceCommand): CommandBody =>
  async (trx, begin) => {
    const { alliance, stretches } = await lockAlliance(trx, input)
    refuseOn(notInForceIssues(stretches, input.effectiveOn))
    const change = await begin()
    await endAll(trx, change, alliance, input.effectiveOn)
    await writeTimeline(trx, change, 'ALLIANCE', alliance.id, {}, endFrom(stretches, input.effectiveOn))
  }

export interface CorrectAlliance extends CommandInput {
  readonly allianceId: string
  readonly baseVersion: number
  readonly stretches: readonly {
    name: string
    stage: AllianceStage
    specialty?: string | null | undefined
    purpose?: string | null | undefined
    validFrom: IsoDate
    validTo?: IsoDate | null | undefined
  }[]
}

/** 更正医共体记录: the alliance's own timeline as it truly was. Memberships outside it must be corrected first. */
export const correctAlliance =
  (input: CorrectAlliance): CommandBody =>
  async (trx, begin) => {
    const { alliance, stretches } = await lockAlliance(trx, input)
    if (input.stretches.length === 0) refuseOn([issue('stretches', 'REQUIRED')])
    const desired = input.stretches.map((one) => {
      const before = stretches.find((row) => covers(row, one.validFrom)) ?? stretches[0]
      const kept = { documentId: before?.documentId ?? null, source: before?.source ?? null, sourceNote: before?.sourceNote ?? null }
      return {
        name: one.name.trim(),
        stage: one.stage,
        specialty: one.specialty ?? null,
        purpose: one.purpose ?? null,
        ...kept,
        ...cited(input),
        validFrom: one.validFrom,
        validTo: one.validTo ?? null,
      }
    })
    refuseOn([
      ...stretchIssues(desired),
      ...desired.flatMap((one, at) => allianceIssues(one).map((found) => ({ ...found, path: `stretches.${at}.${found.path}` }))),
    ])
    const change = await begin()
    await writeTimeline(trx, change, 'ALLIANCE', alliance.id, {}, desired)
    await refreshSearch(trx, 'ALLIANCE', [alliance.id])
  }

export interface ChangeLead extends AllianceCommand {
  /** Null leaves the place vacant for `vacancyReason`. */
  readonly leadId?: string | null | undefined
  readonly vacancyReason?: string | null | undefined
  /** What the former lead is from then on; null: it leaves. */
  readonly formerLeadRole?: MembershipRole | null | undefined
}

/** 更换牵头单位: the alliance stays the same, another institution (or nobody, for a reason) leads it from the effective day. */
export const changeLead =
  (input: ChangeLead): CommandBody =>
  async (trx, begin) => {
    const former = await trx
      .selectFrom('membership')
      .select('institutionId')
      .distinct()
      .where('allianceId', '=', input.allianceId)
      .where('role', '=', 'LEAD')
      .where('recordedTo', 'is', null)
      .execute()
    const { alliance } = await lockAlliance(trx, input, [
      ...former.map(({ institutionId }) => institutionId),
      ...(input.leadId ? [input.leadId] : []),
    ])
    if (!input.leadId && !input.vacancyReason?.trim() && alliance.rules.leadRequired) refuseOn([issue('vacancyReason', 'REQUIRED')])
    if (input.formerLeadRole === 'LEAD') refuseOn([issue('formerLeadRole', 'REQUIRED')])
    const members = await rowsOfAlliance<Membership>(trx, 'membership', alliance.id)
    const leading = members.find((one) => one.role === 'LEAD' && covers(one, input.effectiveOn))
    if (leading && leading.institutionId === input.leadId) refuseOn([issue('leadId', 'NOTHING_CHANGES')])
    const change = await begin()
    if (leading) await writeMembership(trx, change, leading.id, alliance, leading.institutionId, withoutLead(members, leading.id, input))
    await endVacancies(trx, change, alliance.id, input.effectiveOn)
    if (input.leadId) await installLead(trx, change, alliance, input.leadId, input, members)
    else if (input.vacancyReason?.trim()) await writeVacancy(trx, change, alliance.id, input.vacancyReason, input)
  }

// The former lead takes the other role for as long as it was to lead, or leaves.
function withoutLead(members: readonly Membership[], id: string, input: ChangeLead) {
  const own = members.filter((one) => one.id === id)
  return input.formerLeadRole
    ? changeFrom<MembershipValue>(own, input.effectiveOn, { role: input.formerLeadRole, ...cited(input) })
    : endFrom(own, input.effectiveOn)
}

async function installLead(
  trx: Db,
  change: Change,
  alliance: AllianceKnown,
  leadId: string,
  input: ChangeLead,
  members: readonly Membership[],
): Promise<void> {
  const lead = await institutionKnown(trx, leadId, 'leadId')
  const own = members.find((one) => one.institutionId === leadId && covers(one, input.effectiveOn))
  const draft = {
    validFrom: input.effectiveOn,
    validTo: own?.validTo ?? null,
    id: own?.id ?? null,
    allianceId: alliance.id,
    allianceKind: alliance.kind,
    role: 'LEAD' as const,
    institutionName: lead.name,
    category: lead.category,
  }
  refuseOn(membershipIssues(draft, await membershipsForRules(trx, lead.id)).map((one) => ({ ...one, path: 'leadId' })))
  if (own) {
    const rows = members.filter(({ id }) => id === own.id)
    await writeMembership(
      trx,
      change,
      own.id,
      alliance,
      leadId,
      changeFrom<MembershipValue>(rows, input.effectiveOn, { role: 'LEAD', ...cited(input) }),
    )
  } else
    await writeMembership(trx, change, newId(), alliance, leadId, [
      { ...membershipAs('LEAD', input), validFrom: input.effectiveOn, validTo: null },
    ])
}

async function endVacancies(trx: Db, change: Change, allianceId: string, from: IsoDate): Promise<void> {
  const vacancies = await rowsOfAlliance<LeadVacancy>(trx, 'leadVacancy', allianceId)
  for (const [id, rows] of Map.groupBy(vacancies, (row) => row.id))
    await writeTimeline(trx, change, 'LEAD_VACANCY', id, { allianceId }, endFrom(rows, from))
}

async function writeVacancy(
  trx: Db,
  change: Change,
  allianceId: string,
  reason: string,
  input: CommandInput & { effectiveOn: IsoDate },
): Promise<void> {
  if (reason.length > 500) refuseOn([issue('vacancyReason', 'TOO_LONG', { max: 500 })])
  const value = { reason: reason.trim(), documentId: input.documentId ?? null, source: null, sourceNote: null }
  await writeTimeline(trx, change, 'LEAD_VACANCY', newId(), { allianceId }, [{ ...value, validFrom: input.effectiveOn, validTo: null }])
}

type BelongingTable = 'membership' | 'leadVacancy' | 'leadDispute' | 'unifiedManagement' | 'sharedService'

const BELONGING: Readonly<Partial<Record<DatedFactKind, BelongingTable>>> = {
  MEMBERSHIP: 'membership',
  LEAD_VACANCY: 'leadVacancy',
  LEAD_DISPUTE: 'leadDispute',
  UNIFIED_MANAGEMENT: 'unifiedManagement',
  SHARED_SERVICE: 'sharedService',
}

async function endAll(trx: Db, change: Change, alliance: AllianceKnown, from: IsoDate): Promise<void> {
  for (const [fact, table] of Object.entries(BELONGING) as [DatedFactKind, BelongingTable][]) {
    const rows = await rowsOfAlliance<FactRow>(trx, table, alliance.id)
    for (const [id, own] of Map.groupBy(rows, (row) => row.id)) {
      const keys = Object.fromEntries(factTable(fact).keys.map((key) => [key, own[0]?.[key] ?? null]))
      await writeTimeline(trx, change, fact, id, keys, endFrom(own, from))
    }
  }
}

async function rowsOfAlliance<R extends DatedRow>(trx: Db, table: BelongingTable, allianceId: string): Promise<R[]> {
  const rows = await trx
    .selectFrom(table)
    .selectAll()
    .where('allianceId', '=', allianceId)
    .where('recordedTo', 'is', null)
    .orderBy('validFrom')
    .execute()
  return rows as DatedRow[] as R[]
}

async function lockAlliance(
  trx: Db,
  { allianceId, baseVersion }: { allianceId: string; baseVersion: number },
  institutions: readonly string[] = [],
) {
  await lockAlliances(trx, [allianceId])
  await lockInstitutions(trx, institutions)
  const alliance = await allianceKnown(trx, allianceId, 'allianceId')
  await requireVersion(trx, 'ALLIANCE', allianceId, baseVersion)
  return { alliance, stretches: await factRows<Alliance>(trx, 'ALLIANCE', [allianceId]) }
}

function membershipAs(role: MembershipRole, input: CommandInput): MembershipValue {
  return { role, legalPersonKept: null, documentId: input.documentId ?? null, source: null, sourceNote: null }
}
