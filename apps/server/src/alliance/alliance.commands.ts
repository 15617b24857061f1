import { v7 as newId } from 'uuid'

import { lockInstitutions } from '@yilian/database/changes.ts'
import { writeTimeline } from '@yilian/database/dated.ts'
import { refreshSearch } from '@yilian/database/search.ts'
import type { AllianceKind } from '@yilian/domain/alliance-kind.ts'
import { allianceIssues, type AllianceStage, type AllianceValue } from '@yilian/domain/alliance.ts'
import { changeFrom, endFrom, notInForceIssues, stretchIssues } from '@yilian/domain/dated.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { institutionCodeIssues } from '@yilian/domain/institution.ts'
import { issue } from '@yilian/domain/issue.ts'
import type { MembershipRole } from '@yilian/domain/membership-role.ts'
import { membershipIssues, type MembershipValue } from '@yilian/domain/membership.ts'
import { earlierEnd, isPeriod, union, type Period } from '@yilian/domain/period.ts'

import { keptSource, periodOfInput } from '../command/belonging.ts'
import { claimIdentity } from '../command/identity.ts'
import { institutionKnown } from '../command/known.ts'
import { refuseOn, type CommandBody, type CommandInput } from '../command/run-command.ts'
import { THINGS } from '../command/things.ts'
import { writeVacancy } from '../lead/vacancy.ts'
import { cited, writeMembership } from '../membership/membership.commands.ts'
import { membershipsForRules } from '../membership/membership.queries.ts'
import { lockAlliance, rewriteBelongings } from './alliance-rows.ts'

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
    else if (input.leadVacancyReason?.trim()) await writeVacancy(trx, change, alliance.id, input.leadVacancyReason, period, input)
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
    await rewriteBelongings(trx, change, alliance.id, (rows) => endFrom(rows, input.effectiveOn))
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

/**
 * 更正医共体记录: the alliance's own timeline as it truly was. What began on its first day or ended on its last moves with these, and
 * what lies outside is cut off.
 */
export const correctAlliance =
  (input: CorrectAlliance): CommandBody =>
  async (trx, begin) => {
    const { alliance, stretches } = await lockAlliance(trx, input)
    if (input.stretches.length === 0) refuseOn([issue('stretches', 'REQUIRED')])
    const desired = input.stretches.map((one) => {
      return {
        name: one.name.trim(),
        stage: one.stage,
        specialty: one.specialty ?? null,
        purpose: one.purpose ?? null,
        ...keptSource(stretches, one.validFrom),
        ...cited(input),
        ...periodOfInput(one),
      }
    })
    refuseOn([
      ...stretchIssues(desired),
      ...desired.flatMap((one, at) => allianceIssues(one).map((found) => ({ ...found, path: `stretches.${at}.${found.path}` }))),
    ])
    const change = await begin()
    await writeTimeline(trx, change, 'ALLIANCE', alliance.id, {}, desired)
    if (stretches.length > 0) await rewriteBelongings(trx, change, alliance.id, movedWith(whole(stretches), whole(desired)))
    await refreshSearch(trx, 'ALLIANCE', [alliance.id])
  }

/**
 * The alliance was founded or ended on another day than recorded: what began or ended with it did so too, and nothing of it is left
 * on days on which it did not exist.
 */
function movedWith(before: Period, after: Period) {
  return <R extends Period>(rows: readonly R[]): R[] =>
    rows
      .map((row) => ({
        ...row,
        validFrom: row.validFrom === before.validFrom || row.validFrom < after.validFrom ? after.validFrom : row.validFrom,
        validTo: row.validTo === before.validTo ? after.validTo : earlierEnd(row.validTo, after.validTo),
      }))
      .filter(isPeriod)
}

/** The first day to the last of a timeline. */
function whole(stretches: readonly Period[]): Period {
  const parts = union(stretches)
  return { validFrom: parts[0]!.validFrom, validTo: parts.at(-1)!.validTo }
}

function membershipAs(role: MembershipRole, input: CommandInput): MembershipValue {
  return { role, legalPersonKept: null, documentId: input.documentId ?? null, source: null, sourceNote: null }
}
