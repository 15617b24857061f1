import { builder } from '../graphql/builder.ts'
import { momentFields, pageOf, PAGE_NOTE } from '../graphql/connection.ts'
import { momentArgs, rootMoment } from '../graphql/moment.ts'
import { institutionAt } from '../institution/institution-loaders.ts'
import { Institution } from '../institution/institution.ref.ts'
import { StaffListCount, StaffPlaceFilterInput, labelled, placesOf } from './staff-place-input.ts'
import { villagesWithoutDoctorCounts, villagesWithoutDoctorPage, type VillageWithoutDoctorRow } from './villages-without-doctor.queries.ts'

const VillageWithoutDoctor = builder.objectRef<VillageWithoutDoctorRow>('VillageWithoutDoctor').implement({
  description:
    'A village clinic in operation at which nobody works who is a doctor by actual work (physician, assistant physician, village doctor) with a licence in force on the day.',
  fields: (t) => ({
    clinic: t.field({ type: Institution, description: 'The clinic.', resolve: (row, _, context) => institutionAt(context, row, row.id) }),
    unitCount: t.exposeInt('unitCount', { description: 'How many clinics the entry stands for.' }),
    staff: t.exposeInt('staff', { description: 'People who work there by the host rule, whatever they do.' }),
    unlicensed: t.exposeInt('unlicensed', { description: 'Of these, doctors by actual work without a licence in force on record.' }),
  }),
})

builder.queryField('villagesWithoutDoctor', (t) =>
  t.connection(
    {
      type: VillageWithoutDoctor,
      authScopes: { may: 'staff.read' },
      description: `Village clinics without a qualified doctor on the day, by region. Villages without a clinic on record are not known, and not listed. ${PAGE_NOTE}`,
      args: { filter: t.arg({ type: StaffPlaceFilterInput, description: 'Which.' }), ...momentArgs },
      resolve: async (_, { filter, ...args }, context) => {
        const moment = rootMoment(args, context)
        const which = placesOf(filter)
        return {
          ...(await villagesWithoutDoctorPage(context, which, pageOf(args), moment)),
          moment,
          counts: () => villagesWithoutDoctorCounts(context, which, moment),
        }
      },
    },
    {
      name: 'VillageWithoutDoctorConnection',
      description: 'A page of village clinics.',
      fields: (f) => ({
        ...momentFields(f),
        counts: f.field({
          type: [StaffListCount],
          description: 'How many of all of them there are in each town, most first; the code is the town’s.',
          resolve: async ({ counts }) => {
            const found = await counts()
            return labelled(
              found,
              Object.fromEntries(found.map(({ code, name }) => [code, { zh: name ?? code ?? '', en: name ?? code ?? '' }])),
            )
          },
        }),
      }),
    },
    { name: 'VillageWithoutDoctorEdge' },
  ),
)
