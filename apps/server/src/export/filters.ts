import { z } from 'zod'

import { codesOf, type CodeList } from '@yilian/domain/code-list.ts'
import { isIsoDate } from '@yilian/domain/day.ts'

import { uuidOf } from '../graphql/node-id.ts'

// Parts of the filters of exports. They take what the API takes: null and left out are the same.

const NO_ID = uuidOf('')

/** The id of a node, or its uuid. */
export const idFilter = z
  .string()
  .transform(uuidOf)
  .refine((id) => id !== NO_ID)
  .nullish()

/** Six digits. */
export const countyFilter = z
  .string()
  .regex(/^\d{6}$/)
  .nullish()

export const dayFilter = z.string().refine(isIsoDate)

export const textFilter = z.string().max(200).nullish()

/** Any of these codes. */
export function codesFilter<Code extends string>(list: CodeList<Code>) {
  return z.array(z.enum(codesOf(list))).nullish()
}
