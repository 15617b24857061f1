import { allianceAt } from '../alliance/alliance.graphql.ts'
import { Alliance } from '../alliance/alliance.ref.ts'
import { baseVersionField, defineCommand } from '../command/command.graphql.ts'
import { builder } from '../graphql/builder.ts'
import { citedFields, datedFields } from '../graphql/dated-fields.ts'
import { knownArg, loaderFor, momentArgs, momentOf, now } from '../graphql/moment.ts'
import { uuidOf } from '../graphql/node-id.ts'
import { versionOf } from '../graphql/version.ts'
import { institutionSeen } from '../institution/institution-loaders.ts'
import { Institution } from '../institution/institution.ref.ts'
import * as commands from './lead.commands.ts'
import {
  leadDisputesByIds,
  leadDisputesOfAlliances,
  leadDisputesOfInstitutions,
  leadVacanciesByIds,
  leadVacanciesOfAlliances,
  type LeadDisputeRow,
  type LeadVacancyRow,
} from './lead.queries.ts'

const LeadDispute = builder.objectRef<LeadDisputeRow>('LeadDispute')
const LeadVacancy = builder.objectRef<LeadVacancyRow>('LeadVacancy')

builder.node(LeadDispute, {
  description:
    'One stretch of a lead dispute (牵头争议): the alliance chose one lead, an authority mandates another. Open until it is resolved.',
  id: { resolve: ({ id }) => id, parse: uuidOf },
  loadManyWithoutCache: async (ids, context) => {
    const found = await leadDisputesByIds(context, ids, now(context))
    return ids.map((id) => found.get(id) ?? null)
  },
  fields: (t) => ({
    version: t.int({
      description: 'What commands on it are based on.',
      resolve: ({ id }, _, context) => versionOf(context, 'LEAD_DISPUTE', id),
    }),
    alliance: t.field({
      type: Alliance,
      description: 'The alliance, at the same moment.',
      resolve: (row, _, context) => allianceAt(context, row, row.allianceId),
    }),
    chosen: t.field({
      type: Institution,
      nullable: true,
      description: 'Whom the alliance chose; null when not reported, or not seen.',
      resolve: (row, _, context) => institutionSeen(context, row, row.chosenId),
    }),
    mandated: t.field({
      type: Institution,
      nullable: true,
      description: 'Whom the authority mandates; null when not reported, or not seen.',
      resolve: (row, _, context) => institutionSeen(context, row, row.mandatedId),
    }),
    authority: t.exposeString('authority', { description: 'Who mandates, e.g. 怀化市卫生健康委员会.' }),
    summary: t.exposeString('summary', { nullable: true, description: 'What it is about.' }),
    ...datedFields(t),
    ...citedFields(t),
  }),
})

builder.node(LeadVacancy, {
  description: 'One stretch in which the place of the lead is declared vacant (牵头空缺).',
  id: { resolve: ({ id }) => id, parse: uuidOf },
  loadManyWithoutCache: async (ids, context) => {
    const found = await leadVacanciesByIds(context, ids, now(context))
    return ids.map((id) => found.get(id) ?? null)
  },
  fields: (t) => ({
    version: t.int({
      description: 'What commands on it are based on.',
      resolve: ({ id }, _, context) => versionOf(context, 'LEAD_VACANCY', id),
    }),
    alliance: t.field({
      type: Alliance,
      description: 'The alliance, at the same moment.',
      resolve: (row, _, context) => allianceAt(context, row, row.allianceId),
    }),
    reason: t.exposeString('reason', { description: 'Why nobody leads.' }),
    ...datedFields(t),
    ...citedFields(t),
  }),
})

builder.objectFields(Alliance, (t) => ({
  leadDisputes: t.field({
    type: [LeadDispute],
    description: 'Every stretch of every lead dispute, past and future, as known at an instant.',
    args: knownArg,
    resolve: async (row, args, context) => {
      const moment = momentOf(row, args)
      return (
        (await loaderFor(context, 'leadDisputesOfAlliances', moment, (ids) => leadDisputesOfAlliances(context, ids, moment)).load(
          row.id,
        )) ?? []
      )
    },
  }),
  leadVacancies: t.field({
    type: [LeadVacancy],
    description: 'Every stretch in which the lead’s place is declared vacant, past and future, as known at an instant.',
    args: knownArg,
    resolve: async (row, args, context) => {
      const moment = momentOf(row, args)
      return (
        (await loaderFor(context, 'leadVacanciesOfAlliances', moment, (ids) => leadVacanciesOfAlliances(context, ids, moment)).load(
          row.id,
        )) ?? []
      )
    },
  }),
}))

