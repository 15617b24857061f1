import { betterAuth } from 'better-auth'
import { twoFactor, username } from 'better-auth/plugins'
import { testDatabase } from '@yilian/testing/test-database.ts'
import { expect, test } from 'vitest'

import { addAccount, signInServer } from '../../test/sign-in-server.ts'
import { AUTH_ROUTES } from './auth-handler.ts'
import { LIBRARY_PATHS } from './library.ts'

const database = await testDatabase()
const server = await signInServer(database)

const LISTED = {
  plugins: [username(), twoFactor()],
  secret: 'only-listed-never-served-0123456789',
  baseURL: 'http://localhost',
  logger: { disabled: true },
}

/** Every route the library would serve, with parameters filled in. */
const routes = Object.values(betterAuth(LISTED).api)
  .flatMap((endpoint) => ('path' in endpoint && typeof endpoint.path === 'string' ? [endpoint.path] : []))
  .map((path) => path.replaceAll(/:\w+/g, 'x'))

test('the library’s routes are closed but for those that are used', async () => {
  expect(routes).toEqual(
    expect.arrayContaining(['/sign-up/email', '/sign-in/email', '/delete-user', '/update-user', '/get-session', '/error', '/ok']),
  )
  expect(routes).toEqual(expect.arrayContaining([...LIBRARY_PATHS]))
  await addAccount(database.db, 'user')
  const browser = server.browser()
  await browser.signIn('user')
  const open = Object.keys(AUTH_ROUTES)
  for (const path of routes.filter((route) => !open.includes(`/auth${route}`))) {
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH']) {
      const answer = await browser.ask(
        method,
        `/auth${path}`,
        method === 'GET' ? undefined : { email: 'a@b.c', name: 'x', password: 'x', username: 'x' },
      )
      expect({ method, path, ...answer }).toMatchObject({ method, path, status: 404, json: { code: 'NOT_FOUND' } })
    }
  }
  expect((await browser.get('/auth/status')).json['state']).toBe('SIGNED_IN')
})

test('a used route takes its one method, and no other way of writing it leads there', async () => {
  const browser = server.browser()
  for (const [path, { method }] of Object.entries(AUTH_ROUTES)) {
    const other = await browser.ask(method === 'GET' ? 'POST' : 'GET', path, method === 'GET' ? {} : undefined)
    expect(other).toMatchObject({ status: 405, headers: { allow: method } })
    for (const written of [
      `${path}/`,
      path.toUpperCase().replace('/AUTH', '/auth'),
      path.replace('/auth/', '/auth//'),
      `${path}%2f`,
      `${path}/x`,
    ])
      expect((await browser.ask(method, written, method === 'GET' ? undefined : {})).status).toBe(404)
  }
  expect((await browser.get('/auth/__proto__')).status).toBe(404)
})

test('what is done without a session takes one, and says so', async () => {
  const browser = server.browser()
  for (const [path, { method, who }] of Object.entries(AUTH_ROUTES)) {
    if (who !== 'SIGNED_IN') continue
    expect({ path, ...(await browser.ask(method, path, method === 'GET' ? undefined : {})) }).toMatchObject({
      path,
      status: 401,
      json: { code: 'UNAUTHENTICATED' },
    })
  }
})

test('only JSON is read', async () => {
  const browser = server.browser()
  const answer = await browser.ask('POST', '/auth/sign-in/username', { username: 'user', password: 'x' }, { 'content-type': 'text/plain' })
  expect(answer).toMatchObject({
    status: 400,
    json: { code: 'BAD_REQUEST', message: { zh: '请求无效。', en: 'The request is not valid.' } },
  })
})
