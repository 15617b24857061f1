import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { loaderFor } from '../graphql/moment.ts'
import { departmentsByIds, departmentsOf, userCountsOfDepartments, type DepartmentRow } from './department.queries.ts'

export function departmentLoader(context: Context) {
  return loaderFor(context, 'departmentsByIds', null, (ids) => departmentsByIds(context.db, ids))
}

export const Department = builder.objectRef<DepartmentRow>('Department').implement({
  description: 'A department (股室) of a county’s bureau.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Lasting id.' }),
    countyCode: t.exposeString('countyCode', { description: 'Six digits: the county.' }),
    name: t.exposeString('name', { description: 'Name, once in its county.' }),
    closedOn: t.expose('closedOn', { type: 'Date', nullable: true, description: 'First day it no longer exists; null while it does.' }),
    userCount: t.int({
      description: 'How many accounts belong to it, disabled ones left out.',
      authScopes: { may: 'user.read' },
      resolve: async ({ id }, _, context) =>
        (await loaderFor(context, 'userCountsOfDepartments', null, (ids) => userCountsOfDepartments(context.db, ids)).load(id)) ?? 0,
    }),
  }),
})

/** A county has some twenty. */
const MOST = 5000

builder.queryField('departments', (t) =>
  t.field({
    type: [Department],
    authScopes: { signedIn: true },
    description: `The departments of a county’s bureau by pinyin, closed ones last; of all counties when it is left out. At most ${MOST}.`,
    args: { countyCode: t.arg.string({ description: 'Six digits: the county.' }) },
    resolve: (_, { countyCode }, { db }) => departmentsOf(db, countyCode ?? null, MOST),
  }),
)
