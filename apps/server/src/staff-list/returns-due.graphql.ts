import { APPOINTMENT_KIND_LABELS } from '@yilian/domain/staffing/appointment-kind.ts'

import { builder } from '../graphql/builder.ts'
import { momentFields, pageOf, PAGE_NOTE } from '../graphql/connection.ts'
import { momentArgs, rootMoment } from '../graphql/moment.ts'
import { institutionSeen } from '../institution/institution-loaders.ts'
import { Institution } from '../institution/institution.ref.ts'
import { personFields } from '../head-count/counted-person.ts'
import { RETURN_DAYS, returnsDueCounts, returnsDuePage, type ReturnDueRow } from './returns-due.queries.ts'
import { daysAhead, labelled, placeFields, placesOf, StaffListCount } from './staff-place-input.ts'
import { AppointmentKindEnum } from '../graphql/staffing-enums.ts'

const ReturnDue = builder.objectRef<ReturnDueRow>('ReturnDue').implement({
  description: 'Somebody who works elsewhere for a time, with the day of the return or of the next look at it.',
  fields: (t) => ({
    id: t.id({ description: 'The id of the appointment.', resolve: ({ id }) => Buffer.from(`Appointment:${id}`).toString('base64') }),
    ...personFields(t),
    kind: t.field({ type: AppointmentKindEnum, description: 'Posted, loaned and so on.', resolve: ({ kind }) => kind }),
    home: t.field({
      type: Institution,
      nullable: true,
      description: 'Where the person belongs; null where that is outside the register, or not seen.',
      resolve: (row, _, context) => institutionSeen(context, row, row.homeId),
    }),
    homeElsewhere: t.string({
      nullable: true,
      description: 'Where the person belongs, outside the register.',
      resolve: ({ homeElsewhere }) => homeElsewhere,
    }),
    host: t.field({
      type: Institution,
      nullable: true,
      description: 'Where the person works; null where that is outside the register, or not seen.',
      resolve: (row, _, context) => institutionSeen(context, row, row.institutionId),
    }),
    elsewhere: t.string({
      nullable: true,
      description: 'Where the person works, outside the register.',
      resolve: ({ elsewhere }) => elsewhere,
    }),
    validFrom: t.field({
      type: 'Date',
      description: 'First day; 0001-01-01 when it is not known since when.',
      resolve: ({ validFrom }) => validFrom,
    }),
    dueOn: t.field({
      type: 'Date',
      description: 'The last day arranged, else planned, else the day on which it is looked at again.',
      resolve: ({ dueOn }) => dueOn,
    }),
    days: t.exposeInt('days', { description: 'Days until then; negative when it is overdue.' }),
  }),
})

const ReturnsDueFilter = builder.inputType('ReturnsDueFilter', {
  description: 'Which returns; all conditions must hold.',
  fields: (t) => ({
    ...placeFields(t),
    kinds: t.field({ type: [AppointmentKindEnum], description: 'Of any of these kinds; all that have a return when left out.' }),
    overdue: t.boolean({ description: 'True: those past their day, however long; else those to come.' }),
    withinDays: t.int({ description: 'Those due within so many days, 0 to 3660; 90 when left out. Not for overdue ones.' }),
  }),
})

builder.queryField('returnsDue', (t) =>
  t.connection(
    {
      type: ReturnDue,
      authScopes: { may: 'staff.read' },
      description: `Postings, loans, secondments and the like in force on the day whose return is due soon, or overdue; the earliest first. By host or home. ${PAGE_NOTE}`,
      args: { filter: t.arg({ type: ReturnsDueFilter, description: 'Which.' }), ...momentArgs },
      resolve: async (_, { filter, ...args }, context) => {
        const moment = rootMoment(args, context)
        const which = {
          ...placesOf(filter),
          kinds: filter?.kinds,
          overdue: filter?.overdue,
          withinDays: daysAhead(filter?.withinDays, RETURN_DAYS),
        }
        return {
          ...(await returnsDuePage(context, which, pageOf(args), moment)),
          moment,
          counts: () => returnsDueCounts(context, which, moment),
        }
      },
    },
    {
      name: 'ReturnDueConnection',
      description: 'A page of returns.',
      fields: (f) => ({
        ...momentFields(f),
        counts: f.field({
          type: [StaffListCount],
          description: 'How many of all of them there are of each kind, most first.',
          resolve: async ({ counts }) => labelled(await counts(), APPOINTMENT_KIND_LABELS),
        }),
      }),
    },
    { name: 'ReturnDueEdge' },
  ),
)
