import type { Text } from '@yilian/domain/locale.ts'
import { GraphQLError } from 'graphql'

import { builder, type Types } from '../graphql/builder.ts'
import { uuidOf } from '../graphql/node-id.ts'
import { inLocale, localeArg } from '../graphql/text.ts'
import type { StaffCountRow, StaffPlaceFilter } from './staff-place.queries.ts'

/** Which institutions a list of staff is of: fields of its filter. */
export const placeFields = (t: PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>) => ({
  countyCode: t.string({ description: 'Six digits: institutions registered in this county.' }),
  regionCode: t.string({ description: 'Twelve digits: institutions within this region on the day.' }),
  allianceId: t.id({ description: 'Institutions that lead or are members of this alliance on the day.' }),
  institutionId: t.id({ description: 'This institution.' }),
})

export const StaffPlaceFilterInput = builder.inputType('StaffPlaceFilter', {
  description: 'Which institutions a list of staff is of, by host or home; all conditions must hold.',
  fields: placeFields,
})

/** Ids as the database has them. */
export function placesOf(filter: StaffPlaceFilter | null | undefined): StaffPlaceFilter {
  const id = (given: string | null | undefined) => (given ? uuidOf(given) : null)
  return { ...filter, allianceId: id(filter?.allianceId), institutionId: id(filter?.institutionId) }
}

/** A count with the label of its code. */
export interface LabelledCount extends StaffCountRow {
  readonly label: Text
}

export const StaffListCount = builder.objectRef<LabelledCount>('StaffListCount').implement({
  description: 'How many rows of a list have a code.',
  fields: (t) => ({
    code: t.string({ nullable: true, description: 'The code; null where none is recorded.', resolve: ({ code }) => code }),
    label: t.string({ description: 'What it means.', args: localeArg, resolve: ({ label }, args) => inLocale(label, args) }),
    count: t.exposeInt('count', { description: 'Rows.' }),
  }),
})

const NOT_RECORDED: Text = { zh: '未登记', en: 'Not recorded' }

/** Counts with the labels of their codes. */
export function labelled(counts: readonly StaffCountRow[], labels: Readonly<Record<string, Text>>): LabelledCount[] {
  return counts.map((one) => ({ ...one, label: one.code === null ? NOT_RECORDED : (labels[one.code] ?? { zh: one.code, en: one.code }) }))
}

/** The days that a list looks ahead. Throws what the client is told unless they are some. */
export function daysAhead(given: number | null | undefined, otherwise: number): number {
  const days = given ?? otherwise
  if (Number.isInteger(days) && days >= 0 && days <= 3660) return days
  throw new GraphQLError('Ask for 0 to 3660 days.', { extensions: { code: 'BAD_USER_INPUT' } })
}
