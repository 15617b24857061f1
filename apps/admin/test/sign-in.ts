import type { Page } from 'playwright-core'

/** Who does what a test does, unless it says otherwise: sees a county and records its alliances. */
export const OPERATOR = 'alliance'
/** The password of the demonstration's accounts. */
const PASSWORD = 'Yl-demo-2026'

/** A session of a demonstration account, for requests beside the pages and for pages. */
export interface SignedIn {
  /** Headers of a request that does something in the session. */
  readonly headers: Readonly<Record<string, string>>
  readonly cookie: { readonly name: string; readonly value: string; readonly url: string }
}

/** Signs in through the server's front door. Throws with its answer when it does not let us in. */
export async function signIn(url: string, username: string = OPERATOR, password: string = PASSWORD): Promise<SignedIn> {
  const answer = await fetch(`${url}/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  })
  const body = await answer.text()
  const [, name, value] = /^([^=]+)=([^;]+)/.exec(answer.headers.getSetCookie()[0] ?? '') ?? []
  if (!answer.ok || !name || !value) throw new Error(`${username} cannot sign in: ${answer.status} ${body}`)
  const { csrfToken } = JSON.parse(body) as { csrfToken: string }
  return { headers: { cookie: `${name}=${value}`, 'x-csrf-token': csrfToken }, cookie: { name, value, url } }
}

/** Gives a window the session: its pages are signed in. */
export async function giveSession(page: Page, { cookie }: SignedIn): Promise<void> {
  await page.context().addCookies([{ ...cookie, httpOnly: true, sameSite: 'Lax' }])
}
