import { expect, test } from 'vitest'

import { administratorIssues } from './access/administrators.ts'
import { hourlyBudget } from './access/budget.ts'
import { PERMISSIONS } from './access/permission.ts'
import { IN_PERSON, tokenAccessOf } from './access/token-access.ts'
import { apiTokenIssues } from './api-token.ts'
import { isInTime, isUndoable } from './commands.ts'
import { day } from './day.ts'
import { departmentIssues } from './department.ts'
import { userNameIssues } from './user.ts'

const codes = (issues: readonly { path: string; code: string }[]) => issues.map(({ path, code }) => `${path}: ${code}`)

test('a person or program has a name of up to 100 characters', () => {
  expect(userNameIssues('张三')).toEqual([])
  expect(codes(userNameIssues('  '))).toEqual(['name: REQUIRED'])
  expect(codes(userNameIssues('三'.repeat(101)))).toEqual(['name: TOO_LONG'])
})

test('a department has a county and a name, and a day that exists', () => {
  expect(departmentIssues({ countyCode: '431221', name: '医政股', closedOn: null })).toEqual([])
  expect(codes(departmentIssues({ countyCode: '43122', name: ' ', closedOn: day('2026-01-01') }))).toEqual([
    'countyCode: NOT_A_REGION_CODE',
    'name: REQUIRED',
  ])
})

test('a token has a name, an end within 400 days, and no grant that its owner does not have', () => {
  const today = day('2026-11-25')
  const judge = (more: object) =>
    codes(apiTokenIssues({ name: '报表', grantIds: null, expiresOn: day('2027-01-01'), ...more }, ['a', 'b'], today))
  expect(judge({})).toEqual([])
  expect(judge({ grantIds: ['a'], expiresOn: today })).toEqual([])
  expect(judge({ expiresOn: day('2027-12-30') })).toEqual([])
  expect(judge({ expiresOn: day('2027-12-31') })).toEqual(['expiresOn: TOKEN_EXPIRY'])
  expect(judge({ expiresOn: day('2026-11-24') })).toEqual(['expiresOn: TOKEN_EXPIRY'])
  expect(judge({ name: '', grantIds: [] })).toEqual(['name: REQUIRED', 'grantIds: REQUIRED'])
  expect(judge({ grantIds: ['a', 'c'] })).toEqual(['grantIds.1: NOT_THE_OWNERS_GRANT'])
})

test('no command leaves an administrator’s role without a holder sooner than it is', () => {
  const today = day('2026-11-25')
  const held = (from: string, to: string | null = null) =>
    ({ role: 'SECURITY_ADMINISTRATOR', validFrom: day(from), validTo: to === null ? null : day(to) }) as const
  const judge = (before: ReturnType<typeof held>[], after: ReturnType<typeof held>[]) =>
    administratorIssues(['SECURITY_ADMINISTRATOR'], before, after, today).map(({ code, params }) => `${code} ${String(params['day'])}`)
  expect(judge([held('2026-01-01')], [])).toEqual(['LAST_ADMINISTRATOR 2026-11-25'])
  expect(judge([held('2026-01-01')], [held('2026-01-01', '2026-12-01')])).toEqual(['LAST_ADMINISTRATOR 2026-12-01'])
  // A hand-over: the next one begins when the former ends.
  expect(judge([held('2026-01-01')], [held('2026-01-01', '2026-12-01'), held('2026-12-01')])).toEqual([])
  // What was without holder before may stay so, but not sooner.
  expect(judge([], [])).toEqual([])
  expect(judge([held('2026-01-01', '2027-01-01')], [held('2026-01-01', '2027-01-01')])).toEqual([])
  expect(judge([held('2026-01-01', '2027-01-01')], [held('2026-01-01', '2026-12-01')])).toEqual(['LAST_ADMINISTRATOR 2026-12-01'])
})

test('a token does nothing that is for a person at a screen, whatever its owner may', () => {
  const grant = (role: 'SYSTEM_ADMINISTRATOR' | 'SECURITY_ADMINISTRATOR') =>
    ({ role, scopeKind: 'INSTALLATION', scopeId: '*', workArea: null, countyCode: null }) as const
  const access = tokenAccessOf([grant('SYSTEM_ADMINISTRATOR'), grant('SECURITY_ADMINISTRATOR')])
  expect(IN_PERSON.map((permission) => access.own(permission))).toEqual(IN_PERSON.map(() => null))
  expect(access.own('user.read')).not.toBeNull()
  // Whoever adds a permission over accounts, roles or tokens decides here.
  expect([...PERMISSIONS.keys()].filter((one) => /^(user|roleGrant|department|apiToken)\./.test(one) && !IN_PERSON.includes(one))).toEqual([
    'user.read',
    'roleGrant.read',
  ])
})

test('the highest of the roles decides the budget', () => {
  const grant = (role: 'REPORTER' | 'ANALYST') =>
    ({ role, scopeKind: 'INSTITUTION', scopeId: 'x', workArea: null, countyCode: null }) as const
  expect(hourlyBudget([])).toBeLessThan(hourlyBudget([grant('REPORTER')]))
  expect(hourlyBudget([grant('REPORTER'), grant('ANALYST')])).toBe(hourlyBudget([grant('ANALYST')]))
})

test('what is done with accounts cannot be undone, a grant can', () => {
  expect(
    ['createUser', 'resetPassword', 'recordDepartment', 'grantRole', 'admitMember', 'loadReference'].map((one) => [
      isInTime(one),
      isUndoable(one),
    ]),
  ).toEqual([
    [false, false],
    [false, false],
    [false, false],
    [true, true],
    [true, true],
    [true, false],
  ])
})
