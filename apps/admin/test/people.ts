import type { Page } from 'playwright-core'

import { signIn } from './sign-in.ts'
import { settled } from './watched-page.ts'
import { wordsIn, type Language } from './words.ts'
import type { Json } from './yilian.ts'

/** Runs an operation in the name of an account of the demonstration; answers its data, throws on errors. */
export async function runAs(url: string, username: string, document: string, variables: Json = {}): Promise<Json> {
  const { headers } = await signIn(url, username)
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: document, variables }),
  })
  const { data, errors } = (await answer.json()) as { data: Json; errors?: unknown }
  if (errors) throw new Error(JSON.stringify(errors))
  return data
}

export interface Person {
  readonly username: string
  readonly name: string
  readonly password: string
}

let made = 0
const FIRST_PASSWORD = 'First-Try-7391'
const PASSWORD = 'Second-Try-7392'

/** A new account without any role, whose password must be changed at its first sign-in. */
export async function newPerson(url: string, more: Json = {}): Promise<Person> {
  made += 1
  const username = `tester-${process.pid}-${made}`
  const name = `试${'甲乙丙丁戊己庚辛壬癸'[made % 10]}${made}`
  const input = { username, name, password: FIRST_PASSWORD, ...more }
  const { result } = await runAs(
    url,
    'system',
    'mutation ($input: CreateUserInput!) { result: createUser(input: $input) { __typename ... on InputRefused { issues { path code } } } }',
    { input },
  )
  if (result.__typename !== 'ChangeRecorded') throw new Error(JSON.stringify(result))
  return { username, name, password: FIRST_PASSWORD }
}

/** The same, once it has a password of its own. */
export async function readyPerson(url: string, more: Json = {}): Promise<Person> {
  const person = await newPerson(url, more)
  const { headers } = await signIn(url, person.username, person.password)
  const answer = await fetch(`${url}/auth/change-password`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ currentPassword: person.password, newPassword: PASSWORD }),
  })
  if (!answer.ok) throw new Error(await answer.text())
  return { ...person, password: PASSWORD }
}

/** Types user name and password on the sign-in page that is open, and sends them. */
export async function typeCredentials(page: Page, { username, password }: Omit<Person, 'name'>, language: Language = 'zh'): Promise<void> {
  const { signIn: words } = wordsIn(language)
  await page.getByLabel(words.username).fill(username)
  await page.getByLabel(words.password, { exact: true }).fill(password)
  await page.getByRole('button', { name: words.submit, exact: true }).click()
}

/** Signs in on the sign-in page that is open, and waits for the screen behind it. */
export async function enter(page: Page, person: Omit<Person, 'name'>, language: Language = 'zh'): Promise<void> {
  await typeCredentials(page, person, language)
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  await settled(page)
}

/** Signs out by the menu of the account. */
export async function leave(page: Page, language: Language = 'zh'): Promise<void> {
  const words = wordsIn(language)
  await page
    .getByRole('banner')
    .getByRole('button', { name: new RegExp(words.account.menu.replace('{{name}}', '.+')) })
    .click()
  await page.getByRole('menuitem', { name: words.account.signOut }).click()
  await page.getByRole('heading', { level: 1, name: words.signIn.title }).waitFor()
}
