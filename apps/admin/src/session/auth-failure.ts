import type { Text } from '@yilian/domain/locale.ts'

/** What is wrong with one field, in both languages. */
export interface AuthIssue {
  readonly path: string
  readonly code: string
  readonly message: Text
}

/** Why a route of `/auth` did not do what it was asked. */
export class AuthFailure extends Error {
  /** 0 when nothing answered. */
  readonly status: number
  readonly code: string
  /** In the server's words; `null` when it gave none. */
  readonly text: Text | null
  readonly retryAfterSeconds: number | null
  readonly issues: readonly AuthIssue[]

  constructor(status: number, body: unknown = null, retryAfter: string | null = null) {
    const said = isRecord(body) ? body : {}
    const code = typeof said['code'] === 'string' ? said['code'] : status === 0 ? 'UNREACHABLE' : 'FAILED'
    super(code)
    this.status = status
    this.code = code
    this.text = isText(said['message']) ? said['message'] : null
    this.retryAfterSeconds = seconds(said['retryAfterSeconds'] ?? retryAfter)
    this.issues = Array.isArray(said['issues']) ? said['issues'].filter(isIssue) : []
  }
}

function seconds(value: unknown): number | null {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? Math.max(0, Math.ceil(number)) : null
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isText(value: unknown): value is Text {
  return isRecord(value) && typeof value['zh'] === 'string' && typeof value['en'] === 'string'
}

function isIssue(value: unknown): value is AuthIssue {
  return isRecord(value) && typeof value['path'] === 'string' && typeof value['code'] === 'string' && isText(value['message'])
}
