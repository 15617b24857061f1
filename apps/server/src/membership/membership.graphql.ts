import { allianceAt, allianceLoader } from '../alliance/alliance.graphql.ts'
import { Alliance } from '../alliance/alliance.ref.ts'
import { baseVersionField, defineCommand } from '../command/command.graphql.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { citedFields, datedFields } from '../graphql/dated-fields.ts'
import { MembershipRoleEnum } from '../graphql/enums.ts'
import { knownArg, loaderFor, momentArgs, momentOf, now } from '../graphql/moment.ts'
import { uuidOf } from '../graphql/node-id.ts'
import { columnsOfFact, columnsRead, NOTHING_SHOWN, shownBelow, type FieldReads, type Shown } from '../graphql/selection.ts'
import { versionOf } from '../graphql/version.ts'
import { bringInstitutions } from '../institution/institution.graphql.ts'
import { institutionAt } from '../institution/institution-loaders.ts'
import { Institution } from '../institution/institution.ref.ts'
import * as commands from './membership.commands.ts'
import {
  memberCounts,
  membershipsByIds,
  membershipsOfAlliances,
  membershipsOfInstitutions,
  membershipTimelinesOfAlliances,
  membershipTimelinesOfInstitutions,
  type ManyMemberships,
  type MembershipRow,
} from './membership.queries.ts'

export const Membership = builder.objectRef<MembershipRow>('Membership')

builder.node(Membership, {
  description: 'One stretch of an institution’s place in an alliance. Stretches with the same `id` are one membership.',
  id: { resolve: ({ id }) => id, parse: uuidOf },
  loadManyWithoutCache: async (ids, context) => {
    const found = await membershipsByIds(context, ids, now(context))
    return ids.map((id) => found.get(id) ?? null)
  },
  fields: (t) => ({
    version: t.int({
      description: 'What commands on it are based on.',
      resolve: ({ id }, _, context) => versionOf(context, 'MEMBERSHIP', id),
    }),
    role: t.field({ type: MembershipRoleEnum, description: 'What the institution is in the alliance.', resolve: ({ role }) => role }),
    legalPersonKept: t.exposeBoolean('legalPersonKept', {
      nullable: true,
      description: 'Whether it keeps its legal-person status; null when not reported.',
    }),
    alliance: t.field({
      type: Alliance,
      description: 'The alliance, at the same moment.',
      resolve: (row, _, context) => allianceAt(context, row, row.allianceId),
    }),
    institution: t.field({
      type: Institution,
      description: 'The institution, at the same moment.',
      resolve: (row, _, context) => institutionAt(context, row, row.institutionId),
    }),
    ...datedFields(t),
    ...citedFields(t),
  }),
})

const READS: FieldReads<MembershipRow> = {
  always: ['id', 'allianceId', 'institutionId', 'role'],
  own: columnsOfFact('MEMBERSHIP'),
  others: {
    id: ['id'],
    version: ['id'],
    alliance: ['allianceId'],
    institution: ['institutionId'],
    change: ['recordedBy'],
    document: ['documentId'],
  },
}

/** The memberships below a thing at a moment, all of a request in one statement, with what the operation shows below them. */
async function membershipsBelow(
  context: Context,
  query: ManyMemberships,
  id: string,
  moment: MembershipRow['moment'],
  shown: Shown = NOTHING_SHOWN,
): Promise<MembershipRow[]> {
  const columns = columnsRead(context, 'Membership', READS)
  const rows = (await loaderFor(context, query.name, moment, (ids) => query(context, ids, moment, columns)).load(id)) ?? []
  const institutions = shown.get('institution')
  await Promise.all([
    institutions &&
      bringInstitutions(
        context,
        { moment },
        rows.map(({ institutionId }) => institutionId),
        institutions(),
      ),
    shown.has('alliance') && allianceLoader(context, { moment }).bring(rows.map(({ allianceId }) => allianceId)),
  ])
  return rows
}

