import { GraphQLError } from 'graphql'

import { isMonth } from '@yilian/domain/day.ts'
import { REFERRAL_DIRECTIONS } from '@yilian/domain/referral-flow.ts'

import { allianceAt } from '../alliance/alliance.graphql.ts'
import { Alliance } from '../alliance/alliance.ref.ts'
import { Change, changeByNumber } from '../change/change.graphql.ts'
import { defineCommand } from '../command/command.graphql.ts'
import { builder } from '../graphql/builder.ts'
import { knownArg, loaderFor, momentOf } from '../graphql/moment.ts'
import { codeEnum } from '../graphql/text.ts'
import { institutionAt } from '../institution/institution-loaders.ts'
import { Institution } from '../institution/institution.ref.ts'
import { WHOLE_LIMIT } from '../list/whole-list.ts'
import { PolicyDocument, policyDocumentById } from '../policy-document/policy-document.graphql.ts'
import * as commands from './referral-flow.commands.ts'
import { referralFlowsOfAlliances, referralFlowsOfInstitutions, type Months, type ReferralFlowRow } from './referral-flow.queries.ts'

const ReferralDirection = codeEnum('ReferralDirection', 'Which way patients are referred.', REFERRAL_DIRECTIONS)

const ReferralFlow = builder.objectRef<ReferralFlowRow>('ReferralFlow').implement({
  description: 'How many patients one institution referred to another in a month, in persons-times (人次).',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Lasting id of this month’s count.' }),
    period: t.exposeString('period', { description: 'The month, `YYYY-MM`.' }),
    alliance: t.field({
      type: Alliance,
      description: 'Within which alliance.',
      resolve: (row, _, context) => allianceAt(context, row, row.allianceId),
    }),
    from: t.field({ type: Institution, description: 'Who refers.', resolve: (row, _, context) => institutionAt(context, row, row.fromId) }),
    to: t.field({ type: Institution, description: 'Who receives.', resolve: (row, _, context) => institutionAt(context, row, row.toId) }),
    direction: t.field({ type: ReferralDirection, description: 'Up or down.', resolve: ({ direction }) => direction }),
    count: t.exposeInt('count', { description: 'Persons-times. A month without an entry is not reported, which is not zero.' }),
    document: t.field({
      type: PolicyDocument,
      nullable: true,
      description: 'The document it is based on.',
      resolve: ({ documentId }, _, context) => policyDocumentById(context, documentId),
    }),
    source: t.exposeString('source', { nullable: true, description: 'Where it was read.' }),
    recordedFrom: t.expose('recordedFrom', { type: 'Instant', description: 'Since when the system knows it.' }),
    change: t.field({
      type: Change,
      description: 'The change that recorded it.',
      resolve: ({ recordedBy }, _, context) => changeByNumber(context, recordedBy),
    }),
  }),
})

const BOUND = `More than ${WHOLE_LIMIT} counts, of all that one operation asks at this place, are refused (\`TOO_COMPLEX\`): ask for fewer months.`

const monthArgs = {
  ...builder.args((t) => ({
    from: t.string({ description: 'First month, `YYYY-MM`; the first there is when left out.' }),
    to: t.string({ description: 'Last month, `YYYY-MM`; the last there is when left out.' }),
  })),
  ...knownArg,
}

function monthsOf({ from, to }: { from?: string | null | undefined; to?: string | null | undefined }): Months {
  for (const month of [from, to]) {
    if (month == null || isMonth(month)) continue
    throw new GraphQLError(`“${month}” is not a month: write it as 2020-07.`, { extensions: { code: 'BAD_USER_INPUT' } })
  }
  return { from: from ?? null, to: to ?? null }
}

builder.objectField(Alliance, 'referralFlows', (t) =>
  t.field({
    type: [ReferralFlow],
    description: `Referrals within it, month by month, as known at an instant. ${BOUND}`,
    args: monthArgs,
    resolve: async (row, args, context) => {
      const [moment, months] = [momentOf(row, args), monthsOf(args)]
      const name = `referralFlowsOfAlliances ${months.from} ${months.to}`
      return (await loaderFor(context, name, moment, (ids) => referralFlowsOfAlliances(context, ids, months, moment)).load(row.id)) ?? []
    },
  }),
)

builder.objectField(Institution, 'referralFlows', (t) =>
  t.field({
    type: [ReferralFlow],
    description: `Referrals from and to it, in whichever alliance, month by month, as known at an instant. ${BOUND}`,
    args: monthArgs,
    resolve: async (row, args, context) => {
      const [moment, months] = [momentOf(row, args), monthsOf(args)]
      const name = `referralFlowsOfInstitutions ${months.from} ${months.to}`
      return (await loaderFor(context, name, moment, (ids) => referralFlowsOfInstitutions(context, ids, months, moment)).load(row.id)) ?? []
    },
  }),
)

const ReferralInput = builder.inputType('ReferralInput', {
  description: 'A count of the month.',
  fields: (t) => ({
    fromId: t.id({ required: true, description: 'Who refers.' }),
    toId: t.id({ required: true, description: 'Who receives.' }),
    direction: t.field({ type: ReferralDirection, required: true, description: 'Up or down.' }),
    count: t.int({ required: true, description: 'Persons-times, 0 or more.' }),
  }),
})

defineCommand<commands.RecordReferrals>({
  name: 'recordReferrals',
  description:
    '登记转诊人次: the whole month of an alliance. What is given again takes the new count, what is no longer given is withdrawn; what was known before stays readable as known then.',
  dated: false,
  fields: (t) => ({
    allianceId: t.id({ required: true, description: 'The alliance. Both ends of each count are in it in that month.' }),
    period: t.string({ required: true, description: 'The month, `YYYY-MM`, not one to come.' }),
    flows: t.field({ type: [ReferralInput], required: true, description: 'All counts of the month, at least one.' }),
  }),
  body: (input, { today }) => commands.recordReferrals(input, today),
})
