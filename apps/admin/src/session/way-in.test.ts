import { expect, test } from 'vitest'
import { isServed, wantedAddress, wayIn } from './way-in.ts'

const at = (href: string) => ({ pathname: href.split('?')[0]!, href })

test('who is not signed in is sent to sign in, and remembers where they wanted to go', () => {
  expect(wayIn('SIGNED_OUT', at('/alliances?kind=AREA'))).toBe('/sign-in?to=%2Falliances%3Fkind%3DAREA')
  expect(wayIn('SIGNED_OUT', at('/'))).toBe('/sign-in')
  expect(wayIn('SIGNED_OUT', at('/institutions?lang=en'))).toBe('/sign-in?to=%2Finstitutions%3Flang%3Den&lang=en')
  expect(wayIn('SIGNED_OUT', at('/sign-in?to=%2Falliances'))).toBeNull()
})

test.each(['TWO_FACTOR', 'MUST_CHANGE_PASSWORD'] as const)('%s is dealt with where one signs in', (state) => {
  expect(wayIn(state, at('/sign-in'))).toBeNull()
  expect(wayIn(state, at('/users'))).toBe('/sign-in?to=%2Fusers')
})

test('an installation without users is set up first, and never again', () => {
  expect(wayIn('SET_UP', at('/alliances'))).toBe('/set-up')
  expect(wayIn('SET_UP', at('/set-up'))).toBeNull()
  expect(wayIn('SIGNED_OUT', at('/set-up'))).toBe('/sign-in')
})

test('who is signed in goes where they wanted to go', () => {
  expect(wayIn('SIGNED_IN', at('/alliances'))).toBeNull()
  expect(wayIn('SIGNED_IN', at('/sign-in?to=%2Falliances%3Fkind%3DAREA%23members'))).toBe('/alliances?kind=AREA#members')
  expect(wayIn('SIGNED_IN', at('/sign-in'))).toBe('/')
})

test.each(['https://evil.example/', '//evil.example/', '/\\evil.example', '/\t/evil.example', 'javascript:alert(1)', '/sign-in?to=/x', ''])(
  'nobody is led to %j',
  (to) => expect(wantedAddress(to)).toBe('/'),
)

test('what the server itself answers is told from screens', () => {
  expect(['/graphql', '/graphql?query=x', '/files/export/users.csv'].map(isServed)).toEqual([true, true, true])
  expect(['/', '/filesystem', '/alliances?to=/graphql'].map(isServed)).toEqual([false, false, false])
})
