let asked: Promise<string | null> | null = null

/** The token that says a request is this page's, asked for once; `null` for somebody who is not signed in. */
function csrfToken(): Promise<string | null> {
  asked ??= globalThis
    .fetch('/auth/status', { headers: { accept: 'application/json' } })
    .then(async (answer) => (answer.ok ? ((await answer.json()) as { csrfToken: string | null }).csrfToken : null))
    .catch(() => {
      // Asked again with the next request.
      asked = null
      return null
    })
  return asked
}

/** `fetch` for the API: every request says which page's it is. */
export const fetchWithCsrfToken: typeof globalThis.fetch = async (input, init) => {
  const token = await csrfToken()
  const headers = new Headers(init?.headers)
  if (token !== null) headers.set('x-csrf-token', token)
  return globalThis.fetch(input, { ...init, headers })
}
