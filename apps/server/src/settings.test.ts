import { expect, test } from 'vitest'

import { readSettings, SettingsInvalid } from './settings.ts'
import { SIGN_IN_SETTINGS } from './sign-in/sign-in-settings.ts'

test('an empty environment, and variables set to nothing, give the defaults', () => {
  const settings = readSettings({ PORT: '', DATABASE_URL: ' ' })
  expect(settings).toEqual(readSettings({}))
  expect(settings).toMatchObject({
    host: '127.0.0.1',
    port: 4000,
    databaseUrl: null,
    auditKeepDays: 0,
    logLevel: 'info',
    keys: null,
    trustedProxies: [],
    budgetPercent: 100,
    production: false,
  })
  expect(settings.signIn).toEqual(SIGN_IN_SETTINGS)
  expect(settings.dataDirectory).toMatch(/^\/.*\/\.yilian$/)
})

test('every variable is read', () => {
  const environment = {
    HOST: '0.0.0.0',
    PORT: '80',
    DATABASE_URL: 'postgresql:///yilian?host=/run/postgresql',
    DATABASE_APP_URL: 'postgresql://web@db/yilian',
    AUDIT_KEEP_DAYS: '183',
    YILIAN_DATA_DIR: '/srv/yilian',
    LOG_LEVEL: 'debug',
    YILIAN_KEYS: `k1:${'A'.repeat(43)}`,
    YILIAN_TRUST_PROXY: '127.0.0.1, 10.0.0.0/8, fd00::/8',
    YILIAN_PASSWORD_LENGTH: '12',
    YILIAN_PASSWORD_CLASSES: '4',
    YILIAN_PASSWORD_DAYS: '90',
    YILIAN_LOCK_AFTER: '3',
    YILIAN_LOCK_MINUTES: '60',
    YILIAN_ADDRESS_FAILURES: '20',
    YILIAN_ADDRESS_SECONDS: '30',
    YILIAN_SESSION_IDLE_MINUTES: '15',
    YILIAN_SESSION_HOURS: '8',
    YILIAN_BUDGET_PERCENT: '250',
    NODE_ENV: 'production',
  }
  expect(readSettings(environment)).toEqual({
    host: '0.0.0.0',
    port: 80,
    databaseUrl: 'postgresql:///yilian?host=/run/postgresql',
    databaseAppUrl: 'postgresql://web@db/yilian',
    auditKeepDays: 183,
    dataDirectory: '/srv/yilian',
    logLevel: 'debug',
    keys: `k1:${'A'.repeat(43)}`,
    budgetPercent: 250,
    production: true,
    trustedProxies: ['127.0.0.1', '10.0.0.0/8', 'fd00::/8'],
    signIn: {
      passwordRules: { minLength: 12, classes: 4 },
      passwordDays: 90,
      lockAfter: 3,
      lockMinutes: 60,
      addressFailures: 20,
      addressSeconds: 30,
      idleMinutes: 15,
      sessionHours: 8,
    },
  })
})

test('all faults are told at once, one line each, and a secret is not repeated', () => {
  const environment = { PORT: '70000', DATABASE_URL: 'mysql://county:secret@db/yilian', LOG_LEVEL: 'loud', YILIAN_KEYS: 'my secret' }
  expect(() => readSettings(environment)).toThrow(
    new SettingsInvalid(
      [
        'PORT is "70000", but must be a whole number from 0 to 65535, such as 4000.',
        'DATABASE_URL must be an address such as postgresql://user:password@host:5432/database.',
        'LOG_LEVEL is "loud", but must be one of fatal, error, warn, info, debug, trace, silent.',
        'YILIAN_KEYS must be a list of keys as pnpm yilian keys new makes them, with commas between.',
      ].join('\n'),
    ),
  )
})

test('the audit is kept for at least six months', () => {
  expect(() => readSettings({ AUDIT_KEEP_DAYS: '182' })).toThrow(
    new SettingsInvalid('AUDIT_KEEP_DAYS is "182", but must be 0 (all are kept) or a number of days from 183.'),
  )
  expect(readSettings({ AUDIT_KEEP_DAYS: '0' }).auditKeepDays).toBe(0)
})

test.each(['4000.5', '-1', 'http', '1e3'])('%s is no port', (port) => {
  expect(() => readSettings({ PORT: port })).toThrow(SettingsInvalid)
})

test.each(['everybody', '10.0.0.0/33', '10.0.0.0/8/1', '127.0.0.1,'])('%s names no proxies', (YILIAN_TRUST_PROXY) => {
  expect(() => readSettings({ YILIAN_TRUST_PROXY })).toThrow(/^YILIAN_TRUST_PROXY is .* must be the addresses of reverse proxies/)
})

test('what would make signing in unsafe, or impossible, is refused', () => {
  expect(() => readSettings({ YILIAN_PASSWORD_LENGTH: '4', YILIAN_LOCK_AFTER: '1000', YILIAN_SESSION_HOURS: '0' })).toThrow(
    new SettingsInvalid(
      [
        'YILIAN_PASSWORD_LENGTH is "4", but must be a whole number from 8 to 64.',
        'YILIAN_LOCK_AFTER is "1000", but must be a whole number from 3 to 20.',
        'YILIAN_SESSION_HOURS is "0", but must be a whole number from 1 to 720.',
      ].join('\n'),
    ),
  )
})
