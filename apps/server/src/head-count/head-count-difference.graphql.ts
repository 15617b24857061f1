import type { Locale } from '@yilian/domain/locale.ts'

import { builder } from '../graphql/builder.ts'
import { momentFields, pageOf, PAGE_NOTE } from '../graphql/connection.ts'
import type { Context } from '../graphql/context.ts'
import { rootMoment, type AtMoment } from '../graphql/moment.ts'
import { inLocale, localeArg } from '../graphql/text.ts'
import { institutionSeen } from '../institution/institution-loaders.ts'
import { Institution } from '../institution/institution.ref.ts'
import { explainShares } from './explain-shares.ts'
import { personFields } from './counted-person.ts'
import { HeadCountExclusionReasonEnum } from './head-count-enums.ts'
import { headCountDifferencePage, type HeadCountDifferenceRow, type SpotRow } from './head-count-difference.queries.ts'
import { headCountExclusionPage, type HeadCountExclusionRow } from './head-count-exclusion.queries.ts'
import { countArgs, withUuids } from './head-count-filter.ts'
import { EXCLUSIONS } from '@yilian/domain/staffing/counting/exclusion.ts'

const HeadCountSpot = builder.objectRef<SpotRow & AtMoment>('HeadCountSpot').implement({
  description: 'What one person counts at one place by the three rules. Over all places of the person each comes to 1.',
  fields: (t) => ({
    institution: t.field({
      type: Institution,
      nullable: true,
      description: 'Where; null: outside the register, or an institution that the asker does not see.',
      resolve: (spot, _, context) => institutionSeen(context, spot, spot.institutionId),
    }),
    outside: t.boolean({ description: 'It is outside the register.', resolve: ({ institutionId }) => institutionId === null }),
    home: t.exposeInt('home', { description: '1 where the person belongs, else 0.' }),
    host: t.exposeInt('host', { description: '1 where the person works, else 0.' }),
    fte: t.expose('fte', { type: 'Decimal', description: 'The part of the person’s time, 0 to 1.' }),
  }),
})

const HeadCountDifference = builder.objectRef<HeadCountDifferenceRow>('HeadCountDifference').implement({
  description: 'A person of whom the home rule, the host rule and full-time equivalents do not say the same.',
  fields: (t) => ({
    ...personFields(t),
    spots: t.field({
      type: [HeadCountSpot],
      description: 'All places of the person, the home first.',
      resolve: ({ spots, moment }) => spots.map((spot) => ({ ...spot, moment })),
    }),
    explanation: t.string({
      description: 'The appointments of the day with the part of the time that falls to each, in words.',
      args: localeArg,
      resolve: async (row, args, context) => explained(row, args.locale ?? 'zh', context),
    }),
  }),
})

async function explained({ shares, moment }: HeadCountDifferenceRow, locale: Locale, context: Context): Promise<string> {
  const ids = [...new Set(shares.flatMap(({ institutionId }) => institutionId ?? []))]
  const seen = await Promise.all(ids.map(async (id) => [id, (await institutionSeen(context, { moment }, id))?.name ?? null] as const))
  const names = new Map(seen)
  return explainShares(shares, locale, (id) => names.get(id) ?? null)
}

const HeadCountExclusion = builder.objectRef<HeadCountExclusionRow>('HeadCountExclusion').implement({
  description: 'Somebody with an appointment in force who is not counted.',
  fields: (t) => ({
    ...personFields(t),
    reason: t.field({ type: HeadCountExclusionReasonEnum, description: 'Why.', resolve: ({ exclusion }) => exclusion }),
    says: t.string({
      description: 'Why, in words.',
      args: localeArg,
      resolve: ({ exclusion }, args) => inLocale(EXCLUSIONS[exclusion], args),
    }),
  }),
})

builder.queryFields((t) => ({
  headCountDifferences: t.connection(
    {
      type: HeadCountDifference,
      authScopes: { may: 'staff.read' },
      description: `People counted by \`headCount\` at an institution of the filter whose three counts differ, by name: what explains the difference of any two figures. ${PAGE_NOTE}`,
      args: {
        ...countArgs,
        statistical: t.arg.boolean({ defaultValue: true, description: 'Leave out whom statistics leave out.' }),
      },
      resolve: async (_, { filter, statistical, ...args }, context) => {
        const moment = rootMoment(args, context)
        const question = { filter: withUuids(filter), moment, statistical: statistical ?? true }
        return { ...(await headCountDifferencePage(context, question, pageOf(args))), moment }
      },
    },
    { name: 'HeadCountDifferenceConnection', description: 'A page of differences.', fields: (f) => momentFields(f) },
    { name: 'HeadCountDifferenceEdge' },
  ),
  headCountExclusions: t.connection(
    {
      type: HeadCountExclusion,
      authScopes: { may: 'staff.read' },
      description: `People with an appointment in force at an institution of the filter whom statistics leave out, or who are not counted at all, each with the reason; by name. The filter’s conditions on people do not apply. ${PAGE_NOTE}`,
      args: countArgs,
      resolve: async (_, { filter, ...args }, context) => {
        const moment = rootMoment(args, context)
        return { ...(await headCountExclusionPage(context, { filter: withUuids(filter), moment }, pageOf(args))), moment }
      },
    },
    { name: 'HeadCountExclusionConnection', description: 'A page of those left out.', fields: (f) => momentFields(f) },
    { name: 'HeadCountExclusionEdge' },
  ),
}))
