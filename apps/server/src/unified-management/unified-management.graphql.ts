import { MANAGEMENT_DOMAINS } from '@yilian/domain/code-lists/management-domain.ts'
import { MANAGEMENT_STATES } from '@yilian/domain/unified-management.ts'

import { allianceAt } from '../alliance/alliance.graphql.ts'
import { Alliance } from '../alliance/alliance.ref.ts'
import { baseVersionField, defineCommand } from '../command/command.graphql.ts'
import { builder } from '../graphql/builder.ts'
import { citedFields, datedFields } from '../graphql/dated-fields.ts'
import { knownArg, loaderFor, momentArgs, momentOf, now } from '../graphql/moment.ts'
import { uuidOf } from '../graphql/node-id.ts'
import { codeEnum, listEnum } from '../graphql/text.ts'
import { versionOf } from '../graphql/version.ts'
import { institutionSeen } from '../institution/institution-loaders.ts'
import { Institution } from '../institution/institution.ref.ts'
import * as commands from './unified-management.commands.ts'
import {
  unifiedManagementByIds,
  unifiedManagementOfAlliances,
  unifiedManagementTimelines,
  type UnifiedManagementRow,
} from './unified-management.queries.ts'

const ManagementDomain = listEnum('ManagementDomain', MANAGEMENT_DOMAINS)
const ManagementState = codeEnum('ManagementState', 'How far unified management has come.', MANAGEMENT_STATES)

const UnifiedManagement = builder.objectRef<UnifiedManagementRow>('UnifiedManagement')

builder.node(UnifiedManagement, {
  description: 'One stretch of unified management (统一管理) in one domain: of the whole alliance, or of one member where it differs.',
  id: { resolve: ({ id }) => id, parse: uuidOf },
  loadManyWithoutCache: async (ids, context) => {
    const found = await unifiedManagementByIds(context, ids, now(context))
    return ids.map((id) => found.get(id) ?? null)
  },
  fields: (t) => ({
    version: t.int({
      description: 'What commands on it are based on.',
      resolve: ({ id }, _, context) => versionOf(context, 'UNIFIED_MANAGEMENT', id),
    }),
    domain: t.field({
      type: ManagementDomain,
      description: 'What is managed as one; labels and provenance in `codeList(name: "managementDomain")`.',
      resolve: ({ domain }) => domain,
    }),
    state: t.field({ type: ManagementState, description: 'How far it has come.', resolve: ({ state }) => state }),
    alliance: t.field({
      type: Alliance,
      description: 'The alliance, at the same moment.',
      resolve: (row, _, context) => allianceAt(context, row, row.allianceId),
    }),
    institution: t.field({
      type: Institution,
      nullable: true,
      description: 'The member it is said of; null for the alliance as a whole.',
      resolve: (row, _, context) => institutionSeen(context, row, row.institutionId),
    }),
    ...datedFields(t),
    ...citedFields(t),
  }),
})

builder.objectFields(Alliance, (t) => ({
  unifiedManagement: t.field({
    type: [UnifiedManagement],
    description: 'What is recorded as in force, the whole alliance first, then members by code. What is not there is not reported.',
    args: momentArgs,
    resolve: async (row, args, context) => {
      const moment = momentOf(row, args)
      return (
        (await loaderFor(context, 'unifiedManagementOfAlliances', moment, (ids) => unifiedManagementOfAlliances(context, ids, moment)).load(
          row.id,
        )) ?? []
      )
    },
  }),
  unifiedManagementTimeline: t.field({
    type: [UnifiedManagement],
    description: 'Every stretch, past and future, as known at an instant.',
    args: knownArg,
    resolve: async (row, args, context) => {
      const moment = momentOf(row, args)
      return (
        (await loaderFor(context, 'unifiedManagementTimelines', moment, (ids) => unifiedManagementTimelines(context, ids, moment)).load(
          row.id,
        )) ?? []
      )
    },
  }),
}))

defineCommand<commands.SetUnifiedManagement>({
  name: 'setUnifiedManagement',
  description:
    '登记统一管理: from the effective day each of these domains is in this state, for the alliance or for one of its members. One change for all.',
  fields: (t) => ({
    allianceId: t.id({ required: true, description: 'The alliance.' }),
    institutionId: t.id({ description: 'A lead or member for which it differs; left out for the alliance as a whole.' }),
    domains: t.field({ type: [ManagementDomain], required: true, description: 'What is managed as one, at least one domain.' }),
    state: t.field({ type: ManagementState, required: true, description: 'How far it has come.' }),
    baseVersion: t.int({
      description:
        'The `version` of the record that is changed, as it was when the operator looked. Stale when a record of one of the domains was changed after it.',
    }),
  }),
  body: commands.setUnifiedManagement,
})

const UnifiedManagementStretch = builder.inputType('UnifiedManagementStretchInput', {
  description: 'A stretch as it truly was.',
  fields: (t) => ({
    state: t.field({ type: ManagementState, required: true, description: 'How far it had come.' }),
    validFrom: t.field({ type: 'Date', required: true, description: 'First day.' }),
    validTo: t.field({ type: 'Date', description: 'First day no longer; null for an open end.' }),
  }),
})

defineCommand<commands.CorrectUnifiedManagement>({
  name: 'correctUnifiedManagement',
  description:
    '更正统一管理记录: the record of one domain as it truly was, all its stretches; an empty list says it was never so. What was known before stays readable as known then.',
  correction: true,
  fields: (t) => ({
    unifiedManagementId: t.id({ required: true, description: 'The record.' }),
    stretches: t.field({ type: [UnifiedManagementStretch], required: true, description: 'Its whole timeline.' }),
    baseVersion: baseVersionField(t, 'record'),
  }),
  body: commands.correctUnifiedManagement,
})
