import type { IncomingMessage, ServerResponse } from 'node:http'

import type { Db } from '@yilian/database/db.ts'
import { message, type MessageKey } from '@yilian/domain/messages.ts'
import type { Issue } from '@yilian/domain/issue.ts'
import type { z } from 'zod'

import { Refused } from '../access/identify.ts'
import { auditEvent, type AuditEvent } from '../audit/audit-event.ts'
import { answerJson } from '../http/answers.ts'
import type { Client } from '../http/client.ts'
import type { Log } from '../log.ts'
import type { SessionReader } from './identify-session.ts'
import type { Library } from './library.ts'
import type { SignInSecrets } from './secrets.ts'
import type { FoundSession } from './sessions.queries.ts'
import type { SignInSettings } from './sign-in-settings.ts'
import type { Status } from './status.ts'

/** What every route below `/auth/` works with. */
export interface SignInParts {
  readonly db: Db
  readonly log: Log
  readonly clock: () => Date
  readonly settings: SignInSettings
  readonly secrets: SignInSecrets
  readonly sessions: SessionReader
  readonly library: Library
  readonly clientOf: (request: IncomingMessage) => Client
  /** The user name of the account with this phone number, as `normalPhone` writes it; `null` when there is none. */
  readonly usernameOfPhone: (phone: string) => Promise<string | null>
  readonly statusOf: (request: IncomingMessage, session: FoundSession | null) => Promise<Status>
}

/** One request to a route. */
export interface AuthRequest {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly client: Client
  readonly requestId: string
  /** The live session it came with. */
  readonly session: FoundSession | null
  /** The body as this schema reads it. Throws `Refused` for any other. */
  body<Shape extends z.ZodType>(shape: Shape): Promise<z.infer<Shape>>
}

/** Answers one route. */
export type AuthRoute = (parts: SignInParts, request: AuthRequest) => Promise<void>

/** Thrown for an input that is not right; answered with what is wrong, field by field. */
export class InputInvalid extends Error {
  override readonly name = 'InputInvalid'
  readonly issues: readonly Issue[]
  constructor(issues: readonly Issue[]) {
    super(issues.map(({ path, code }) => `${path}: ${code}`).join('; '))
    this.issues = issues
  }
}

/** Issues as pages and programs read them. */
export function issueBodies(issues: readonly Issue[]): { path: string; code: MessageKey; message: { zh: string; en: string } }[] {
  return issues.map(({ path, code, params }) => ({
    path,
    code,
    message: { zh: message(code, params, 'zh'), en: message(code, params, 'en') },
  }))
}

/** The session of a request that has one: the gate let nobody else through. */
export function sessionOf({ session }: AuthRequest): FoundSession {
  if (!session) throw new Refused('UNAUTHENTICATED')
  return session
}

/** Answers with the state that follows, and the browser's new cookies. */
export async function answerStatus(
  { statusOf }: SignInParts,
  { request, response }: AuthRequest,
  session: FoundSession | null,
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  answerJson(response, 200, { ...(await statusOf(request, session)), ...more })
}

/** Records an event of this request. */
export function record(
  { db }: SignInParts,
  { client, requestId }: AuthRequest,
  kind: AuditEvent['kind'],
  who: { readonly id: string; readonly name: string } | null,
  details: AuditEvent['details'] = {},
): Promise<void> {
  return auditEvent(db, { kind, actorId: who?.id ?? null, actorName: who?.name ?? null, address: client.address, requestId, details })
}
