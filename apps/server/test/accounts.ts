import type { IncomingMessage } from 'node:http'

import type { Db } from '@yilian/database/db.ts'
import { accessOf } from '@yilian/domain/access/access.ts'
import type { Role, ScopeKind } from '@yilian/domain/access/role.ts'
import { dayInChina } from '@yilian/domain/day.ts'
import { sql } from 'kysely'

import { heldGrants } from '../src/access/held-grants.ts'
import { LOCAL_OPERATOR, type Asker } from '../src/access/identify.ts'
import { identifyToken } from '../src/api-token/identify-token.ts'
import { clientReader } from '../src/http/client.ts'
import { SIGN_IN_SETTINGS } from '../src/sign-in/sign-in-settings.ts'
import { testApi, type SendingApi, type TestApi } from './api.ts'
import { recorded } from './make.ts'

/** The API as accounts reach it. */
export interface AccountApi {
  /** A program of ours, which may everything. */
  readonly program: SendingApi
  /** A person at a screen. */
  as(user: Account): SendingApi
  /** A script with this token. */
  withToken(secret: string): SendingApi
  /** Sets the clock. */
  setNow(now: string): void
  /** What somebody tried and may not do, newest last. */
  readonly denials: object[]
}

export interface Account {
  /** Global id. */
  readonly id: string
  readonly uuid: string
  readonly username: string
  readonly name: string
}

const USER = 'x-test-user'

/** One API for all accounts of this database. Call it at the top of the file. */
export async function accountApi(db: Db, start = '2026-11-22T04:00:00Z'): Promise<AccountApi> {
  let now = start
  const clock = () => new Date(now)
  const byToken = identifyToken({ db, clock, clientOf: clientReader([]), settings: SIGN_IN_SETTINGS })
  const denials: object[] = []
  const identify = async (request: IncomingMessage): Promise<Asker | null> => {
    if (request.headers.authorization !== undefined) return byToken(request)
    const userId = request.headers[USER]
    if (typeof userId !== 'string') return LOCAL_OPERATOR
    const { id, name, grants } = await db
      .selectFrom('userAccount')
      .select(['id', 'name', heldGrants(sql`user_account.id`, dayInChina(clock())).as('grants')])
      .where('id', '=', userId)
      .executeTakeFirstOrThrow()
    return { actor: { id, name }, access: accessOf(grants), userId, via: 'SESSION' }
  }
  const program = await testApi(db, clock, identify, (fields) => void denials.push(fields))
  const sending = (headers: Readonly<Record<string, string>>): SendingApi => {
    const send: SendingApi['send'] = (document, variables, more = {}) => program.send(document, variables, { ...headers, ...more })
    return {
      url: program.url,
      send,
      query: async (document, variables) => {
        const { data, errors } = (await send(document, variables)).body
        if (errors || !data) throw new Error(JSON.stringify(errors))
        return data
      },
    }
  }
  return {
    program,
    as: ({ uuid }) => sending({ [USER]: uuid }),
    withToken: (secret) => sending({ authorization: `Bearer ${secret}` }),
    setNow: (to) => {
      now = to
    },
    denials,
  }
}

export const PASSWORD = 'Xiang-xi 431221'

let count = 0

/** A person with an account, of whom nothing but the name is known unless more is given. */
export async function makeUser(api: TestApi, given: Readonly<Record<string, unknown>> = {}): Promise<Account> {
  const username = `user.${++count}`
  const input = { username, name: `用户${count}`, ...(given['kind'] === 'SERVICE' ? {} : { password: PASSWORD }), ...given }
  const answer = await api.query(
    'mutation ($input: CreateUserInput!) { createUser(input: $input) { __typename ... on ChangeRecorded { users { id username name } } ... on InputRefused { issues { path code } } } }',
    { input },
  )
  const [user] = answer['createUser'].users ?? []
  if (!user) throw new Error(JSON.stringify(answer))
  return { ...user, uuid: Buffer.from(user.id, 'base64').toString().split(':')[1]! }
}

export interface Granted {
  readonly role: Role
  readonly scopeKind: ScopeKind
  readonly scopeId?: string
  readonly workArea?: string
  readonly effectiveOn?: string
  readonly until?: string
  readonly reason?: string
}

/** Grants a role since 2020 and answers the grant's id and version. */
export async function grant(api: TestApi, user: Account, given: Granted): Promise<{ id: string; version: number }> {
  const { number, effects } = await recorded(api, 'grantRole', { userId: user.id, reason: '测试', effectiveOn: '2020-01-01', ...given })
  return { id: effects.find(({ fact }) => fact === 'ROLE_GRANT')!.factId, version: number }
}

/** A person with one of the three administrators' roles. */
export async function makeAdministrator(api: TestApi, kind: 'SYSTEM' | 'SECURITY' | 'AUDIT'): Promise<Account> {
  const user = await makeUser(api)
  await grant(api, user, { role: `${kind}_ADMINISTRATOR`, scopeKind: 'INSTALLATION' })
  return user
}
