import { LICENCE_KINDS } from '@yilian/domain/staffing/terms.ts'

import { builder } from '../graphql/builder.ts'
import { momentFields, pageOf, PAGE_NOTE } from '../graphql/connection.ts'
import { momentArgs, rootMoment } from '../graphql/moment.ts'
import { personFields } from '../head-count/counted-person.ts'
import { institutionSeen } from '../institution/institution-loaders.ts'
import { Institution } from '../institution/institution.ref.ts'
import { LICENCE_DAYS, licencesExpiringCounts, licencesExpiringPage, type LicenceExpiringRow } from './licences-expiring.queries.ts'
import { daysAhead, labelled, placeFields, placesOf, StaffListCount } from './staff-place-input.ts'
import { LicenceKindEnum } from '../graphql/staffing-enums.ts'

const LicenceExpiring = builder.objectRef<LicenceExpiringRow>('LicenceExpiring').implement({
  description: 'A licence of somebody in service that expires, or has expired and was not renewed.',
  fields: (t) => ({
    id: t.id({ description: 'The id of the licence.', resolve: ({ id }) => Buffer.from(`Licence:${id}`).toString('base64') }),
    ...personFields(t),
    kind: t.field({ type: LicenceKindEnum, description: 'What kind of licence.', resolve: ({ kind }) => kind }),
    number: t.string({ nullable: true, description: 'Its number; null where it is not recorded.', resolve: ({ number }) => number }),
    institution: t.field({
      type: Institution,
      nullable: true,
      description: 'Where the holder is registered; null where that is not recorded, or not seen.',
      resolve: (row, _, context) => institutionSeen(context, row, row.institutionId),
    }),
    expiresOn: t.field({ type: 'Date', description: 'The last day it is good for.', resolve: ({ expiresOn }) => expiresOn }),
    days: t.exposeInt('days', { description: 'Days until then; negative when it has expired.' }),
  }),
})

const LicencesExpiringFilter = builder.inputType('LicencesExpiringFilter', {
  description: 'Which licences; all conditions must hold.',
  fields: (t) => ({
    ...placeFields(t),
    kinds: t.field({ type: [LicenceKindEnum], description: 'Of any of these kinds.' }),
    expired: t.boolean({ description: 'True: those past their last day, however long; else those to come.' }),
    withinDays: t.int({ description: 'Those that expire within so many days, 0 to 3660; 90 when left out. Not for expired ones.' }),
  }),
})

builder.queryField('licencesExpiring', (t) =>
  t.connection(
    {
      type: LicenceExpiring,
      authScopes: { may: 'staff.read' },
      description: `Licences in force on the day that expire soon, or have expired, of people with an appointment at an institution of the filter; the earliest first. ${PAGE_NOTE}`,
      args: { filter: t.arg({ type: LicencesExpiringFilter, description: 'Which.' }), ...momentArgs },
      resolve: async (_, { filter, ...args }, context) => {
        const moment = rootMoment(args, context)
        const which = {
          ...placesOf(filter),
          kinds: filter?.kinds,
          expired: filter?.expired,
          withinDays: daysAhead(filter?.withinDays, LICENCE_DAYS),
        }
        return {
          ...(await licencesExpiringPage(context, which, pageOf(args), moment)),
          moment,
          counts: () => licencesExpiringCounts(context, which, moment),
        }
      },
    },
    {
      name: 'LicenceExpiringConnection',
      description: 'A page of licences.',
      fields: (f) => ({
        ...momentFields(f),
        counts: f.field({
          type: [StaffListCount],
          description: 'How many of all of them there are of each kind, most first.',
          resolve: async ({ counts }) => labelled(await counts(), LICENCE_KINDS),
        }),
      }),
    },
    { name: 'LicenceExpiringEdge' },
  ),
)
