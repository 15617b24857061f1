import type { PasswordRules } from '@yilian/domain/access/password.ts'
import type { Text } from '@yilian/domain/locale.ts'
import { AuthFailure } from './auth-failure.ts'

export type SessionState = 'SET_UP' | 'SIGNED_OUT' | 'TWO_FACTOR' | 'MUST_CHANGE_PASSWORD' | 'SIGNED_IN'

export interface SessionUser {
  readonly id: string
  readonly username: string
  readonly name: string
}

export interface DemonstrationAccount {
  readonly username: string
  readonly password: string
  readonly name: string
  readonly role: Text
}

/** What `/auth/status` answers. */
export interface SessionStatus {
  readonly state: SessionState
  readonly user: SessionUser | null
  readonly csrfToken: string | null
  /** The accounts of the demonstration; `null` in every other installation. */
  readonly demonstration: readonly DemonstrationAccount[] | null
  readonly passwordRules: PasswordRules
  readonly setUpNeedsCode: boolean
}

export interface SessionSnapshot {
  /** `null` before the first answer. */
  readonly status: SessionStatus | null
  /** Whose session ended while they worked: their pages stay, and wait for them to sign in again. */
  readonly interrupted: SessionUser | null
}

export interface Session {
  snapshot(): SessionSnapshot
  subscribe(listener: () => void): () => void
  /** Where the session stands, asked once. Throws an AuthFailure when the server does not answer. */
  known(): Promise<SessionStatus>
  /** Asks the server again. */
  refresh(): Promise<SessionStatus>
  /** Asks a route of `/auth`; throws an AuthFailure with what it said when it refuses. */
  get<Answer>(path: string): Promise<Answer>
  /** Sends something to a route of `/auth`, with the token against forged requests. */
  post<Answer = unknown>(path: string, body?: object): Promise<Answer>
  /**
   * `fetch` for the API: with the token against forged requests; when the session has ended, what was asked waits until the same
   * person has signed in again, and is then sent once more.
   */
  readonly fetch: typeof globalThis.fetch
}

interface Surroundings {
  readonly fetch: typeof globalThis.fetch
  /** Loads the page anew: nothing of what another person saw may stay. */
  readonly reload: () => void
}

/** The session of this page. It lives as long as the page does. */
export function createSession({ fetch, reload }: Surroundings): Session {
  let snapshot: SessionSnapshot = { status: null, interrupted: null }
  let first: Promise<SessionStatus> | null = null
  const listeners = new Set<() => void>()

  const set = (patch: Partial<SessionSnapshot>): void => {
    snapshot = { ...snapshot, ...patch }
    for (const listener of listeners) listener()
  }
  const withToken = (init: RequestInit | undefined): RequestInit => {
    const headers = new Headers(init?.headers)
    const token = snapshot.status?.csrfToken
    if (token) headers.set('x-csrf-token', token)
    return { ...init, headers }
  }

  async function ask<Answer>(path: string, init: RequestInit): Promise<Answer> {
    const response = await fetch(`/auth${path}`, init).catch(() => {
      throw new AuthFailure(0)
    })
    const body: unknown = await response.json().catch(() => null)
    if (!response.ok) throw new AuthFailure(response.status, body, response.headers.get('retry-after'))
    return body as Answer
  }

  async function refresh(): Promise<SessionStatus> {
    const status = await ask<SessionStatus>('/status', {})
    const before = snapshot.status
    const person = snapshot.interrupted ?? (before?.state === 'SIGNED_IN' ? before.user : null)
    const signedIn = status.state === 'SIGNED_IN'
    // Somebody else has signed in, here or in another window of this browser.
    if (signedIn && person && status.user && person.id !== status.user.id) reload()
    else set({ status, interrupted: signedIn ? null : snapshot.interrupted })
    return status
  }

  /** Resolves once the person whose session ended has signed in again. */
  async function resumed(signal: AbortSignal | null | undefined): Promise<void> {
    if (snapshot.interrupted === null) set({ interrupted: snapshot.status?.user ?? null })
    await refresh()
    await new Promise<void>((resolve, reject) => {
      const settle = (done: () => void): void => {
        listeners.delete(check)
        done()
      }
      const check = (): void => {
        if (signal?.aborted) settle(() => reject(signal.reason as Error))
        else if (snapshot.interrupted === null) settle(resolve)
      }
      signal?.addEventListener('abort', check, { once: true })
      listeners.add(check)
      check()
    })
  }

  return {
    snapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    known: () => {
      first ??= refresh().catch((error: unknown) => {
        first = null
        throw error
      })
      return snapshot.status ? Promise.resolve(snapshot.status) : first
    },
    refresh,
    get: (path) => ask(path, {}),
    async post<Answer>(path: string, body: object = {}): Promise<Answer> {
      const send = () =>
        ask<Answer>(path, withToken({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }))
      try {
        return await send()
      } catch (error) {
        // The token is of a session that another window of this browser has replaced.
        if (!(error instanceof AuthFailure) || error.code !== 'CSRF') throw error
        await refresh()
        return send()
      }
    },
    async fetch(input, init) {
      let before: string | null = null
      for (;;) {
        const response = await fetch(input, withToken(init))
        const refusal = await refusalOf(response)
        // Refused for the same reason although the server said that all is well: it is shown rather than asked for ever.
        if (refusal === null || refusal === before) return response
        before = refusal
        if (refusal === 'CSRF') await refresh()
        else await resumed(init?.signal)
      }
    },
  }
}

/** Why the API answers nobody in this session, or `null` when it answers. */
async function refusalOf(response: Response): Promise<'SESSION' | 'CSRF' | null> {
  if (response.status === 401) return 'SESSION'
  if (response.status !== 403) return null
  const words = await response.clone().text()
  return words.includes('"CSRF"') ? 'CSRF' : words.includes('"MUST_CHANGE_PASSWORD"') ? 'SESSION' : null
}
