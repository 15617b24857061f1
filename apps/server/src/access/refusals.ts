import type { Text } from '@yilian/domain/locale.ts'

/** Why a request is not taken, with the status it is answered with and what the user reads. */
export const REFUSALS = {
  UNAUTHENTICATED: { status: 401, text: { zh: '请先登录。', en: 'Sign in first, or send a token.' } },
  CSRF: { status: 403, text: { zh: '页面已过期，请刷新后重试。', en: 'This page is out of date. Reload it and try again.' } },
  MUST_CHANGE_PASSWORD: { status: 403, text: { zh: '请先修改密码。', en: 'Change your password first.' } },
  WRONG_CREDENTIALS: {
    status: 401,
    text: { zh: '用户名或密码不正确。', en: 'The user name or the password is not right.' },
  },
  LOCKED: {
    status: 423,
    text: {
      zh: '连续失败次数过多，账号已暂时锁定。请稍后再试，或请系统管理员解锁。',
      en: 'Too many failures in a row: the account is locked for a while. Try again later, or ask the system administrator to unlock it.',
    },
  },
  TOO_MANY: {
    status: 429,
    text: { zh: '此地址尝试次数过多，请稍后再试。', en: 'Too many tries from this address. Try again later.' },
  },
  DISABLED: {
    status: 403,
    text: { zh: '账号已停用，请联系系统管理员。', en: 'The account is disabled. Ask the system administrator.' },
  },
  WRONG_CODE: {
    status: 401,
    text: { zh: '动态口令或恢复码不正确，或已用过。', en: 'The code is not right, or was used before.' },
  },
  SIGN_IN_AGAIN: {
    status: 401,
    text: { zh: '登录已过期，请重新登录。', en: 'The sign-in has run out. Sign in again.' },
  },
  TWO_FACTOR_ON: {
    status: 409,
    text: { zh: '动态口令已启用。如需更换，请先停用。', en: 'Two-factor sign-in is on already. To change it, switch it off first.' },
  },
  TWO_FACTOR_OFF: { status: 409, text: { zh: '动态口令尚未启用。', en: 'Two-factor sign-in is not on.' } },
  SET_UP_DONE: { status: 409, text: { zh: '系统已完成初始设置，请登录。', en: 'The system is set up already. Sign in.' } },
  SET_UP_CODE: {
    status: 403,
    text: {
      zh: '设置码不正确。请使用服务器启动时显示的设置码，或在服务器本机上进行设置。',
      en: 'The code is not right. Use the one the server showed at its start, or set up on the machine itself.',
    },
  },
  INVALID: { status: 422, text: { zh: '填写有误，请更正后重试。', en: 'Something is not right. Correct it and try again.' } },
  BAD_REQUEST: { status: 400, text: { zh: '请求无效。', en: 'The request is not valid.' } },
  NOT_FOUND: { status: 404, text: { zh: '此地址不存在。', en: 'There is nothing at this address.' } },
  METHOD_NOT_ALLOWED: {
    status: 405,
    text: { zh: '此地址不支持该请求方法。', en: 'This address does not support the request method.' },
  },
  FAILED: {
    status: 500,
    text: {
      zh: '系统出错，请稍后再试；如仍出错，请将请求编号告知管理员。',
      en: 'Something failed. Try again, or tell the administrator the request id.',
    },
  },
} as const satisfies Record<string, { status: number; text: Text }>

export type RefusalCode = keyof typeof REFUSALS

/** A refusal as pages and programs read it. */
export interface RefusalBody {
  readonly code: RefusalCode
  readonly message: Text
  readonly retryAfterSeconds?: number
}

export function refusalBody(code: RefusalCode, retryAfterSeconds: number | null = null): RefusalBody {
  return { code, message: REFUSALS[code].text, ...(retryAfterSeconds !== null && { retryAfterSeconds }) }
}
