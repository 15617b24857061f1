import { v7 as newId } from 'uuid'

import { lockAlliances, lockInstitutions, type Change } from '@yilian/database/changes.ts'
import { factRows, writeTimeline } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import type { AllianceKind } from '@yilian/domain/alliance-kind.ts'
import { changeFrom, endFrom, notInForceIssues, stretchIssues, type Stretch } from '@yilian/domain/dated.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { issue } from '@yilian/domain/issue.ts'
import type { MembershipRole } from '@yilian/domain/membership-role.ts'
import { exclusiveGroupOf, membershipIssues, type Membership, type MembershipValue } from '@yilian/domain/membership.ts'
import { covers, overlaps } from '@yilian/domain/period.ts'

import { allianceKnown, institutionKnown, membershipKnown } from '../command/known.ts'
import { refuseOn, requireVersion, type CommandBody, type CommandInput } from '../command/run-command.ts'
import { keepWithinMembership } from '../unified-management/member-days.ts'
import { membershipsForRules } from './membership.queries.ts'

export interface AdmitMember extends CommandInput {
  readonly allianceId: string
  readonly institutionId: string
  readonly role: MembershipRole
  readonly legalPersonKept?: boolean | null | undefined
  /** The first day it is no longer a member, when known from the start. */
  readonly until?: IsoDate | null | undefined
  readonly baseVersion: number
  readonly effectiveOn: IsoDate
}

/** 纳入成员: from the effective day the institution is in the alliance. Based on the alliance. */
export const admitMember =
  (input: AdmitMember): CommandBody =>
  async (trx, begin) => {
    await lockAlliances(trx, [input.allianceId])
    await lockInstitutions(trx, [input.institutionId])
    const alliance = await allianceKnown(trx, input.allianceId, 'allianceId')
    await requireVersion(trx, 'ALLIANCE', alliance.id, input.baseVersion)
    const institution = await institutionKnown(trx, input.institutionId, 'institutionId')
    const period = { validFrom: input.effectiveOn, validTo: input.until ?? null }
    const draft = {
      ...period,
      id: null,
      allianceId: alliance.id,
      allianceKind: alliance.kind,
      role: input.role,
      institutionName: institution.name,
      category: institution.category,
    }
    refuseOn(membershipIssues(draft, await membershipsForRules(trx, institution.id)))
    const change = await begin()
    await writeMembership(trx, change, newId(), alliance, institution.id, [
      { ...value(input, input.role, input.legalPersonKept ?? null), ...period },
    ])
  }

export interface WithdrawMember extends CommandInput {
  readonly membershipId: string
  readonly baseVersion: number
  readonly effectiveOn: IsoDate
}

/** 退出: from the effective day the institution is no longer in the alliance; what was planned later is cancelled. */
export const withdrawMember =
  (input: WithdrawMember): CommandBody =>
  async (trx, begin) => {
    const { membership, alliance, institution, stretches } = await lockMembership(trx, input)
    const leaving = stretches.find((one) => covers(one, input.effectiveOn))
    refuseOn(notInForceIssues(stretches, input.effectiveOn))
    if (leaving?.role === 'LEAD' && alliance.rules.leadRequired)
      refuseOn([issue('effectiveOn', 'LEAVES_LEAD', { institution: institution.name, alliance: alliance.name })])
    const change = await begin()
    await writeMembership(trx, change, membership.id, alliance, institution.id, endFrom(stretches, input.effectiveOn))
  }

export interface TransferMember extends WithdrawMember {
  readonly toAllianceId: string
  readonly role?: MembershipRole | null | undefined
}

/** 调整到…: leaves one alliance and joins another on the same day, in one transaction. */
export const transferMember =
  (input: TransferMember): CommandBody =>
  async (trx, begin) => {
    const { membership, alliance, institution, stretches } = await lockMembership(trx, input, [input.toAllianceId])
    const target = await allianceKnown(trx, input.toAllianceId, 'toAllianceId')
    if (target.id === alliance.id)
      refuseOn([issue('toAllianceId', 'SAME_ALLIANCE', { institution: institution.name, alliance: alliance.name })])
    const leaving = stretches.find((one) => covers(one, input.effectiveOn))
    refuseOn(notInForceIssues(stretches, input.effectiveOn))
    if (leaving?.role === 'LEAD' && alliance.rules.leadRequired)
      refuseOn([issue('effectiveOn', 'LEAVES_LEAD', { institution: institution.name, alliance: alliance.name })])
    const role = input.role ?? leaving?.role ?? 'MEMBER'
    const period = { validFrom: input.effectiveOn, validTo: null }
    const others = (await membershipsForRules(trx, institution.id)).flatMap((one) =>
      one.id === membership.id ? endFrom([one], input.effectiveOn) : [one],
    )
    refuseOn(
      membershipIssues(
        {
          ...period,
          id: null,
          allianceId: target.id,
          allianceKind: target.kind,
          role,
          institutionName: institution.name,
          category: institution.category,
        },
        others,
      ),
    )
    const change = await begin()
    await writeMembership(trx, change, membership.id, alliance, institution.id, endFrom(stretches, input.effectiveOn))
    await writeMembership(trx, change, newId(), target, institution.id, [
      { ...value(input, role, leaving?.legalPersonKept ?? null), ...period },
    ])
  }

export interface ChangeRole extends WithdrawMember {
  readonly role: MembershipRole
}

