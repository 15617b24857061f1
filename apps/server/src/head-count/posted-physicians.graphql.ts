import { perTenThousand, postedPhysiciansSays, POSTING_FAULTS, unjudged } from '@yilian/domain/staffing/counting/posting.ts'
import { lastDay } from '@yilian/domain/period.ts'
import { GraphQLError } from 'graphql'

import { builder } from '../graphql/builder.ts'
import { momentFields } from '../graphql/connection.ts'
import { momentArgs, rootMoment } from '../graphql/moment.ts'
import { inLocale, localeArg } from '../graphql/text.ts'
import { institutionSeen } from '../institution/institution-loaders.ts'
import { Institution } from '../institution/institution.ref.ts'
import { personFields } from './counted-person.ts'
import { PostingFaultEnum, SixMonthRuleEnum } from './head-count-enums.ts'
import { postedPhysicians, type JudgedRow, type PostedPhysiciansFigures } from './posted-physicians.ts'

const PostedPhysician = builder.objectRef<JudgedRow & { personId: string; personName: string | null }>('PostedPhysician').implement({
  description: 'A posting to primary care of the county, with whether it counts for the national indicator T2.1.',
  fields: (t) => ({
    ...personFields(t),
    home: t.field({
      type: Institution,
      nullable: true,
      description: 'Who posted; null where that is outside the register, or not seen.',
      resolve: (row, _, context) => institutionSeen(context, row, row.posting.homeId),
    }),
    host: t.field({
      type: Institution,
      nullable: true,
      description: 'Where the person works; null where that is not seen on the day.',
      resolve: (row, _, context) => institutionSeen(context, row, row.posting.hostId),
    }),
    validFrom: t.field({
      type: 'Date',
      description: 'First day; 0001-01-01 when it is not known since when.',
      resolve: ({ posting }) => posting.validFrom,
    }),
    lastDay: t.field({
      type: 'Date',
      nullable: true,
      description: 'Last day; null while it lasts.',
      resolve: ({ posting }) => lastDay(posting),
    }),
    days: t.exposeInt('days', { description: 'Days of it within the year, until the day asked about.' }),
    completedOn: t.field({
      type: 'Date',
      nullable: true,
      description:
        'The day on which six months were complete by the rule; null where they were not, or with another posting of the person.',
      resolve: ({ completedOn }) => completedOn,
    }),
    fault: t.field({
      type: PostingFaultEnum,
      nullable: true,
      description: 'Why it does not count; null: it counts.',
      resolve: ({ fault }) => fault,
    }),
    says: t.string({
      nullable: true,
      description: 'Why it does not count, in words.',
      args: localeArg,
      resolve: ({ fault }, args) => (fault === null ? null : inLocale(POSTING_FAULTS[fault], args)),
    }),
  }),
})

const PostedPhysicians = builder.objectRef<PostedPhysiciansFigures>('PostedPhysicians').implement({
  description:
    'National indicator T2.1: physicians of intermediate title or above posted to primary care for six months, per 10,000 residents.',
  fields: (t) => ({
    ...momentFields(t),
    year: t.exposeInt('year', { description: 'The year.' }),
    rule: t.field({ type: SixMonthRuleEnum, description: 'How six months are counted.', resolve: ({ rule }) => rule }),
    says: t.string({
      description: 'The counting rule in words: what is from the national indicator, and what is this product’s reading.',
      args: localeArg,
      resolve: ({ rule }, args) => inLocale(postedPhysiciansSays(rule), args),
    }),
    people: t.exposeInt('people', { description: 'The numerator: people who count, each once.' }),
    residents: t.exposeInt('residents', {
      nullable: true,
      description: 'The denominator: residents of the county in the year; null where they are not recorded.',
    }),
    rate: t.field({
      type: 'Decimal',
      nullable: true,
      description:
        'People per 10,000 residents, four decimals; null without residents, and where postings cannot be judged because the level of a home is not recorded (`HOME_LEVEL_UNREPORTED`).',
      resolve: ({ people, residents, postings }) => (unjudged(postings) ? null : perTenThousand(people, residents)),
    }),
    postings: t.field({
      type: [PostedPhysician],
      description:
        'The people behind the numerator, and every other posting of the year with the reason why it does not count; by first day.',
      resolve: ({ postings }) => postings.map((one) => ({ ...one, personId: one.posting.personId, personName: one.posting.personName })),
    }),
  }),
})

builder.queryField('postedPhysicians', (t) =>
  t.field({
    type: PostedPhysicians,
    authScopes: { may: 'staff.read' },
    description:
      'The national indicator T2.1 of a county and year, by either reading of six months, with the people it counts. Postings at institutions whose staff the asker sees; a county’s figure is for whoever sees all of the county. BAD_USER_INPUT for a year that is none; TOO_COMPLEX beyond 10,000 postings.',
    args: {
      countyCode: t.arg.string({ required: true, description: 'Six digits: postings to institutions registered in this county.' }),
      year: t.arg.int({ required: true, description: 'The year, 1949 to 2100.' }),
      rule: t.arg({ type: SixMonthRuleEnum, defaultValue: 'WITHIN_YEAR', description: 'How six months are counted.' }),
      ...momentArgs,
    },
    resolve: async (_, { countyCode, year, rule, ...args }, context) => {
      if (year < 1949 || year > 2100)
        throw new GraphQLError(`${year} is not a year from 1949 to 2100.`, { extensions: { code: 'BAD_USER_INPUT' } })
      return postedPhysicians(context, { countyCode, year, rule: rule ?? 'WITHIN_YEAR' }, rootMoment(args, context))
    },
  }),
)
