import { expect, test, vi } from 'vitest'
import { AuthFailure } from './auth-failure.ts'
import { createSession, type SessionState, type SessionStatus } from './session.ts'

const ZHANG = { id: '1', username: 'zhang', name: '张三' }
const LI = { id: '2', username: 'li', name: '李四' }

/** A server whose session can end, and who signs in then. */
function server() {
  const status = (state: SessionState, user: SessionStatus['user'], csrfToken: string | null): SessionStatus => ({
    state,
    user,
    csrfToken,
    demonstration: null,
    passwordRules: { minLength: 10, classes: 3 },
    setUpNeedsCode: false,
  })
  let now = status('SIGNED_IN', ZHANG, 'one')
  const asked: string[] = []
  const reload = vi.fn<() => void>()
  const session = createSession({
    reload,
    fetch: async (input, init) => {
      const path = String(input)
      if (path === '/auth/status') return Response.json(now)
      const token = new Headers(init?.headers).get('x-csrf-token')
      asked.push(`${path} ${token}`)
      if (now.state !== 'SIGNED_IN') return Response.json({ errors: [] }, { status: 401 })
      if (token !== now.csrfToken) return Response.json({ code: 'CSRF' }, { status: 403 })
      return Response.json({ data: path })
    },
  })
  return {
    session,
    asked,
    reload,
    end: () => (now = status('SIGNED_OUT', null, null)),
    signIn: (user: SessionStatus['user'], token: string) => (now = status('SIGNED_IN', user, token)),
  }
}

test('what was asked when the session had ended waits for the same person, and is then answered', async () => {
  const { session, asked, end, signIn } = server()
  await session.known()
  end()
  const answer = session.fetch('/graphql', { method: 'POST', body: '{}' })
  await vi.waitFor(() => expect(session.snapshot().interrupted).toEqual(ZHANG))
  expect(session.snapshot().status?.state).toBe('SIGNED_OUT')
  signIn(ZHANG, 'two')
  await session.refresh()
  expect(await (await answer).json()).toEqual({ data: '/graphql' })
  expect(session.snapshot().interrupted).toBeNull()
  expect(asked).toEqual(['/graphql one', '/graphql two'])
})

test('when another person signs in, nothing of the first one stays', async () => {
  const { session, asked, end, signIn, reload } = server()
  await session.known()
  end()
  void session.fetch('/graphql')
  await vi.waitFor(() => expect(session.snapshot().interrupted).toEqual(ZHANG))
  signIn(LI, 'two')
  await session.refresh()
  expect(reload).toHaveBeenCalledOnce()
  expect(asked).toEqual(['/graphql one'])
})

test('a token that another window has replaced is asked for again, once', async () => {
  const { session, asked, signIn } = server()
  await session.known()
  signIn(ZHANG, 'two')
  expect((await session.fetch('/graphql')).status).toBe(200)
  signIn(ZHANG, 'three')
  expect(await session.post('/sign-out-everywhere')).toEqual({ data: '/auth/sign-out-everywhere' })
  expect(asked).toEqual(['/graphql one', '/graphql two', '/auth/sign-out-everywhere two', '/auth/sign-out-everywhere three'])
})

test('who leaves a page that waits need not wait', async () => {
  const { session, end } = server()
  await session.known()
  end()
  const leave = new AbortController()
  const answer = session.fetch('/graphql', { signal: leave.signal })
  await vi.waitFor(() => expect(session.snapshot().interrupted).toEqual(ZHANG))
  leave.abort()
  await expect(answer).rejects.toThrow(/abort/i)
})

test('a refusal for ever is shown, not asked for ever', async () => {
  const asked: string[] = []
  const session = createSession({
    reload: () => {},
    fetch: async (input) => {
      asked.push(String(input))
      if (String(input) === '/auth/status') return Response.json({ state: 'SIGNED_IN', user: ZHANG, csrfToken: 'one' })
      return Response.json({}, { status: 401 })
    },
  })
  await session.known()
  expect((await session.fetch('/graphql')).status).toBe(401)
  expect(asked).toEqual(['/auth/status', '/graphql', '/auth/status', '/graphql'])
})

test('a refusal of a route says what is wrong, and for how long', async () => {
  const text = { zh: '锁定', en: 'Locked' }
  const session = createSession({
    reload: () => {},
    fetch: async () => Response.json({ code: 'LOCKED', message: text, retryAfterSeconds: 899.2 }, { status: 423 }),
  })
  const failure: unknown = await session.post('/sign-in/username', {}).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(AuthFailure)
  expect(failure).toMatchObject({ status: 423, code: 'LOCKED', text, retryAfterSeconds: 900 })
})

test('nothing that answers is said as such', async () => {
  const session = createSession({ reload: () => {}, fetch: () => Promise.reject(new TypeError('Failed to fetch')) })
  await expect(session.known()).rejects.toMatchObject({ status: 0, code: 'UNREACHABLE' })
})
