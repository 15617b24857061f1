import { baseVersionField, defineCommand, type Fields } from '../command/command.graphql.ts'
import { builder } from '../graphql/builder.ts'
import { RoleEnum, ScopeKindEnum, WorkAreaEnum } from '../graphql/enums.ts'
import * as commands from './role-grant.commands.ts'

const grantFields = (t: Fields) => ({
  roleGrantId: t.id({ required: true, description: 'The grant.' }),
  baseVersion: baseVersionField(t, 'grant'),
})

defineCommand<commands.GrantRole>({
  name: 'grantRole',
  description:
    '授予角色: from the effective day the user has the role over the scope. Nobody grants to themselves; an administrator’s role stands alone.',
  fields: (t) => ({
    userId: t.id({ required: true, description: 'Who gets it.' }),
    role: t.field({ type: RoleEnum, required: true, description: 'The role.' }),
    scopeKind: t.field({ type: ScopeKindEnum, required: true, description: 'What it is granted over; it must suit the role.' }),
    scopeId: t.id({
      description: 'Six digits of a county, or the id of a department, alliance or institution; left out for the whole installation.',
    }),
    workArea: t.field({ type: WorkAreaEnum, description: 'Of bureau operators: the line of work.' }),
    reason: t.string({ required: true, description: 'Why, at most 500 characters.' }),
    until: t.field({ type: 'Date', description: 'The first day it is no longer in force, when known from the start.' }),
  }),
  body: commands.grantRole,
})

defineCommand<commands.EndRoleGrant>({
  name: 'endRoleGrant',
  description:
    '收回角色: from the effective day the user no longer has it; what was planned for later is cancelled. The last security administrator’s stays.',
  fields: grantFields,
  body: commands.endRoleGrant,
})

const stretch = builder.inputType('RoleGrantStretchInput', {
  description: 'A stretch as it truly was.',
  fields: (t) => ({
    reason: t.string({ required: true, description: 'Why it was given.' }),
    validFrom: t.field({ type: 'Date', required: true, description: 'First day.' }),
    validTo: t.field({ type: 'Date', description: 'First day no longer; null for an open end.' }),
  }),
})

defineCommand<commands.CorrectRoleGrant>({
  name: 'correctRoleGrant',
  description: '更正授权记录: the grant as it truly was, all its stretches; an empty list says it never was one.',
  correction: true,
  fields: (t) => ({
    ...grantFields(t),
    stretches: t.field({ type: [stretch], required: true, description: 'Its whole timeline.' }),
  }),
  body: commands.correctRoleGrant,
})
