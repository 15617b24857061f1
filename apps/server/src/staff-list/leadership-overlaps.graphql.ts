import { builder } from '../graphql/builder.ts'
import { momentFields, pageOf, PAGE_NOTE } from '../graphql/connection.ts'
import { momentArgs, rootMoment, type AtMoment } from '../graphql/moment.ts'
import { personFields } from '../head-count/counted-person.ts'
import { institutionSeen } from '../institution/institution-loaders.ts'
import { Institution } from '../institution/institution.ref.ts'
import { leadershipOverlapPage, type LeadershipHeld, type LeadershipOverlapRow } from './leadership-overlaps.queries.ts'
import { placesOf, StaffPlaceFilterInput } from './staff-place-input.ts'
import { AppointmentKindEnum, LeadershipEnum } from '../graphql/staffing-enums.ts'

const LeadershipPost = builder.objectRef<LeadershipHeld & AtMoment>('LeadershipPost').implement({
  description: 'A leadership post that somebody holds on the day.',
  fields: (t) => ({
    kind: t.field({ type: AppointmentKindEnum, description: 'By what kind of appointment.', resolve: ({ kind }) => kind }),
    leadership: t.field({ type: LeadershipEnum, description: 'Which post.', resolve: ({ leadership }) => leadership }),
    institution: t.field({
      type: Institution,
      nullable: true,
      description: 'Where; null where that is not seen.',
      resolve: (row, _, context) => institutionSeen(context, row, row.institutionId),
    }),
    validFrom: t.field({ type: 'Date', description: 'Since when.', resolve: ({ validFrom }) => validFrom }),
  }),
})

const LeadershipOverlap = builder.objectRef<LeadershipOverlapRow>('LeadershipOverlap').implement({
  description:
    'Somebody with more than one leadership post on the day, as the party secretary of the lead who is also director of a member.',
  fields: (t) => ({
    ...personFields(t),
    posts: t.field({
      type: [LeadershipPost],
      description: 'The posts, that of the primary appointment first.',
      resolve: ({ posts, moment }) => posts.map((post) => ({ ...post, moment })),
    }),
  }),
})

builder.queryField('leadershipOverlaps', (t) =>
  t.connection(
    {
      type: LeadershipOverlap,
      authScopes: { may: 'staff.read' },
      description: `People with more than one leadership post on the day, one of them at an institution of the filter, by name. ${PAGE_NOTE}`,
      args: { filter: t.arg({ type: StaffPlaceFilterInput, description: 'Which.' }), ...momentArgs },
      resolve: async (_, { filter, ...args }, context) => {
        const moment = rootMoment(args, context)
        return { ...(await leadershipOverlapPage(context, placesOf(filter), pageOf(args), moment)), moment }
      },
    },
    { name: 'LeadershipOverlapConnection', description: 'A page of people.', fields: (f) => momentFields(f) },
    { name: 'LeadershipOverlapEdge' },
  ),
)