builder.objectFields(Alliance, (t) => ({
  memberships: t.field({
    type: [Membership],
    description: 'Who is in it: supporting institutions, the lead, then members by code.',
    args: momentArgs,
    resolve: (row, args, context, info) => membershipsBelow(context, membershipsOfAlliances, row.id, momentOf(row, args), shownBelow(info)),
  }),
  lead: t.field({
    type: Membership,
    nullable: true,
    description: 'Who leads; null when nobody does.',
    resolve: async (row, _, context) =>
      (await membershipsBelow(context, membershipsOfAlliances, row.id, row.moment)).find(({ role }) => role === 'LEAD') ?? null,
  }),
  memberCount: t.int({
    description: 'How many lead or belong to it; supporters from outside are not counted.',
    resolve: async (row, _, context) =>
      (await loaderFor(context, 'memberCounts', row.moment, (ids) => memberCounts(context, ids, row.moment)).load(row.id)) ?? 0,
  }),
  membershipTimeline: t.field({
    type: [Membership],
    description: 'Every stretch of every membership, past and future, as known at an instant.',
    args: knownArg,
    resolve: (row, args, context, info) =>
      membershipsBelow(context, membershipTimelinesOfAlliances, row.id, momentOf(row, args), shownBelow(info)),
  }),
}))

builder.objectFields(Institution, (t) => ({
  memberships: t.field({
    type: [Membership],
    description: 'The alliances it is in.',
    args: momentArgs,
    resolve: (row, args, context, info) =>
      membershipsBelow(context, membershipsOfInstitutions, row.id, momentOf(row, args), shownBelow(info)),
  }),
  membershipTimeline: t.field({
    type: [Membership],
    description: 'Every stretch of every membership, past and future, as known at an instant.',
    args: knownArg,
    resolve: (row, args, context, info) =>
      membershipsBelow(context, membershipTimelinesOfInstitutions, row.id, momentOf(row, args), shownBelow(info)),
  }),
}))

const membershipStretch = builder.inputType('MembershipStretchInput', {
  description: 'A stretch as it truly was.',
  fields: (t) => ({
    role: t.field({ type: MembershipRoleEnum, required: true, description: 'What the institution was in the alliance.' }),
    legalPersonKept: t.boolean({ description: 'Whether it kept its legal-person status.' }),
    validFrom: t.field({ type: 'Date', required: true, description: 'First day.' }),
    validTo: t.field({ type: 'Date', description: 'First day no longer; null for an open end.' }),
  }),
})

defineCommand<commands.AdmitMember>({
  name: 'admitMember',
  description:
    '纳入成员: the institution is in the alliance from the effective day. Refused while it is in another alliance of the same exclusive group.',
  fields: (t) => ({
    allianceId: t.id({ required: true, description: 'The alliance.' }),
    institutionId: t.id({ required: true, description: 'The institution.' }),
    role: t.field({ type: MembershipRoleEnum, required: true, description: 'What it is in the alliance.' }),
    legalPersonKept: t.boolean({ description: 'Whether it keeps its legal-person status.' }),
    until: t.field({ type: 'Date', description: 'The first day it is no longer in it, when known from the start.' }),
    baseVersion: baseVersionField(t, 'alliance'),
  }),
  body: commands.admitMember,
})

defineCommand<commands.WithdrawMember>({
  name: 'withdrawMember',
  description: '退出: the institution is no longer in the alliance from the effective day; what was planned for later is cancelled.',
  fields: (t) => ({
    membershipId: t.id({ required: true, description: 'The membership.' }),
    baseVersion: baseVersionField(t, 'membership'),
  }),
  body: commands.withdrawMember,
})

defineCommand<commands.TransferMember>({
  name: 'transferMember',
  description: '调整到其他医共体: the institution leaves one alliance and joins another on the same day, in one transaction.',
  fields: (t) => ({
    membershipId: t.id({ required: true, description: 'The membership that ends.' }),
    toAllianceId: t.id({ required: true, description: 'The alliance it joins.' }),
    role: t.field({ type: MembershipRoleEnum, description: 'What it is there; the same as before when left out.' }),
    baseVersion: baseVersionField(t, 'membership'),
  }),
  body: commands.transferMember,
})

defineCommand<commands.ChangeRole>({
  name: 'changeRole',
  description: '变更角色: from the effective day the institution is something else in the same alliance.',
  fields: (t) => ({
    membershipId: t.id({ required: true, description: 'The membership.' }),
    role: t.field({ type: MembershipRoleEnum, required: true, description: 'What it is from then on.' }),
    baseVersion: baseVersionField(t, 'membership'),
  }),
  body: commands.changeRole,
})

defineCommand<commands.CorrectMembership>({
  name: 'correctMembership',
  description:
    '更正: the membership as it truly was, all its stretches; an empty list says it never was. What was known before stays readable as known then.',
  correction: true,
  fields: (t) => ({
    membershipId: t.id({ required: true, description: 'The membership.' }),
    stretches: t.field({ type: [membershipStretch], required: true, description: 'Its whole timeline.' }),
    baseVersion: baseVersionField(t, 'membership'),
  }),
  body: commands.correctMembership,
})
