import type { Text } from '../locale.ts'

/** What goes wrong with accounts, roles and what one may do. */
export const ACCESS_MESSAGES = {
  NOT_ALLOWED: {
    zh: '您的角色不能对{subject}办理“{command}”。如确需办理，请联系安全管理员授权。',
    en: 'Your roles do not allow “{command}” for {subject}. Ask the security administrator if you need it.',
  },
  IN_ANOTHER_ALLIANCE: {
    zh: '{institution}在这段时间已是其他医共体的成员单位或牵头单位，不能再加入。请与其主管部门核实。',
    en: '{institution} belongs to another alliance in this time and cannot join a second one. Ask the authority in charge of it.',
  },
  CONFLICTS_UNSEEN: {
    zh: '与您无权查看的记录冲突，不能办理。请与有关主管部门核实。',
    en: 'This conflicts with records that you are not allowed to see. Ask the authority in charge of them.',
  },
  SCOPE_NOT_FOR_ROLE: {
    zh: '“{role}”不能按“{scope}”授权。请改选范围。',
    en: '“{role}” cannot be granted over this kind of scope ({scope}). Choose another one.',
  },
  WORK_AREA_NOT_FOR_ROLE: {
    zh: '“{role}”不分管具体工作，请去掉“{workArea}”。',
    en: '“{role}” has no line of work. Leave out “{workArea}”.',
  },
  ALREADY_GRANTED: {
    zh: '该用户自 {since} 起已有同样的“{role}”授权。请更正原授权的期限。',
    en: 'The user already has this grant of “{role}” since {since}. Correct the period of that one instead.',
  },
  ROLES_APART: {
    zh: '该用户自 {since} 起是“{other}”，不能同时担任“{role}”。请先收回原角色，或使用另一账号。',
    en: 'The user has been “{other}” since {since} and cannot be “{role}” at the same time. End that role first, or use another account.',
  },
  NOT_FOR_ONESELF: {
    zh: '不能给自己授权或更改自己的授权。请由另一名安全管理员办理。',
    en: 'Nobody grants roles to themselves or changes their own. Ask another security administrator.',
  },
  PASSWORD_TOO_SHORT: {
    zh: '密码至少 {min} 位，请加长。',
    en: 'A password has at least {min} characters. Make it longer.',
  },
  PASSWORD_TOO_PLAIN: {
    zh: '密码须含大写字母、小写字母、数字、其他字符中的至少 {classes} 类。',
    en: 'Use at least {classes} of capital letters, small letters, digits and other characters.',
  },
  PASSWORD_HAS_USERNAME: {
    zh: '密码不能包含用户名，请另选。',
    en: 'The password contains the user name. Choose another one.',
  },
  PASSWORD_USUAL: {
    zh: '这是常见密码，容易被猜到，请另选。',
    en: 'This is one of the passwords everybody tries first. Choose another one.',
  },
  PASSWORD_SAME: {
    zh: '新密码不能与原密码相同，请另选。',
    en: 'The new password is the old one. Choose another one.',
  },
  WRONG_PASSWORD: {
    zh: '当前密码不正确。',
    en: 'The current password is not right.',
  },
  USERNAME_FORM: {
    zh: '用户名为 3 至 32 位小写字母、数字、点、下划线或连字符，以字母或数字开头。',
    en: 'A user name has 3 to 32 small letters, digits, dots, underscores or hyphens, and begins with a letter or digit.',
  },
  USERNAME_IS_PHONE: {
    zh: '手机号不能用作用户名；登记手机号后可直接用它登录。',
    en: 'A phone number cannot be a user name; whoever has one on record can sign in with it anyway.',
  },
  USERNAME_TAKEN: {
    zh: '用户名“{username}”已被使用，请另选。',
    en: 'The user name “{username}” is taken. Choose another one.',
  },
} as const satisfies Record<string, Text>
