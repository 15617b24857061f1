import { PROFESSIONS } from '@yilian/domain/code-lists/profession.ts'
import { RETIREMENT_RULES } from '@yilian/domain/staffing/retirement.ts'
import { GraphQLError } from 'graphql'

import { builder } from '../graphql/builder.ts'
import { momentFields, pageOf, PAGE_NOTE } from '../graphql/connection.ts'
import { momentArgs, rootMoment } from '../graphql/moment.ts'
import { RetirementGroupEnum } from '../graphql/staffing-enums.ts'
import { inLocale, localeArg } from '../graphql/text.ts'
import { personFields } from '../head-count/counted-person.ts'
import { institutionAt } from '../institution/institution-loaders.ts'
import { Institution } from '../institution/institution.ref.ts'
import { RETIREMENT_YEARS, retirementCounts, retirementPage, type RetirementRow } from './retirements.queries.ts'
import { labelled, placeFields, placesOf, StaffListCount } from './staff-place-input.ts'

const professionLabels = Object.fromEntries(Object.entries(PROFESSIONS.items).map(([code, { label }]) => [code, label]))

const RetirementDue = builder.objectRef<RetirementRow>('RetirementDue').implement({
  description: 'Somebody in service with the day of statutory retirement. Flexible earlier or later retirement is not in it.',
  fields: (t) => ({
    ...personFields(t),
    institution: t.field({
      type: Institution,
      description: 'Where the primary appointment is.',
      resolve: (row, _, context) => institutionAt(context, row, row.institutionId),
    }),
    profession: t.string({
      nullable: true,
      description: 'The profession by actual work: a code of the list `profession`; null where it is not recorded.',
      resolve: ({ profession }) => profession,
    }),
    retiresOn: t.field({ type: 'Date', description: 'The day.', resolve: ({ retiresOn }) => retiresOn }),
    group: t.field({ type: RetirementGroupEnum, description: 'By which rule.', resolve: ({ group }) => group }),
    rule: t.string({
      description: 'The rule in words: for whom it is.',
      args: localeArg,
      resolve: ({ group }, args) => inLocale(RETIREMENT_RULES[group].label, args),
    }),
  }),
})

const RetirementsFilterInput = builder.inputType('RetirementsFilter', {
  description: 'Whose retirement; all conditions must hold.',
  fields: (t) => ({
    ...placeFields(t),
    professions: t.stringList({ description: 'People of any of these professions by actual work: codes of the list `profession`.' }),
    past: t.boolean({ description: 'True: those past their day and still in service; else those to come.' }),
    withinYears: t.int({ description: 'Those who retire within so many years, 1 to 50; 3 when left out. Not for those past it.' }),
  }),
})

function yearsAhead(given: number | null | undefined): number {
  const years = given ?? RETIREMENT_YEARS
  if (years >= 1 && years <= 50) return years
  throw new GraphQLError('Ask for 1 to 50 years.', { extensions: { code: 'BAD_USER_INPUT' } })
}

builder.queryField('retirements', (t) =>
  t.connection(
    {
      type: RetirementDue,
      authScopes: { may: 'staff.read' },
      description: `People in service on the day, by the day they retire by statute; the earliest first. People of whom birth date, sex or work class is not recorded, and village doctors, are not listed. ${PAGE_NOTE}`,
      args: { filter: t.arg({ type: RetirementsFilterInput, description: 'Whose.' }), ...momentArgs },
      resolve: async (_, { filter, ...args }, context) => {
        const moment = rootMoment(args, context)
        const which = {
          ...placesOf(filter),
          professions: filter?.professions,
          past: filter?.past,
          withinYears: yearsAhead(filter?.withinYears),
        }
        return {
          ...(await retirementPage(context, which, pageOf(args), moment)),
          moment,
          counts: () => retirementCounts(context, which, moment),
        }
      },
    },
    {
      name: 'RetirementDueConnection',
      description: 'A page of people who retire.',
      fields: (f) => ({
        ...momentFields(f),
        counts: f.field({
          type: [StaffListCount],
          description: 'How many of all of them there are of each profession, most first.',
          resolve: async ({ counts }) => labelled(await counts(), professionLabels),
        }),
      }),
    },
    { name: 'RetirementDueEdge' },
  ),
)
