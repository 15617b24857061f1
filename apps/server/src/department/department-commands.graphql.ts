import { ChangeRecordedType, defineCommand } from '../command/command.graphql.ts'
import { builder } from '../graphql/builder.ts'
import { recordDepartment, type RecordDepartment } from './department.commands.ts'
import { Department, departmentLoader } from './department.graphql.ts'

builder.objectField(ChangeRecordedType, 'department', (t) =>
  t.field({
    type: Department,
    nullable: true,
    description: 'The department, when one was recorded or revised.',
    resolve: ({ otherIds }, _, context) => (otherIds[0] === undefined ? null : departmentLoader(context).load(otherIds[0])),
  }),
)

defineCommand<RecordDepartment>({
  name: 'recordDepartment',
  description: '登记股室: a new department, or all that is said of an existing one.',
  dated: false,
  cites: false,
  fields: (t) => ({
    departmentId: t.id({ description: 'The department that is revised; left out for a new one.' }),
    countyCode: t.string({ required: true, description: 'Six digits: the county, which never changes.' }),
    name: t.string({ required: true, description: 'Name, at most 50 characters, once in its county.' }),
    closedOn: t.field({ type: 'Date', description: 'First day it no longer exists; left out while it does.' }),
  }),
  body: recordDepartment,
})
