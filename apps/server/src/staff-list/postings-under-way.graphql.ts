import { builder } from '../graphql/builder.ts'
import { momentFields, pageOf, PAGE_NOTE } from '../graphql/connection.ts'
import { momentArgs, rootMoment } from '../graphql/moment.ts'
import { personFields } from '../head-count/counted-person.ts'
import { institutionSeen } from '../institution/institution-loaders.ts'
import { Institution } from '../institution/institution.ref.ts'
import { postingsUnderWayPage, type PostingUnderWayRow } from './postings-under-way.queries.ts'
import { placesOf, StaffPlaceFilterInput } from './staff-place-input.ts'

const PostingUnderWay = builder.objectRef<PostingUnderWayRow>('PostingUnderWay').implement({
  description: 'A posting in force on the day that has not come to six calendar months from its first day.',
  fields: (t) => ({
    id: t.id({ description: 'The id of the appointment.', resolve: ({ id }) => Buffer.from(`Appointment:${id}`).toString('base64') }),
    ...personFields(t),
    home: t.field({
      type: Institution,
      nullable: true,
      description: 'Who posted; null where that is outside the register, or not seen.',
      resolve: (row, _, context) => institutionSeen(context, row, row.homeId),
    }),
    host: t.field({
      type: Institution,
      nullable: true,
      description: 'Where the person works; null where that is not seen.',
      resolve: (row, _, context) => institutionSeen(context, row, row.institutionId),
    }),
    validFrom: t.field({ type: 'Date', description: 'First day.', resolve: ({ validFrom }) => validFrom }),
    completesOn: t.field({
      type: 'Date',
      description: 'The day on which six months will be complete, if it goes on.',
      resolve: ({ completesOn }) => completesOn,
    }),
    endsOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'The last day arranged, else planned; null: none.',
      resolve: ({ endsOn }) => endsOn,
    }),
    endsBefore: t.exposeBoolean('endsBefore', { description: 'It ends, as arranged or planned, before six months are complete.' }),
  }),
})

builder.queryField('postingsUnderWay', (t) =>
  t.connection(
    {
      type: PostingUnderWay,
      authScopes: { may: 'staff.read' },
      description: `Postings in force on the day that do not yet reach six months; those that will first. By host or home. ${PAGE_NOTE}`,
      args: { filter: t.arg({ type: StaffPlaceFilterInput, description: 'Which.' }), ...momentArgs },
      resolve: async (_, { filter, ...args }, context) => {
        const moment = rootMoment(args, context)
        return { ...(await postingsUnderWayPage(context, placesOf(filter), pageOf(args), moment)), moment }
      },
    },
    { name: 'PostingUnderWayConnection', description: 'A page of postings.', fields: (f) => momentFields(f) },
    { name: 'PostingUnderWayEdge' },
  ),
)
