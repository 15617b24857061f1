import { tmpdir } from 'node:os'
import path from 'node:path'

import { launchBrowser } from '@yilian/testing/launch-browser.ts'
import { testDatabase } from '@yilian/testing/test-database.ts'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'

import { type RunningServer, startServer } from './server.ts'
import { OPERATOR, signIn, type SignedIn, giveSession } from './sign-in.ts'
import { DESKTOP, settled, type WatchedPage, watchedPage } from './watched-page.ts'

/** What an operation answers: tests say what they expect of it. */
// oxlint-disable-next-line typescript/no-explicit-any -- its shape is the operation's, which the test wrote itself
export type Json = Record<string, any>

export interface Yilian {
  readonly server: () => RunningServer
  /** A new window at this path, once its screen stands, of somebody signed in: the operator unless told; `null`: of nobody. */
  open(path: string, viewport?: { width: number; height: number }, username?: string | null): Promise<Page>
  /** Runs an operation beside the pages, as the operator unless told; answers its data, throws on errors. */
  query(document: string, variables?: Json, username?: string): Promise<Json>
  /** The id of the alliance or institution with this name. */
  idOf(name: string, username?: string): Promise<string>
  /** Problems of these kinds are meant to happen in this test. */
  expectProblems(kind: RegExp): void
}

const PICTURES = path.join(tmpdir(), 'yilian-browser-tests')

/** What a failed test saw last, for whoever has to find out why. */
async function keepPicture(page: Page, name: string): Promise<void> {
  const file = path.join(PICTURES, `${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80)}.png`)
  await page.screenshot({ path: file }).then(
    () => console.error(`The screen as it was: ${file}`),
    () => undefined,
  )
}

/**
 * A database of its own with the demonstration counties, the real server on it, and a real browser, for one test file; all are gone
 * when the file is done. After each test no page may have had a problem. Call it at the top of the file.
 */
export async function yilian(): Promise<Yilian> {
  const database = await testDatabase()
  let server: RunningServer
  let browser: Browser
  const sessions = new Map<string, Promise<SignedIn>>()
  const sessionOf = (username: string): Promise<SignedIn> => {
    const session = sessions.get(username) ?? signIn(server.url, username)
    sessions.set(username, session)
    return session
  }
  const windows: WatchedPage[] = []
  let meant: RegExp[] = []

  beforeAll(async () => {
    ;[server, browser] = await Promise.all([startServer({ DATABASE_URL: database.url }), launchBrowser()])
  })
  afterEach(async ({ task }) => {
    const opened = windows.splice(0)
    if (task.result?.state === 'fail') await Promise.all(opened.map(({ page }, number) => keepPicture(page, `${number + 1} ${task.name}`)))
    await Promise.all(opened.map(({ page }) => page.context().close()))
    const problems = opened.flatMap((one) => one.problems).filter((problem) => !meant.some((kind) => kind.test(problem)))
    meant = []
    expect(problems).toEqual([])
  })
  afterAll(() => Promise.all([browser?.close(), server?.kill()]))

  const query = async (document: string, variables: Json = {}, username: string = OPERATOR): Promise<Json> => {
    const answer = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(await sessionOf(username)).headers },
      body: JSON.stringify({ query: document, variables }),
    })
    const { data, errors } = (await answer.json()) as { data: Json; errors?: unknown }
    if (errors) throw new Error(JSON.stringify(errors))
    return data
  }
  return {
    server: () => server,
    query,
    async open(path, viewport = DESKTOP, username: string | null = OPERATOR) {
      const window = await watchedPage(browser, server.url, viewport)
      windows.push(window)
      if (username !== null) await giveSession(window.page, await sessionOf(username))
      await window.page.goto(path)
      await settled(window.page)
      return window.page
    },
    async idOf(name, username = OPERATOR) {
      const { search } = await query(
        'query ($text: String!) { search(text: $text, first: 5) { ... on Node { id } ... on Institution { name } ... on Alliance { name } } }',
        { text: name },
        username,
      )
      const found = search.find((one: Json) => one['name'] === name)
      if (!found) throw new Error(`There is no ${name}.`)
      return found.id
    },
    expectProblems: (kind) => void meant.push(kind),
  }
}
