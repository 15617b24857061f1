import { baseVersionField, ChangeRecordedType, defineCommand, type Fields } from '../command/command.graphql.ts'
import { builder } from '../graphql/builder.ts'
import * as commands from './user.commands.ts'
import { isUserSeen, User, UserKindEnum, userLoader } from './user.ref.ts'

builder.objectField(ChangeRecordedType, 'users', (t) =>
  t.field({
    type: [User],
    description: 'The accounts concerned, as they are now.',
    resolve: ({ otherIds }, _, context) => userLoader(context).bring(otherIds.filter((id) => isUserSeen(context, id))),
  }),
)

const userField = (t: Fields) => ({ userId: t.id({ required: true, description: 'The account.' }) })

const describedFields = (t: Fields) => ({
  name: t.string({ required: true, description: 'Name of the person or program, at most 50 characters.' }),
  departmentId: t.id({ description: 'The department of the bureau; left out for none.' }),
})

/** What is said of commands that have no day and cite nothing. */
const AT_ONCE = { dated: false, cites: false } as const

defineCommand<commands.CreateUser>({
  name: 'createUser',
  description: '新建用户: an account without any role. A person’s password must be changed at the first sign-in.',
  ...AT_ONCE,
  fields: (t) => ({
    kind: t.field({ type: UserKindEnum, description: 'Whose account it is, for good; a person’s when left out.' }),
    username: t.string({
      required: true,
      description: '3 to 32 small letters, digits, dots, underscores or hyphens. It never changes, and disabled accounts keep theirs.',
    }),
    ...describedFields(t),
    phone: t.string({ description: 'Mobile number of 11 digits, with which a person can sign in too.' }),
    identityNumber: t.string({ description: 'Citizen identity number of 18 characters.' }),
    password: t.string({ description: 'Of a person: at least 10 characters of 3 classes. Left out for a service account.' }),
  }),
  body: commands.createUser,
})

defineCommand<commands.ReviseUser>({
  name: 'reviseUser',
  description: '修改用户: name and department are these, all of it; personal data stay where they are left out.',
  ...AT_ONCE,
  fields: (t) => ({
    ...userField(t),
    baseVersion: baseVersionField(t, 'user'),
    ...describedFields(t),
    phone: t.string({ description: 'The new mobile number; left out: it stays; null: it is taken away.' }),
    identityNumber: t.string({ description: 'The new identity number; left out: it stays; null: it is taken away.' }),
  }),
  body: commands.reviseUser,
})

defineCommand<commands.UserCommand>({
  name: 'disableUser',
  description:
    '停用用户: it cannot sign in, its sessions end and its tokens stop at once. Nobody disables themselves or the last holder of an administrator’s role.',
  ...AT_ONCE,
  fields: userField,
  body: commands.disableUser,
})

defineCommand<commands.UserCommand>({
  name: 'enableUser',
  description: '启用用户: a disabled account can be used again, with the roles it has today.',
  ...AT_ONCE,
  fields: userField,
  body: commands.enableUser,
})

defineCommand<commands.UserCommand>({
  name: 'unlockUser',
  description: '解锁用户: it may try to sign in again before the lock after too many wrong passwords runs out.',
  ...AT_ONCE,
  fields: userField,
  body: commands.unlockUser,
})

defineCommand<commands.ResetPassword>({
  name: 'resetPassword',
  description:
    '重置密码: it signs in with this one and must change it then; its sessions end. Not for oneself, nor for a security or audit administrator, whose password is reset on the server itself.',
  ...AT_ONCE,
  fields: (t) => ({
    ...userField(t),
    newPassword: t.string({ required: true, description: 'At least 10 characters of 3 classes.' }),
  }),
  body: commands.resetPassword,
})

defineCommand<commands.UserCommand>({
  name: 'resetTwoFactor',
  description: '解除动态口令: it signs in with the password alone until it sets up a new second factor; its sessions end. Not for oneself.',
  ...AT_ONCE,
  fields: userField,
  body: commands.resetTwoFactor,
})
