import { SHARED_SERVICE_KINDS } from '@yilian/domain/shared-service.ts'

import { allianceAt } from '../alliance/alliance.graphql.ts'
import { Alliance } from '../alliance/alliance.ref.ts'
import { baseVersionField, defineCommand, type Fields } from '../command/command.graphql.ts'
import { builder } from '../graphql/builder.ts'
import { citedFields, datedFields } from '../graphql/dated-fields.ts'
import { knownArg, loaderFor, momentArgs, momentOf, now } from '../graphql/moment.ts'
import { uuidOf } from '../graphql/node-id.ts'
import { codeEnum } from '../graphql/text.ts'
import { versionOf } from '../graphql/version.ts'
import { institutionSeen, institutionsSeen } from '../institution/institution-loaders.ts'
import { Institution } from '../institution/institution.ref.ts'
import * as commands from './shared-service.commands.ts'
import {
  sharedServicesByIds,
  sharedServicesOfAlliances,
  sharedServicesReceivedBy,
  sharedServicesRunBy,
  sharedServiceTimelines,
  type SharedServiceRow,
} from './shared-service.queries.ts'

const SharedServiceKind = codeEnum('SharedServiceKind', 'Kinds of shared service.', SHARED_SERVICE_KINDS)

const SharedService = builder.objectRef<SharedServiceRow>('SharedService')

builder.node(SharedService, {
  description: 'One stretch of a shared service (共享中心) that one institution runs for others of an alliance.',
  id: { resolve: ({ id }) => id, parse: uuidOf },
  loadManyWithoutCache: async (ids, context) => {
    const found = await sharedServicesByIds(context, ids, now(context))
    return ids.map((id) => found.get(id) ?? null)
  },
  fields: (t) => ({
    version: t.int({
      description: 'What commands on it are based on.',
      resolve: ({ id }, _, context) => versionOf(context, 'SHARED_SERVICE', id),
    }),
    kind: t.field({ type: SharedServiceKind, description: 'What it does.', resolve: ({ kind }) => kind }),
    name: t.exposeString('name', { description: 'Its name.' }),
    alliance: t.field({
      type: Alliance,
      description: 'The alliance, at the same moment.',
      resolve: (row, _, context) => allianceAt(context, row, row.allianceId),
    }),
    provider: t.field({
      type: Institution,
      nullable: true,
      description: 'Who runs it; null when not reported, or not seen.',
      resolve: (row, _, context) => institutionSeen(context, row, row.providerId),
    }),
    recipients: t.field({
      type: [Institution],
      description: 'Whom it serves by name, as far as they are seen; empty with `servesAll`.',
      resolve: (row, _, context) => institutionsSeen(context, row, row.recipientIds),
    }),
    servesAll: t.exposeBoolean('servesAll', { description: 'It serves whoever is lead or member of the alliance on the day.' }),
    planned: t.exposeBoolean('planned', { description: 'Announced, not yet running.' }),
    ...datedFields(t),
    ...citedFields(t),
  }),
})

builder.objectFields(Alliance, (t) => ({
  sharedServices: t.field({
    type: [SharedService],
    description: 'The shared services in force, planned ones included.',
    args: momentArgs,
    resolve: async (row, args, context) => {
      const moment = momentOf(row, args)
      return (
        (await loaderFor(context, 'sharedServicesOfAlliances', moment, (ids) => sharedServicesOfAlliances(context, ids, moment)).load(
          row.id,
        )) ?? []
      )
    },
  }),
  sharedServiceTimeline: t.field({
    type: [SharedService],
    description: 'Every stretch of every shared service, past and future, as known at an instant.',
    args: knownArg,
    resolve: async (row, args, context) => {
      const moment = momentOf(row, args)
      return (
        (await loaderFor(context, 'sharedServiceTimelines', moment, (ids) => sharedServiceTimelines(context, ids, moment)).load(row.id)) ??
        []
      )
    },
  }),
}))

builder.objectFields(Institution, (t) => ({
  sharedServicesRun: t.field({
    type: [SharedService],
    description: 'The shared services it runs.',
    args: momentArgs,
    resolve: async (row, args, context) => {
      const moment = momentOf(row, args)
      return (
        (await loaderFor(context, 'sharedServicesRunBy', moment, (ids) => sharedServicesRunBy(context, ids, moment)).load(row.id)) ?? []
      )
    },
  }),
  sharedServicesReceived: t.field({
    type: [SharedService],
    description: 'The shared services that serve it: by name, or as lead or member of an alliance whose service serves all.',
    args: momentArgs,
    resolve: async (row, args, context) => {
      const moment = momentOf(row, args)
      return (
        (await loaderFor(context, 'sharedServicesReceivedBy', moment, (ids) => sharedServicesReceivedBy(context, ids, moment)).load(
          row.id,
        )) ?? []
      )
    },
  }),
}))

const serviceFields = (t: Fields) => ({
  kind: t.field({ type: SharedServiceKind, required: true, description: 'What it does.' }),
  name: t.string({ required: true, description: 'Its name, at most 100 characters.' }),
  providerId: t.id({ description: 'Who runs it; left out when not reported.' }),
  recipientIds: t.idList({ description: 'Whom it serves by name; needed unless it serves all.' }),
  servesAll: t.boolean({ description: 'It serves whoever is lead or member of the alliance on the day.' }),
  planned: t.boolean({ description: 'Announced, not yet running.' }),
})

defineCommand<commands.OpenSharedService>({
  name: 'openSharedService',
  description: '设立共享中心: from the effective day an institution runs a service for others of the alliance, or plans to.',
  fields: (t) => ({
    allianceId: t.id({ required: true, description: 'The alliance.' }),
    ...serviceFields(t),
    baseVersion: t.int({ description: 'The `version` of the alliance as it was when the operator looked.' }),
  }),
  body: commands.openSharedService,
})

defineCommand<commands.ReviseSharedService>({
  name: 'reviseSharedService',
  description: '变更共享中心: from the effective day it is so, all of it: it begins to run, another institution runs it, it serves others.',
  fields: (t) => ({
    sharedServiceId: t.id({ required: true, description: 'The service.' }),
    ...serviceFields(t),
    baseVersion: baseVersionField(t, 'service'),
  }),
  body: commands.reviseSharedService,
})

defineCommand<commands.SharedServiceCommand>({
  name: 'closeSharedService',
  description: '撤销共享中心: from the effective day it no longer exists.',
  fields: (t) => ({ sharedServiceId: t.id({ required: true, description: 'The service.' }), baseVersion: baseVersionField(t, 'service') }),
  body: commands.closeSharedService,
})

const SharedServiceStretch = builder.inputType('SharedServiceStretchInput', {
  description: 'A stretch as it truly was.',
  fields: (t) => ({
    ...serviceFields(t),
    validFrom: t.field({ type: 'Date', required: true, description: 'First day.' }),
    validTo: t.field({ type: 'Date', description: 'First day no longer; null for an open end.' }),
  }),
})

defineCommand<commands.CorrectSharedService>({
  name: 'correctSharedService',
  description:
    '更正共享中心记录: the service as it truly was, all its stretches; an empty list says there never was one. What was known before stays readable as known then.',
  correction: true,
  fields: (t) => ({
    sharedServiceId: t.id({ required: true, description: 'The service.' }),
    stretches: t.field({ type: [SharedServiceStretch], required: true, description: 'Its whole timeline.' }),
    baseVersion: baseVersionField(t, 'service'),
  }),
  body: commands.correctSharedService,
})
