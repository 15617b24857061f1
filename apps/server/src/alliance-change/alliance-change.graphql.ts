import { GraphQLError } from 'graphql'

import { allianceAt } from '../alliance/alliance.graphql.ts'
import { Alliance } from '../alliance/alliance.ref.ts'
import { FactKind } from '../change/change.graphql.ts'
import { builder } from '../graphql/builder.ts'
import { knownArg, type AtMoment } from '../graphql/moment.ts'
import { uuidOf } from '../graphql/node-id.ts'
import { inLocale, localeArg } from '../graphql/text.ts'
import { institutionSeen } from '../institution/institution-loaders.ts'
import { Institution } from '../institution/institution.ref.ts'
import { WHOLE_LIMIT } from '../list/whole-list.ts'
import { allianceDifferences, type AllianceDifference as DifferenceRow, type FactDifference as FactRow } from './alliance-change.queries.ts'

const FactDifference = builder.objectRef<FactRow & AtMoment>('FactDifference').implement({
  description: 'What differs in one fact between two days, in words.',
  fields: (t) => ({
    fact: t.field({ type: FactKind, description: 'The kind of fact.', resolve: ({ fact }) => fact }),
    factId: t.id({ description: 'The fact, as on the second day, else as on the first.', resolve: ({ factId }) => factId }),
    subject: t.string({ description: 'Whose or what fact.', args: localeArg, resolve: ({ subject }, args) => inLocale(subject, args) }),
    before: t.string({
      nullable: true,
      description: 'What held on the first day; null when nothing did.',
      args: localeArg,
      resolve: ({ before }, args) => (before ? inLocale(before, args) : null),
    }),
    after: t.string({
      nullable: true,
      description: 'What held on the second day; null when nothing did.',
      args: localeArg,
      resolve: ({ after }, args) => (after ? inLocale(after, args) : null),
    }),
    institution: t.field({
      type: Institution,
      nullable: true,
      description: 'The institution it is said of: of memberships, and of unified management of one member.',
      resolve: (row, _, context) => institutionSeen(context, row, row.institutionId),
    }),
  }),
})

const AllianceDifference = builder.objectRef<DifferenceRow & AtMoment>('AllianceDifference').implement({
  description: 'What differs in one alliance between two days.',
  fields: (t) => ({
    alliance: t.field({
      type: Alliance,
      description: 'The alliance, as of the second day; `inForce` false when it was dissolved by then.',
      resolve: (row, _, context) => allianceAt(context, row, row.allianceId),
    }),
    differences: t.field({
      type: [FactDifference],
      description: 'Fact by fact: the alliance itself, members, vacancy, dispute, unified management, shared services.',
      resolve: ({ differences, moment }) => differences.map((one) => ({ ...one, moment })),
    }),
  }),
})

builder.queryField('allianceChanges', (t) =>
  t.field({
    type: [AllianceDifference],
    authScopes: { may: 'alliance.read' },
    description: `What differs between two days in the alliances of a county, or in one alliance, founded and dissolved ones included; those in which nothing differs are left out. When more than ${WHOLE_LIMIT} rows of one kind of fact would have to be compared, it is refused (\`TOO_COMPLEX\`).`,
    args: {
      countyCode: t.arg.string({ description: 'Six digits: the alliances of this county. It, or `allianceId`, is needed.' }),
      allianceId: t.arg.id({ description: 'This alliance.' }),
      from: t.arg({ type: 'Date', required: true, description: 'The first day.' }),
      to: t.arg({ type: 'Date', required: true, description: 'The second day.' }),
      ...knownArg,
    },
    resolve: async (_, args, context) => {
      const { countyCode = null, allianceId = null, from, to, asKnownAt = null } = args
      if (countyCode === null && allianceId === null)
        throw new GraphQLError('Name a county or an alliance.', { extensions: { code: 'BAD_USER_INPUT' } })
      const compared = { countyCode, allianceId: allianceId === null ? null : uuidOf(allianceId), from, to, asKnownAt }
      return (await allianceDifferences(context, compared)).map((one) => ({ ...one, moment: { asOf: to, asKnownAt } }))
    },
  }),
)