/** 变更角色: from the effective day it is something else in the same alliance. */
export const changeRole =
  (input: ChangeRole): CommandBody =>
  async (trx, begin) => {
    const { membership, alliance, institution, stretches } = await lockMembership(trx, input)
    refuseOn(notInForceIssues(stretches, input.effectiveOn))
    const desired = changeFrom(stretches, input.effectiveOn, { role: input.role, ...cited(input) })
    await judge(trx, membership, alliance, institution, desired)
    const change = await begin()
    await writeMembership(trx, change, membership.id, alliance, institution.id, desired)
  }

export interface CorrectMembership extends CommandInput {
  readonly membershipId: string
  readonly baseVersion: number
  /** The whole timeline as it truly was; empty: it never was a member. */
  readonly stretches: readonly {
    role: MembershipRole
    legalPersonKept?: boolean | null | undefined
    validFrom: IsoDate
    validTo?: IsoDate | null | undefined
  }[]
}

/** 更正: the membership's timeline as it truly was. What was known before stays readable as known then. */
export const correctMembership =
  (input: CorrectMembership): CommandBody =>
  async (trx, begin) => {
    const { membership, alliance, institution, stretches } = await lockMembership(trx, input)
    const desired = input.stretches.map(({ role, legalPersonKept, validFrom, validTo }) => {
      const before = stretches.find((one) => one.role === role && covers(one, validFrom)) ?? stretches.find((one) => one.role === role)
      const kept = before
        ? { documentId: before.documentId, source: before.source, sourceNote: before.sourceNote }
        : { documentId: null, source: null, sourceNote: null }
      return { role, legalPersonKept: legalPersonKept ?? null, ...kept, ...cited(input), validFrom, validTo: validTo ?? null }
    })
    refuseOn(stretchIssues(desired))
    await judge(trx, membership, alliance, institution, desired)
    const change = await begin()
    await writeMembership(trx, change, membership.id, alliance, institution.id, desired)
  }

interface AllianceOfMembership {
  readonly id: string
  readonly kind: AllianceKind
}

/** Writes one membership's timeline, with the group in which it excludes others, which the database guards. */
export async function writeMembership(
  trx: Db,
  change: Change,
  id: string,
  alliance: AllianceOfMembership,
  institutionId: string,
  desired: readonly Stretch<MembershipValue>[],
): Promise<void> {
  await refuseSecondLead(trx, id, alliance.id, institutionId, desired)
  const rows = desired.map((one) => ({ ...one, exclusiveGroup: exclusiveGroupOf(alliance.kind, one.role) }))
  await writeTimeline(trx, change, 'MEMBERSHIP', id, { allianceId: alliance.id, institutionId }, rows)
  await keepWithinMembership(trx, change, alliance.id, institutionId)
}

/** One lead at a time: said here with who leads, before the database refuses the row. */
async function refuseSecondLead(
  trx: Db,
  id: string,
  allianceId: string,
  institutionId: string,
  desired: readonly Stretch<MembershipValue>[],
): Promise<void> {
  const wanted = desired.filter(({ role }) => role === 'LEAD')
  if (wanted.length === 0) return
  const leads = await trx
    .selectFrom('membership')
    .select(['institutionId', 'validFrom', 'validTo'])
    .where('allianceId', '=', allianceId)
    .where('role', '=', 'LEAD')
    .where('recordedTo', 'is', null)
    .where('id', '<>', id)
    .orderBy('validFrom')
    .execute()
  const held = leads.find((lead) => wanted.some((one) => overlaps(one, lead)))
  if (!held) return
  const [alliance, first, second] = [
    await allianceKnown(trx, allianceId, 'allianceId'),
    await institutionKnown(trx, held.institutionId, 'leadId'),
    await institutionKnown(trx, institutionId, 'institutionId'),
  ]
  refuseOn([issue('leadId', 'TWO_LEADS', { alliance: alliance.name, first: first.name, since: held.validFrom, second: second.name })])
}

async function lockMembership(
  trx: Db,
  { membershipId, baseVersion }: { membershipId: string; baseVersion: number },
  otherAlliances: readonly string[] = [],
) {
  const membership = await membershipKnown(trx, membershipId)
  await lockAlliances(trx, [membership.allianceId, ...otherAlliances])
  await lockInstitutions(trx, [membership.institutionId])
  await requireVersion(trx, 'MEMBERSHIP', membershipId, baseVersion)
  const [alliance, institution, stretches] = await Promise.all([
    allianceKnown(trx, membership.allianceId, 'membershipId'),
    institutionKnown(trx, membership.institutionId, 'membershipId'),
    factRows<Membership>(trx, 'MEMBERSHIP', [membershipId]),
  ])
  return { membership, alliance, institution, stretches }
}

async function judge(
  trx: Db,
  membership: { id: string },
  alliance: AllianceOfMembership,
  institution: { id: string; name: string; category: string },
  desired: readonly Stretch<MembershipValue>[],
): Promise<void> {
  const others = await membershipsForRules(trx, institution.id)
  const drafts = desired.map((one) => ({
    ...one,
    id: membership.id,
    allianceId: alliance.id,
    allianceKind: alliance.kind,
    institutionName: institution.name,
    category: institution.category,
  }))
  refuseOn(drafts.flatMap((draft) => membershipIssues(draft, others)))
}

function value(input: CommandInput, role: MembershipRole, legalPersonKept: boolean | null): MembershipValue {
  return { role, legalPersonKept, documentId: input.documentId ?? null, source: null, sourceNote: null }
}

/** The document of a change replaces the one of the stretch; a change that cites none keeps it. */
export function cited(input: CommandInput): { documentId: string } | Record<never, never> {
  return input.documentId ? { documentId: input.documentId } : {}
}
