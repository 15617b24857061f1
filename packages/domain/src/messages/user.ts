import type { Text } from '../locale.ts'

/** What goes wrong with accounts, personal data, departments and tokens. */
export const USER_MESSAGES = {
  NOT_A_MOBILE: { zh: '请填写 11 位手机号。', en: 'Enter a mobile number of 11 digits.' },
  PHONE_TAKEN: { zh: '该手机号已用于另一账号“{username}”。', en: 'Another account, “{username}”, has this phone number.' },
  NOT_A_DOCUMENT_NUMBER: {
    zh: '证件号码应为 5 至 30 位字母、数字或括号。',
    en: 'The number of a document has 5 to 30 letters, digits or brackets.',
  },
  NOT_AN_IDENTITY_NUMBER: {
    zh: '请填写 18 位身份证号，末位可以是 X。',
    en: 'Enter an identity number of 18 digits; the last one may be X.',
  },
  IDENTITY_NUMBER_BIRTH: {
    zh: '身份证号中的出生日期不存在，请核对。',
    en: 'The day of birth in the identity number does not exist. Check it.',
  },
  IDENTITY_NUMBER_CHECK: {
    zh: '身份证号的校验位不符，请核对每一位。',
    en: 'The check character of the identity number does not fit. Check every digit.',
  },
  IDENTITY_NUMBER_TAKEN: {
    zh: '该身份证号已用于另一账号“{username}”。',
    en: 'Another account, “{username}”, has this identity number.',
  },
  NOT_RECORDED: { zh: '该用户没有登记{field}。', en: 'No {field} is recorded for this user.' },
  NO_PASSWORD_FOR_SERVICE: {
    zh: '服务账号没有密码，不能登录，请为其创建令牌。',
    en: 'A service account has no password and cannot sign in. Make a token for it.',
  },
  NO_PERSONAL_DATA_FOR_SERVICE: { zh: '服务账号没有手机号和身份证号。', en: 'A service account has no phone or identity number.' },
  NOT_ONES_OWN_ACCOUNT: {
    zh: '不能对本人账号办理“{command}”。请由另一名系统管理员办理。',
    en: 'Nobody does “{command}” to their own account. Ask another system administrator.',
  },
  RESET_AT_MACHINE: {
    zh: '“{role}”的密码只能在服务器本机上用 pnpm yilian user reset-password 重置，以保证各管理员互不代行职责。',
    en: 'The password of a “{role}” is reset on the server itself, with pnpm yilian user reset-password, so that no administrator can act as another.',
  },
  LAST_ADMINISTRATOR: {
    zh: '这样自 {day} 起将没有可登录的“{role}”。请先把该角色授予另一名用户。',
    en: 'From {day} on there would be no “{role}” who can sign in. Grant the role to somebody else first.',
  },
  ALREADY_DISABLED: { zh: '该用户已停用。', en: 'The user is disabled already.' },
  NOT_DISABLED: { zh: '该用户没有停用。', en: 'The user is not disabled.' },
  NOT_LOCKED: { zh: '该用户没有锁定。', en: 'The user is not locked.' },
  NO_TWO_FACTOR: { zh: '该用户没有启用动态口令。', en: 'The user has no second factor.' },
  DEPARTMENT_NAME_TAKEN: {
    zh: '该县已有股室“{name}”。请修改原有股室，或换一个名称。',
    en: 'The county has a department “{name}” already. Revise that one, or choose another name.',
  },
  DEPARTMENT_COUNTY_FIXED: {
    zh: '股室不能换到另一个县，请在那个县登记新股室。',
    en: 'A department stays in its county. Record a new one in the other county.',
  },
  DEPARTMENT_CLOSED: {
    zh: '股室“{name}”自 {day} 起已撤销，请另选。',
    en: 'The department “{name}” has been closed since {day}. Choose another one.',
  },
  NOT_THE_OWNERS_GRANT: {
    zh: '这项授权不属于令牌的所有者，令牌的权限不能大于所有者。',
    en: 'This grant is not the owner’s. A token never has more than its owner.',
  },
  TOKEN_EXPIRY: {
    zh: '有效期须在 {today} 至 {latest} 之间（最长 {days} 天）。',
    en: 'Choose a last day from {today} to {latest}; a token works for {days} days at most.',
  },
  TOKEN_FOR_SERVICE_ONLY: {
    zh: '只能为本人或服务账号创建令牌。',
    en: 'Tokens are made for oneself or for service accounts only.',
  },
  TOO_MANY_TOKENS: {
    zh: '该账号已有 {count} 个有效令牌，请先吊销不用的令牌。',
    en: 'The account has {count} working tokens. Revoke those that are not used first.',
  },
  OWNER_DISABLED: {
    zh: '用户“{name}”已停用，不能为其创建令牌。',
    en: 'The user “{name}” is disabled and gets no token.',
  },
} as const satisfies Record<string, Text>