builder.objectField(Institution, 'leadDisputes', (t) =>
  t.field({
    type: [LeadDispute],
    description: 'The open disputes in which it is the chosen or the mandated lead.',
    args: momentArgs,
    resolve: async (row, args, context) => {
      const moment = momentOf(row, args)
      return (
        (await loaderFor(context, 'leadDisputesOfInstitutions', moment, (ids) => leadDisputesOfInstitutions(context, ids, moment)).load(
          row.id,
        )) ?? []
      )
    },
  }),
)

defineCommand<commands.OpenLeadDispute>({
  name: 'openLeadDispute',
  description:
    '登记牵头争议: from the effective day the alliance’s own choice and an authority’s mandate differ. At most one is open at a time; while it is, no lead is required.',
  fields: (t) => ({
    allianceId: t.id({ required: true, description: 'The alliance.' }),
    chosenId: t.id({ description: 'The institution the alliance chose. It, or the mandated one, is needed.' }),
    mandatedId: t.id({ description: 'The institution the authority mandates.' }),
    authority: t.string({ required: true, description: 'Who mandates, at most 100 characters.' }),
    summary: t.string({ description: 'What it is about, at most 1,000 characters.' }),
    baseVersion: baseVersionField(t, 'alliance'),
  }),
  body: commands.openLeadDispute,
})

defineCommand<commands.ResolveLeadDispute>({
  name: 'resolveLeadDispute',
  description:
    '解决牵头争议: from the effective day the dispute is no longer open. Refused where a lead is required and there is then none; change the lead first.',
  fields: (t) => ({ leadDisputeId: t.id({ required: true, description: 'The dispute.' }), baseVersion: baseVersionField(t, 'dispute') }),
  body: commands.resolveLeadDispute,
})

const LeadDisputeStretch = builder.inputType('LeadDisputeStretchInput', {
  description: 'A stretch as it truly was.',
  fields: (t) => ({
    chosenId: t.id({ description: 'The institution the alliance had chosen.' }),
    mandatedId: t.id({ description: 'The institution the authority mandated.' }),
    authority: t.string({ required: true, description: 'Who mandated.' }),
    summary: t.string({ description: 'What it was about.' }),
    validFrom: t.field({ type: 'Date', required: true, description: 'First day.' }),
    validTo: t.field({ type: 'Date', description: 'First day no longer; null for an open end.' }),
  }),
})

defineCommand<commands.CorrectLeadDispute>({
  name: 'correctLeadDispute',
  description:
    '更正牵头争议记录: the dispute as it truly was, all its stretches; an empty list says there never was one. What was known before stays readable as known then.',
  correction: true,
  fields: (t) => ({
    leadDisputeId: t.id({ required: true, description: 'The dispute.' }),
    stretches: t.field({ type: [LeadDisputeStretch], required: true, description: 'Its whole timeline.' }),
    baseVersion: baseVersionField(t, 'dispute'),
  }),
  body: commands.correctLeadDispute,
})

const LeadVacancyStretch = builder.inputType('LeadVacancyStretchInput', {
  description: 'A stretch as it truly was.',
  fields: (t) => ({
    reason: t.string({ required: true, description: 'Why nobody led, at most 500 characters.' }),
    validFrom: t.field({ type: 'Date', required: true, description: 'First day.' }),
    validTo: t.field({ type: 'Date', description: 'First day no longer; null for an open end.' }),
  }),
})

defineCommand<commands.CorrectLeadVacancy>({
  name: 'correctLeadVacancy',
  description: '更正牵头空缺记录: the vacancy as it truly was, all its stretches; an empty list says the place never was vacant.',
  correction: true,
  fields: (t) => ({
    leadVacancyId: t.id({ required: true, description: 'The vacancy.' }),
    stretches: t.field({ type: [LeadVacancyStretch], required: true, description: 'Its whole timeline.' }),
    baseVersion: baseVersionField(t, 'vacancy'),
  }),
  body: commands.correctLeadVacancy,
})
