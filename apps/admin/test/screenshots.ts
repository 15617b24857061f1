import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { launchBrowser } from '@yilian/testing/launch-browser.ts'
import type { Page } from 'playwright-core'

import { EXAMPLE_DAY, exampleProject } from './example-project.ts'
import { startServer } from './server.ts'
import { giveSession, OPERATOR, signIn, type SignedIn } from './sign-in.ts'
import { DESKTOP, settled, type WatchedPage, watchedPage } from './watched-page.ts'

/**
 * `pnpm screenshots`: takes the pictures of README and docs anew, in both languages, of the demonstration as of fixed days, so that
 * they differ only where the pages do, and in the minute in which things were recorded. Needs the built pages (`pnpm build`). With names
 * (`pnpm screenshots project audit`) only those.
 */
const IMAGES = fileURLToPath(new URL('../../../docs/images', import.meta.url))
const DAY = '2020-07-31'
const STAFF_DAY = '2026-06-30'
const FAULTY_FILE = `机构编码,机构名称,机构类别,所在区划,床位数（张）,生效日
431221-0004,铜湾镇中心卫生院,,,60,2021-01-01
,中方县康复医院,康复医院,中方县,120,2024-03-01
,接龙镇第二卫生院,卫生院院,接龙镇,二十,2024-02-30
,花桥镇第二卫生院,乡卫生院,花桥镇,30,2024-05-01
`

interface Picture {
  readonly name: string
  readonly path: (ids: { tiepo: string; luyang: string; example: string }) => string
  /** Who looks; the operator when left out, `null`: nobody who is signed in. */
  readonly username?: string | null
  /** Of the window, where the picture is of more than fits on the usual one. */
  readonly height?: number
  /** What is done on the page before the picture is taken. */
  readonly prepare?: (page: Page) => Promise<void>
}

const PICTURES: readonly Picture[] = [
  { name: 'overview', path: () => `/?county=431221&asOf=${DAY}` },
  { name: 'institutions', path: () => `/institutions?county=431221&asOf=${DAY}` },
  {
    name: 'alliance',
    path: ({ luyang }) => `/alliances/${luyang}?asOf=${DAY}`,
    async prepare(page) {
      await page.getByRole('button', { name: /村卫生室 11 所|11 village clinics/, expanded: false }).click()
      await page.getByRole('button', { name: /村卫生室 11 所|11 village clinics/, expanded: true }).waitFor()
    },
  },
  { name: 'members', path: ({ tiepo }) => `/alliances/${tiepo}?tab=members&asOf=${DAY}` },
  { name: 'matrix', path: ({ tiepo }) => `/alliances/${tiepo}?tab=management&asOf=${DAY}` },
  { name: 'compare', path: () => `/alliances/compare?county=431221&since=2020-07-30&until=${DAY}` },
  {
    name: 'import',
    path: () => '/import?county=431221',
    async prepare(page) {
      await page
        .locator('input[type="file"]')
        .setInputFiles({ name: '新增机构.csv', mimeType: 'text/csv', buffer: Buffer.from(FAULTY_FILE) })
      await page.getByRole('link', { name: /重新上传|Upload the corrected/ }).waitFor()
    },
  },
  { name: 'projects', username: 'construction', path: () => `/projects?county=431221&asOf=${EXAMPLE_DAY}` },
  { name: 'project-timeline', username: 'construction', path: () => `/projects?view=timeline&asOf=${EXAMPLE_DAY}` },
  { name: 'project', username: 'construction', height: 940, path: ({ example }) => `/projects/${example}?asOf=${EXAMPLE_DAY}` },
  {
    name: 'project-funds',
    username: 'construction',
    height: 940,
    path: ({ example }) => `/projects/${example}?tab=funds&asOf=${EXAMPLE_DAY}`,
  },
  { name: 'people', username: 'staffing', path: () => `/people?county=341821&asOf=${STAFF_DAY}` },
  { name: 'postings', username: 'staffing', path: () => `/appointments?view=flows&county=341821&asOf=${STAFF_DAY}` },
  { name: 'quotas', username: 'staffing', path: () => `/quotas?county=341821&asOf=${STAFF_DAY}` },
  {
    name: 'head-count',
    username: 'staffing',
    path: () => `/head-count?rows=PROFESSION&columns=TITLE_LEVEL&county=341821&asOf=${STAFF_DAY}`,
  },
  { name: 'sign-in', username: null, path: () => '/sign-in?' },
  { name: 'grants', username: 'security', path: () => '/users/lead-hospital?tab=grants' },
  { name: 'policies', username: 'security', path: () => '/policies?' },
  {
    name: 'audit',
    username: 'audit',
    path: () => `/audit?q=${encodeURIComponent('蒲某')}`,
    async prepare(page) {
      await page.getByRole('row').getByRole('button', { expanded: false }).nth(1).click()
    },
  },
]

const named = process.argv.slice(2)
const wanted = PICTURES.filter(({ name }) => named.length === 0 || named.includes(name))
const folder = await mkdtemp(path.join(tmpdir(), 'yilian-screenshots-'))
const [server, browser] = await Promise.all([startServer({ YILIAN_DATA_DIR: folder }), launchBrowser()])
const sessions = new Map<string, Promise<SignedIn>>()
const windows = new Map<string | null, Promise<WatchedPage>>()
try {
  const ids = { tiepo: await idOf('铁坡片区医共体'), luyang: await idOf('泸阳片区医联体'), example: await exampleProject(ask) }
  for (const locale of ['zh', 'en']) {
    for (const { name, path: address, username = OPERATOR, height = DESKTOP.height, prepare } of wanted) {
      const { page, problems } = await windowOf(username)
      await page.setViewportSize({ ...DESKTOP, height })
      await page.goto(`${address(ids)}&lang=${locale}`)
      await settled(page)
      await prepare?.(page)
      await settled(page)
      await page.screenshot({ path: path.join(IMAGES, `${name}-${locale}.png`) })
      if (problems.length > 0) throw new Error(problems.join('\n'))
    }
  }
} finally {
  await browser.close()
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}

/** The session of this person, signed in when it is wanted first. */
function sessionOf(username: string): Promise<SignedIn> {
  const session = sessions.get(username) ?? signIn(server.url, username)
  sessions.set(username, session)
  return session
}

/** The window of this person, opened when it is wanted first. */
async function windowOf(username: string | null): Promise<WatchedPage> {
  const open = async (): Promise<WatchedPage> => {
    const window = await watchedPage(browser, server.url)
    if (username !== null) await giveSession(window.page, await sessionOf(username))
    return window
  }
  const window = windows.get(username) ?? open()
  windows.set(username, window)
  return window
}

/** Runs an operation as somebody; answers its data. */
async function ask<Data>(username: string, query: string, variables: object): Promise<Data> {
  const { headers } = await sessionOf(username)
  const answer = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  })
  return ((await answer.json()) as { data: Data }).data
}

async function idOf(name: string): Promise<string> {
  const query = 'query ($text: String!) { search(text: $text, first: 1) { ... on Node { id } } }'
  const [found] = (await ask<{ search: { id: string }[] }>(OPERATOR, query, { text: name })).search
  if (!found) throw new Error(`There is no ${name}.`)
  return found.id
}
