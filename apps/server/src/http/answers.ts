import type { ServerResponse } from 'node:http'

import type { Text } from '@yilian/domain/locale.ts'

/** Plain answers of the HTTP layer. They are read before a language is known, so each is shown in both. */
const ANSWERS = {
  starting: { status: 503, text: { zh: '系统正在启动，请稍候。', en: 'Starting; please wait.' } },
  stopping: { status: 503, text: { zh: '系统正在停止。', en: 'Stopping.' } },
  adminMissing: {
    status: 503,
    text: { zh: '管理界面尚未构建，请先运行 pnpm build。', en: 'The pages are not built yet: run pnpm build.' },
  },
  notFound: { status: 404, text: { zh: '此地址不存在。', en: 'There is nothing at this address.' } },
  methodNotAllowed: { status: 405, text: { zh: '此地址不支持该请求方法。', en: 'This address does not support the request method.' } },
  badRequest: { status: 400, text: { zh: '请求无效。', en: 'The request is not valid.' } },
  notSignedIn: { status: 401, text: { zh: '请先登录。', en: 'Sign in first.' } },
  notAllowed: { status: 403, text: { zh: '您的角色不能使用此功能。', en: 'Your roles do not allow this.' } },
  crossSite: { status: 403, text: { zh: '已拒绝来自其他网站的请求。', en: 'A request from another site was refused.' } },
  lengthRequired: { status: 411, text: { zh: '请求须注明内容长度。', en: 'The request must state the length of its body.' } },
  bodyTooLarge: { status: 413, text: { zh: '上传内容超过大小限制。', en: 'The body is larger than allowed.' } },
  failed: {
    status: 500,
    text: {
      zh: '系统出错，请稍后再试；如仍出错，请将请求编号告知管理员。',
      en: 'Something failed. Try again, or tell the administrator the request id.',
    },
  },
} as const satisfies Record<string, { status: number; text: Text }>

export type Answer = keyof typeof ANSWERS

/** Ends the response with one of the plain answers. */
export function answer(response: ServerResponse, name: Answer, headers: Readonly<Record<string, string>> = {}): void {
  const { status, text } = ANSWERS[name]
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers })
  response.end(`${text.zh}\n${text.en}\n`)
}

export function answerJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  response.end(`${JSON.stringify(value)}\n`)
}
